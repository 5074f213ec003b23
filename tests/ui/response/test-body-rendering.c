/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-rendering.c: what is shown of a body, and how much. */

#include "config.h"

#include "body-rendering.h"

#include <string.h>

static RtBodyRendering *
make (const char *type,
      const char *content,
      gboolean    whole)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

  return rt_body_rendering_make (bytes, type, whole);
}

static void
test_json (void)
{
  g_autoptr (RtBodyRendering) r = make ("application/json", "{\"a\":[1.00,18446744073709551616]}",
                                        FALSE);

  g_assert_cmpint (r->kind, ==, RT_BODY_KIND_JSON);
  g_assert_cmpstr (r->raw.text, ==, "{\"a\":[1.00,18446744073709551616]}");
  g_assert_cmpstr (r->pretty.text, ==,
                   "{\n  \"a\": [\n    1.00,\n    18446744073709551616\n  ]\n}");
  g_assert_null (r->flaw);
}

static void
test_bad_json (void)
{
  g_autoptr (RtBodyRendering) r = make ("application/json", "{\"a\":1,\n}", FALSE);

  g_assert_null (r->pretty.text);
  g_assert_nonnull (strstr (r->flaw, "line 2, column 1"));
}

static void
test_json_lines (void)
{
  g_autoptr (RtBodyRendering) r = make ("application/x-ndjson", "{}\n[]\n", FALSE);

  if (r->kind == RT_BODY_KIND_JSON)
    g_assert_cmpstr (r->pretty.text, ==, "{}\n[]");
}

static void
test_xml (void)
{
  g_autoptr (RtBodyRendering) good = make ("application/xml", "<a><b/></a>", FALSE);
  g_autoptr (RtBodyRendering) bad = make ("application/xml", "<a><b></a>", FALSE);

  g_assert_cmpstr (good->pretty.text, ==, "<a>\n  <b/>\n</a>");
  g_assert_null (bad->pretty.text);
  g_assert_nonnull (strstr (bad->flaw, "line 1"));
}

static void
test_text (void)
{
  g_autoptr (RtBodyRendering) r = make ("text/plain; charset=utf-8", "caf\351\n", FALSE);

  g_assert_cmpstr (r->raw.text, ==, "caf\357\277\275\n");
  g_assert_cmpstr (r->charset, ==, "UTF-8");
  g_assert_cmpuint (r->n_replaced, ==, 1);
  g_assert_false (r->raw.cut);
}

static void
test_long_line (void)
{
  g_autofree char *letters = g_strnfill (RT_RENDERING_LINE + 50, 'x');
  g_autofree char *content = g_strconcat ("first\n", letters, "\nlast\n", NULL);
  g_autoptr (RtBodyRendering) begin = make ("text/plain", content, FALSE);
  g_autoptr (RtBodyRendering) all = make ("text/plain", content, TRUE);

  g_assert_true (begin->raw.cut);
  g_assert_cmpuint (strlen (begin->raw.text), ==, 6 + RT_RENDERING_LINE);
  g_assert_false (all->raw.cut);
  g_assert_cmpstr (all->raw.text, ==, content);
}

static void
test_very_long_line (void)
{
  g_autofree char *letters = g_strnfill (RT_RENDERING_ALL_LINE + 50, 'x');
  g_autofree char *content = g_strconcat (letters, "\nlast\n", NULL);
  g_autoptr (RtBodyRendering) all = make ("text/plain", content, TRUE);

  g_assert_true (all->raw.cut);
  g_assert_true (g_str_has_suffix (all->raw.text, " …\nlast\n"));
}

static void
test_large (void)
{
  gsize n = 3 * RT_RENDERING_BYTES;
  g_autofree char *content = g_malloc (n + 1);
  g_autoptr (RtBodyRendering) begin = NULL;
  g_autoptr (RtBodyRendering) all = NULL;

  for (gsize i = 0; i < n; i++)
    content[i] = i % 80 == 79 ? '\n' : 'y';
  content[n] = '\0';
  begin = make ("text/plain", content, FALSE);
  all = make ("text/plain", content, TRUE);
  g_assert_true (begin->raw.cut);
  g_assert_cmpuint (strlen (begin->raw.text), ==, RT_RENDERING_BYTES);
  g_assert_false (all->raw.cut);
  g_assert_cmpuint (strlen (all->raw.text), ==, n);
}

static void
test_binary (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (RtBodyRendering) r = rt_body_rendering_make (bytes, NULL, FALSE);

  g_assert_cmpint (r->kind, ==, RT_BODY_KIND_BINARY);
  g_assert_true (g_str_has_prefix (r->raw.text, "00000000  00 01 02"));
  g_assert_null (r->charset);
}

static void
test_not_an_image (void)
{
  g_autoptr (RtBodyRendering) r = make ("image/png", "sorry", FALSE);

  g_assert_null (r->texture);
  g_assert_nonnull (r->flaw);
  g_assert_true (g_str_has_prefix (r->raw.text, "00000000"));
}

static void
test_empty (void)
{
  g_autoptr (RtBodyRendering) r = make ("application/json", "", FALSE);

  g_assert_cmpint (r->kind, ==, RT_BODY_KIND_EMPTY);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]", 3);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RtBodyRendering) r = NULL;

  rt_body_rendering_make_async (bytes, "application/json", FALSE, NULL, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  r = rt_body_rendering_make_finish (result, NULL);
  g_assert_cmpstr (r->pretty.text, ==, "[\n  1\n]");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  rt_body_rendering_make_async (bytes, NULL, FALSE, cancellable, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (rt_body_rendering_make_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-rendering/json", test_json);
  g_test_add_func ("/body-rendering/bad-json", test_bad_json);
  g_test_add_func ("/body-rendering/json-lines", test_json_lines);
  g_test_add_func ("/body-rendering/xml", test_xml);
  g_test_add_func ("/body-rendering/text", test_text);
  g_test_add_func ("/body-rendering/long-line", test_long_line);
  g_test_add_func ("/body-rendering/very-long-line", test_very_long_line);
  g_test_add_func ("/body-rendering/large", test_large);
  g_test_add_func ("/body-rendering/binary", test_binary);
  g_test_add_func ("/body-rendering/not-an-image", test_not_an_image);
  g_test_add_func ("/body-rendering/empty", test_empty);
  g_test_add_func ("/body-rendering/async", test_async);
  g_test_add_func ("/body-rendering/cancelled", test_cancelled);

  return g_test_run ();
}
