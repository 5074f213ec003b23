/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-ogg.c. */

#include "config.h"

#include "media-check.h"

/* Flags, position, stream; page number and checksum are not looked at. */
#define PAGE(flags, position, serial, segments)                                             \
  "OggS\0" flags position serial "\0\0\0\0\0\0\0\0\1" segments
#define AT(low, high) low high "\0\0\0\0\0\0"
#define A "\1\0\0\0"
#define B "\2\0\0\0"
#define NOWHERE "\xff\xff\xff\xff\xff\xff\xff\xff"

#define VORBIS PAGE ("\2", AT ("\0", "\0"), A, "\x1e")                                      \
  "\1vorbis\0\0\0\0\2\x40\x1f\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xb8\1"
#define OPUS PAGE ("\2", AT ("\0", "\0"), A, "\x13") "OpusHead\1\1\x38\1\x44\xac\0\0\0\0\0"
#define THEORA PAGE ("\2", AT ("\0", "\0"), B, "\x14")                                      \
  "\200theora\3\2\1\0\x28\0\x1e\0\2\x80\0\1\xe0"
/* 25 pictures a second; the lower 6 bits count from the last whole one. */
#define THEORA_TIMED PAGE ("\2", AT ("\0", "\0"), B, "\x2a")                                \
  "\200theora\3\2\1\0\x28\0\x1e\0\2\x80\0\1\xe0\0\0\0\0\0\x19\0\0\0\1......\0...\x00\xc0"
#define SPEEX PAGE ("\2", AT ("\0", "\0"), A, "\x50")                                       \
  "Speex   ...................." "\1\0\0\0\x50\0\0\0\x80\x3e\0\0\1\0\0\0\4\0\0\0\1\0\0\0"          \
  "............................"
#define SOUND(position, serial) PAGE ("\0", position, serial, "\2") "xy"

static const MediaCase cases[] = {
  { "Vorbis, 2 s at 8 kHz",
    BYTES (VORBIS SOUND (AT ("\x40", "\x1f"), A) SOUND (AT ("\x80", "\x3e"), A)),
    "2.00 s · stereo · 8 kHz" },
  { "no packet ends in the last page",
    BYTES (VORBIS SOUND (AT ("\x40", "\x1f"), A) SOUND (NOWHERE, A)), "1.00 s · stereo · 8 kHz" },
  { "Opus, without what is skipped", BYTES (OPUS SOUND (AT ("\xb8", "\xbc"), A)),
    "1.00 s · mono · 48 kHz" },
  { "video and sound",
    BYTES (THEORA VORBIS SOUND (AT ("\x40", "\x1f"), A) SOUND (AT ("\x80", "\x3e"), B)),
    "640 × 480 pixels · 1.00 s · stereo · 8 kHz" },
  { "another stream follows", BYTES (VORBIS SOUND (AT ("\x40", "\x1f"), B)), "stereo · 8 kHz" },
  { "recorded from the middle",
    BYTES (VORBIS SOUND ("\0\0\0\1\0\0\0\0", A) SOUND ("\0\x7d\0\1\0\0\0\0", A)),
    "stereo · 8 kHz" },
  { "pictures alone: 2 whole ones, 50 in all",
    BYTES (THEORA_TIMED SOUND (AT ("\x12", "\x08"), B)), "640 × 480 pixels · 2.00 s" },
  { "pictures are longer than the sound",
    BYTES (THEORA_TIMED VORBIS SOUND (AT ("\x40", "\x1f"), A) SOUND (AT ("\x12", "\x08"), B)),
    "640 × 480 pixels · 2.00 s · stereo · 8 kHz" },
  { "Speex", BYTES (SPEEX SOUND (AT ("\x80", "\x3e"), A)), "1.00 s · mono · 16 kHz" },
  { "two files, one behind the other",
    BYTES (VORBIS SOUND (AT ("\x40", "\x1f"), A) VORBIS SOUND (AT ("\x40", "\x1f"), A)),
    "stereo · 8 kHz" },
  { "a codec that is not known", BYTES (PAGE ("\2", AT ("\0", "\0"), A, "\4") "what"), NULL },
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
  g_test_add_func ("/media-ogg/cases", test_cases);

  return g_test_run ();
}
