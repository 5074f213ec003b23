/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of verdict-row.c. */

#include "config.h"

#include "verdict-row.h"

#include "cookies.h"
#include "widgets.h"

#define NOW 1000000000

static GtkWidget *
show (const char *line)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieVerdict) verdict = rt_test_cookie_receive (jar, "example.org", line);

  return g_object_ref_sink (rt_verdict_row_new (verdict, NOW, FALSE));
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_VERDICT_ROW);
}

static void
test_attributes (void)
{
  GtkWidget *row = show ("sid=abc; Max-Age=3600; HttpOnly; Path=/; Path=/x; Colour=red");

  rt_test_assert_text (row, "sid=abc");
  rt_test_assert_text (row, "Goes to example.org only, path /x, for 1 hour.");
  rt_test_assert_text (row, "Max-Age=3600");
  rt_test_assert_text (row, "Keeps it for 1 hour after the response came. (5.6.2)");
  rt_test_assert_text (row, "scripts of the page cannot read it. (5.6.6)");
  rt_test_assert_text (row, "Does not count: a later one of the same name does. (5.6.4)");
  rt_test_assert_text (row, "Not an attribute of cookies: ignored. (5.6)");
  rt_test_assert_text (row, "RFC 6265bis, section 5.7");
  g_assert_nonnull (rt_test_find (row, "sid=abc"));
  g_assert_finalize_object (row);
}

static void
test_refused (void)
{
  GtkWidget *spoiled = show ("a=b\001<b>");
  GtkWidget *empty = show ("");
  GtkWidget *nameless = show ("<i>x</i>");

  rt_test_assert_text (spoiled, "a=b\\x01<b>");
  rt_test_assert_text (spoiled, "control character");
  rt_test_assert_text (empty, "(empty)");
  rt_test_assert_text (empty, "neither a name nor a value");
  rt_test_assert_text (nameless, "<i>x</i>\n");
  g_assert_finalize_object (spoiled);
  g_assert_finalize_object (empty);
  g_assert_finalize_object (nameless);
}

static void
test_line (void)
{
  GtkWidget *row = g_object_ref_sink (rt_verdict_row_new_line ("a=b; Secure", NOW, FALSE));
  GtkWidget *odd = g_object_ref_sink (rt_verdict_row_new_line ("a=b\001", NOW, FALSE));

  rt_test_assert_text (row, "a=b\n");
  rt_test_assert_text (row, "https only");
  rt_test_assert_no_text (row, "RFC 6265bis");
  rt_test_assert_text (odd, "a=b\\x01");
  g_assert_finalize_object (row);
  g_assert_finalize_object (odd);
}

/* What a cookie holds is a secret until it is asked for. */
static void
test_masked (void)
{
  GtkWidget *row = g_object_ref_sink (rt_verdict_row_new_line ("sid=s3cret; Secure", NOW, TRUE));
  GtkWidget *odd = g_object_ref_sink (rt_verdict_row_new_line ("sid=s3cret\001", NOW, TRUE));

  rt_test_assert_no_text (row, "s3cret");
  rt_test_assert_text (row, "sid");
  rt_test_assert_text (row, "***");
  rt_test_assert_no_text (odd, "s3cret");
  g_assert_finalize_object (row);
  g_assert_finalize_object (odd);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/verdict-row/masked", test_masked);
  g_test_add_func ("/verdict-row/new-destroy", test_new_destroy);
  g_test_add_func ("/verdict-row/attributes", test_attributes);
  g_test_add_func ("/verdict-row/refused", test_refused);
  g_test_add_func ("/verdict-row/line", test_line);

  return g_test_run ();
}
