/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-mp4.c: boxes of every kind of length, in any order. */

#include "config.h"

#include "media-check.h"

#define FTYP "\0\0\0\x10" "ftypisom\0\0\0\0"
#define MDAT "\0\0\0\x0c" "mdatabcd"

/* Version 0: times, 1000 units a second, the duration. Version 1: 64 bits. */
#define MVHD(duration) "\0\0\0\x20" "mvhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\xe8" duration "\0\1\0\0"
#define MVHD_LONG(duration)                                                                 \
  "\0\0\0\x28" "mvhd\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\xe8" duration

#define HDLR(kind) "\0\0\0\x18" "hdlr\0\0\0\0\0\0\0\0" kind "\0\0\0\0"
#define MATRIX "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\0\0"
#define TURNED "\0\0\0\0\0\1\0\0\0\0\0\0\xff\xff\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\0\0"
/* 640 x 480, in 1/65536 of a pixel. */
#define TKHD(matrix, size)                                                                  \
  "\0\0\0\x5c" "tkhd\0\0\0\7\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"       \
  "\0\0\0\0\0\0\0\0" matrix size
#define SIZE "\2\x80\0\0\1\xe0\0\0"
#define VIDEO(matrix)                                                                       \
  "\0\0\0\x84" "trak" TKHD (matrix, SIZE) "\0\0\0\x20" "mdia" HDLR ("vide")

/* mp4a: two channels of 16 bits, 44100 Hz. */
#define STSD_SOUND                                                                          \
  "\0\0\0\x34" "stsd\0\0\0\0\0\0\0\1\0\0\0\x24" "mp4a\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0"      \
  "\0\2\0\x10\0\0\0\0\xac\x44\0\0"
#define SOUND                                                                               \
  "\0\0\0\x6c" "trak" "\0\0\0\x64" "mdia" HDLR ("soun") "\0\0\0\x44" "minf"                 \
  "\0\0\0\x3c" "stbl" STSD_SOUND
#define STSD_VIDEO                                                                          \
  "\0\0\0\x34" "stsd\0\0\0\0\0\0\0\1\0\0\0\x24" "avc1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0"      \
  "\0\0\0\0\0\0\0\0\2\x80\1\xe0"
#define VIDEO_IN_STSD                                                                       \
  "\0\0\0\x6c" "trak" "\0\0\0\x64" "mdia" HDLR ("vide") "\0\0\0\x44" "minf"                 \
  "\0\0\0\x3c" "stbl" STSD_VIDEO

