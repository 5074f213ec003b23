/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The object: its properties, its place in GTK. What it does stands in the
 * files beside it, a concern each.
 */

#include "config.h"

#include "line-view-private.h"
#include "wrap.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (RtLineView, rt_line_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_FINDER,
  PROP_LINES,
  PROP_SHOW_LINE_NUMBERS,
  PROP_SYNTAX,
  PROP_WRAP,
  N_PROPS,

  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

static void
update_row_index (RtLineView *self)
{
  if (self->row_index != NULL)
    g_signal_handlers_disconnect_by_func (self->row_index, rt_line_view_reconfigure, self);
  g_clear_object (&self->row_index);
  if (self->lines == NULL || !self->wrap)
    return;
  self->row_index = rt_row_index_new (self->lines, rt_wrap_get_pitch (MAX (1, self->columns)));
  g_signal_connect_object (self->row_index, "changed", G_CALLBACK (rt_line_view_reconfigure),
                           self, G_CONNECT_SWAPPED);
}

static void
rt_line_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
rt_line_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  RtLineView *self = RT_LINE_VIEW (widget);

  rt_line_view_configure (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
rt_line_view_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  RtLineView *self = RT_LINE_VIEW (widget);

  GTK_WIDGET_CLASS (rt_line_view_parent_class)->css_changed (widget, change);
  if (self->rows == NULL)
    return;
  /* The font or the colours: which of them is not told. */
  self->row_height = 0;
  self->colors_valid = FALSE;
  g_clear_object (&self->number_layout);
  rt_line_view_forget_rows (self);
  rt_line_view_reconfigure (self);
}

static void
rt_line_view_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (rt_line_view_parent_class)->system_setting_changed (widget, setting);
  rt_line_view_css_changed (widget, NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  rt_line_view_copy (RT_LINE_VIEW (widget));
}

static void
select_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  rt_line_view_select_all (RT_LINE_VIEW (widget));
  rt_line_view_claim_primary (RT_LINE_VIEW (widget));
}

