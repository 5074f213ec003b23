/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtStepRow: fills its template from a next step. */

#include "config.h"

#include "step-row.h"

#include "response-ui.h"
#include "template.h"

struct _RtStepRow
{
  GtkWidget   parent_instance;

  RtNextStep *step;

  GtkButton  *button;
  GtkLabel   *label;
  GtkLabel   *words;
};

G_DEFINE_FINAL_TYPE (RtStepRow, rt_step_row, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (RtStepRow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
rt_step_row_dispose (GObject *object)
{
  RtStepRow *self = RT_STEP_ROW (object);

  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_STEP_ROW);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (rt_step_row_parent_class)->dispose (object);
}

static void
rt_step_row_class_init (RtStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_step_row_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtStepRow, button);
  gtk_widget_class_bind_template_child (widget_class, RtStepRow, label);
  gtk_widget_class_bind_template_child (widget_class, RtStepRow, words);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_step_row_init (RtStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_step_row_new (RtNextStep *step)
{
  RtStepRow *self;

  g_return_val_if_fail (RT_IS_NEXT_STEP (step), NULL);

  self = g_object_new (RT_TYPE_STEP_ROW, NULL);
  self->step = g_object_ref (step);
  gtk_label_set_text (self->label, rt_next_step_get_label (step));
  rt_response_ui_wrap_for (self->words, rt_next_step_get_words (step));
  gtk_label_set_text (self->words, rt_next_step_get_words (step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, rt_next_step_get_label (step),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rt_next_step_get_words (step), -1);

  return GTK_WIDGET (self);
}

RtNextStep *
rt_step_row_get_step (RtStepRow *self)
{
  g_return_val_if_fail (RT_IS_STEP_ROW (self), NULL);

  return self->step;
}
