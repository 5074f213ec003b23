/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When what happened, and the sizes on the wire. */

#include "config.h"

#include "timing-pane.h"

#include "fact-list.h"
#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "waterfall.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtTimingPane
{
  RtResponsePane parent_instance;

  RtWaterfall   *waterfall;
  RtFactList    *facts;
};

G_DEFINE_FINAL_TYPE (RtTimingPane, rt_timing_pane, RT_TYPE_RESPONSE_PANE)

static void
add_size (RtTimingPane *self,
          const char   *title,
          guint64       bytes)
{
  g_autofree char *size = rt_format_size (bytes);
  g_autofree char *exact = rt_format_bytes (bytes);
  g_autofree char *both = NULL;

  if (bytes >= 1000)
    /* Translators: the same size twice, such as "1.2 kB (1,234 bytes)" */
    both = g_strdup_printf (_("%s (%s)"), size, exact);
  rt_fact_list_add (self->facts, title, both != NULL ? both : size);
}

static void
add_sizes (RtTimingPane *self,
           RtExchange   *exchange)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  rt_fact_list_add_heading (self->facts, _("Sent"));
  add_size (self, _("Request head"), sizes.request_head);
  add_size (self, _("Request content"), sizes.request_content);

  rt_fact_list_add_heading (self->facts, _("Received"));
  if (sizes.interim > 0)
    add_size (self, _("Interim heads"), sizes.interim);
  add_size (self, _("Response head"), sizes.response_head);
  add_size (self, _("Content on the wire"), sizes.content_wire);
  if (sizes.content_encoded != sizes.content_wire)
    add_size (self, _("Without its framing"), sizes.content_encoded);
  if (sizes.content_decoded != sizes.content_encoded)
    add_size (self, _("Decoded"), sizes.content_decoded);
  if (sizes.content_announced >= 0)
    add_size (self, _("Announced"), sizes.content_announced);
  rt_fact_list_add (self->facts, _("The end is known"),
                    rt_words_for_framing (rt_exchange_get_framing (exchange)));
}

static void
add_clock (RtTimingPane   *self,
           const RtTiming *timing)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *words = NULL;

  if (timing->wall_clock <= 0)
    return;
  date = g_date_time_new_from_unix_local (timing->wall_clock / G_USEC_PER_SEC);
  /* Translators: a date and time of day, see g_date_time_format(). */
  words = g_date_time_format (date, _("%-e %b %Y, %H:%M:%S"));
  rt_fact_list_add (self->facts, _("Started"), words);
}

static void
rt_timing_pane_refresh (RtResponsePane *pane)
{
  RtTimingPane *self = RT_TIMING_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtConnection) connection = NULL;
  g_autofree char *url = NULL;
  RtTiming timing;

  rt_fact_list_clear (self->facts);
  if (exchange == NULL)
    {
      rt_waterfall_set_timing (self->waterfall, NULL, FALSE, FALSE, FALSE, 0);
      return;
    }

  connection = rt_exchange_dup_connection (exchange);
  url = rt_exchange_dup_url (exchange);
  rt_exchange_get_timing (exchange, &timing);
  rt_waterfall_set_timing (self->waterfall, &timing, connection != NULL && connection->reused,
                           connection != NULL ? connection->tls : g_str_has_prefix (url, "https:"),
                           connection != NULL && connection->proxy != NULL,
                           g_get_monotonic_time ());
  add_clock (self, &timing);
  add_sizes (self, exchange);
}

static void
rt_timing_pane_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TIMING_PANE);

  G_OBJECT_CLASS (rt_timing_pane_parent_class)->dispose (object);
}

static void
rt_timing_pane_class_init (RtTimingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_timing_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_timing_pane_refresh;

  g_type_ensure (RT_TYPE_FACT_LIST);
  g_type_ensure (RT_TYPE_WATERFALL);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "timing-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTimingPane, facts);
  gtk_widget_class_bind_template_child (widget_class, RtTimingPane, waterfall);
}

static void
rt_timing_pane_init (RtTimingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
