/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-form.c. */

#include "config.h"

#include "cookie-form.h"

#include "widgets.h"

#define FIND(name) rt_test_find (form, name)
#define FIND_AS(type, name) rt_test_find_as (form, type, name)

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_COOKIE_FORM);
}

static void
test_list_name (void)
{
  GtkWidget *form = g_object_ref_sink (rt_cookie_form_new ());

  g_assert_nonnull (rt_test_find_as (form, GTK_TYPE_LIST_BOX, "Where the cookie goes"));
  g_assert_finalize_object (form);
}

static void
set (GtkWidget  *form,
     const char *name,
     const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (FIND (name)), text);
}

static const char *
get (GtkWidget  *form,
     const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (FIND (name)));
}

static void
keep_cb (RtCookieForm *form,
         RtCookie     *cookie,
         RtCookie    **kept)
{
  g_set_object (kept, cookie);
}

static RtCookie *
save (GtkWidget *form)
{
  RtCookie *saved = NULL;
  gulong handler = g_signal_connect (form, "saved", G_CALLBACK (keep_cb), &saved);

  g_signal_emit_by_name (FIND ("Save the cookie"), "clicked");
  g_signal_handler_disconnect (form, handler);

  return saved;
}

static void
test_new_cookie (void)
{
  GtkWidget *form = g_object_ref_sink (rt_cookie_form_new ());
  g_autoptr (RtCookie) cookie = NULL;

  rt_cookie_form_begin (RT_COOKIE_FORM (form), "example.org");
  g_assert_null (rt_cookie_form_get_edited (RT_COOKIE_FORM (form)));
  g_assert_cmpstr (get (form, "Host of the cookie"), ==, "example.org");
  g_assert_cmpstr (get (form, "Path of the cookie"), ==, "/");
  /* Nothing typed: nothing to save, and nothing to complain of. */
  g_assert_false (gtk_widget_get_sensitive (FIND ("Save the cookie")));
  rt_test_assert_no_text (form, "needs a name");

  set (form, "Name of the cookie", "sid");
  set (form, "Value of the cookie", "caf\303\251");
  set (form, "Host of the cookie", " B\303\274cher.Example ");
  set (form, "When the cookie expires, in UTC", "2999-01-31 12:00");
  gtk_switch_set_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "Secure")), TRUE);
  gtk_switch_set_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "HttpOnly")), TRUE);
  gtk_switch_set_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "And every host below it")), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (FIND_AS (GTK_TYPE_DROP_DOWN, "SameSite")),
                              RT_SAME_SITE_STRICT);
  cookie = save (form);
  g_assert_cmpstr (rt_cookie_get_name (cookie), ==, "sid");
  g_assert_cmpstr (rt_cookie_get_value (cookie), ==, "caf\303\251");
  g_assert_cmpstr (rt_cookie_get_domain (cookie), ==, "xn--bcher-kva.example");
  g_assert_cmpint (rt_cookie_get_expires (cookie), ==, G_GINT64_CONSTANT (32474779200));
  g_assert_false (rt_cookie_is_host_only (cookie));
  g_assert_true (rt_cookie_is_secure (cookie));
  g_assert_true (rt_cookie_is_http_only (cookie));
  g_assert_cmpint (rt_cookie_get_same_site (cookie), ==, RT_SAME_SITE_STRICT);
  g_assert_finalize_object (form);
}

