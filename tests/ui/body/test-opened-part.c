/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of opened-part.c: bytes, names, parts in parts. */

#include "config.h"

#include "opened-part.h"

static void
assert_path (RtOpenedPart *part,
             const char   *expected)
{
  g_autofree char *path = rt_opened_part_dup_path (part);

  g_assert_cmpstr (path, ==, expected);
}

static void
assert_bytes (RtOpenedPart *part,
              const char   *expected)
{
  g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (rt_opened_part_get_content (part));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (data, length, expected, strlen (expected));
  g_assert_true (rt_body_content_is_complete (rt_opened_part_get_content (part)));
}

static void
test_names (void)
{
  static const struct
  {
    const char *media_type;
    const char *disposition;
    const char *path;
    const char *file_name;
  } rows[] = {
    { "text/plain", "", "text/plain · 3 bytes", "part.txt" },
    { "text/plain; charset=utf-8", "form-data; name=\"a\"",
      "a · text/plain; charset=utf-8 · 3 bytes", "part.txt" },
    { "image/png", "attachment; filename=\"../b.png\"; name=a", "../b.png · image/png · 3 bytes",
      "b.png" },
    { "application/json", "attachment; filename*=UTF-8''%C3%A9.json; filename=e.json",
      "é.json · application/json · 3 bytes", "é.json" },
    { "nonsense", "form-data; name=\"\"", "nonsense · 3 bytes", "part" },
    { "", "", "3 bytes", "part" },
    { NULL, NULL, "3 bytes", "part" },
    { "text/html", "form-data; name=\"<b>\001\"", "<b>\\x01 · text/html · 3 bytes", "part.html" },
  };
  g_autoptr (GBytes) whole = g_bytes_new_static ("0123456", 7);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RtOpenedPart) part =
        rt_opened_part_new (NULL, whole, 2, 3, rows[i].media_type, rows[i].disposition);
      g_autofree char *file_name = rt_opened_part_dup_file_name (part);

      assert_path (part, rows[i].path);
      assert_bytes (part, "234");
      g_assert_cmpstr (file_name, ==, rows[i].file_name);
      g_assert_null (rt_opened_part_get_outer (part));
    }
}

/* An inner one keeps the outer ones, which are named by what is short. */
static void
test_nested (void)
{
  g_autoptr (GBytes) whole = g_bytes_new_static ("0123456789", 10);
  RtOpenedPart *outer = rt_opened_part_new (NULL, whole, 0, 9, "multipart/mixed; boundary=b", "");
  RtOpenedPart *middle = rt_opened_part_new (outer, whole, 1, 7, "multipart/related",
                                             "inline; name=m");
  RtOpenedPart *inner = rt_opened_part_new (middle, whole, 10, 0, "text/html", "");

  g_assert_true (rt_opened_part_get_outer (inner) == middle);
  assert_path (inner, "multipart/mixed › m › text/html · 0 bytes");
  assert_bytes (inner, "");
  g_object_unref (outer);
  g_object_unref (middle);
  assert_bytes (rt_opened_part_get_outer (rt_opened_part_get_outer (inner)), "012345678");
  g_assert_finalize_object (inner);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opened-part/names", test_names);
  g_test_add_func ("/opened-part/nested", test_nested);

  return g_test_run ();
}
