/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of image-marks.c. */

#include "config.h"

#include "image-marks.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

#define PNG "\211PNG\r\n\032\n"
#define IHDR "\0\0\0\x0d" "IHDR\0\1\x86\xa0\0\0\0\2\1\0\0\0\0...."
#define IDAT "\0\0\0\2" "IDATxx...."
#define IEND "\0\0\0\0" "IEND...."
#define ACTL(n) "\0\0\0\x08" "acTL" n "\0\0\0\0" "...."
#define DQT "\xff\xdb\0\4\xff\xd9"
#define SOS "\xff\xda\0\3x"

static const struct
{
  const char *bytes;
  gsize       length;
  gboolean    is_cut;
  gboolean    is_animated;
  guint       width;
} rows[] = {
  { BYTES (PNG IHDR IDAT IEND), FALSE, FALSE, 100000 },
  { BYTES (PNG IHDR IDAT IEND "more"), FALSE, FALSE, 100000 },
  { BYTES (PNG IHDR IDAT), TRUE, FALSE, 100000 },
  { BYTES (PNG IHDR ACTL ("\0\0\0\2") IDAT IEND), FALSE, TRUE, 100000 },
  { BYTES (PNG IHDR ACTL ("\0\0\0\1") IDAT IEND), FALSE, FALSE, 100000 },
  /* Behind the pixels it means nothing. */
  { BYTES (PNG IHDR IDAT ACTL ("\0\0\0\2") IEND), FALSE, FALSE, 100000 },
  { BYTES (PNG IHDR "\xff\xff\xff\xff" "IDATxx" IEND), TRUE, FALSE, 100000 },
  { BYTES (PNG), TRUE, FALSE, 0 },

  { BYTES ("\xff\xd8" DQT SOS "ab\xff\0\xff\xd9"), FALSE, FALSE, 0 },
  { BYTES ("\xff\xd8" DQT SOS "ab\xff\0\xff\xd9more"), FALSE, FALSE, 0 },
  { BYTES ("\xff\xd8\xff\xff" DQT SOS "ab\xff\0"), TRUE, FALSE, 0 },
  { BYTES ("\xff\xd8" DQT), TRUE, FALSE, 0 },
  { BYTES ("\xff\xd8" DQT "\xff"), TRUE, FALSE, 0 },
  { BYTES ("\xff\xd8\xff\xe0\xff\xff"), TRUE, FALSE, 0 },
  { BYTES ("\xff\xd8" DQT "nonsense"), FALSE, FALSE, 0 },

  { BYTES ("RIFF\x0a\0\0\0WEBPVP8 xx"), FALSE, FALSE, 0 },
  { BYTES ("RIFF\x0b\0\0\0WEBPVP8 xx"), TRUE, FALSE, 0 },
  { BYTES ("RIFF\x0d\0\0\0WEBPVP8X\x0a\0\0\0\x12"), FALSE, TRUE, 0 },
  { BYTES ("RIFF\x0d\0\0\0WEBPVP8X\x0a\0\0\0\x10"), FALSE, FALSE, 0 },
  { BYTES ("RIFF\xff\xff\xff\xffWEBP"), TRUE, FALSE, 0 },

  { BYTES ("GIF89a"), FALSE, FALSE, 0 },
  { BYTES (""), FALSE, FALSE, 0 },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree guint8 *exact = g_memdup2 (rows[i].bytes, rows[i].length);
      RtImageMarks marks;

      g_test_message ("row %u", (guint) i);
      rt_image_marks_read (exact, rows[i].length, &marks);
      g_assert_cmpint (marks.is_cut, ==, rows[i].is_cut);
      g_assert_cmpint (marks.is_animated, ==, rows[i].is_animated);
      g_assert_cmpuint (marks.width, ==, rows[i].width);
    }
}

/* Each beginning of a whole one is cut, and nothing is read beyond it. */
static void
test_beginnings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize n = 0; n < rows[i].length; n++)
      {
        g_autofree guint8 *exact = g_memdup2 (rows[i].bytes, n);
        RtImageMarks marks;

        rt_image_marks_read (exact, n, &marks);
        g_assert_false (i == 0 && n >= 8 && n < rows[i].length - 8 && !marks.is_cut);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-marks/table", test_table);
  g_test_add_func ("/image-marks/beginnings", test_beginnings);

  return g_test_run ();
}