static const MediaCase cases[] = {
  { "at the start",
    BYTES (FTYP "\0\0\1\x18" "moov" MVHD ("\0\0\x27\x10") VIDEO (MATRIX) SOUND MDAT),
    "640 × 480 pixels · 10.0 s · stereo · 44.1 kHz" },
  { "at the end", BYTES (FTYP MDAT "\0\0\0\x94" "moov" MVHD ("\0\0\x27\x10") SOUND),
    "10.0 s · stereo · 44.1 kHz" },
  { "to the end of the file", BYTES (FTYP MDAT "\0\0\0\0" "moov" MVHD ("\0\0\x27\x10") SOUND),
    "10.0 s · stereo · 44.1 kHz" },
  { "behind a box with a long length",
    BYTES (FTYP "\0\0\0\1mdat\0\0\0\0\0\0\0\x14" "abcd\0\0\0\x28" "moov" MVHD ("\0\0\x27\x10")),
    "10.0 s" },
  { "behind a box that ends the file",
    BYTES (FTYP "\0\0\0\0mdat\0\0\0\x28" "moov" MVHD ("\0\0\x27\x10")), NULL },
  { "behind a huge box",
    BYTES (FTYP "\0\0\0\1mdat\xff\xff\xff\xff\xff\xff\xff\xff" "\0\0\0\x28" "moov"
           MVHD ("\0\0\x27\x10")), NULL },
  { "behind a box that is shorter than its head",
    BYTES (FTYP "\0\0\0\7mdat\0\0\0\x28" "moov" MVHD ("\0\0\x27\x10")), NULL },
  { "64 bits", BYTES (FTYP "\0\0\0\x30" "moov" MVHD_LONG ("\0\0\0\0\0\0\x27\x10")), "10.0 s" },
  { "64 bits that are all set",
    BYTES (FTYP "\0\0\0\x30" "moov" MVHD_LONG ("\xff\xff\xff\xff\xff\xff\xff\xff")), NULL },
  { "not known", BYTES (FTYP "\0\0\0\x28" "moov" MVHD ("\xff\xff\xff\xff")), NULL },
  { "in fragments",
    BYTES (FTYP "\0\0\0\x40" "moov" MVHD ("\0\0\0\0")
           "\0\0\0\x18" "mvex\0\0\0\x10" "mehd\0\0\0\0\0\0\x27\x10"), "10.0 s" },
  { "turned by a right angle", BYTES (FTYP "\0\0\0\x8c" "moov" VIDEO (TURNED)),
    "480 × 640 pixels" },
  { "the size in the samples", BYTES (FTYP "\0\0\0\x74" "moov" VIDEO_IN_STSD), "640 × 480 pixels" },
  { "as stored, not as shown",
    BYTES (FTYP "\0\0\0\xd0" "moov\0\0\0\xc8" "trak" TKHD (MATRIX, SIZE)
           "\0\0\0\x64" "mdia" HDLR ("vide") "\0\0\0\x44" "minf\0\0\0\x3c" "stbl"
           "\0\0\0\x34" "stsd\0\0\0\0\0\0\0\1\0\0\0\x24" "avc1\0\0\0\0\0\0\0\1"
           "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\x40\1\xe0"), "320 × 480 pixels" },
  { "QuickTime's second version: a rate with a point",
    BYTES (FTYP "\0\0\0\x88" "moov\0\0\0\x80" "trak\0\0\0\x78" "mdia" HDLR ("soun")
           "\0\0\0\x58" "minf\0\0\0\x50" "stbl\0\0\0\x48" "stsd\0\0\0\0\0\0\0\1"
           "\0\0\0\x38" "mp4a\0\0\0\0\0\0\0\1\0\2......\0\3\0\x10\xff\xfe\0\0\0\1\0\0"
           "\0\0\0\x48\x40\xf7\x70\0\0\0\0\0\0\0\0\4"), "4 channels · 96 kHz" },
  { "no box", BYTES (FTYP), NULL },
};

static void
test_cases (void)
{
  media_check_cases (cases, G_N_ELEMENTS (cases));
}

/* Boxes without end do not keep the reader: the movie behind is not reached. */
static void
test_many (void)
{
  static const char box[] = "\0\0\0\x08" "free";
  static const char movie[] = "\0\0\0\x28" "moov" MVHD ("\0\0\x27\x10");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  RtMediaFacts facts;

  g_byte_array_append (bytes, (const guint8 *) FTYP, sizeof (FTYP) - 1);
  for (guint i = 0; i < 1000; i++)
    g_byte_array_append (bytes, (const guint8 *) box, 8);
  g_byte_array_append (bytes, (const guint8 *) movie, sizeof (movie) - 1);
  media_read_exact (bytes->data, bytes->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, 10 * G_USEC_PER_SEC);

  g_byte_array_set_size (bytes, sizeof (FTYP) - 1);
  for (guint i = 0; i < 100000; i++)
    g_byte_array_append (bytes, (const guint8 *) box, 8);
  g_byte_array_append (bytes, (const guint8 *) movie, sizeof (movie) - 1);
  media_read_exact (bytes->data, bytes->len, TRUE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-mp4/cases", test_cases);
  g_test_add_func ("/media-mp4/many", test_many);

  return g_test_run ();
}