static void
test_edit (void)
{
  GtkWidget *form = g_object_ref_sink (rt_cookie_form_new ());
  const RtCookieParts parts = { "n\377", "v", "example.org", "/x",
                                G_GINT64_CONSTANT (32474779201), 42, FALSE, TRUE, FALSE, TRUE,
                                RT_SAME_SITE_NONE };
  g_autoptr (RtCookie) cookie = rt_cookie_new (&parts);
  g_autoptr (RtCookie) same = NULL;
  g_autoptr (RtCookie) other = NULL;

  rt_cookie_form_edit (RT_COOKIE_FORM (form), cookie);
  g_assert_true (rt_cookie_form_get_edited (RT_COOKIE_FORM (form)) == cookie);
  g_assert_cmpstr (get (form, "Name of the cookie"), ==, "n\\xFF");
  g_assert_cmpstr (get (form, "When the cookie expires, in UTC"), ==, "2999-01-31 12:00:01");
  same = save (form);
  g_assert_cmpstr (rt_cookie_get_name (same), ==, "n\377");
  g_assert_cmpstr (rt_cookie_get_path (same), ==, "/x");
  g_assert_cmpint (rt_cookie_get_expires (same), ==, parts.expires);
  g_assert_cmpint (rt_cookie_get_created (same), ==, 42);
  g_assert_true (rt_cookie_is_partitioned (same));
  g_assert_false (rt_cookie_is_host_only (same));
  g_assert_cmpint (rt_cookie_get_same_site (same), ==, RT_SAME_SITE_NONE);

  set (form, "Name of the cookie", "plain");
  set (form, "When the cookie expires, in UTC", "");
  other = save (form);
  g_assert_cmpstr (rt_cookie_get_name (other), ==, "plain");
  g_assert_cmpint (rt_cookie_get_expires (other), ==, -1);
  g_assert_finalize_object (form);
}

static void
check_wrong (GtkWidget  *form,
             const char *row,
             const char *text,
             const char *why)
{
  g_autofree char *good = g_strdup (get (form, row));

  set (form, row, text);
  rt_test_assert_text (form, why);
  g_assert_true (gtk_widget_has_css_class (FIND (row), "error"));
  g_assert_false (gtk_widget_get_sensitive (FIND ("Save the cookie")));
  g_assert_null (save (form));
  set (form, row, good);
  rt_test_assert_no_text (form, why);
  g_assert_false (gtk_widget_has_css_class (FIND (row), "error"));
  g_assert_true (gtk_widget_get_sensitive (FIND ("Save the cookie")));
}

static void
test_wrong (void)
{
  GtkWidget *form = g_object_ref_sink (rt_cookie_form_new ());
  const char *expires = "When the cookie expires, in UTC";
  g_autoptr (RtCookie) empty_valued = rt_cookie_new (&(RtCookieParts) {
    .name = "a", .value = "", .domain = "example.org", .path = "/", .expires = -1,
    .host_only = TRUE });

  rt_cookie_form_edit (RT_COOKIE_FORM (form), empty_valued);
  check_wrong (form, "Name of the cookie", "", "needs a name or a value");
  rt_cookie_form_begin (RT_COOKIE_FORM (form), "example.org");
  set (form, "Name of the cookie", "a");
  check_wrong (form, "Name of the cookie", "a=b", "A name cannot hold");
  check_wrong (form, "Value of the cookie", "a;b", "A value cannot hold");
  check_wrong (form, "Host of the cookie", "", "needs a host");
  check_wrong (form, "Host of the cookie", "exa mple.org", "The host “exa mple.org” cannot");
  check_wrong (form, "Path of the cookie", "x", "A path begins with");
  check_wrong (form, expires, "soon", "Not a time");
  check_wrong (form, expires, "2001-01-01", "This time has passed.");
  g_assert_finalize_object (form);
}

static void
count_cb (RtCookieForm *form,
          guint        *count)
{
  (*count)++;
}

static void
test_give_up (void)
{
  GtkWidget *form = g_object_ref_sink (rt_cookie_form_new ());
  guint count = 0;

  g_signal_connect (form, "given-up", G_CALLBACK (count_cb), &count);
  gtk_widget_activate_action (form, "form.give-up", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (form);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/cookie-form/new-destroy", test_new_destroy);
  g_test_add_func ("/cookie-form/list-name", test_list_name);
  g_test_add_func ("/cookie-form/new-cookie", test_new_cookie);
  g_test_add_func ("/cookie-form/edit", test_edit);
  g_test_add_func ("/cookie-form/wrong", test_wrong);
  g_test_add_func ("/cookie-form/give-up", test_give_up);

  return g_test_run ();
}
