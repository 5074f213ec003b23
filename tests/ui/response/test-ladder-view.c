/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of ladder-view.c: the whole trail from top to bottom. */

#include "config.h"

#include "ladder-view.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LADDER_VIEW);
}

static RtExchange *
hop (guint       position,
     const char *method,
     const char *url,
     const char *line,
     const char *rule)
{
  g_autofree char *head = g_strconcat (line, "\r\n\r\n", NULL);
  RtExchange *exchange = rt_test_exchange_new_at (position, method, url, head, "", 0);
  RtNext *next;

  if (rule == NULL)
    return exchange;
  next = g_new0 (RtNext, 1);
  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup (rule);
  next->section = g_strdup ("RFC 9110, section 15.4.3");
  next->dropped = g_new0 (char *, 1);
  next->credentials = g_new0 (char *, 1);
  next->method_before = g_strdup (method);
  next->method_after = g_strdup ("GET");
  rt_exchange_take_next (exchange, next);

  return exchange;
}

static RtLadderView *
create (RtTrail *trail)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtLadderView *view = g_object_new (RT_TYPE_LADDER_VIEW, NULL);

  rt_ladder_view_set_catalogue (view, catalogue);
  rt_ladder_view_set_trail (view, trail);

  return view;
}

static void
chosen_cb (RtLadderView *view,
           guint         position,
           guint        *chosen)
{
  *chosen = position;
}

static void
test_rungs (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (hop (0, "POST", "http://u:p@e/1", "HTTP/1.1 302 Found",
                            "302 after POST: sent again as GET"),
                       hop (1, "GET", "http://e/2", "HTTP/1.1 404 Gone <b>fishing</b>", NULL),
                       NULL);
  RtLadderView *view = create (trail);
  GtkWindow *window = rt_test_show (GTK_WIDGET (view));
  GtkListBox *list = GTK_LIST_BOX (rt_test_find (GTK_WIDGET (view), "Ladder"));
  guint chosen = G_MAXUINT;

  rt_test_assert_text (GTK_WIDGET (view), "2 exchanges");
  rt_test_assert_text (GTK_WIDGET (view), "302");
  rt_test_assert_text (GTK_WIDGET (view), "http://u:***@e/1");
  rt_test_assert_text (GTK_WIDGET (view), "302 after POST: sent again as GET");
  rt_test_assert_text (GTK_WIDGET (view), "URL: ");
  rt_test_assert_text (GTK_WIDGET (view), "Gone <b>fishing</b>");
  rt_test_assert_text (GTK_WIDGET (view), "The trail ends here");

  g_signal_connect (view, "chosen", G_CALLBACK (chosen_cb), &chosen);
  g_assert_false (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (list, 1)));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 2));
  g_assert_cmpuint (chosen, ==, 1);
  gtk_window_destroy (window);
}

static void
test_one (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (hop (0, "GET", "http://e/1", "HTTP/1.1 200 OK", NULL), NULL);
  RtLadderView *view = create (trail);
  GtkWindow *window = rt_test_show (GTK_WIDGET (view));

  rt_test_assert_text (GTK_WIDGET (view), "1 exchange");
  rt_test_assert_text (GTK_WIDGET (view), "Nothing followed");
  rt_ladder_view_set_trail (view, NULL);
  rt_test_assert_no_text (GTK_WIDGET (view), "Nothing followed");
  gtk_window_destroy (window);
}

/* It grows while it is looked at, and says how it ended. */
static void
test_grows (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = rt_trail_new (NULL, request);
  RtLadderView *view = create (trail);
  GtkWindow *window = rt_test_show (GTK_WIDGET (view));

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://e/%u", i);
      g_autoptr (RtExchange) exchange =
        hop (i, "GET", url, "HTTP/1.1 302 Found", i < 19 ? "302 after GET" : NULL);

      rt_trail_append (trail, exchange);
    }
  rt_trail_finish (trail, RT_TRAIL_END_TOO_MANY, "Too many of them.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  rt_test_assert_text (GTK_WIDGET (view), "20 exchanges");
  rt_test_assert_text (GTK_WIDGET (view), "http://e/19");
  rt_test_assert_text (GTK_WIDGET (view), "Too many of them.");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/ladder-view/new-destroy", test_new_destroy);
  g_test_add_func ("/ladder-view/rungs", test_rungs);
  g_test_add_func ("/ladder-view/one", test_one);
  g_test_add_func ("/ladder-view/grows", test_grows);

  return g_test_run ();
}
