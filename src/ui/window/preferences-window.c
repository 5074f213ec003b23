/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtPreferencesWindow: shows the settings and changes them; decides nothing. */

#include "preferences-window.h"

struct _RtPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  RtSettings    *settings;

  AdwComboRow   *scheme_row;
  AdwComboRow   *split_row;
  GtkSpinButton *timeout_spin;
  GtkSpinButton *idle_spin;
};

G_DEFINE_FINAL_TYPE (RtPreferencesWindow, rt_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows of the combo in the template, in their order. */
static const AdwColorScheme schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT,
  ADW_COLOR_SCHEME_FORCE_LIGHT,
  ADW_COLOR_SCHEME_FORCE_DARK,
};

static gboolean
scheme_to_row (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (schemes[i] == (AdwColorScheme) g_value_get_enum (from))
      g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
row_to_scheme (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  g_value_set_enum (to, schemes[MIN (g_value_get_uint (from), G_N_ELEMENTS (schemes) - 1)]);

  return TRUE;
}

static gboolean
split_to_row (GBinding     *binding,
              const GValue *from,
              GValue       *to,
              gpointer      user_data)
{
  g_value_set_uint (to, g_value_get_enum (from) == GTK_ORIENTATION_VERTICAL);

  return TRUE;
}

static gboolean
row_to_split (GBinding     *binding,
              const GValue *from,
              GValue       *to,
              gpointer      user_data)
{
  g_value_set_enum (to, g_value_get_uint (from) == 1 ? GTK_ORIENTATION_VERTICAL
                                                     : GTK_ORIENTATION_HORIZONTAL);

  return TRUE;
}

static void
rt_preferences_window_dispose (GObject *object)
{
  RtPreferencesWindow *self = RT_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rt_preferences_window_parent_class)->dispose (object);
}

static void
rt_preferences_window_class_init (RtPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/window/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, split_row);
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, timeout_spin);
  gtk_widget_class_bind_template_child (widget_class, RtPreferencesWindow, idle_spin);
}

static void
rt_preferences_window_init (RtPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_preferences_window_new (RtSettings *settings)
{
  RtPreferencesWindow *self = g_object_new (RT_TYPE_PREFERENCES_WINDOW, NULL);
  GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_return_val_if_fail (RT_IS_SETTINGS (settings), NULL);

  self->settings = g_object_ref (settings);
  g_object_bind_property_full (settings, "color-scheme", self->scheme_row, "selected", both,
                               scheme_to_row, row_to_scheme, NULL, NULL);
  g_object_bind_property_full (settings, "orientation", self->split_row, "selected", both,
                               split_to_row, row_to_split, NULL, NULL);
  g_object_bind_property (settings, "timeout",
                          gtk_spin_button_get_adjustment (self->timeout_spin), "value", both);
  g_object_bind_property (settings, "idle-timeout",
                          gtk_spin_button_get_adjustment (self->idle_spin), "value", both);

  return GTK_WIDGET (self);
}
