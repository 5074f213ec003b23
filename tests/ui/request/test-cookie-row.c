/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-row.c. */

#include "config.h"

#include "cookie-row.h"

#include "widgets.h"

static GtkWidget *
show (const RtCookieParts *parts,
      const char          *why)
{
  g_autoptr (RtCookie) cookie = rt_cookie_new (parts);
  g_autoptr (RtCookieItem) item =
    rt_cookie_item_new (cookie, why != NULL ? RT_COOKIE_STAYS : RT_COOKIE_GOES, why);

  return g_object_ref_sink (rt_cookie_row_new (item));
}

static void
test_words (void)
{
  const RtCookieParts parts = { "sid", "a<b>", "example.org", "/x", 2000, 0, FALSE, TRUE, TRUE,
                                TRUE, RT_SAME_SITE_LAX };
  GtkWidget *row = show (&parts, "Path=/x does not match /.");

  rt_test_assert_text (row, "sid");
  rt_test_assert_text (row, "a<b>");
  rt_test_assert_text (row, "example.org and below it, path /x");
  rt_test_assert_text (row, "Expired");
  rt_cookie_row_tick (RT_COOKIE_ROW (row), 1940);
  rt_test_assert_text (row, "Expires in 1 minute");
  rt_test_assert_text (row, "Secure · HttpOnly · Partitioned · SameSite=Lax");
  rt_test_assert_text (row, "Path=/x does not match /.");
  g_assert_nonnull (rt_test_find (row, "Edit the cookie sid"));
  g_assert_nonnull (rt_test_find (row, "Remove the cookie sid"));
  g_assert_nonnull (rt_test_find (row, "sid=a<b>"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Path=/x does not match /.");
  g_assert_finalize_object (row);
}

static void
test_odd (void)
{
  const RtCookieParts parts = { "", "\377\001", "example.org", "/", -1, 0, TRUE };
  GtkWidget *row = show (&parts, NULL);

  rt_test_assert_text (row, "(no name)");
  rt_test_assert_text (row, "\\xFF\\x01");
  rt_test_assert_text (row, "example.org only, path /");
  rt_test_assert_text (row, "Expires when the window closes");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Goes along with the request");
  g_assert_finalize_object (row);
}

static void
count_cb (RtCookieRow *row,
          guint       *count)
{
  (*count)++;
}

static void
test_signals (void)
{
  const RtCookieParts parts = { "a", "b", "example.org", "/", -1, 0, TRUE };
  GtkWidget *row = show (&parts, NULL);
  guint edits = 0;
  guint removes = 0;

  g_signal_connect (row, "edit", G_CALLBACK (count_cb), &edits);
  g_signal_connect (row, "remove", G_CALLBACK (count_cb), &removes);
  g_signal_emit_by_name (rt_test_find (row, "Edit the cookie a"), "clicked");
  g_signal_emit_by_name (rt_test_find (row, "Remove the cookie a"), "clicked");
  g_assert_cmpuint (edits, ==, 1);
  g_assert_cmpuint (removes, ==, 1);
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/cookie-row/words", test_words);
  g_test_add_func ("/cookie-row/odd", test_odd);
  g_test_add_func ("/cookie-row/signals", test_signals);

  return g_test_run ();
}
