/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of charset-convert.c: what the table of test-charset.c does not reach. */

#include "config.h"

#include "charset.h"

#include <string.h>

/* Longer than the converter's buffer. */
static void
test_long (void)
{
  gsize length = 100 * 1000;
  g_autofree guint8 *data = g_malloc (length);
  g_autoptr (RtMediaType) type = rt_media_type_parse ("text/plain; charset=latin1");
  g_autoptr (RtCharset) charset = NULL;
  gsize replaced = 0;
  GString *text;

  memset (data, 0xe9, length);
  charset = rt_charset_detect (type, data, length);
  text = rt_charset_convert (charset, data, length, &replaced);
  g_assert_cmpuint (text->len, ==, 2 * length);
  g_assert_cmpuint (replaced, ==, 0);
  g_string_free (text, TRUE);
}

/* Each byte that is no character is one replacement. */
static void
test_all_bad (void)
{
  static const char * const labels[] = { "utf-8", "shift_jis", "euc-jp", "gb18030", "utf-16le" };
  guint8 data[1001];

  memset (data, 0xff, sizeof data);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *header = g_strdup_printf ("text/plain; charset=%s", labels[i]);
      g_autoptr (RtMediaType) type = rt_media_type_parse (header);
      g_autoptr (RtCharset) charset = rt_charset_detect (type, data, 0);
      gsize replaced = 0;
      GString *text = rt_charset_convert (charset, data, sizeof data, &replaced);

      g_test_message ("%s", labels[i]);
      g_assert_true (g_utf8_validate (text->str, text->len, NULL));
      g_assert_cmpuint (text->len, >=, sizeof data / 2);
      if (strcmp (labels[i], "utf-8") == 0)
        g_assert_cmpuint (replaced, ==, sizeof data);
      g_string_free (text, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset-convert/long", test_long);
  g_test_add_func ("/charset-convert/all-bad", test_all_bad);

  return g_test_run ();
}
