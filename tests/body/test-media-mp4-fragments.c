/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-mp4-fragments.c: the end of the last fragment, wherever the
 * duration of a sample is said. A unit is a millisecond. */

#include "config.h"

#include "made-boxes.h"

/* Track 1; with the flag 8, how long a sample is; the time of the first. */
#define TFHD "\0\0\0\0\0\0\0\1"
#define TFHD_LONG(duration) "\0\0\0\x0b\0\0\0\1........\0\0\0\0" duration
#define TFDT(time) "\0\0\0\0" time
#define TFDT_LONG(time) "\1\0\0\0" time
/* So many samples, and nothing of each. */
#define TRUN(n) "\0\0\0\0" n
/* Data offset, and of each sample the duration and the size. */
#define TRUN_EACH "\0\0\3\1\0\0\0\2....\0\0\1\xf4....\0\0\2\x58...."

#define BOX(name, content) made_box (name, BYTES (content))

static GByteArray *
make_fragment (GByteArray *head,
               GByteArray *time,
               GByteArray *run)
{
  return made_boxes ("moof", BOX ("mfhd", "\0\0\0\0\0\0\0\1"),
                     made_boxes ("traf", head, time, run, NULL), NULL);
}

static GByteArray *
make_movie (guint32     duration,
            GByteArray *more)
{
  /* 40 ms a sample, when nobody says another. */
  return made_boxes ("moov", made_movie_header (duration), made_track ("vide", NULL),
                     made_boxes ("mvex",
                                 BOX ("trex", "\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\x28........"),
                                 more, NULL),
                     NULL);
}

static void
test_cases (void)
{
  made_check (make_movie (0, NULL),
              make_fragment (BOX ("tfhd", TFHD), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", TRUN ("\0\0\0\x32"))), "2.00 s");
  made_check (make_movie (0, NULL),
              make_fragment (BOX ("tfhd", TFHD_LONG ("\0\0\0\x64")),
                             BOX ("tfdt", TFDT_LONG ("\0\0\0\0\0\0\0\0")),
                             BOX ("trun", TRUN ("\0\0\0\x32"))), "5.00 s");
  made_check (make_movie (0, NULL),
              make_fragment (BOX ("tfhd", TFHD), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", TRUN_EACH)), "1.10 s");
  /* The header counts what stands in the movie itself; or all. */
  made_check (make_movie (3000, NULL),
              make_fragment (BOX ("tfhd", TFHD), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", TRUN ("\0\0\0\x32"))), "3.00 s");
  made_check (make_movie (0, BOX ("mehd", "\0\0\0\0\0\0\x0b\xb8")),
              make_fragment (BOX ("tfhd", TFHD), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", TRUN ("\0\0\0\x32"))), "3.00 s");
  /* Another track, no time, too many samples. */
  made_check (make_movie (0, NULL),
              make_fragment (BOX ("tfhd", "\0\0\0\0\0\0\0\2"), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", TRUN ("\0\0\0\x32"))), NULL);
  made_check (make_movie (0, NULL),
              made_boxes ("moof", made_boxes ("traf", BOX ("tfhd", TFHD),
                                              BOX ("trun", TRUN ("\0\0\0\x32")), NULL), NULL),
              NULL);
  made_check (make_movie (0, NULL),
              make_fragment (BOX ("tfhd", TFHD), BOX ("tfdt", TFDT ("\0\0\0\0")),
                             BOX ("trun", "\0\0\1\0\xff\xff\xff\xff")), NULL);
  made_check (make_movie (0, NULL), NULL, NULL);
}

/* A recording from the middle, of many fragments: from the first to the last. */
static void
test_many (void)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GByteArray) movie = make_movie (0, NULL);
  g_autoptr (GByteArray) type = BOX ("ftyp", "isom\0\0\0\0");
  RtMediaFacts facts;

  g_byte_array_append (all, type->data, type->len);
  g_byte_array_append (all, movie->data, movie->len);
  for (guint i = 0; i < 2000; i++)
    {
      guint32 times[2] = { 0, GUINT32_TO_BE (1000000 + i * 2000) };
      g_autoptr (GByteArray) fragment =
        make_fragment (BOX ("tfhd", TFHD), made_box ("tfdt", times, 8),
                       BOX ("trun", TRUN ("\0\0\0\x32")));

      g_byte_array_append (all, fragment->data, fragment->len);
    }
  media_read_exact (all->data, all->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, G_GINT64_CONSTANT (4000) * G_USEC_PER_SEC);
  /* Not while it arrives, nor when it was cut. */
  media_read_exact (all->data, all->len, FALSE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
  media_read_exact (all->data, all->len - 1, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-mp4-fragments/cases", test_cases);
  g_test_add_func ("/media-mp4-fragments/many", test_many);

  return g_test_run ();
}
