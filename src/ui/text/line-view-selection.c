/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The caret and the selection: two places. What is a word, and the next one. */

#include "config.h"

#include "line-view-private.h"

/* A word is no longer than this to either side. */
#define MAX_WORD 1024

typedef enum
{
  CLASS_SPACE,
  CLASS_WORD,
  CLASS_OTHER,
} CharClass;

/* Text around a place. */
typedef struct
{
  GString *text;
  guint64  from; /* the byte of the line that it begins at */
  gsize    at;   /* the place in it */
} Around;

static void
around_init (Around        *around,
             RtLineView    *self,
             const RtPlace *place)
{
  around->from = place->byte - MIN (place->byte, MAX_WORD);
  around->at = place->byte - around->from;
  around->text = g_string_sized_new (around->at + MAX_WORD + 1);
  rt_lines_read (self->lines, place->line, around->from, around->at + MAX_WORD, around->text);
  around->at = MIN (around->at, around->text->len);
}

static void
around_clear (Around *around)
{
  g_string_free (around->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, around_clear)

static gsize
get_next (const Around *around,
          gsize         at)
{
  RtSliceWalk walk = { 0, };

  return at + rt_slice_step (&walk, around->text->str + at, around->text->len - at, 0);
}

static gsize
get_previous (const Around *around,
              gsize         at)
{
  return rt_slice_align (around->text->str, around->text->len, at - 1);
}

static CharClass
classify (const Around *around,
          gsize         at)
{
  gunichar c = g_utf8_get_char_validated (around->text->str + at, around->text->len - at);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    return CLASS_OTHER;
  if (g_unichar_isspace (c))
    return CLASS_SPACE;

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_' ? CLASS_WORD : CLASS_OTHER;
}

void
rt_line_view_get_word (RtLineView    *self,
                       const RtPlace *place,
                       RtPlace       *from,
                       RtPlace       *to)
{
  g_auto (Around) around = { 0, };
  gsize start, end;
  CharClass kind;

  *from = *to = *place;
  around_init (&around, self, place);
  if (around.text->len == 0)
    return;
  start = around.at == around.text->len ? get_previous (&around, around.at) : around.at;
  kind = classify (&around, start);
  end = get_next (&around, start);
  /* Of signs, one is enough. */
  while (kind != CLASS_OTHER && end < around.text->len && classify (&around, end) == kind)
    end = get_next (&around, end);
  while (kind != CLASS_OTHER && start > 0 &&
         classify (&around, get_previous (&around, start)) == kind)
    start = get_previous (&around, start);
  from->byte = around.from + start;
  to->byte = around.from + end;
}

void
rt_line_view_step_unit (RtLineView *self,
                        RtPlace    *place,
                        gboolean    backwards)
{
  g_auto (Around) around = { 0, };

  around_init (&around, self, place);
  if (backwards && around.at > 0)
    {
      do
        around.at = get_previous (&around, around.at);
      while (around.at > 0 && g_unichar_ismark (g_utf8_get_char_validated (
               around.text->str + around.at, around.text->len - around.at)));
      place->byte = around.from + around.at;
    }
  else if (!backwards && around.at < around.text->len)
    {
      do
        around.at = get_next (&around, around.at);
      while (around.at < around.text->len && g_unichar_ismark (g_utf8_get_char_validated (
               around.text->str + around.at, around.text->len - around.at)));
      place->byte = around.from + around.at;
    }
  else if (backwards && place->line > 0)
    {
      place->line--;
      place->byte = rt_lines_get_length (self->lines, place->line);
    }
  else if (!backwards && place->line + 1 < self->n_lines)
    {
      place->line++;
      place->byte = 0;
    }
}

void
rt_line_view_step_word (RtLineView *self,
                        RtPlace    *place,
                        gboolean    backwards)
{
  g_auto (Around) around = { 0, };
  gsize end;

  around_init (&around, self, place);
  end = around.text->len;
  if (backwards ? around.at == 0 : around.at == end)
    {
      rt_line_view_step_unit (self, place, backwards);
      return;
    }
  if (backwards)
    {
      while (around.at > 0 && classify (&around, get_previous (&around, around.at)) != CLASS_WORD)
        around.at = get_previous (&around, around.at);
      while (around.at > 0 && classify (&around, get_previous (&around, around.at)) == CLASS_WORD)
        around.at = get_previous (&around, around.at);
    }
  else
    {
      while (around.at < end && classify (&around, around.at) != CLASS_WORD)
        around.at = get_next (&around, around.at);
      while (around.at < end && classify (&around, around.at) == CLASS_WORD)
        around.at = get_next (&around, around.at);
    }
  place->byte = around.from + around.at;
}

void
rt_line_view_end_place (RtLineView *self,
                        RtPlace    *place)
{
  place->line = self->n_lines > 0 ? self->n_lines - 1 : 0;
  place->byte = self->n_lines > 0 ? rt_lines_get_length (self->lines, place->line) : 0;
}

void
rt_line_view_selection_moved (RtLineView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.copy",
                                 rt_place_compare (&self->anchor, &self->caret) != 0);
  rt_line_view_queue_speak (self);
}

void
rt_line_view_move_caret (RtLineView    *self,
                         const RtPlace *place,
                         gboolean       extend)
{
  self->caret = *place;
  if (!extend)
    self->anchor = *place;
  rt_line_view_selection_moved (self);
}

void
rt_line_view_select (RtLineView    *self,
                     const RtPlace *from,
                     const RtPlace *to)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (from != NULL && to != NULL);

  self->anchor = *from;
  self->caret = *to;
  rt_line_view_clamp_place (self, &self->anchor);
  rt_line_view_clamp_place (self, &self->caret);
  self->goal_x = -1;
  rt_line_view_selection_moved (self);
}

void
rt_line_view_select_all (RtLineView *self)
{
  RtPlace start = { 0, 0 };
  RtPlace end = { G_MAXUINT64, 0 };

  g_return_if_fail (RT_IS_LINE_VIEW (self));

  rt_line_view_select (self, &start, &end);
}

gboolean
rt_line_view_get_selection (RtLineView *self,
                            RtPlace    *from,
                            RtPlace    *to)
{
  gboolean forwards;

  g_return_val_if_fail (RT_IS_LINE_VIEW (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  forwards = rt_place_compare (&self->anchor, &self->caret) <= 0;
  *from = forwards ? self->anchor : self->caret;
  *to = forwards ? self->caret : self->anchor;

  return rt_place_compare (from, to) != 0;
}

void
rt_line_view_get_caret (RtLineView *self,
                        RtPlace    *caret)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (caret != NULL);

  *caret = self->caret;
}
