/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page before the first Send. All of it stands in the template. */

#include "config.h"

#include "empty-response.h"

#include "response-ui.h"
#include "template.h"

struct _RtEmptyResponse
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RtEmptyResponse, rt_empty_response, GTK_TYPE_WIDGET)

static void
rt_empty_response_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_EMPTY_RESPONSE);

  G_OBJECT_CLASS (rt_empty_response_parent_class)->dispose (object);
}

static void
rt_empty_response_class_init (RtEmptyResponseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_empty_response_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "empty-response.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_empty_response_init (RtEmptyResponse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
