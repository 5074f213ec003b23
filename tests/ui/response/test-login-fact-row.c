/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of login-fact-row.c: one row of a login. */

#include "config.h"

#include "login-fact-row.h"

#include "widgets.h"

static void
test_row (void)
{
  RtLoginFact fact = { .title = (char *) "realm", .value = (char *) "<b>",
                       .meaning = (char *) "The area.", .mark = (char *) "Another one.",
                       .fault = -1 };
  GtkWidget *row = g_object_ref_sink (rt_login_fact_row_new (&fact, FALSE));

  rt_test_assert_text (row, "realm\n<b>\nThe area.\n");
  rt_test_assert_text (row, "Another one.");
  g_assert_true (rt_test_find (row, "realm: <b>. The area. Another one.") == row);
  g_assert_finalize_object (row);
}

/* Hidden for the eye and for screen readers. */
static void
test_secret (void)
{
  RtLoginFact fact = { .title = (char *) "Password", .value = (char *) "s3cret",
                       .meaning = (char *) "", .mark = (char *) "", .secret = TRUE,
                       .fault = -1 };
  GtkWidget *hidden = g_object_ref_sink (rt_login_fact_row_new (&fact, FALSE));
  GtkWidget *shown = g_object_ref_sink (rt_login_fact_row_new (&fact, TRUE));

  rt_test_assert_no_text (hidden, "s3cret");
  g_assert_true (rt_test_find (hidden, "Password: ***.") == hidden);
  rt_test_assert_text (shown, "s3cret");
  g_assert_finalize_object (hidden);
  g_assert_finalize_object (shown);
}

static void
test_heading (void)
{
  RtLoginFact fact = { .heading = TRUE, .title = (char *) "Digest MD5", .value = (char *) "",
                       .meaning = (char *) "A hash.", .mark = (char *) "", .fault = -1 };
  GtkWidget *row = g_object_ref_sink (rt_login_fact_row_new (&fact, FALSE));
  g_autofree char *text = rt_test_dup_text (row);

  g_assert_cmpstr (text, ==, "Digest MD5\nA hash.\n");
  g_assert_finalize_object (row);
}

/* Where the form breaks is emphasised, also at the very end. */
static void
test_fault (void)
{
  RtLoginFact fact = { .title = (char *) "As received", .value = (char *) "Basic realm=\"x",
                       .meaning = (char *) "", .mark = (char *) "Byte 13: open.",
                       .fault = 12 };
  GtkWidget *row = g_object_ref_sink (rt_login_fact_row_new (&fact, FALSE));

  rt_test_assert_text (row, "Basic realm=\"x");
  rt_test_assert_text (row, "Byte 13: open.");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/login-fact-row/row", test_row);
  g_test_add_func ("/login-fact-row/secret", test_secret);
  g_test_add_func ("/login-fact-row/heading", test_heading);
  g_test_add_func ("/login-fact-row/fault", test_fault);

  return g_test_run ();
}
