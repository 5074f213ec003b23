/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-mp3.c. */

#include "config.h"

#include "media-check.h"

/* Frames of MPEG-1, 128 kbit/s, 44.1 kHz, stereo: 417 bytes each. */
#define FRAME_LENGTH 417
#define STEADY "\xff\xfb\x90\x00"
#define FASTER "\xff\xfb\xa0\x00"

/* A tag, 100 frames that begin with the four bytes, the second one as @second;
 * @mark: (nullable): what stands at @offset of the first one. */
static GByteArray *
make (const char *second,
      guint       offset,
      const char *mark,
      gsize       mark_length)
{
  GByteArray *bytes = g_byte_array_new ();
  guint start = 20;

  g_byte_array_append (bytes, (const guint8 *) "ID3\4\0\0\0\0\0\x0a\xff\xfb\x90\0\0\0\0\0\0\0", 20);
  g_byte_array_set_size (bytes, start + 100 * FRAME_LENGTH + 100);
  memset (bytes->data + start, 0, bytes->len - start);
  for (guint i = 0; i < 100; i++)
    memcpy (bytes->data + start + i * FRAME_LENGTH, i == 1 ? second : STEADY, 4);
  if (mark != NULL)
    memcpy (bytes->data + start + offset, mark, mark_length);

  return bytes;
}

static void
check (GByteArray *made,
       gsize       length,
       const char *expected)
{
  g_autoptr (GByteArray) bytes = made;
  g_autofree char *words = NULL;
  RtMediaFacts facts;

  media_read_exact (bytes->data, length > 0 ? length : bytes->len, TRUE, &facts);
  words = rt_media_facts_dup_words (&facts);
  g_assert_cmpstr (words, ==, expected);
  media_check_beginnings (bytes->data, MIN (length > 0 ? length : bytes->len, 1000), &facts);
  media_check_damage (bytes->data, 80);
}

static void
test_cases (void)
{
  /* 41,700 bytes and 100 more, 16,000 a second. */
  check (make (STEADY, 0, NULL, 0), 0, "about 2.61 s by its size · stereo · 44.1 kHz");
  check (make (FASTER, 0, NULL, 0), 0, "stereo · 44.1 kHz");
  /* 1,000 frames of 1,152 samples. */
  check (make (FASTER, 36, "Xing\0\0\0\1\0\0\3\xe8", 12), 0, "26.1 s · stereo · 44.1 kHz");
  check (make (STEADY, 36, "Info\0\0\0\1\0\0\3\xe8", 12), 0, "26.1 s · stereo · 44.1 kHz");
  check (make (FASTER, 36, "Xing\0\0\0\2\0\0\3\xe8", 12), 0, "stereo · 44.1 kHz");
  check (make (FASTER, 36, "VBRI\0\1\0\0\0\0\0\0\0\0\0\0\3\xe8", 18), 0,
         "26.1 s · stereo · 44.1 kHz");
  /* One frame alone may be anything. */
  check (make (STEADY, 0, NULL, 0), 20 + FRAME_LENGTH, NULL);
}

/* The rate varies and nothing says how many there are: they are counted. */
static void
test_count (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  RtMediaFacts facts;

  for (guint i = 0; i < 1000; i++)
    {
      guint length = i % 2 ? 522 : 417;

      g_byte_array_set_size (bytes, bytes->len + length);
      memset (bytes->data + bytes->len - length, 0, length);
      memcpy (bytes->data + bytes->len - length, i % 2 ? FASTER : STEADY, 4);
    }
  media_read_exact (bytes->data, bytes->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, G_GINT64_CONSTANT (1152000) * G_USEC_PER_SEC / 44100);
  g_assert_false (facts.is_estimate);
  media_read_exact (bytes->data, bytes->len, FALSE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
  /* With a tag behind; and with something else. */
  g_byte_array_append (bytes, (const guint8 *) "TAG", 3);
  g_byte_array_set_size (bytes, bytes->len + 125);
  media_read_exact (bytes->data, bytes->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, G_GINT64_CONSTANT (1152000) * G_USEC_PER_SEC / 44100);
  g_byte_array_append (bytes, (const guint8 *) "more", 4);
  media_read_exact (bytes->data, bytes->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-mp3/cases", test_cases);
  g_test_add_func ("/media-mp3/count", test_count);

  return g_test_run ();
}
