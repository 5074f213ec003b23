/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-riff.c: WAV and AVI. */

#include "config.h"

#include "media-check.h"

#define WAVE "RIFF\xff\0\0\0WAVE"
/* Format, channels, samples a second, bytes a second, bytes of a frame, bits. */
#define PCM "fmt \x10\0\0\0\1\0\2\0\x40\x1f\0\0\0\x7d\0\0\4\0\x10\0"
#define ADPCM "fmt \x10\0\0\0\x11\0\1\0\x40\x1f\0\0\xa0\x0f\0\0\0\1\4\0"

/* 40 ms a frame, 250 frames, 640 x 480. */
#define AVIH(frames)                                                                        \
  "avih\x38\0\0\0\x40\x9c\0\0\0\0\0\0\0\0\0\0\0\0\0\0" frames "\0\0\0\0\2\0\0\0\0\0\0\0"    \
  "\x80\2\0\0\xe0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define VIDEO_STREAM "LIST\x10\0\0\0strlstrh\4\0\0\0vids"
#define AUDIO_STREAM "LIST\x28\0\0\0strlstrh\4\0\0\0audsstrf\x10\0\0\0"                    \
  "\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0"
/* Units of @scale / @rate of a second, so many of them. */
#define LONG_AUDIO_STREAM(scale, rate, length)                                              \
  "LIST\x48\0\0\0strlstrh\x24\0\0\0auds................" scale rate "\0\0\0\0" length         \
  "strf\x10\0\0\0" "\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0"

static const MediaCase cases[] = {
  { "a frame of stereo", BYTES (WAVE PCM "data\4\0\0\0abcd"), "0.1 ms · stereo · 8 kHz" },
  { "a chunk of odd length between",
    BYTES (WAVE "LIST\3\0\0\0abc\0" PCM "data\x08\0\0\0abcdefgh"), "0.2 ms · stereo · 8 kHz" },
  { "no data", BYTES (WAVE PCM "data\0\0\0\0"), "stereo · 8 kHz" },
  { "written into a pipe: length not known", BYTES (WAVE PCM "data\xff\xff\xff\xff""abcdefgh"),
    "about 0.2 ms by its size · stereo · 8 kHz" },
  { "compressed: so many samples",
    BYTES (WAVE ADPCM "fact\4\0\0\0\x80\x3e\0\0data\4\0\0\0abcd"), "2.00 s · mono · 8 kHz" },
  { "compressed: by the rate", BYTES (WAVE ADPCM "data\4\0\0\0abcd"),
    "about 1.0 ms by its size · mono · 8 kHz" },
  { "nothing but zeros", BYTES (WAVE "fmt \x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0data\1\0\0\0a"),
    NULL },
  { "no chunk", BYTES (WAVE), NULL },
  { "video and sound",
    BYTES ("RIFF\xff\0\0\0AVI LIST\x8c\0\0\0hdrl" AVIH ("\xfa\0\0\0") VIDEO_STREAM AUDIO_STREAM),
    "640 × 480 pixels · 10.0 s · mono · 8 kHz" },
  { "the file has several parts",
    BYTES ("RIFF\xff\0\0\0AVI LIST\x5c\0\0\0hdrl" AVIH ("\xfa\0\0\0")
           "LIST\x10\0\0\0odmldmlh\4\0\0\0\xdc\5\0\0"),
    "640 × 480 pixels · 1 min 0 s" },
  { "large: the length in 64 bits",
    BYTES ("RF64\xff\xff\xff\xffWAVEds64\x10\0\0\0........\x08\0\0\0\0\0\0\0" PCM
           "data\xff\xff\xff\xff" "abcdefgh"), "0.2 ms · stereo · 8 kHz" },
  { "the sound is longer than the pictures",
    BYTES ("RIFF\xff\0\0\0AVI LIST\x94\0\0\0hdrl" AVIH ("\xfa\0\0\0")
           LONG_AUDIO_STREAM ("\1\0\0\0", "\x40\x1f\0\0", "\0\x77\1\0")),
    "640 × 480 pixels · 12.0 s · mono · 8 kHz" },
  { "shorter than the pictures",
    BYTES ("RIFF\xff\0\0\0AVI LIST\x94\0\0\0hdrl" AVIH ("\xfa\0\0\0")
           LONG_AUDIO_STREAM ("\1\0\0\0", "\x40\x1f\0\0", "\x40\x1f\0\0")),
    "640 × 480 pixels · 10.0 s · mono · 8 kHz" },
  { "written into a pipe: frames not known",
    BYTES ("RIFF\xff\0\0\0AVI LIST\x94\0\0\0hdrl" AVIH ("\0\0\0\0")
           LONG_AUDIO_STREAM ("\1\0\0\0", "\x40\x1f\0\0", "\xff\xff\xff\x7f")),
    "640 × 480 pixels · mono · 8 kHz" },
  { "a list that is longer than the file",
    BYTES ("RIFF\xff\0\0\0AVI LIST\xff\xff\xff\x7fhdrl" AVIH ("\xfa\0\0\0")), NULL },
};

static void
test_cases (void)
{
  media_check_cases (cases, G_N_ELEMENTS (cases));
}

/* What is stated holds while the rest arrives. */
static void
test_arriving (void)
{
  static const char start[] = WAVE PCM "data\0\x7d\0\0";
  static const char endless[] = WAVE PCM "data\xff\xff\xff\xff";
  RtMediaFacts facts;

  media_read_exact (start, sizeof (start) - 1, FALSE, &facts);
  g_assert_cmpint (facts.duration, ==, G_USEC_PER_SEC);
  g_assert_false (facts.is_estimate);
  media_read_exact (endless, sizeof (endless) - 1, FALSE, &facts);
  g_assert_cmpint (facts.duration, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-riff/cases", test_cases);
  g_test_add_func ("/media-riff/arriving", test_arriving);

  return g_test_run ();
}
