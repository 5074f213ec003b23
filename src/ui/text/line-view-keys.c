/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moves the caret by keys, as a text view does; with Shift the selection grows. */

#include "config.h"

#include "line-view-private.h"

typedef enum
{
  STEP_UNIT,
  STEP_WORD,
  STEP_ROW,
  STEP_PAGE,
  STEP_ROW_END,
  STEP_TEXT_END,
} Step;

typedef struct
{
  guint           keyval;
  GdkModifierType modifiers;
  Step            step;
  gboolean        backwards;
} Binding;

static const Binding bindings[] = {
  { GDK_KEY_Left, 0, STEP_UNIT, TRUE },
  { GDK_KEY_Right, 0, STEP_UNIT, FALSE },
  { GDK_KEY_Left, GDK_CONTROL_MASK, STEP_WORD, TRUE },
  { GDK_KEY_Right, GDK_CONTROL_MASK, STEP_WORD, FALSE },
  { GDK_KEY_Up, 0, STEP_ROW, TRUE },
  { GDK_KEY_Down, 0, STEP_ROW, FALSE },
  { GDK_KEY_Page_Up, 0, STEP_PAGE, TRUE },
  { GDK_KEY_Page_Down, 0, STEP_PAGE, FALSE },
  { GDK_KEY_Home, 0, STEP_ROW_END, TRUE },
  { GDK_KEY_End, 0, STEP_ROW_END, FALSE },
  { GDK_KEY_Home, GDK_CONTROL_MASK, STEP_TEXT_END, TRUE },
  { GDK_KEY_End, GDK_CONTROL_MASK, STEP_TEXT_END, FALSE },
};

/* The same keys of the number pad. */
static guint
get_keypad (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
      return GDK_KEY_KP_Left;
    case GDK_KEY_Right:
      return GDK_KEY_KP_Right;
    case GDK_KEY_Up:
      return GDK_KEY_KP_Up;
    case GDK_KEY_Down:
      return GDK_KEY_KP_Down;
    case GDK_KEY_Page_Up:
      return GDK_KEY_KP_Page_Up;
    case GDK_KEY_Page_Down:
      return GDK_KEY_KP_Page_Down;
    case GDK_KEY_Home:
      return GDK_KEY_KP_Home;
    case GDK_KEY_End:
    default:
      return GDK_KEY_KP_End;
    }
}

/* Up and down at the same x, by rows. */
static void
step_rows (RtLineView *self,
           RtPlace    *place,
           gint64      n)
{
  RtTopRow at = { place->line, rt_line_view_find_row (self, place), 0 };
  double goal = self->goal_x;
  RtTextRow *row;

  if (goal < 0 && !self->wrap)
    goal = rt_line_view_get_text_x (self, place);
  else if (goal < 0)
    goal = rt_text_row_get_x (rt_line_view_get_row (self, at.line, at.row), place->byte);
  self->goal_x = goal;
  if (!rt_line_view_move_row (self, &at, n))
    {
      /* As far as it goes. */
      goal = n < 0 ? 0 : G_MAXDOUBLE;
      if (n == -1 || n == 1)
        {
          place->byte = n < 0 ? 0 : rt_lines_get_length (self->lines, place->line);
          return;
        }
    }
  row = rt_line_view_get_row (self, at.line, at.row);
  place->line = at.line;
  place->byte = rt_text_row_get_byte (row, goal);
  /* The end of a row that goes on is the start of the next one. */
  if (self->wrap && !row->last && place->byte == row->end)
    rt_line_view_step_unit (self, place, TRUE);
}

static void
step_row_end (RtLineView *self,
              RtPlace    *place,
              gboolean    backwards)
{
  guint64 row = rt_line_view_find_row (self, place);
  guint64 start = rt_line_view_get_row_start (self, place->line, row);
  guint64 length = rt_lines_get_length (self->lines, place->line);
  guint64 end = rt_line_view_get_row_start (self, place->line, row + 1);
  RtPlace last = { place->line, end };

  if (end < length)
    rt_line_view_step_unit (self, &last, TRUE);
  /* The second time: of the line. */
  if (backwards)
    place->byte = place->byte == start ? 0 : start;
  else
    place->byte = place->byte >= last.byte ? length : last.byte;
}

static void
step_text_end (RtLineView *self,
               RtPlace    *place,
               gboolean    backwards)
{
  if (backwards)
    *place = (RtPlace) { 0, 0 };
  else
    rt_line_view_end_place (self, place);
}

static void
step_page (RtLineView *self,
           RtPlace    *place,
           gboolean    backwards)
{
  gint64 rows = MAX (1, rt_line_view_get_page_rows (self) - 1);

  step_rows (self, place, backwards ? -rows : rows);
  rt_line_view_scroll_rows (self, backwards ? -rows : rows);
}

static void
move (RtLineView *self,
      Step        step,
      gboolean    backwards,
      gboolean    extend)
{
  RtPlace from, to;
  RtPlace place = self->caret;

  if (step != STEP_ROW && step != STEP_PAGE)
    self->goal_x = -1;
  /* Without Shift, sideways out of a selection is to its end. */
  if (step == STEP_UNIT && !extend && rt_line_view_get_selection (self, &from, &to))
    place = backwards ? from : to;
  else if (step == STEP_UNIT)
    rt_line_view_step_unit (self, &place, backwards);
  else if (step == STEP_WORD)
    rt_line_view_step_word (self, &place, backwards);
  else if (step == STEP_ROW)
    step_rows (self, &place, backwards ? -1 : 1);
  else if (step == STEP_PAGE)
    step_page (self, &place, backwards);
  else if (step == STEP_ROW_END)
    step_row_end (self, &place, backwards);
  else
    step_text_end (self, &place, backwards);

  rt_line_view_move_caret (self, &place, extend);
  rt_line_view_scroll_to (self, &place);
  if (extend)
    rt_line_view_claim_primary (self);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  RtLineView *self = RT_LINE_VIEW (widget);
  gboolean extend;
  guint index;

  g_variant_get (arguments, "(ub)", &index, &extend);
  if (self->n_lines > 0)
    move (self, bindings[index].step, bindings[index].backwards, extend);

  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  int rows;

  g_variant_get (arguments, "(i)", &rows);
  rt_line_view_scroll_rows (RT_LINE_VIEW (widget), rows);

  return GDK_EVENT_STOP;
}

static gboolean
clear_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  RtLineView *self = RT_LINE_VIEW (widget);

  if (rt_place_compare (&self->anchor, &self->caret) == 0)
    return GDK_EVENT_PROPAGATE;
  rt_line_view_move_caret (self, &self->caret, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  RtLineView *self = RT_LINE_VIEW (widget);
  GdkRectangle rect = { self->gutter, 0, 0, self->row_height };

  rt_line_view_get_place_rect (self, &self->caret, &rect);
  rt_line_view_popup_menu (self, rect.x, rect.y + rect.height);

  return GDK_EVENT_STOP;
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           index)
{
  GdkModifierType modifiers = bindings[index].modifiers;

  gtk_widget_class_add_binding (widget_class, keyval, modifiers, move_cb, "(ub)", index, FALSE);
  gtk_widget_class_add_binding (widget_class, keyval, modifiers | GDK_SHIFT_MASK, move_cb,
                                "(ub)", index, TRUE);
}

void
rt_line_view_add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      add_move (widget_class, bindings[i].keyval, i);
      add_move (widget_class, get_keypad (bindings[i].keyval), i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, scroll_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, scroll_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "text.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK,
                                       "text.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "text.select-all", NULL);
}
