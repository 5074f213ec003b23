/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Classes of numbers, at their edges. */

#include "status-code.h"

static void
test_class (void)
{
  static const struct { int code; RtStatusClass status_class; const char *id; } cases[] = {
    { G_MININT, RT_CLASS_NONE, "none" },
    { -1, RT_CLASS_NONE, "none" },
    { 0, RT_CLASS_NONE, "none" },
    { 1, RT_CLASS_OTHER, "other" },
    { 99, RT_CLASS_OTHER, "other" },
    { 100, RT_CLASS_INFORMATIONAL, "1xx" },
    { 199, RT_CLASS_INFORMATIONAL, "1xx" },
    { 200, RT_CLASS_SUCCESS, "2xx" },
    { 299, RT_CLASS_SUCCESS, "2xx" },
    { 300, RT_CLASS_REDIRECTION, "3xx" },
    { 399, RT_CLASS_REDIRECTION, "3xx" },
    { 400, RT_CLASS_CLIENT_ERROR, "4xx" },
    { 499, RT_CLASS_CLIENT_ERROR, "4xx" },
    { 500, RT_CLASS_SERVER_ERROR, "5xx" },
    { 599, RT_CLASS_SERVER_ERROR, "5xx" },
    { 600, RT_CLASS_OTHER, "other" },
    { 999, RT_CLASS_OTHER, "other" },
    { 1000, RT_CLASS_OTHER, "other" },
    { G_MAXINT, RT_CLASS_OTHER, "other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (rt_status_class_of (cases[i].code), ==, cases[i].status_class);
      g_assert_cmpstr (rt_status_class_to_id (cases[i].status_class), ==, cases[i].id);
    }
}

static void
test_new_destroy (void)
{
  RtStatusCode *code = g_object_new (RT_TYPE_STATUS_CODE, NULL);

  g_assert_cmpuint (rt_status_code_get_owners (code)->len, ==, 0);
  g_assert_finalize_object (code);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/status-code/class", test_class);
  g_test_add_func ("/reference/status-code/new-destroy", test_new_destroy);

  return g_test_run ();
}
