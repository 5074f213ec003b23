/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

static GBytes *
inflate_body (const char            *bytes,
              gsize                  length,
              GZlibCompressorFormat  format)
{
  g_autoptr (GConverter) inflater = G_CONVERTER (g_zlib_decompressor_new (format));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (packed, inflater);
  g_autoptr (GError) error = NULL;
  GBytes *result = g_input_stream_read_bytes (plain, 1000000, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_zlib (void)
{
  static const struct
  {
    const char            *target;
    const char            *coding;
    GZlibCompressorFormat  format;
  } cases[] = {
    { "/gzip", "gzip", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { "/deflate", "deflate", G_ZLIB_COMPRESSOR_FORMAT_ZLIB },
    { "/deflate?raw=1", "deflate", G_ZLIB_COMPRESSOR_FORMAT_RAW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit_get (cases[i].target);
      g_autofree char *coding = visit_field (visited, "Content-Encoding");
      g_autoptr (GBytes) plain = inflate_body (visited->body, visited->body_length,
                                                cases[i].format);
      gsize length;
      const char *text = g_bytes_get_data (plain, &length);

      g_assert_cmpstr (coding, ==, cases[i].coding);
      g_assert_true (g_str_has_prefix (text, "{\"coding\": \""));
      g_assert_cmpuint (length, >, visited->body_length);
      g_assert_cmpmem (text + length - 4, 4, "\n]}\n", 4);
    }
}

static void
test_two_codings (void)
{
  g_autoptr (Visit) visited = visit_get ("/deflate-gzip");
  g_autoptr (GBytes) middle = inflate_body (visited->body, visited->body_length,
                                            G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  gsize length;
  const char *bytes = g_bytes_get_data (middle, &length);
  g_autoptr (GBytes) plain = inflate_body (bytes, length, G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (plain, NULL),
                                   "{\"coding\": \"deflate, gzip\""));
}

static void
test_zstd (void)
{
  g_autoptr (Visit) visited = visit_get ("/zstd");

  g_assert_cmpmem (visited->body, 4, "\x28\xb5\x2f\xfd", 4);
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *name;
    const char *codec;
    const char *type;
  } cases[] = {
    { "utf-8", "UTF-8", "text/plain; charset=utf-8" },
    { "iso-8859-1", "ISO-8859-1", "text/plain; charset=ISO-8859-1" },
    { "windows-1252", "WINDOWS-1252", "text/plain; charset=windows-1252" },
    { "utf-16", "UTF-16", "text/plain; charset=utf-16" },
    { "shift_jis", "SHIFT_JIS", "text/plain; charset=Shift_JIS" },
    { "wrong", "ISO-8859-1", "text/plain; charset=utf-8" },
    { "undeclared", "ISO-8859-1", "text/plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strconcat ("/charset/", cases[i].name, NULL);
      g_autoptr (Visit) visited = visit_get (target);
      g_autofree char *type = visit_field (visited, "Content-Type");
      g_autofree char *text = g_convert (visited->body, visited->body_length, "UTF-8",
                                         cases[i].codec, NULL, NULL, NULL);

      g_assert_cmpint (visited->code, ==, 200);
      g_assert_cmpstr (type, ==, cases[i].type);
      g_assert_nonnull (text);
      g_assert_cmpint (g_utf8_validate (visited->body, visited->body_length, NULL), ==,
                       strcmp (cases[i].name, "utf-8") == 0);
    }
}

static void
test_bom_and_unknown (void)
{
  g_autoptr (Visit) bom = visit_get ("/charset/utf-8-bom");
  g_autoptr (Visit) unknown = visit_get ("/charset/klingon");

  g_assert_true (g_str_has_prefix (bom->body, "\xef\xbb\xbf"));
  g_assert_cmpint (unknown->code, ==, 404);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/zlib", test_zlib);
  g_test_add_func ("/encoding/two-codings", test_two_codings);
  g_test_add_func ("/encoding/zstd", test_zstd);
  g_test_add_func ("/encoding/charsets", test_charsets);
  g_test_add_func ("/encoding/bom-and-unknown", test_bom_and_unknown);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
