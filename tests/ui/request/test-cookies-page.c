/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookies-page.c. */

#include "config.h"

#include "cookies-page.h"

#include "cookies.h"
#include "widgets.h"

#include <adwaita.h>

#define FIND(name) rt_test_find (fixture->page, name)
#define FIND_AS(type, name) rt_test_find_as (fixture->page, type, name)

typedef struct
{
  RtRequest   *request;
  RtCookieJar *jar;
  GtkWidget   *page;
} Fixture;

static void
receive (Fixture    *fixture,
         const char *host,
         const char *line)
{
  g_autoptr (RtCookieVerdict) verdict = rt_test_cookie_receive (fixture->jar, host, line);

  g_assert_cmpint (verdict->fate, !=, RT_COOKIE_REFUSED);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->request = rt_request_new ();
  fixture->jar = rt_cookie_jar_new (NULL);
  fixture->page = g_object_ref_sink (rt_cookies_page_new ());
  rt_request_set_cookie_jar (fixture->request, fixture->jar);
  rt_request_set_url (fixture->request, "https://example.org/shop");
  rt_cookies_page_set_request (RT_COOKIES_PAGE (fixture->page), fixture->request);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->request);
  g_assert_finalize_object (fixture->jar);
}

static void
fill (Fixture *fixture)
{
  receive (fixture, "example.org", "goes=1");
  receive (fixture, "example.org", "stays=1; Path=/admin");
  receive (fixture, "other.net", "other=1");
  drain ();
}

static void
click (Fixture    *fixture,
       const char *name)
{
  g_signal_emit_by_name (FIND (name), "clicked");
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  rt_test_assert_text (fixture->page, "No cookies");
  g_assert_false (gtk_widget_get_visible (FIND ("Remove all cookies")));
  fill (fixture);
  rt_test_assert_no_text (fixture->page, "No cookies");
  g_assert_true (gtk_widget_get_visible (FIND ("Remove all cookies")));
}

static void
test_sections (Fixture      *fixture,
               gconstpointer data)
{
  fill (fixture);
  rt_test_assert_text (fixture->page, "Go to example.org/shop\n");
  rt_test_assert_text (fixture->page, "Do not go to example.org/shop\n");
  rt_test_assert_text (fixture->page, "For other sites");
  rt_test_assert_text (fixture->page, "Path=/admin does not match /shop.");
  g_assert_cmpuint (rt_cookies_page_get_n_going (RT_COOKIES_PAGE (fixture->page)), ==, 1);

  rt_request_set_url (fixture->request, "https://example.org/admin");
  rt_test_assert_text (fixture->page, "Go to example.org/admin\n");
  rt_test_assert_no_text (fixture->page, "Do not go");
  g_assert_cmpuint (rt_cookies_page_get_n_going (RT_COOKIES_PAGE (fixture->page)), ==, 2);
}

static void
test_switch (Fixture      *fixture,
             gconstpointer data)
{
  fill (fixture);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "Use cookies"))));
  gtk_switch_set_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "Use cookies")), FALSE);
  g_assert_false (rt_request_get_use_cookies (fixture->request));
  rt_test_assert_text (fixture->page, "Cookies are off");
  rt_test_assert_no_text (fixture->page, "Go to");
  g_assert_cmpuint (rt_cookies_page_get_n_going (RT_COOKIES_PAGE (fixture->page)), ==, 0);

  rt_request_set_use_cookies (fixture->request, TRUE);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (FIND_AS (GTK_TYPE_SWITCH, "Use cookies"))));
  rt_test_assert_no_text (fixture->page, "Cookies are off");

  rt_request_add_field (fixture->request, "Cookie", "own=1");
  rt_test_assert_text (fixture->page, "A Cookie header is typed.");
  rt_test_assert_no_text (fixture->page, "Go to");
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  fill (fixture);
  click (fixture, "Remove the cookie goes");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 2);
  rt_test_assert_no_text (fixture->page, "goes\n");
  rt_test_assert_text (fixture->page, "Do not go");
  /* As the Delete key does. */
  g_signal_emit_by_name (FIND ("stays=1"), "remove");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 1);
}

