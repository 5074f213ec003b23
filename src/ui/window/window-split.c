/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow: how the request and the response share the room. Where they stand
 * one above the other the request takes no more height than its page can use,
 * until a person moves the handle; then the handle is theirs.
 */

#include "config.h"

#include "split-handle.h"
#include "window-private.h"

/* Of the height, for the request at most. */
#define SHARE 0.31
/* Tabs and two rows. */
#define LEAST_HEIGHT 126
#define WIDTH 360

/* Text is written in the body: it can use any height. */
static int
wanted_height (RtWindow *self,
               int       width,
               int       most)
{
  int natural;

  if (g_strcmp0 (rt_request_pane_get_page (self->request_pane), "body") == 0)
    return most;
  gtk_widget_measure (GTK_WIDGET (self->request_pane), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &natural, NULL, NULL);

  return CLAMP (natural, MIN (LEAST_HEIGHT, most), most);
}

/* Before the first frame, what the window is going to have. */
static void
get_room (RtWindow *self,
          int      *width,
          int      *height)
{
  int least;

  *width = gtk_widget_get_width (GTK_WIDGET (self->inner_paned));
  *height = gtk_widget_get_height (GTK_WIDGET (self->inner_paned));
  if (*width <= 0 || *height <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), width, height);
  gtk_widget_measure (GTK_WIDGET (self->request_pane), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      NULL, NULL, NULL);
  *width = MAX (*width, least);
}

void
rt_window_place_split (RtWindow *self)
{
  int width, height;

  if (self->split_moved ||
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->inner_paned)) !=
        GTK_ORIENTATION_VERTICAL)
    return;

  get_room (self, &width, &height);
  gtk_paned_set_position (self->inner_paned, wanted_height (self, width, height * SHARE));
}

void
rt_window_set_split (RtWindow       *self,
                     GtkOrientation  orientation)
{
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->inner_paned)) == orientation)
    return;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->inner_paned), orientation);
  self->split_moved = FALSE;
  /* Both grow with the window in proportion; beside each other only the response does. */
  gtk_paned_set_resize_start_child (self->inner_paned, orientation == GTK_ORIENTATION_VERTICAL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_paned_set_position (self->inner_paned, WIDTH);
}

/* What is hit and is neither of both sides is the handle. */
static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            RtWindow        *self)
{
  GtkWidget *paned = GTK_WIDGET (self->inner_paned);
  GtkWidget *hit = gtk_widget_pick (paned, x, y, GTK_PICK_DEFAULT);

  while (hit != NULL && hit != paned && gtk_widget_get_parent (hit) != paned)
    hit = gtk_widget_get_parent (hit);
  if (hit != NULL && hit != paned && hit != gtk_paned_get_start_child (self->inner_paned) &&
      hit != gtk_paned_get_end_child (self->inner_paned))
    self->split_moved = TRUE;
}

static gboolean
keyed_cb (RtWindow *self)
{
  self->split_moved = TRUE;

  return FALSE;
}

void
rt_window_watch_split (RtWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->inner_paned), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->inner_paned, "move-handle", G_CALLBACK (keyed_cb), self);
  rt_split_handle_watch (self->inner_paned);
  rt_split_handle_watch (GTK_PANED (gtk_widget_get_parent (self->sidebar)));
}
