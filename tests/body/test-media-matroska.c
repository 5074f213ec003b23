/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-matroska.c. */

#include "config.h"

#include "media-check.h"

#define EBML "\x1a\x45\xdf\xa3\x84\x42\x86\x81\1"
#define UNKNOWN "\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff"
/* The scale, and 10000 of it as a single and as a double. */
#define SCALE(bytes) "\x2a\xd7\xb1\x83" bytes
#define SINGLE "\x44\x89\x84\x46\x1c\x40\0"
#define DOUBLE "\x44\x89\x88\x40\xc3\x88\0\0\0\0\0"
#define MILLISECOND "\x0f\x42\x40"
#define VIDEO "\xae\x8a\xe0\x88\xb0\x82\2\x80\xba\x82\1\xe0"
#define SOUND "\xae\x8b\xe1\x89\xb5\x84\x47\x3b\x80\0\x9f\x81\2"
#define MONO "\xae\x88\xe1\x86\xb5\x84\x47\x3b\x80\0"

static const MediaCase cases[] = {
  { "duration, video and sound",
    BYTES (EBML UNKNOWN "\x15\x49\xa9\x66\x8e" SCALE (MILLISECOND) SINGLE
           "\x16\x54\xae\x6b\x99" VIDEO SOUND),
    "640 × 480 pixels · 10.0 s · stereo · 48 kHz" },
  { "the segment has a length; the scale is left out",
    BYTES (EBML "\x18\x53\x80\x67\x90\x15\x49\xa9\x66\x8b" DOUBLE), "10.0 s" },
  { "the scale behind the duration, and another one",
    BYTES (EBML UNKNOWN "\x15\x49\xa9\x66\x8e" SINGLE SCALE ("\x1e\x84\x80")), "20.0 s" },
  { "one channel is not said", BYTES (EBML UNKNOWN "\x16\x54\xae\x6b\x8a" MONO), "mono · 48 kHz" },
  { "behind a cluster",
    BYTES (EBML UNKNOWN "\x1f\x43\xb6\x75\x82" "ab\x15\x49\xa9\x66\x8b" DOUBLE), "10.0 s" },
  { "behind a cluster of unknown length",
    BYTES (EBML UNKNOWN "\x1f\x43\xb6\x75\xff\x15\x49\xa9\x66\x8b" DOUBLE), NULL },
  { "no number",
    BYTES (EBML UNKNOWN "\x15\x49\xa9\x66\x8b\x44\x89\x88\x7f\xf8\0\0\0\0\0\0"), NULL },
  { "negative",
    BYTES (EBML UNKNOWN "\x15\x49\xa9\x66\x8b\x44\x89\x88\xc0\xc3\x88\0\0\0\0\0"), NULL },
  { "no segment", BYTES (EBML), NULL },
};

static void
test_cases (void)
{
  media_check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-matroska/cases", test_cases);

  return g_test_run ();
}
