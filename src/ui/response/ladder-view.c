/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ladder. Rows are kept while the trail grows, so that the keyboard stays
 * where it is; what they say is made anew when an exchange is added and at the
 * end, and only while somebody looks.
 */

#include "config.h"

#include "ladder-view.h"

#include "explain.h"
#include "format.h"
#include "ladder-hop.h"
#include "ladder-rung.h"
#include "response-ui.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtLadderView
{
  GtkWidget    parent_instance;

  RtCatalogue *catalogue;
  RtTrail     *trail;
  gulong       handlers[3];
  GPtrArray   *rungs; /* RtLadderRung, one an exchange */
  GPtrArray   *hops;  /* RtLadderHop, after each rung */
  gboolean     stale;

  GtkListBox  *list;
  GtkLabel    *summary;
};

G_DEFINE_FINAL_TYPE (RtLadderView, rt_ladder_view, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
add_row (RtLadderView *self,
         GtkWidget    *child,
         gboolean      activatable)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static void
remove_last (RtLadderView *self,
             GPtrArray    *children)
{
  GtkWidget *child = g_ptr_array_steal_index (children, children->len - 1);

  gtk_list_box_remove (self->list, gtk_widget_get_parent (child));
}

static void
ensure_rows (RtLadderView *self,
             guint         n)
{
  while (self->rungs->len > n)
    {
      remove_last (self, self->hops);
      remove_last (self, self->rungs);
    }
  while (self->rungs->len < n)
    {
      GtkWidget *rung = rt_ladder_rung_new (self->catalogue);
      GtkWidget *hop = rt_ladder_hop_new ();

      add_row (self, rung, TRUE);
      add_row (self, hop, FALSE);
      g_ptr_array_add (self->rungs, rung);
      g_ptr_array_add (self->hops, hop);
    }
}

/* What is to be said of the trail at this exchange. */
static GPtrArray *
dup_notes (RtLadderView *self,
           guint         position)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = NULL;

  if (self->catalogue == NULL ||
      rt_exchange_get_state (rt_trail_get_exchange (self->trail, position)) != RT_EXCHANGE_DONE)
    return chosen;
  notes = rt_explain_exchange (self->trail, position, self->catalogue,
                               g_get_real_time () / G_USEC_PER_SEC);
  for (guint i = 0; i < notes->len; i++)
    if (rt_note_get_subject (g_ptr_array_index (notes, i)) == RT_NOTE_ON_TRAIL)
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (notes, i)));

  return chosen;
}

/* How it ended, also where nothing followed the only exchange. */
static char *
dup_end (RtLadderView *self,
         guint         position)
{
  guint n = rt_trail_get_n_exchanges (self->trail);
  const char *words = rt_trail_get_end_words (self->trail);

  if (position + 1 < n)
    return g_strdup ("");
  if (rt_trail_is_running (self->trail))
    return g_strdup ("");
  if (words != NULL && *words != '\0')
    return g_strdup (words);
  if (n == 1)
    return g_strdup (_("Nothing followed: this response is the answer."));

  return g_strdup (_("The trail ends here: this response is the answer."));
}

static void
fill_position (RtLadderView *self,
               guint         position,
               RtUrlParts    changed,
               const RtHop  *hop)
{
  RtCredentials *credentials =
    rt_request_get_credentials (rt_trail_get_request (self->trail));
  g_autoptr (GPtrArray) notes = dup_notes (self, position);
  g_autofree char *end = dup_end (self, position);
  RtLadderRung *rung = g_ptr_array_index (self->rungs, position);
  RtLadderHop *between = g_ptr_array_index (self->hops, position);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (between));

  rt_ladder_rung_set_exchange (rung, rt_trail_get_exchange (self->trail, position), credentials,
                               changed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (rung))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, rt_ladder_rung_get_words (rung),
                                  -1);
  rt_ladder_hop_show (between, hop, notes, end);
  gtk_widget_set_visible (row, gtk_widget_get_visible (GTK_WIDGET (between)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rt_ladder_hop_get_words (between), -1);
}

