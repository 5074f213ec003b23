/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-content.c: kind, charset and lines while a body arrives. */

#include "config.h"

#include "body-content.h"

#include "contents.h"

#include <string.h>

static void
assert_lines (RtBodyContent *content,
              RtBodyView     view,
              const char    *expected)
{
  g_autofree char *text = rt_test_lines_dup (rt_body_content_get_lines (content, view));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_views (void)
{
  g_autoptr (RtBodyContent) json = rt_test_content_new ("application/json", "{\"a\":1.0}", -1);
  g_autoptr (RtBodyContent) binary = rt_test_content_new (NULL, "\0\1\2", 3);

  g_assert_cmpint (rt_body_content_get_kind (json), ==, RT_BODY_KIND_JSON);
  g_assert_false (rt_body_content_is_by_bytes (json));
  assert_lines (json, RT_BODY_VIEW_PRETTY, "{\n  \"a\": 1.0\n}");
  assert_lines (json, RT_BODY_VIEW_RAW, "{\"a\":1.0}");
  g_assert_nonnull (rt_body_content_get_tree (json));
  g_assert_false (rt_body_content_has_view (json, RT_BODY_VIEW_IMAGE));
  g_assert_null (rt_body_content_get_lines (json, RT_BODY_VIEW_IMAGE));

  g_assert_cmpint (rt_body_content_get_kind (binary), ==, RT_BODY_KIND_BINARY);
  g_assert_true (rt_body_content_is_by_bytes (binary));
  g_assert_null (rt_body_content_get_charset (binary));
  g_assert_null (rt_body_content_get_lines (binary, RT_BODY_VIEW_RAW));
  g_assert_null (rt_body_content_get_tree (binary));
  g_assert_cmpuint (rt_lines_get_n_lines (rt_body_content_get_lines (binary, RT_BODY_VIEW_HEX)),
                    ==, 1);
}

static void
test_essence (void)
{
  static const char *const rows[][2] = {
    { "Text/HTML; charset=x", "text/html" }, { "a/b", "a/b" }, { "nonsense", "" }, { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RtBodyContent) content = rt_test_content_new (rows[i][0], "x", -1);
      g_autofree char *essence = rt_body_content_dup_essence (content);

      g_assert_cmpstr (essence, ==, rows[i][1]);
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A few bytes may say something else than more of them: then all begins anew.
 * Afterwards what was taken grows. */
static void
test_arriving (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new (NULL);
  g_autofree char *text = g_strnfill (9000, '1');
  RtLines *lines;
  guint resets = 0;

  g_signal_connect_swapped (content, "reset", G_CALLBACK (count_cb), &resets);
  rt_test_content_extend (content, "", 0, FALSE);
  g_assert_cmpint (rt_body_content_get_kind (content), ==, RT_BODY_KIND_EMPTY);
  rt_test_content_extend (content, "  ", 2, FALSE);
  g_assert_cmpint (rt_body_content_get_kind (content), ==, RT_BODY_KIND_TEXT);
  rt_test_content_extend (content, "  [", 3, FALSE);
  g_assert_cmpint (rt_body_content_get_kind (content), ==, RT_BODY_KIND_JSON);
  g_assert_cmpuint (resets, ==, 2);
  g_assert_false (rt_body_content_is_complete (content));
  lines = rt_body_content_get_lines (content, RT_BODY_VIEW_RAW);
  memcpy (text, "  [1\n,2", 7);
  rt_test_content_extend (content, text, 9000, FALSE);
  rt_test_content_extend (content, text, 9000, TRUE);
  g_assert_cmpuint (resets, ==, 2);
  g_assert_true (lines == rt_body_content_get_lines (content, RT_BODY_VIEW_RAW));
  assert_lines (content, RT_BODY_VIEW_RAW, text);
}

static void
test_charset (void)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("text/plain", "\xc4\xc1", -1);
  guint resets = 0;

  g_signal_connect_swapped (content, "reset", G_CALLBACK (count_cb), &resets);
  g_assert_cmpstr (rt_body_content_get_charset (content)->name, ==, "windows-1252");
  assert_lines (content, RT_BODY_VIEW_RAW, "ÄÁ");
  rt_body_content_choose_charset (content, rt_encoding_find ("koi8-r", -1));
  g_assert_cmpuint (resets, ==, 1);
  assert_lines (content, RT_BODY_VIEW_RAW, "да");
  rt_body_content_choose_charset (content, NULL);
  g_assert_cmpstr (rt_body_content_get_charset (content)->name, ==, "windows-1252");
  g_assert_cmpuint (resets, ==, 2);
}

static void
test_words (void)
{
  g_autoptr (RtBodyContent) broken = rt_test_content_new ("application/json", "{\"a\" 1}", -1);
  g_autoptr (RtBodyContent) sound = rt_test_content_new ("application/json", "{}", -1);
  g_autoptr (RtBodyContent) image = rt_test_content_new ("text/plain", "\211PNG\r\n\032\n\0\0", 10);
  g_autofree char *pretty = rt_test_lines_dup (rt_body_content_get_lines (broken,
                                                                          RT_BODY_VIEW_PRETTY));
  g_autofree char *flaw = rt_body_content_dup_flaw (broken);
  g_autofree char *none = rt_body_content_dup_flaw (sound);
  g_autofree char *wrong = rt_body_content_dup_disagreement (image);

  g_assert_nonnull (strstr (flaw, "line 1, column 6"));
  g_assert_null (none);
  g_assert_nonnull (strstr (wrong, "PNG"));
}

static void
test_dispose (void)
{
  RtBodyContent *content = rt_test_content_new ("application/json", "[1]", -1);
  RtLines *lines = g_object_ref (rt_body_content_get_lines (content, RT_BODY_VIEW_PRETTY));
  RtJsonTree *tree = g_object_ref (rt_body_content_get_tree (content));

  g_assert_finalize_object (content);
  g_object_unref (lines);
  g_object_unref (tree);
}

/* What is announced is known to the lines, also when the text begins anew. */
static void
test_expected (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("text/plain; charset=utf-8");

  rt_body_content_set_expected (content, 100);
  rt_test_content_extend (content, "0123456789", 10, FALSE);
  g_assert_cmpfloat (rt_lines_get_share (rt_body_content_get_lines (content, RT_BODY_VIEW_RAW)),
                     ==, 0.1);
  rt_body_content_set_expected (content, 20);
  g_assert_cmpfloat (rt_lines_get_share (rt_body_content_get_lines (content, RT_BODY_VIEW_RAW)),
                     ==, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-content/views", test_views);
  g_test_add_func ("/body-content/essence", test_essence);
  g_test_add_func ("/body-content/arriving", test_arriving);
  g_test_add_func ("/body-content/charset", test_charset);
  g_test_add_func ("/body-content/words", test_words);
  g_test_add_func ("/body-content/dispose", test_dispose);
  g_test_add_func ("/body-content/expected", test_expected);

  return g_test_run ();
}
