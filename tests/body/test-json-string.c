/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-string.c: escapes undone, cuts between characters. */

#include "config.h"

#include "json-string.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *decoded;
  gsize       length;
} cases[] = {
  { "", "", 0 },
  { "plain", "plain", 5 },
  { "\\b\\f\\n\\r\\t\\\"\\\\\\/", "\b\f\n\r\t\"\\/", 8 },
  { "\\u0041\\u00e9", "A\303\251", 3 },
  { "a\\u0000b", "a\0b", 3 },
  { "\\ud83d\\uDE00", "\360\237\230\200", 4 },
  { "\\ud83dx", "\357\277\275x", 4 },
  { "\\ude00\\ud83d", "\357\277\275\357\277\275", 6 },
  { "\\ud83d\\u0041", "\357\277\275A", 4 },
};

static void
test_decode (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *exact = g_memdup2 (cases[i].text, length);
      g_autoptr (GString) out = g_string_new ("<");

      rt_json_string_decode (exact, length, out);
      g_assert_cmpmem (out->str + 1, out->len - 1, cases[i].decoded, cases[i].length);
    }
}

/* In pieces of any length it is the same. */
static void
test_decode_some (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize max = 1; max < 14; max++)
      {
        gsize length = strlen (cases[i].text);
        g_autofree char *exact = g_memdup2 (cases[i].text, length);
        g_autoptr (GString) out = g_string_new (NULL);

        for (gsize at = 0; at < length;)
          {
            gsize n = rt_json_string_decode_some (exact + at, length - at, max, out);

            g_assert_cmpuint (n, >, 0);
            g_assert_cmpuint (n, <=, max + 11);
            at += n;
          }
        g_assert_cmpmem (out->str, out->len, cases[i].decoded, cases[i].length);
      }
}

static void
test_cut (void)
{
  const char *text = "a\303\251\360\237\230\200b";
  static const gsize at[] = { 0, 1, 1, 3, 3, 3, 3, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    g_assert_cmpuint (rt_json_string_cut (text, i), ==, at[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-string/decode", test_decode);
  g_test_add_func ("/json-string/decode-some", test_decode_some);
  g_test_add_func ("/json-string/cut", test_cut);

  return g_test_run ();
}
