/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-flac.c. */

#include "config.h"

#include "media-check.h"

/* Blocks of 4096 samples, frames of unknown length. */
#define SIZES "\x10\x00\x10\x00\0\0\0\0\0\0"
#define MD5 "0123456789abcdef"

static const MediaCase cases[] = {
  { "44.1 kHz, stereo, 16 bit, 441000 samples",
    BYTES ("fLaC\x80\0\0\x22" SIZES "\x0a\xc4\x42\xf0\x00\x06\xba\xa8" MD5),
    "10.0 s · stereo · 44.1 kHz" },
  { "48 kHz, 6 channels, 24 bit, length not known",
    BYTES ("fLaC\0\0\0\x22" SIZES "\x0b\xb8\x0b\x70\0\0\0\0" MD5), "6 channels · 48 kHz" },
  { "another block first", BYTES ("fLaC\x04\0\0\x22" SIZES "\x0a\xc4\x42\xf0\0\x06\xba\xa8" MD5),
    NULL },
  { "all zero", BYTES ("fLaC\0\0\0\x22" SIZES "\0\0\0\0\0\0\0\0" MD5), NULL },
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
  g_test_add_func ("/media-flac/cases", test_cases);

  return g_test_run ();
}
