/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-content.h"

#include <string.h>

#include "cases.h"
#include "compared-rows.h"
#include "exchange-private.h"

static RtExchange *
exchange_of (const char *type,
             const char *content,
             gssize      length)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://a.example/");
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n", type);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  gsize size = length < 0 ? strlen (content) : (gsize) length;

  rt_exchange_take_response_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, bytes));
  if (size > 0)
    g_assert_true (rt_body_append (rt_exchange_get_body (exchange), content, size, NULL));
  rt_exchange_finish (exchange);

  return exchange;
}

static char *
compare (const char *type,
         const char *left,
         gssize      left_length,
         const char *right,
         gssize      right_length,
         guint       max_lines)
{
  g_autoptr(RtExchange) a = exchange_of (type, left, left_length);
  g_autoptr(RtExchange) b = exchange_of (type, right, right_length);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  rt_compare_content (rows, a, b, max_lines);

  return compared_rows_dup (rows, RT_COMPARED_CONTENT);
}

static void
test_lines (void)
{
  static const char *const cases[][3] = {
    { "", "", "" },
    { "a\n", "a\n", "=Content|2 bytes|2 bytes\n" },
    { "", "a\nb", ">Line 1|-|a\n>Line 2|-|b\n" },
    { "a\nb\nc\n", "a\nx\nc\n", "=Line 1|a|a\n~Line 2|b|x\n=Line 3|c|c\n" },
    { "a\nc", "a\nb\nc", "=Line 1|a|a\n>Line 2|-|b\n=Line 2|c|c\n" },
    { "1\n2\n3\n4\nx\n5\n6\n7\n8\n9", "1\n2\n3\n4\ny\n5\n6\n7\n8\n9",
      "=4 equal lines|-|-\n~Line 5|x|y\n=5 equal lines|-|-\n" },
    { "n\na", "a\nb", "<Line 1|n|-\n=Line 2|a|a\n>Line 2|-|b\n" },
    { "p\nq\na\nx", "p\na\ny",
      "=Line 1|p|p\n<Line 2|q|-\n=Line 3|a|a\n~Line 4, now 3|x|y\n" },
    { "a\r\n", "a\n", "~Line 1|a\\r|a\n" },
    { "a\r\nb", "x\r\nb", "~Line 1|a|x\n=Line 2|b|b\n" },
    { "\303\251\n<b>\n", "\377\n<b>\n", "~Line 1|\303\251|\\xFF\n=Line 2|<b>|<b>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = compare ("text/plain", cases[i][0], -1, cases[i][1], -1, 100);

      g_assert_cmpstr (rows, ==, cases[i][2]);
    }
}

/* Only the last line end: no line is another, and yet they are not the same. */
static void
test_last_line_end (void)
{
  g_autofree char *rows = compare ("text/plain", "a\n", -1, "a", -1, 100);

  g_assert_nonnull (strstr (rows, "=Line 1|a|a\n~Content|2 bytes, SHA-256 "));
}

static void
test_binary (void)
{
  g_autofree char *rows = compare ("image/png", "a\0b", 3, "a\0c", 3, 100);
  g_autofree char *same = compare ("image/png", "a\0b", 3, "a\0b", 3, 100);

  g_assert_true (g_str_has_prefix (rows, "~Content|3 bytes, SHA-256 "));
  g_assert_null (strchr (strchr (rows, '\n') + 1, '\n'));
  g_assert_cmpstr (same, ==, "=Content|3 bytes|3 bytes\n");
}

static void
test_charset (void)
{
  g_autofree char *rows = compare ("text/plain; charset=iso-8859-1", "\351", -1, "\352", -1, 9);
  g_autofree char *unknown = compare ("text/plain; charset=nobody", "\351", -1, "a", -1, 9);

  g_assert_cmpstr (rows, ==, "~Line 1|\303\251|\303\252\n");
  g_assert_cmpstr (unknown, ==, "~Line 1|\\xE9|a\n");
}

/* One long line is shown around its first difference, and never half a character. */
static void
test_long_line (void)
{
  g_autoptr(GString) left = g_string_new (NULL);
  g_autoptr(GString) right = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (left, "\303\251");
  right = g_string_new (left->str);
  left->str[2001] = '\250';
  rows = compare ("text/plain", left->str, left->len, right->str, right->len, 100);
  g_assert_true (g_utf8_validate (rows, -1, NULL));
  g_assert_true (g_str_has_prefix (rows, "~Line 1|…\303\251"));
  g_assert_nonnull (strstr (rows, "\303\250"));
  g_assert_null (strstr (rows, "\\x"));
  g_assert_cmpuint (strlen (rows), <, 1000);
}

static void
test_beyond (void)
{
  g_autofree char *same = compare ("text/plain", "a\nb\nc\n", -1, "x\nb\nc\n", -1, 2);
  g_autofree char *other = compare ("text/plain", "a\nb\nc\n", -1, "a\nb\nd\n", -1, 2);
  g_autofree char *more = compare ("text/plain", "a\nb\n", -1, "a\nb\nd\n", -1, 2);

  g_assert_cmpstr (same, ==, "~Line 1|a|x\n=Line 2|b|b\n"
                             "=After line 2|2 bytes more, not compared by line|"
                             "2 bytes more, not compared by line\n");
  g_assert_nonnull (strstr (other, "~After line 2|"));
  g_assert_nonnull (strstr (more, ">After line 2|-|2 bytes more, not compared by line\n"));
}

/* Many lines: as many rows as there are changes. */
static void
test_many (void)
{
  g_autoptr(GString) left = g_string_new (NULL);
  g_autoptr(GString) right = g_string_new (NULL);
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_string_append_printf (left, "line %u\n", i);
      g_string_append_printf (right, "line %u%s\n", i, i == 40000 ? "!" : "");
    }
  rows = compare ("text/plain", left->str, -1, right->str, -1, 100000);
  g_assert_cmpstr (rows, ==, "=40000 equal lines|-|-\n~Line 40001|line 40000|line 40000!\n"
                             "=9999 equal lines|-|-\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare-content/lines", test_lines);
  g_test_add_func ("/compare-content/last-line-end", test_last_line_end);
  g_test_add_func ("/compare-content/binary", test_binary);
  g_test_add_func ("/compare-content/charset", test_charset);
  g_test_add_func ("/compare-content/long-line", test_long_line);
  g_test_add_func ("/compare-content/beyond", test_beyond);
  g_test_add_func ("/compare-content/many", test_many);

  return g_test_run ();
}