static gint64
get_whole_time (RtTrail *trail)
{
  guint n = rt_trail_get_n_exchanges (trail);
  RtTiming first, last;

  if (n == 0)
    return 0;
  rt_exchange_get_timing (rt_trail_get_exchange (trail, 0), &first);
  rt_exchange_get_timing (rt_trail_get_exchange (trail, n - 1), &last);
  if (first.started <= 0 || last.started < first.started)
    return 0;

  return last.started - first.started + rt_timing_get_total (&last, g_get_monotonic_time ());
}

static void
update_summary (RtLadderView *self)
{
  guint n = self->trail != NULL ? rt_trail_get_n_exchanges (self->trail) : 0;
  g_autofree char *count = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    {
      count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u exchange", "%u exchanges", n), n);
      time = rt_format_duration (get_whole_time (self->trail));
      text = g_strdup_printf ("%s · %s", count, time);
    }
  gtk_label_set_text (self->summary, text != NULL ? text : "");
}

static void
refresh (RtLadderView *self)
{
  guint n = self->trail != NULL ? rt_trail_get_n_exchanges (self->trail) : 0;
  RtUrlParts changed = 0;

  self->stale = FALSE;
  ensure_rows (self, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtHop) hop = i + 1 < n ? rt_hop_new (self->trail, i) : NULL;

      fill_position (self, i, changed, hop);
      changed = hop != NULL ? hop->changed : 0;
    }
  update_summary (self);
}

static void
changed_cb (RtLadderView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
row_activated_cb (RtLadderView  *self,
                  GtkListBoxRow *row)
{
  guint position;

  if (g_ptr_array_find (self->rungs, gtk_list_box_row_get_child (row), &position))
    g_signal_emit (self, signals[CHOSEN], 0, position);
}

static void
drop_trail (RtLadderView *self)
{
  for (gsize i = 0; self->trail != NULL && i < G_N_ELEMENTS (self->handlers); i++)
    g_clear_signal_handler (&self->handlers[i], self->trail);
  g_clear_object (&self->trail);
}

static void
rt_ladder_view_map (GtkWidget *widget)
{
  RtLadderView *self = RT_LADDER_VIEW (widget);

  GTK_WIDGET_CLASS (rt_ladder_view_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
rt_ladder_view_dispose (GObject *object)
{
  RtLadderView *self = RT_LADDER_VIEW (object);

  drop_trail (self);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->rungs, g_ptr_array_unref);
  g_clear_pointer (&self->hops, g_ptr_array_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_LADDER_VIEW);

  G_OBJECT_CLASS (rt_ladder_view_parent_class)->dispose (object);
}

static void
rt_ladder_view_class_init (RtLadderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_ladder_view_dispose;
  widget_class->map = rt_ladder_view_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "ladder-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLadderView, list);
  gtk_widget_class_bind_template_child (widget_class, RtLadderView, summary);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_ladder_view_init (RtLadderView *self)
{
  self->rungs = g_ptr_array_new ();
  self->hops = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rt_ladder_view_set_trail (RtLadderView *self,
                          RtTrail      *trail)
{
  g_return_if_fail (RT_IS_LADDER_VIEW (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (self->trail == trail)
    return;
  drop_trail (self);
  if (trail != NULL)
    {
      self->trail = g_object_ref (trail);
      self->handlers[0] = g_signal_connect_swapped (trail, "items-changed",
                                                    G_CALLBACK (changed_cb), self);
      self->handlers[1] = g_signal_connect_swapped (trail, "notify::pending",
                                                    G_CALLBACK (changed_cb), self);
      self->handlers[2] = g_signal_connect_swapped (trail, "finished", G_CALLBACK (changed_cb),
                                                    self);
    }
  changed_cb (self);
}

void
rt_ladder_view_set_catalogue (RtLadderView *self,
                              RtCatalogue  *catalogue)
{
  g_return_if_fail (RT_IS_LADDER_VIEW (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  ensure_rows (self, 0);
  changed_cb (self);
}
