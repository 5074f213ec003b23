/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keyboard stays in the entry all the time: the list beside it only shows
 * what Down, Up, Enter and Tab will do. Knows nothing of what is typed.
 */

#include "config.h"

#include "suggest-entry.h"

#include "suggestion-row.h"
#include "suggestion.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtSuggestEntry
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkEntry           *entry;
  GtkPopover         *popover;
  GtkListBox         *list;
  GtkScrolledWindow  *scroller;

  GListModel         *suggestions;
  GListStore         *matches;
  char               *accessible_name;
  char               *error;
  gboolean            show_arrow;
  gboolean            choosing; /* the text changes because of a choice */
};

static void rt_suggest_entry_editable_init (GtkEditableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtSuggestEntry, rt_suggest_entry, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE,
                                                      rt_suggest_entry_editable_init))

enum
{
  PROP_0,
  PROP_SUGGESTIONS,
  PROP_ACCESSIBLE_NAME,
  PROP_PLACEHOLDER_TEXT,
  PROP_SHOW_ARROW,
  PROP_ERROR,
  N_PROPS
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_open (RtSuggestEntry *self,
          gboolean        open)
{
  if (open == gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;
  if (open)
    gtk_popover_popup (self->popover);
  else
    gtk_popover_popdown (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/* Shows the suggestions for @text, or closes when there is nothing to choose:
 * none, or only what stands there already. */
static void
offer (RtSuggestEntry *self,
       const char     *text)
{
  g_autoptr (RtSuggestion) first = NULL;
  guint n;

  rt_suggestion_list_match (self->suggestions, text, self->matches);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  first = g_list_model_get_item (G_LIST_MODEL (self->matches), 0);
  if (n == 0 || (n == 1 && g_str_equal (rt_suggestion_get_text (first), text)))
    {
      set_open (self, FALSE);
      return;
    }
  gtk_list_box_unselect_all (self->list);
  set_open (self, TRUE);
}

static void
choose (RtSuggestEntry *self,
        GtkListBoxRow  *row)
{
  g_autoptr (RtSuggestion) suggestion = NULL;

  suggestion = g_list_model_get_item (G_LIST_MODEL (self->matches),
                                      gtk_list_box_row_get_index (row));
  self->choosing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         rt_suggestion_get_text (suggestion));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->choosing = FALSE;
  set_open (self, FALSE);
}

/* Scrolls so that @row can be seen; the list never has the focus, so that
 * GTK does not do it. */
static void
reveal (RtSuggestEntry *self,
        GtkListBoxRow  *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                             bounds.origin.y + bounds.size.height);
}

static void
move_selection (RtSuggestEntry *self,
                int             step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step
                          : (step > 0 ? 0 : n - 1);

  row = gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, n - 1));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  reveal (self, row);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                RtSuggestEntry        *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean open = rt_suggest_entry_is_open (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ||
      keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    {
      gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

      if (!open && !down)
        return GDK_EVENT_PROPAGATE;
      if (!open)
        rt_suggest_entry_open (self);
      if (!rt_suggest_entry_is_open (self))
        return GDK_EVENT_PROPAGATE;
      move_selection (self, down ? 1 : -1);
      return GDK_EVENT_STOP;
    }

  if (!open)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      set_open (self, FALSE);
      return GDK_EVENT_STOP;
    }
  if (row != NULL && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      choose (self, row);
      return GDK_EVENT_STOP;
    }
  if (row != NULL && keyval == GDK_KEY_Tab)
    choose (self, row);
  return GDK_EVENT_PROPAGATE;
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               RtSuggestEntry          *self)
{
  set_open (self, FALSE);
}

static void
changed_cb (GtkEditable    *editable,
            RtSuggestEntry *self)
{
  const char *text = gtk_editable_get_text (editable);
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (editable));

  /* Only what a person types asks for suggestions. */
  if (self->choosing || !gtk_widget_has_focus (delegate))
    return;
  if (*text == '\0')
    set_open (self, FALSE);
  else
    offer (self, text);
}

static void
activate_cb (GtkEntry       *entry,
             RtSuggestEntry *self)
{
  set_open (self, FALSE);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
icon_release_cb (GtkEntry             *entry,
                 GtkEntryIconPosition  position,
                 RtSuggestEntry       *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (rt_suggest_entry_is_open (self))
    set_open (self, FALSE);
  else
    rt_suggest_entry_open (self);
}

static void
row_activated_cb (GtkListBox     *list,
                  GtkListBoxRow  *row,
                  RtSuggestEntry *self)
{
  choose (self, row);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return rt_suggestion_row_new (item);
}

static GtkEditable *
rt_suggest_entry_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (RT_SUGGEST_ENTRY (editable)->entry);
}

static void
rt_suggest_entry_editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = rt_suggest_entry_get_delegate;
}

static gboolean
rt_suggest_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RT_SUGGEST_ENTRY (widget)->entry));
}

static void
set_show_arrow (RtSuggestEntry *self,
                gboolean        show)
{
  self->show_arrow = show;
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     show ? "pan-down-symbolic" : NULL);
  if (show)
    gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     _("Show all"));
}

static void
set_accessible_name (RtSuggestEntry *self,
                     const char     *name)
{
  g_clear_pointer (&self->accessible_name, g_free);
  self->accessible_name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
}

