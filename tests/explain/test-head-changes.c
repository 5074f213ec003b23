/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "head-changes.h"

#include <string.h>

#include "word-list.h"

static RtHead *
head_of (const char *fields)
{
  g_autofree char *text = g_strconcat ("GET / HTTP/1.1\r\n", fields, "\r\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (RT_HEAD_REQUEST, bytes);
}

static void
test_changes (void)
{
  g_autoptr(RtHead) before = head_of ("Host: a\r\nA: 1\r\nb: 1\r\nB: 2\r\nC: x\r\nGone: 1\r\n");
  g_autoptr(RtHead) after = head_of ("c: x\r\nhost: a\r\nB: 1\r\nA: 2\r\nNew: 1\r\nb: 2\r\n");
  g_autoptr(RtHeadChanges) changes = rt_head_changes_new (before, after);
  g_autofree char *dropped = rt_word_list_join (changes->dropped);
  g_autofree char *added = rt_word_list_join (changes->added);
  g_autofree char *changed = rt_word_list_join (changes->changed);
  g_autofree char *kept = rt_word_list_join (changes->kept);

  g_assert_cmpstr (dropped, ==, "Gone");
  g_assert_cmpstr (added, ==, "New");
  g_assert_cmpstr (changed, ==, "A");
  g_assert_cmpstr (kept, ==, "Host, b and C");
  g_assert_true (rt_head_changes_has (changes->kept, "c"));
  g_assert_false (rt_head_changes_has (changes->kept, "a"));
}

/* One value more is another value. */
static void
test_repeated (void)
{
  g_autoptr(RtHead) before = head_of ("A: 1\r\n");
  g_autoptr(RtHead) after = head_of ("A: 1\r\nA: 1\r\n");
  g_autoptr(RtHeadChanges) changes = rt_head_changes_new (before, after);

  g_assert_true (rt_head_changes_has (changes->changed, "A"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/head-changes/changes", test_changes);
  g_test_add_func ("/head-changes/repeated", test_repeated);

  return g_test_run ();
}
