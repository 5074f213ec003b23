/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-facts.c: the words, and no time that cannot be. */

#include "config.h"

#include "media-check.h"
#include "media-readers.h"

static const struct
{
  RtMediaFacts facts;
  const char  *words;
} cases[] = {
  { { 0 }, NULL },
  { { .duration = 125 * G_USEC_PER_SEC, .channels = 1, .sample_rate = 48000 },
    "2 min 5 s · mono · 48 kHz" },
  { { .duration = G_USEC_PER_SEC, .is_estimate = TRUE, .channels = 8, .sample_rate = 22050 },
    "about 1.00 s by its size · 8 channels · 22.05 kHz" },
  { { .width = 1920, .height = 1080 }, "1920 × 1080 pixels" },
  { { .version = "1.7", .pages = 1 }, "PDF 1.7 · 1 page" },
  { { .version = "2.0", .pages = 12, .has_trailer = TRUE }, "PDF 2.0 · 12 pages · not encrypted" },
  { { .has_trailer = TRUE, .is_encrypted = TRUE }, "encrypted" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_media_facts_dup_words (&cases[i].facts);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_duration (void)
{
  static const struct { guint64 units, per_second; gint64 duration; } durations[] = {
    { 44100, 44100, G_USEC_PER_SEC },
    { 3, 2, 3 * G_USEC_PER_SEC / 2 },
    { 1, 0, 0 },
    { 0, 1, 0 },
    { G_MAXUINT64, 1, 0 },
    { G_MAXUINT64, G_MAXUINT64, G_USEC_PER_SEC },
    { G_MAXINT32, 1, G_GINT64_CONSTANT (2147483647000000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      RtMediaFacts facts = { 0 };
      g_autofree char *words = NULL;

      rt_media_facts_set_duration (&facts, durations[i].units, durations[i].per_second);
      g_assert_cmpint (facts.duration, ==, durations[i].duration);
      words = rt_media_facts_dup_words (&facts);
    }
}

/* What has no reader says nothing. */
static void
test_others (void)
{
  media_check (BYTES (""), NULL);
  media_check (BYTES ("\0\1\2\3"), NULL);
  media_check (BYTES ("\211PNG\r\n\032\n"), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-facts/words", test_words);
  g_test_add_func ("/media-facts/duration", test_duration);
  g_test_add_func ("/media-facts/others", test_others);

  return g_test_run ();
}