static void
rt_suggest_entry_dispose (GObject *object)
{
  RtSuggestEntry *self = RT_SUGGEST_ENTRY (object);

  if (self->entry != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (self));
  g_clear_object (&self->suggestions);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_SUGGEST_ENTRY);
  g_clear_object (&self->matches);

  G_OBJECT_CLASS (rt_suggest_entry_parent_class)->dispose (object);
}

static void
rt_suggest_entry_finalize (GObject *object)
{
  RtSuggestEntry *self = RT_SUGGEST_ENTRY (object);

  g_clear_pointer (&self->accessible_name, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (rt_suggest_entry_parent_class)->finalize (object);
}

static void
rt_suggest_entry_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RtSuggestEntry *self = RT_SUGGEST_ENTRY (object);

  if (gtk_editable_delegate_get_property (object, prop_id, value, pspec))
    return;

  switch (prop_id)
    {
    case PROP_SUGGESTIONS:
      g_value_set_object (value, self->suggestions);
      break;
    case PROP_ACCESSIBLE_NAME:
      g_value_set_string (value, self->accessible_name);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    case PROP_SHOW_ARROW:
      g_value_set_boolean (value, self->show_arrow);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_suggest_entry_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RtSuggestEntry *self = RT_SUGGEST_ENTRY (object);

  if (gtk_editable_delegate_set_property (object, prop_id, value, pspec))
    return;

  switch (prop_id)
    {
    case PROP_SUGGESTIONS:
      rt_suggest_entry_set_suggestions (self, g_value_get_object (value));
      break;
    case PROP_ACCESSIBLE_NAME:
      set_accessible_name (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_SHOW_ARROW:
      set_show_arrow (self, g_value_get_boolean (value));
      break;
    case PROP_ERROR:
      rt_suggest_entry_set_error (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SUGGESTIONS] =
    g_param_spec_object ("suggestions", NULL, NULL, G_TYPE_LIST_MODEL,
                         flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ACCESSIBLE_NAME] =
    g_param_spec_string ("accessible-name", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER_TEXT] =
    g_param_spec_string ("placeholder-text", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_ARROW] =
    g_param_spec_boolean ("show-arrow", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] =
    g_param_spec_string ("error", NULL, NULL, NULL, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);
}

static void
rt_suggest_entry_class_init (RtSuggestEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_suggest_entry_dispose;
  object_class->finalize = rt_suggest_entry_finalize;
  object_class->get_property = rt_suggest_entry_get_property;
  object_class->set_property = rt_suggest_entry_set_property;
  widget_class->grab_focus = rt_suggest_entry_grab_focus;
  install_properties (object_class);

  signals[ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/suggest-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, RtSuggestEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, RtSuggestEntry, list);
  gtk_widget_class_bind_template_child (widget_class, RtSuggestEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, RtSuggestEntry, scroller);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_release_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

/* As a bin, but without a baseline: that of an entry with an icon is another than
 * its neighbours' in a header bar, which would have two heights then: one for any
 * width, and a larger one for a certain width. */
static void
measure_cb (GtkWidget      *widget,
            GtkOrientation  orientation,
            int             for_size,
            int            *minimum,
            int            *natural,
            int            *minimum_baseline,
            int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (RT_SUGGEST_ENTRY (widget)->entry), orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static void
allocate_cb (GtkWidget *widget,
             int        width,
             int        height,
             int        baseline)
{
  gtk_widget_allocate (GTK_WIDGET (RT_SUGGEST_ENTRY (widget)->entry), width, height, -1, NULL);
}

static void
rt_suggest_entry_init (RtSuggestEntry *self)
{
  self->matches = g_list_store_new (RT_TYPE_SUGGESTION);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure_cb, allocate_cb));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->matches), create_row,
                           NULL, NULL);
}

GtkWidget *
rt_suggest_entry_new (void)
{
  return g_object_new (RT_TYPE_SUGGEST_ENTRY, NULL);
}

void
rt_suggest_entry_set_suggestions (RtSuggestEntry *self,
                                  GListModel     *suggestions)
{
  g_return_if_fail (RT_IS_SUGGEST_ENTRY (self));
  g_return_if_fail (suggestions == NULL || G_IS_LIST_MODEL (suggestions));

  if (g_set_object (&self->suggestions, suggestions))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTIONS]);
}

void
rt_suggest_entry_set_error (RtSuggestEntry *self,
                            const char     *error)
{
  g_return_if_fail (RT_IS_SUGGEST_ENTRY (self));

  if (g_strcmp0 (self->error, error) == 0)
    return;
  g_clear_pointer (&self->error, g_free);
  self->error = g_strdup (error);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), error);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL ? error : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

const char *
rt_suggest_entry_get_error (RtSuggestEntry *self)
{
  g_return_val_if_fail (RT_IS_SUGGEST_ENTRY (self), NULL);

  return self->error;
}

gboolean
rt_suggest_entry_is_open (RtSuggestEntry *self)
{
  g_return_val_if_fail (RT_IS_SUGGEST_ENTRY (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

void
rt_suggest_entry_open (RtSuggestEntry *self)
{
  g_return_if_fail (RT_IS_SUGGEST_ENTRY (self));

  offer (self, "");
}
