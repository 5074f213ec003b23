/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of hex.c. */

#include "config.h"

#include "hex.h"

static void
test_format (void)
{
  static const guint8 data[] = "HTTP/1.1 200 OK\r\n\0\377";
  g_autofree guint8 *exact = g_memdup2 (data, 19);
  g_autoptr (GString) text = g_string_new (NULL);

  rt_hex_append (text, exact, 19, 0);
  g_assert_cmpstr (text->str, ==,
                   "00000000  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  |HTTP/1.1 200 OK.|\n"
                   "00000010  0a 00 ff                                          |...|\n");
}

static void
test_offset (void)
{
  GString *out = g_string_new (NULL);

  rt_hex_append (out, (const guint8 *) "A", 1, G_GUINT64_CONSTANT (0x123456789));
  g_assert_true (g_str_has_prefix (out->str, "123456789  41 "));
  g_string_free (out, TRUE);
}

static void
test_empty (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  rt_hex_append (text, NULL, 0, 0);
  g_assert_cmpstr (text->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hex/format", test_format);
  g_test_add_func ("/hex/offset", test_offset);
  g_test_add_func ("/hex/empty", test_empty);

  return g_test_run ();
}
