/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "response-panes.h"

#include <glib/gi18n-lib.h>

#include "body-pane.h"
#include "connection-pane.h"
#include "cookies-pane.h"
#include "headers-pane.h"
#include "timing-pane.h"
#include "why-pane.h"
#include "wire-pane.h"

/* What the panes would like to have: with less than that, they and the login
 * above them share what there is. */
#define PANES_HEIGHT 300

/* In their order. One line is one pane. */
static const struct
{
  const char *name;
  const char *title;
  GType     (*get_type) (void);
} panes[] = {
  { "body", N_("Body"), rt_body_pane_get_type },
  { "headers", N_("Headers"), rt_headers_pane_get_type },
  { "why", N_("Why"), rt_why_pane_get_type },
  { "cookies", N_("Cookies"), rt_cookies_pane_get_type },
  { "timing", N_("Timing"), rt_timing_pane_get_type },
  { "connection", N_("Connection"), rt_connection_pane_get_type },
  { "wire", N_("Wire"), rt_wire_pane_get_type },
};

void
rt_response_panes_add (GtkStack  *stack,
                       GPtrArray *parts)
{
  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (parts != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = g_object_new (panes[i].get_type (), NULL);

      gtk_stack_add_titled (stack, pane, panes[i].name, _(panes[i].title));
      g_ptr_array_add (parts, pane);
    }
}

static void
measure_cb (GtkWidget      *widget,
            GtkOrientation  orientation,
            int             for_size,
            int            *minimum,
            int            *natural,
            int            *minimum_baseline,
            int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum,
                      natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = MAX (*natural, PANES_HEIGHT);
}

static void
allocate_cb (GtkWidget *widget,
             int        width,
             int        height,
             int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, -1, NULL);
}

GtkLayoutManager *
rt_response_panes_new_layout (void)
{
  return gtk_custom_layout_new (NULL, measure_cb, allocate_cb);
}