static GtkWidget *
find_undo (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), "Undo") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_undo (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (RtCookie) before = NULL;
  g_autoptr (RtCookie) after = NULL;

  fill (fixture);
  before = rt_test_cookie_find (fixture->jar, "goes");
  click (fixture, "Remove the cookie goes");
  rt_test_assert_text (fixture->page, "1 cookie removed");
  click (fixture, "Remove all cookies");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 0);
  rt_test_assert_text (fixture->page, "No cookies");
  rt_test_assert_text (fixture->page, "3 cookies removed");

  g_signal_emit_by_name (find_undo (fixture->page), "clicked");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 3);
  after = rt_test_cookie_find (fixture->jar, "goes");
  g_assert_true (after == before);
  rt_test_assert_text (fixture->page, "Go to example.org/shop");
}

/* Without a removal before it. */
static void
test_undo_all (Fixture      *fixture,
               gconstpointer data)
{
  fill (fixture);
  click (fixture, "Remove all cookies");
  rt_test_assert_text (fixture->page, "3 cookies removed");
  g_signal_emit_by_name (find_undo (fixture->page), "clicked");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 3);
  rt_test_assert_text (fixture->page, "For other sites");
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (RtCookie) added = NULL;

  click (fixture, "Add a cookie");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (FIND ("Host of the cookie"))), ==,
                   "example.org");
  gtk_editable_set_text (GTK_EDITABLE (FIND ("Name of the cookie")), "mine");
  click (fixture, "Save the cookie");
  added = rt_test_cookie_find (fixture->jar, "mine");
  g_assert_nonnull (added);
  rt_test_assert_text (fixture->page, "mine");
  rt_test_assert_text (fixture->page, "Go to");
}

static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (RtCookie) old = NULL;
  g_autoptr (RtCookie) renamed = NULL;

  fill (fixture);
  click (fixture, "Edit the cookie goes");
  gtk_editable_set_text (GTK_EDITABLE (FIND ("Name of the cookie")), "renamed");
  click (fixture, "Save the cookie");
  old = rt_test_cookie_find (fixture->jar, "goes");
  renamed = rt_test_cookie_find (fixture->jar, "renamed");
  g_assert_null (old);
  g_assert_cmpstr (rt_cookie_get_value (renamed), ==, "1");
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 3);

  click (fixture, "Edit the cookie renamed");
  gtk_editable_set_text (GTK_EDITABLE (FIND ("Name of the cookie")), "never");
  gtk_widget_activate_action (FIND ("Name of the cookie"), "form.give-up", NULL);
  g_assert_cmpuint (rt_test_cookie_count (fixture->jar), ==, 3);
  rt_test_assert_text (fixture->page, "renamed");
}

/* Other rows stay the same widgets when one comes. */
static void
test_rows_stay (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *row;

  fill (fixture);
  row = FIND ("stays=1");
  receive (fixture, "example.org", "new=1");
  drain ();
  g_assert_true (row == FIND ("stays=1"));
  rt_test_assert_text (fixture->page, "new");
}

/* In a window, where it is mapped and time passes. */
static void
test_shown (Fixture      *fixture,
            gconstpointer data)
{
  GtkWindow *window = rt_test_show (fixture->page);

  fill (fixture);
  gtk_widget_grab_focus (FIND ("goes=1"));
  g_signal_emit_by_name (FIND ("goes=1"), "remove");
  g_assert_true (gtk_window_get_focus (window) == FIND ("stays=1"));
  gtk_window_destroy (window);
}

#define ADD(name, function) \
  g_test_add ("/cookies-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  ADD ("empty", test_empty);
  ADD ("sections", test_sections);
  ADD ("switch", test_switch);
  ADD ("remove", test_remove);
  ADD ("undo", test_undo);
  ADD ("undo-all", test_undo_all);
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("rows-stay", test_rows_stay);
  ADD ("shown", test_shown);

  return g_test_run ();
}
