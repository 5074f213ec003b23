/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-attributes.c on nodes: what absent attributes leave. What is
 * refused stands in the tests of those who use them.
 */

#include "config.h"

#include "lesson-attributes.h"

#include "catalogue-parser.h"
#include "hops.h"

static RtNode *
parse (const char *xml)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = hops_new_bytes (xml);
  RtNode *node = rt_node_parse ("a.xml", bytes, &error);

  g_assert_no_error (error);

  return node;
}

static void
test_absent (void)
{
  g_autoptr(RtNode) node = parse ("<a/>");
  guint number = 7;
  gboolean flag = TRUE;
  guint exchange = 9;

  g_assert_true (rt_lesson_read_number (node, "n", 1, 5, &number, NULL));
  g_assert_cmpuint (number, ==, 7);
  g_assert_true (rt_lesson_read_flag (node, "f", &flag, NULL));
  g_assert_true (flag);
  g_assert_true (rt_lesson_read_exchange (node, "e", &exchange, NULL));
  g_assert_cmpuint (exchange, ==, RT_LESSON_LAST);
  g_assert_null (rt_lesson_read_token (node, "t", NULL));
  g_assert_true (rt_lesson_check_no_source (node, NULL));
}

static void
test_present (void)
{
  g_autoptr(RtNode) node = parse ("<a n='5' f='no' e='first' x='12' l='last' t='If-Match'/>");
  guint number = 7;
  gboolean flag = TRUE;
  guint exchange = 9;

  g_assert_true (rt_lesson_read_number (node, "n", 1, 5, &number, NULL));
  g_assert_cmpuint (number, ==, 5);
  g_assert_false (rt_lesson_read_number (node, "n", 1, 4, &number, NULL));
  g_assert_true (rt_lesson_read_flag (node, "f", &flag, NULL));
  g_assert_false (flag);
  g_assert_true (rt_lesson_read_exchange (node, "e", &exchange, NULL));
  g_assert_cmpuint (exchange, ==, 1);
  g_assert_true (rt_lesson_read_exchange (node, "x", &exchange, NULL));
  g_assert_cmpuint (exchange, ==, 12);
  g_assert_true (rt_lesson_read_exchange (node, "l", &exchange, NULL));
  g_assert_cmpuint (exchange, ==, RT_LESSON_LAST);
  g_assert_cmpstr (rt_lesson_read_token (node, "t", NULL), ==, "If-Match");
}

static void
test_source (void)
{
  g_autoptr(RtNode) node = parse ("<a of-step='2'/>");
  g_autoptr(RtLessonSource) source = rt_lesson_read_source (node, "ETag", 2, NULL);

  g_assert_cmpuint (source->step, ==, 2);
  g_assert_cmpuint (source->exchange, ==, RT_LESSON_LAST);
  g_assert_false (source->of_request);
  g_assert_null (source->parameter);
  g_assert_null (rt_lesson_read_source (node, "ETag", 1, NULL));
  g_assert_null (rt_lesson_read_source (node, "ETag", 0, NULL));
  g_assert_false (rt_lesson_check_no_source (node, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/attributes/absent", test_absent);
  g_test_add_func ("/lessons/attributes/present", test_present);
  g_test_add_func ("/lessons/attributes/source", test_source);

  return g_test_run ();
}
