/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/playground/deflated.c: zlib reads what was packed. */

#include "deflated.h"

#include <string.h>
#include <zlib.h>

static void
assert_unpacks (GByteArray *packed,
                int         window_bits,
                int         result,
                const char *expected)
{
  char out[200];
  z_stream stream = { 0 };

  g_assert_cmpint (inflateInit2 (&stream, window_bits), ==, Z_OK);
  stream.next_in = packed->data;
  stream.avail_in = packed->len;
  stream.next_out = (guint8 *) out;
  stream.avail_out = sizeof out;
  g_assert_cmpint (inflate (&stream, Z_SYNC_FLUSH), ==, result);
  g_assert_cmpmem (out, stream.total_out, expected, strlen (expected));
  inflateEnd (&stream);
}

static void
test_whole (void)
{
  const int window_bits[] = { RT_DEFLATED_BARE, RT_DEFLATED_ZLIB, RT_DEFLATED_GZIP };
  const char *texts[] = { "", "x", "The same again. The same again. The same again." };

  for (guint i = 0; i < G_N_ELEMENTS (window_bits); i++)
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      {
        g_autoptr (GByteArray) packed =
          rt_deflated_new (texts[k], strlen (texts[k]), window_bits[i], TRUE);

        assert_unpacks (packed, window_bits[i], Z_STREAM_END, texts[k]);
      }
}

static void
test_repeated (void)
{
  g_autoptr (GByteArray) packed = rt_deflated_new ("again, ", 7, RT_DEFLATED_BARE, FALSE);

  g_byte_array_append (packed, packed->data, packed->len);
  assert_unpacks (packed, RT_DEFLATED_BARE, Z_OK, "again, again, ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deflated/whole", test_whole);
  g_test_add_func ("/deflated/repeated", test_repeated);

  return g_test_run ();
}
