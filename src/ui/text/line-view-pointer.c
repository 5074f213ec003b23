/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selects with the mouse: characters, words, lines, and on beyond the edge by
 * scrolling. A finger scrolls, which is the scrolled window's; a long press of
 * it selects a word.
 */

#include "config.h"

#include "line-view-private.h"

/* Rows a second for every row's height beyond the edge. */
#define SPEED 12.0
#define MAX_SPEED 3000.0

static void
get_unit (RtLineView    *self,
          const RtPlace *place,
          int            unit,
          RtPlace       *from,
          RtPlace       *to)
{
  *from = *to = *place;
  if (unit == 2)
    rt_line_view_get_word (self, place, from, to);
  else if (unit == 3)
    {
      from->byte = 0;
      to->byte = rt_lines_get_length (self->lines, place->line);
      if (place->line + 1 < self->n_lines)
        *to = (RtPlace) { place->line + 1, 0 };
    }
}

/* The selection holds what was pressed on and what the pointer is over. */
static void
drag_to (RtLineView    *self,
         const RtPlace *place)
{
  RtPlace from, to;

  get_unit (self, place, self->drag_unit, &from, &to);
  self->goal_x = -1;
  if (rt_place_compare (&from, &self->drag_from) < 0)
    {
      self->anchor = self->drag_to;
      self->caret = from;
    }
  else
    {
      self->anchor = self->drag_from;
      self->caret = rt_place_compare (&to, &self->drag_to) > 0 ? to : self->drag_to;
    }
  rt_line_view_selection_moved (self);
}

static void
drag_to_pointer (RtLineView *self)
{
  RtPlace place;

  rt_line_view_get_place_at (self, self->pointer_x, self->pointer_y, &place);
  drag_to (self, &place);
}

static double
get_beyond (double at,
            double start,
            double end)
{
  return at < start ? at - start : at > end ? at - end : 0;
}

static gboolean
autoscroll_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  RtLineView *self = RT_LINE_VIEW (widget);
  GtkAdjustment *sideways = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double y = get_beyond (self->pointer_y, 0, gtk_widget_get_height (widget));
  double x = get_beyond (self->pointer_x, self->gutter, gtk_widget_get_width (widget));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN (0.1, (now - self->autoscroll_time) / (double) G_USEC_PER_SEC);
  double speed = CLAMP (y / self->row_height * SPEED, -MAX_SPEED, MAX_SPEED);

  self->autoscroll_time = now;
  rt_line_view_scroll_rows (self, speed * seconds);
  if (!self->wrap)
    gtk_adjustment_set_value (sideways,
                              gtk_adjustment_get_value (sideways) + x * SPEED * seconds);
  drag_to_pointer (self);

  return G_SOURCE_CONTINUE;
}

static void
update_autoscroll (RtLineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean beyond =
    get_beyond (self->pointer_y, 0, gtk_widget_get_height (widget)) != 0 ||
    get_beyond (self->pointer_x, self->gutter, gtk_widget_get_width (widget)) != 0;

  if (beyond && self->autoscroll_id == 0)
    {
      self->autoscroll_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget));
      self->autoscroll_id = gtk_widget_add_tick_callback (widget, autoscroll_cb, NULL, NULL);
    }
  else if (!beyond)
    rt_line_view_stop_pointer (self);
}

void
rt_line_view_stop_pointer (RtLineView *self)
{
  if (self->autoscroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll_id);
  self->autoscroll_id = 0;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
    GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
begin (RtLineView    *self,
       const RtPlace *place,
       int            presses,
       gboolean       extend)
{
  self->drag_unit = (presses - 1) % 3 + 1;
  get_unit (self, place, self->drag_unit, &self->drag_from, &self->drag_to);
  if (extend)
    self->drag_from = self->drag_to = self->anchor;
  drag_to (self, place);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            RtLineView      *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  RtPlace place;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->n_lines == 0)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  rt_line_view_get_place_at (self, x, y, &place);
  if (is_touch (GTK_GESTURE (gesture)))
    {
      rt_line_view_select (self, &place, &place);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  begin (self, &place, n_press, (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                RtLineView     *self)
{
  double x, y;

  if (self->drag_unit == 0 || is_touch (GTK_GESTURE (gesture)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->pointer_x = x + offset_x;
  self->pointer_y = y + offset_y;
  drag_to_pointer (self);
  update_autoscroll (self);
}

static void
end_cb (GtkGesture       *gesture,
        GdkEventSequence *sequence,
        RtLineView       *self)
{
  rt_line_view_stop_pointer (self);
  if (self->drag_unit != 0)
    rt_line_view_claim_primary (self);
  self->drag_unit = 0;
}

static void
long_press_cb (GtkGesture *gesture,
               double      x,
               double      y,
               RtLineView *self)
{
  RtPlace place, from, to;

  if (self->n_lines == 0)
    return;
  rt_line_view_get_place_at (self, x, y, &place);
  rt_line_view_get_word (self, &place, &from, &to);
  rt_line_view_select (self, &from, &to);
  rt_line_view_popup_menu (self, x, y);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 RtLineView      *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  rt_line_view_popup_menu (self, x, y);
}

void
rt_line_view_init_pointer (RtLineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "end", G_CALLBACK (end_cb), self, 0);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (long_press_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (click, drag);
  gtk_widget_set_cursor_from_name (widget, "text");
}
