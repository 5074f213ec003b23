/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pane.h"

#include "body-pane.h"
#include "desk.h"
#include "exchange-private.h"
#include "response-view.h"
#include "trail-private.h"

#include <adwaita.h>
#include <string.h>
#include <time.h>

typedef struct
{
  GtkWidget *pane;
  gboolean (*is_reached) (GtkWidget *pane);
  gint64     at; /* 0 before */
} Wait;

static void
load_look (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/io/github/roundtrip_app/Roundtrip/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/roundtrip_app/Roundtrip/icons");
}

static RtHead *
parse_head (RtHeadKind  kind,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (kind, bytes);
}

RtExchange *
pane_exchange_new (const char *media_type)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://example.org/");
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n",
                                           media_type);

  rt_exchange_take_request_head (exchange,
                                 parse_head (RT_HEAD_REQUEST,
                                             "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"));
  rt_exchange_take_response_head (exchange, parse_head (RT_HEAD_RESPONSE, head));
  rt_exchange_set_state (exchange, RT_EXCHANGE_RECEIVING);

  return exchange;
}

RtTrail *
pane_show (GtkWidget  *pane,
           RtExchange *exchange)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  RtTrail *trail = rt_trail_new (NULL, request);

  rt_trail_append (trail, exchange);
  pane_show_trail (pane, trail);

  return trail;
}

void
pane_show_trail (GtkWidget *pane,
                 RtTrail   *trail)
{
  rt_response_view_set_trail (RT_RESPONSE_VIEW (pane), trail);
}

static gboolean
has_shown (GtkWidget *pane)
{
  return pane_get_text (pane) != NULL && !pane_is_busy (pane);
}

void
pane_show_small (GtkWidget  *pane,
                 const char *media_type)
{
  g_autoptr (RtExchange) exchange = pane_exchange_new (media_type);
  g_autoptr (RtTrail) trail = NULL;

  rt_body_append (rt_exchange_get_body (exchange), "1\n", 2, NULL);
  rt_exchange_finish (exchange);
  trail = pane_show (pane, exchange);
  rt_trail_finish (trail, RT_TRAIL_END_NORMAL, NULL);
  pane_wait (pane, has_shown);
}

GtkWidget *
pane_open (const char *media_type)
{
  GtkWidget *window, *pane;

  desk_have_manager ();
  adw_init ();
  load_look ();
  window = gtk_window_new ();
  pane = rt_response_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  pane_wait (pane, gtk_widget_get_mapped);
  pane_show_small (pane, media_type);

  return pane;
}

GtkWidget *
pane_find (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = pane_find (child, type);

  return found;
}

RtLineView *
pane_get_text (GtkWidget *pane)
{
  GtkWidget *text = pane_find (pane, RT_TYPE_LINE_VIEW);

  return text != NULL ? RT_LINE_VIEW (text) : NULL;
}

gboolean
pane_is_busy (GtkWidget *pane)
{
  GtkWidget *body = pane_find (pane, RT_TYPE_BODY_PANE);

  return body == NULL || rt_body_pane_is_busy (RT_BODY_PANE (body));
}

static void
painted_cb (GdkFrameClock *clock,
            Wait          *wait)
{
  if (wait->at == 0 && wait->is_reached (wait->pane))
    wait->at = g_get_monotonic_time ();
}

gint64
pane_wait (GtkWidget *pane,
           gboolean (*is_reached) (GtkWidget *pane))
{
  Wait wait = { pane, is_reached, 0 };
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (pane));
  gulong handler = g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                                     G_CALLBACK (painted_cb), &wait);

  gtk_widget_queue_draw (window);
  while (wait.at == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);

  return wait.at;
}

gboolean
pane_has_text (GtkWidget *pane)
{
  RtLineView *text = pane_get_text (pane);
  RtPlace start = { 0, 0 };
  GdkRectangle place;

  return text != NULL && rt_line_view_get_lines (text) != NULL &&
         rt_lines_get_n_lines (rt_line_view_get_lines (text)) > 1 &&
         rt_line_view_get_place_rect (text, &start, &place);
}

gint64
pane_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}