static void
rt_line_view_dispose (GObject *object)
{
  RtLineView *self = RT_LINE_VIEW (object);

  g_clear_handle_id (&self->configure_id, g_source_remove);
  rt_line_view_stop_pointer (self);
  rt_line_view_stop_access (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  rt_line_view_set_finder (self, NULL);
  rt_line_view_set_lines (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (rt_line_view_parent_class)->dispose (object);
}

static void
rt_line_view_finalize (GObject *object)
{
  RtLineView *self = RT_LINE_VIEW (object);

  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->breaks, g_hash_table_unref);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_object (&self->number_layout);

  G_OBJECT_CLASS (rt_line_view_parent_class)->finalize (object);
}

static void
rt_line_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RtLineView *self = RT_LINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FINDER:
      g_value_set_object (value, self->finder);
      break;
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;
    case PROP_SHOW_LINE_NUMBERS:
      g_value_set_boolean (value, self->show_line_numbers);
      break;
    case PROP_SYNTAX:
      g_value_set_uint (value, self->syntax);
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, self->wrap);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_line_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RtLineView *self = RT_LINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FINDER:
      rt_line_view_set_finder (self, g_value_get_object (value));
      break;
    case PROP_LINES:
      rt_line_view_set_lines (self, g_value_get_object (value));
      break;
    case PROP_SHOW_LINE_NUMBERS:
      rt_line_view_set_show_line_numbers (self, g_value_get_boolean (value));
      break;
    case PROP_SYNTAX:
      rt_line_view_set_syntax (self, g_value_get_uint (value));
      break;
    case PROP_WRAP:
      rt_line_view_set_wrap (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      rt_line_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      rt_line_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_FINDER] =
    g_param_spec_object ("finder", NULL, NULL, RT_TYPE_FINDER, flags);
  properties[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, RT_TYPE_LINES, flags);
  properties[PROP_SHOW_LINE_NUMBERS] =
    g_param_spec_boolean ("show-line-numbers", NULL, NULL, FALSE, flags);
  properties[PROP_SYNTAX] = g_param_spec_uint ("syntax", NULL, NULL, RT_SYNTAX_NONE,
                                               RT_SYNTAX_HEX, RT_SYNTAX_NONE, flags);
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
rt_line_view_class_init (RtLineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_line_view_dispose;
  object_class->finalize = rt_line_view_finalize;
  object_class->get_property = rt_line_view_get_property;
  object_class->set_property = rt_line_view_set_property;
  widget_class->css_changed = rt_line_view_css_changed;
  widget_class->measure = rt_line_view_measure;
  widget_class->size_allocate = rt_line_view_size_allocate;
  widget_class->snapshot = rt_line_view_snapshot;
  widget_class->system_setting_changed = rt_line_view_system_setting_changed;
  install_properties (object_class);


  gtk_widget_class_install_action (widget_class, "text.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "text.select-all", NULL, select_all_action);
  gtk_widget_class_install_property_action (widget_class, "text.wrap", "wrap");
  rt_line_view_add_bindings (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_widget_class_set_css_name (widget_class, "lineview");
}

static void
rt_line_view_init (RtLineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->goal_x = -1;
  rt_line_view_init_rows (self);
  rt_line_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  rt_line_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  rt_line_view_init_access (self);
  rt_line_view_init_pointer (self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  /* Source text stands at the left whatever the language of the window. */
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (widget, "view");
  gtk_widget_add_css_class (widget, "monospace");
  gtk_widget_action_set_enabled (widget, "text.copy", FALSE);
}

GtkWidget *
rt_line_view_new (void)
{
  return g_object_new (RT_TYPE_LINE_VIEW, NULL);
}

void
rt_line_view_set_lines (RtLineView *self,
                        RtLines    *lines)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (lines == NULL || RT_IS_LINES (lines));

  if (self->lines == lines)
    return;
  if (self->lines != NULL)
    g_signal_handlers_disconnect_by_func (self->lines, rt_line_view_lines_changed, self);
  g_set_object (&self->lines, lines);
  if (lines != NULL)
    g_signal_connect_object (lines, "changed", G_CALLBACK (rt_line_view_lines_changed), self,
                             G_CONNECT_SWAPPED);
  self->n_lines = lines != NULL ? rt_lines_get_n_lines (lines) : 0;
  self->widest = 0;
  self->digits = 0;
  self->first = (RtTopRow) { 0, 0, 0 };
  self->top = (RtPlace) { 0, 0 };
  self->top_offset = 0;
  self->has_pending = FALSE;
  self->has_match = FALSE;
  self->anchor = self->caret = (RtPlace) { 0, 0 };
  self->goal_x = -1;
  rt_line_view_forget_rows (self);
  update_row_index (self);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0);
  rt_line_view_reconfigure (self);
  rt_line_view_selection_moved (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

RtLines *
rt_line_view_get_lines (RtLineView *self)
{
  g_return_val_if_fail (RT_IS_LINE_VIEW (self), NULL);

  return self->lines;
}

void
rt_line_view_set_syntax (RtLineView *self,
                         RtSyntax    syntax)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));

  if (self->syntax == syntax)
    return;
  self->syntax = syntax;
  rt_line_view_forget_rows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNTAX]);
}

void
rt_line_view_set_wrap (RtLineView *self,
                       gboolean    wrap)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));

  wrap = !!wrap;
  if (self->wrap == wrap)
    return;
  self->wrap = wrap;
  self->goal_x = -1;
  rt_line_view_forget_rows (self);
  update_row_index (self);
  rt_line_view_reconfigure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

gboolean
rt_line_view_get_wrap (RtLineView *self)
{
  g_return_val_if_fail (RT_IS_LINE_VIEW (self), FALSE);

  return self->wrap;
}

void
rt_line_view_set_show_line_numbers (RtLineView *self,
                                    gboolean    show)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));

  show = !!show;
  if (self->show_line_numbers == show)
    return;
  self->show_line_numbers = show;
  rt_line_view_reconfigure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_LINE_NUMBERS]);
}

void
rt_line_view_set_finder (RtLineView *self,
                         RtFinder   *finder)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (finder == NULL || RT_IS_FINDER (finder));

  if (!g_set_object (&self->finder, finder))
    return;
  self->has_match = FALSE;
  rt_line_view_forget_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDER]);
}
