/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of signature.c: each mark is found, nothing is read beyond the end. */

#include "config.h"

#include "signature.h"

#include <string.h>

static const struct
{
  const char *bytes;
  gsize       length;
  const char *essence; /* NULL: none */
} cases[] = {
  { "\211PNG\r\n\032\n", 8, "image/png" },
  { "\211PNG\r\n\032", 7, NULL },
  { "RIFF\1\0\0\0WEBPVP8 ", 16, "image/webp" },
  { "RIFF\1\0\0\0WAVEfmt ", 16, "audio/wav" },
  { "RF64\xff\xff\xff\xffWAVEds64", 16, "audio/wav" },
  { "RF64\1\0\0\0WEBPVP8 ", 16, NULL },
  { "XXXX\1\0\0\0WAVEfmt ", 16, NULL },
  { "FORM\1\0\0\0AIFF", 12, "audio/aiff" },
  { "\0\0\0\030ftypavif", 12, "image/avif" },
  { "\0\0\0\030ftypM4A ", 12, "audio/mp4" },
  { "\0\0\0\030ftypisom", 12, "video/mp4" },
  { "\0\0\0\030fty", 7, NULL },
  { "\377\373\220\144", 4, "audio/mpeg" },
  { "\377\376h\0", 4, NULL },
  { "BM\66\0\0\0\0\0\0\0\66\0\0\0\50\0\0\0", 18, "image/bmp" },
  { "BMW is a car and so on", 22, NULL },
  { "PK\003\004", 4, "application/zip" },
  { "", 0, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *exact = g_memdup2 (cases[i].bytes, cases[i].length);
      const RtSignature *found = rt_signature_find (exact, cases[i].length);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (found != NULL ? found->essence : NULL, ==, cases[i].essence);
      if (found != NULL)
        {
          g_assert_true (rt_signature_is_type (found, found->essence));
          g_assert_false (rt_signature_is_type (found, "text/plain"));
          g_assert_cmpstr (rt_signature_words (found), !=, "");
        }
    }
}

static void
test_tar (void)
{
  g_autofree guint8 *bytes = g_malloc0 (262);

  memcpy (bytes + 257, "ustar", 5);
  g_assert_cmpstr (rt_signature_find (bytes, 262)->essence, ==, "application/x-tar");
  g_assert_null (rt_signature_find (bytes, 261));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/cases", test_cases);
  g_test_add_func ("/signature/tar", test_tar);

  return g_test_run ();
}
