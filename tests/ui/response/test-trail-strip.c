/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of trail-strip.c: choosing an exchange. */

#include "config.h"

#include "trail-strip.h"

#include "exchanges.h"
#include "trail-chip.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_TRAIL_STRIP);
}

static RtExchange *
hop (guint       position,
     const char *line)
{
  g_autofree char *head = g_strconcat (line, "\r\n\r\n", NULL);

  return rt_test_exchange_new_at (position, "GET", "http://e/", head, "", 0);
}

static void
test_choose (void)
{
  RtExchange *first = hop (0, "HTTP/1.1 302 Found");
  RtNext *next = g_new0 (RtNext, 1);
  g_autoptr (RtTrail) trail = NULL;
  RtTrailStrip *strip = g_object_ref_sink (g_object_new (RT_TYPE_TRAIL_STRIP, NULL));

  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("302 after GET: sent again.");
  next->section = g_strdup ("RFC 9110, section 15.4.3");
  next->dropped = g_strsplit ("Authorization", ",", -1);
  rt_exchange_take_next (first, next);
  trail = rt_test_trail_new (first, hop (1, "HTTP/1.1 200 OK"), NULL);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (strip)));
  rt_trail_strip_set_trail (strip, trail);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (strip)));
  g_assert_true (rt_trail_strip_get_exchange (strip) == rt_trail_get_last (trail));
  g_assert_cmpstr (rt_trail_strip_get_rule (strip), ==, "");
  rt_trail_strip_choose (strip, 0);
  g_assert_true (rt_trail_strip_get_exchange (strip) == first);
  g_assert_cmpstr (rt_trail_strip_get_rule (strip), ==,
                   "302 after GET: sent again. (RFC 9110, section 15.4.3) "
                   "Left out: Authorization.");
  g_assert_nonnull (rt_test_find (GTK_WIDGET (strip), "Trail"));
  rt_test_assert_no_text (GTK_WIDGET (strip), "exchanges");
  rt_trail_strip_set_trail (strip, NULL);
  g_assert_null (rt_trail_strip_get_exchange (strip));
  g_assert_finalize_object (strip);
}

/* The newest is shown while nobody has chosen another. */
static void
test_grows (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = rt_trail_new (NULL, request);
  g_autoptr (RtExchange) first = hop (0, "HTTP/1.1 302 Found");
  g_autoptr (RtExchange) second = hop (1, "HTTP/1.1 302 Found");
  g_autoptr (RtExchange) third = hop (2, "HTTP/1.1 200 OK");
  RtTrailStrip *strip = g_object_ref_sink (g_object_new (RT_TYPE_TRAIL_STRIP, NULL));

  rt_trail_strip_set_trail (strip, trail);
  rt_trail_append (trail, first);
  rt_trail_append (trail, second);
  while (rt_trail_get_n_exchanges (trail) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (rt_trail_strip_get_exchange (strip) == second);
  rt_trail_strip_choose (strip, 0);
  rt_trail_append (trail, third);
  while (rt_trail_get_n_exchanges (trail) < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (rt_trail_strip_get_exchange (strip) == first);
  rt_trail_finish (trail, RT_TRAIL_END_LOOP, "It went round.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  rt_trail_strip_choose (strip, 2);
  g_assert_cmpstr (rt_trail_strip_get_rule (strip), ==, "It went round.");
  g_assert_finalize_object (strip);
}

/* More than are counted at a glance. */
static void
test_count (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = rt_trail_new (NULL, request);
  RtTrailStrip *strip = g_object_ref_sink (g_object_new (RT_TYPE_TRAIL_STRIP, NULL));

  rt_trail_strip_set_trail (strip, trail);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (RtExchange) exchange = hop (i, "HTTP/1.1 302 Found");

      rt_test_assert_no_text (GTK_WIDGET (strip), "exchanges");
      rt_trail_append (trail, exchange);
      while (rt_trail_get_n_exchanges (trail) <= i)
        g_main_context_iteration (NULL, TRUE);
    }
  rt_test_assert_text (GTK_WIDGET (strip), "4 exchanges");
  g_assert_finalize_object (strip);
}

static GtkWidget *
find_chip (GtkWidget  *root,
           RtExchange *exchange)
{
  if (RT_IS_TRAIL_CHIP (root) && rt_trail_chip_get_exchange (RT_TRAIL_CHIP (root)) == exchange)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chip (child, exchange);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The chip of the chosen exchange stands in full between both ends. */
static gboolean
is_in_sight (gpointer data)
{
  RtTrailStrip *strip = data;
  GtkWidget *list = rt_test_find (GTK_WIDGET (strip), "Trail");
  GtkWidget *chip = find_chip (list, rt_trail_strip_get_exchange (strip));
  graphene_rect_t bounds;

  return chip != NULL && gtk_widget_compute_bounds (chip, list, &bounds) &&
         bounds.size.width > 1 && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (list);
}

static void
test_in_sight (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = rt_trail_new (NULL, request);
  RtTrailStrip *strip = g_object_new (RT_TYPE_TRAIL_STRIP, NULL);
  GtkWindow *window;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *host = g_strnfill (i % 7, 'h');
      g_autofree char *url = g_strdup_printf ("http://%sx%u/", host, i);
      g_autoptr (RtExchange) exchange =
        rt_test_exchange_new_at (i, "GET", url, "HTTP/1.1 302 Found\r\n\r\n", "", 0);

      rt_trail_append (trail, exchange);
    }
  rt_trail_strip_set_trail (strip, trail);
  window = rt_test_show (GTK_WIDGET (strip));
  while (rt_trail_get_n_exchanges (trail) < 20)
    g_main_context_iteration (NULL, TRUE);
  rt_test_wait (is_in_sight, strip);
  rt_trail_strip_choose (strip, 0);
  rt_test_wait (is_in_sight, strip);
  rt_trail_strip_choose (strip, 11);
  rt_test_wait (is_in_sight, strip);
  rt_trail_strip_choose (strip, 19);
  rt_test_wait (is_in_sight, strip);
  gtk_window_destroy (window);
}

static void
test_one (void)
{
  g_autoptr (RtTrail) trail = rt_test_trail_new (hop (0, "HTTP/1.1 200 OK"), NULL);
  RtTrailStrip *strip = g_object_ref_sink (g_object_new (RT_TYPE_TRAIL_STRIP, NULL));

  rt_trail_strip_set_trail (strip, trail);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (strip)));
  g_assert_finalize_object (strip);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/trail-strip/new-destroy", test_new_destroy);
  g_test_add_func ("/trail-strip/choose", test_choose);
  g_test_add_func ("/trail-strip/count", test_count);
  g_test_add_func ("/trail-strip/grows", test_grows);
  g_test_add_func ("/trail-strip/in-sight", test_in_sight);
  g_test_add_func ("/trail-strip/one", test_one);

  return g_test_run ();
}
