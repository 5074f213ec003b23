/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chips in a list: choosing, arrow keys and selection are GTK's; that the chosen
 * one is in sight is done here.
 */

#include "config.h"

#include "trail-strip.h"

#include "response-ui.h"
#include "response-words.h"
#include "text.h"
#include "trail-chip.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Frames until a chip has its place. */
#define MAX_FRAMES 10
/* Chips that are counted at a glance. */
#define MAX_UNCOUNTED 3

struct _RtTrailStrip
{
  GtkWidget           parent_instance;

  RtTrail            *trail;
  GtkSingleSelection *selection;
  RtExchange         *exchange; /* the chosen one */
  gulong              changed_handler;
  gulong              finished_handler;
  gulong              items_handler;
  gboolean            follows;  /* the person has not chosen: the newest is shown */

  gboolean            keep;     /* the chosen one is to be in sight */
  guint               tick;
  guint               tries;    /* frames that are still waited for */

  GtkLabel           *count;
  GtkListView        *list;
  GtkWidget          *row;
  GtkLabel           *rule;
  GtkScrolledWindow  *scrolled;
};

G_DEFINE_FINAL_TYPE (RtTrailStrip, rt_trail_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EXCHANGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_rule (RtTrailStrip *self)
{
  const RtNext *next = rt_exchange_get_next (self->exchange);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean last = rt_exchange_get_position (self->exchange) + 1 ==
                  rt_trail_get_n_exchanges (self->trail);

  if (next != NULL)
    {
      if (next->rule != NULL)
        g_string_append (text, next->rule);
      if (next->section != NULL && *next->section != '\0')
        g_string_append_printf (text, " (%s)", next->section);
      if (next->dropped != NULL && next->dropped[0] != NULL)
        {
          g_autofree char *dropped = g_strjoinv (", ", next->dropped);

          g_string_append_printf (text, _(" Left out: %s."), dropped);
        }
    }
  else if (last && !rt_trail_is_running (self->trail))
    g_string_append (text, rt_trail_get_end_words (self->trail));

  return rt_words_bound (rt_text_from_wire (text->str, text->len));
}

static void
update_rule (RtTrailStrip *self)
{
  g_autofree char *rule = self->exchange != NULL && self->trail != NULL ? dup_rule (self)
                                                                        : g_strdup ("");

  rt_response_ui_set_text (self->rule, NULL, rule);
}

static void
update_count (RtTrailStrip *self,
              guint         n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u exchange", "%u exchanges", n), n);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > MAX_UNCOUNTED);
}

static void
update_visible (RtTrailStrip *self)
{
  guint n = self->trail != NULL ? rt_trail_get_n_exchanges (self->trail) : 0;

  gtk_widget_set_visible (self->row, n > 1);
  update_count (self, n);
  update_rule (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n > 1 || *gtk_label_get_text (self->rule) != '\0');
}

/* The chip of the chosen exchange; NULL before it is made. */
static GtkWidget *
find_chosen_row (RtTrailStrip *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *chip = gtk_widget_get_first_child (row);

      if (RT_IS_TRAIL_CHIP (chip) && self->exchange != NULL &&
          rt_trail_chip_get_exchange (RT_TRAIL_CHIP (chip)) == self->exchange)
        return row;
    }

  return NULL;
}

static gboolean
stop_scrolling (RtTrailStrip *self)
{
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* Moves so that @row is in sight; FALSE when it is. */
static gboolean
move_to (RtTrailStrip          *self,
         const graphene_rect_t *bounds)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  double left = bounds->origin.x;
  double right = left + bounds->size.width;

  if (left < 0 || right - left > page)
    gtk_adjustment_set_value (adjustment, value + left);
  else if (right > page)
    gtk_adjustment_set_value (adjustment, value + right - page);

  return ABS (gtk_adjustment_get_value (adjustment) - value) >= 1;
}

/* "list.scroll-to-item" takes chips for equally wide and would cut the last, but
 * a chip that is far away has no place before it. Then its place is looked at in
 * each frame, as it comes with the layout. */
static gboolean
scroll_to_chosen (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  RtTrailStrip *self = user_data;
  GtkWidget *row = find_chosen_row (self);
  graphene_rect_t bounds;

  if (row == NULL || self->tries-- == 0)
    return stop_scrolling (self);
  if (gtk_widget_get_width (row) == 0 ||
      !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                rt_exchange_get_position (self->exchange));
  else if (!move_to (self, &bounds))
    return stop_scrolling (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self->list));

  return G_SOURCE_CONTINUE;
}

static void
scroll_soon (RtTrailStrip *self)
{
  if (!self->keep)
    return;
  self->tries = MAX_FRAMES;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_to_chosen, self,
                                               NULL);
}

