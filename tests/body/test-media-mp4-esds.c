/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-mp4-esds.c: what the decoder is told, and not the fields before
 * it, which say stereo of 44.1 kHz here. */

#include "config.h"

#include "made-boxes.h"

#define FIELDS "......\0\1\0\0......\0\2\0\x10\0\0\0\0\xac\x44\0\0"
#define FIELDS_1 "......\0\1\0\1......\0\2\0\x10\0\0\0\0\xac\x44\0\0................"
/* An ES descriptor, a decoder's with 13 bytes, its own with those of @config. */
#define ESDS(codec, config)                                                                 \
  "\0\0\0\0\3\x16\0\1\0\4\x11" codec "\x15\0\0\0\0\0\0\0\0\0\0\0\5\2" config
#define ESDS_3(codec, config)                                                               \
  "\0\0\0\0\3\x17\0\1\0\4\x12" codec "\x15\0\0\0\0\0\0\0\0\0\0\0\5\3" config

static GByteArray *
make_entry (const char *fields,
            gsize       n_fields,
            GByteArray *box)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  g_byte_array_append (content, (const guint8 *) fields, n_fields);
  g_byte_array_append (content, box->data, box->len);
  g_byte_array_unref (box);

  return made_box ("mp4a", content->data, content->len);
}

static void
check_entry (GByteArray *entry,
             const char *words)
{
  made_check (made_boxes ("moov", made_movie_header (0), made_track ("soun", entry), NULL), NULL,
              words);
}

static void
check (const char *esds,
       gsize       length,
       const char *words)
{
  check_entry (make_entry (BYTES (FIELDS), made_box ("esds", esds, length)), words);
}

static void
test_config (void)
{
  check (BYTES (ESDS ("\x40", "\x12\x08")), "mono · 44.1 kHz");
  check (BYTES (ESDS ("\x40", "\x12\x10")), "stereo · 44.1 kHz");
  check (BYTES (ESDS ("\x67", "\x11\xb0")), "6 channels · 48 kHz");
  /* Seven is eight; none: in the sound itself. */
  check (BYTES (ESDS ("\x40", "\x11\xb8")), "8 channels · 48 kHz");
  check (BYTES (ESDS ("\x40", "\x11\x80")), "stereo · 48 kHz");
  /* Type 5: doubled to 48 kHz; type 29: one channel becomes two as well. */
  check (BYTES (ESDS_3 ("\x40", "\x2b\x09\x80")), "mono · 48 kHz");
  check (BYTES (ESDS_3 ("\x40", "\xeb\x09\x80")), "stereo · 48 kHz");
  /* MP3 in it, a type and a rate that are none. */
  check (BYTES (ESDS ("\x6b", "\x12\x08")), "stereo · 44.1 kHz");
  check (BYTES (ESDS ("\x40", "\x02\x08")), "stereo · 44.1 kHz");
  check (BYTES (ESDS ("\x40", "\x16\x88")), "stereo · 44.1 kHz");
}

/* Lengths of four bytes, a URL and more before the decoder, a rate in 24 bits. */
static void
test_forms (void)
{
  check (BYTES ("\0\0\0\0\3\x80\x80\x80\x22\0\1\0\4\x80\x80\x80\x14"
                "\x40\x15\0\0\0\0\0\0\0\0\0\0\0\5\x80\x80\x80\2\x12\x08"), "mono · 44.1 kHz");
  check (BYTES ("\0\0\0\0\3\x1d\0\1\xe0\0\0\2ab\0\0\4\x11"
                "\x40\x15\0\0\0\0\0\0\0\0\0\0\0\5\2\x12\x08"), "mono · 44.1 kHz");
  check (BYTES ("\0\0\0\0\3\x19\0\1\0\4\x14\x40\x15\0\0\0\0\0\0\0\0\0\0\0\5\5\x17\x80\x2b\x11\x08"),
         "mono · 22.05 kHz");
  check (BYTES ("\0\0\0\0\3"), "stereo · 44.1 kHz");
  check_entry (make_entry (BYTES (FIELDS_1), made_boxes ("wave", made_box ("frma", "mp4a", 4),
                           made_box ("esds", BYTES (ESDS ("\x40", "\x12\x08"))), NULL)),
               "mono · 44.1 kHz");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-mp4-esds/config", test_config);
  g_test_add_func ("/media-mp4-esds/forms", test_forms);

  return g_test_run ();
}