/* Whoever scrolls by hand looks for another one. */
static gboolean
scrolled_cb (RtTrailStrip *self)
{
  self->keep = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static void
show_exchange (RtTrailStrip *self,
               RtExchange   *exchange)
{
  if (self->exchange == exchange)
    return;
  if (self->exchange != NULL)
    g_clear_signal_handler (&self->changed_handler, self->exchange);
  g_set_object (&self->exchange, exchange);
  if (exchange != NULL)
    self->changed_handler = g_signal_connect_swapped (exchange, "changed",
                                                      G_CALLBACK (update_visible), self);
  update_visible (self);
  self->keep = TRUE;
  scroll_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCHANGE]);
}

static void
selected_cb (RtTrailStrip *self)
{
  RtExchange *exchange = gtk_single_selection_get_selected_item (self->selection);

  if (exchange == NULL || exchange == self->exchange)
    return;
  self->follows = exchange == rt_trail_get_last (self->trail);
  show_exchange (self, exchange);
}

static void
items_changed_cb (RtTrailStrip *self)
{
  guint n = rt_trail_get_n_exchanges (self->trail);

  if (self->follows && n > 0)
    {
      gtk_single_selection_set_selected (self->selection, n - 1);
      show_exchange (self, rt_trail_get_last (self->trail));
    }
  update_visible (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, rt_trail_chip_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         RtTrailStrip             *self)
{
  guint position = gtk_list_item_get_position (list_item);
  RtExchange *before = position > 0 && self->trail != NULL
                         ? rt_trail_get_exchange (self->trail, position - 1)
                         : NULL;

  rt_trail_chip_set_exchange (RT_TRAIL_CHIP (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item), before);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  rt_trail_chip_set_exchange (RT_TRAIL_CHIP (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
drop_trail (RtTrailStrip *self)
{
  if (self->trail != NULL)
    {
      g_clear_signal_handler (&self->items_handler, self->trail);
      g_clear_signal_handler (&self->finished_handler, self->trail);
    }
  if (self->exchange != NULL)
    g_clear_signal_handler (&self->changed_handler, self->exchange);
  g_clear_object (&self->exchange);
  g_clear_object (&self->trail);
}

static void
rt_trail_strip_dispose (GObject *object)
{
  RtTrailStrip *self = RT_TRAIL_STRIP (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick);
  self->tick = 0;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  drop_trail (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TRAIL_STRIP);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (rt_trail_strip_parent_class)->dispose (object);
}

static void
rt_trail_strip_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EXCHANGE:
      g_value_set_object (value, rt_trail_strip_get_exchange (RT_TRAIL_STRIP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_trail_strip_class_init (RtTrailStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_trail_strip_dispose;
  object_class->get_property = rt_trail_strip_get_property;

  properties[PROP_EXCHANGE] = g_param_spec_object ("exchange", NULL, NULL, RT_TYPE_EXCHANGE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "trail-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTrailStrip, count);
  gtk_widget_class_bind_template_child (widget_class, RtTrailStrip, list);
  gtk_widget_class_bind_template_child (widget_class, RtTrailStrip, row);
  gtk_widget_class_bind_template_child (widget_class, RtTrailStrip, rule);
  gtk_widget_class_bind_template_child (widget_class, RtTrailStrip, scrolled);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Chips become wider when their code and time arrive, and the window narrower. */
static void
watch_scrolling (RtTrailStrip *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (scroll_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (scroll_soon), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), scroll);
}

static void
rt_trail_strip_init (RtTrailStrip *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  watch_scrolling (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rt_trail_strip_set_trail (RtTrailStrip *self,
                          RtTrail      *trail)
{
  g_return_if_fail (RT_IS_TRAIL_STRIP (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (self->trail == trail)
    return;

  drop_trail (self);
  self->follows = TRUE;
  g_set_object (&self->trail, trail);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (trail));
  if (trail != NULL)
    {
      self->items_handler = g_signal_connect_swapped (trail, "items-changed",
                                                      G_CALLBACK (items_changed_cb), self);
      self->finished_handler = g_signal_connect_swapped (trail, "finished",
                                                         G_CALLBACK (update_visible), self);
      items_changed_cb (self);
    }
  else
    update_visible (self);
  if (self->exchange == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCHANGE]);
}

RtExchange *
rt_trail_strip_get_exchange (RtTrailStrip *self)
{
  g_return_val_if_fail (RT_IS_TRAIL_STRIP (self), NULL);

  return self->exchange;
}

void
rt_trail_strip_choose (RtTrailStrip *self,
                       guint         position)
{
  g_return_if_fail (RT_IS_TRAIL_STRIP (self));

  gtk_single_selection_set_selected (self->selection, position);
}

const char *
rt_trail_strip_get_rule (RtTrailStrip *self)
{
  g_return_val_if_fail (RT_IS_TRAIL_STRIP (self), NULL);

  return gtk_label_get_text (self->rule);
}
