/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* XML laid out as rt_xml_pretty() does it: an element that directly holds
 * character data stands as it is, for white space would change it; others have
 * their children one a line. Which of both it is shows only later, so the reader
 * runs ahead of the lines by at most RT_MARKUP_LOOK_AHEAD. Where text turns up after
 * more than that, it stays joined to its neighbours.
 */

#include "config.h"

#include "markup-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  PIECE_TEXT,
  PIECE_OPEN,
  PIECE_CLOSE,
  PIECE_OTHER, /* empty element, comment, instruction, document type */
} PieceKind;

typedef enum
{
  NOT_KNOWN,
  LAID_OUT,
  KEPT,
} Fate;

typedef struct
{
  guint64   start;
  guint64   end;
  PieceKind kind;
  Fate      fate; /* of an OPEN */
} Piece;

typedef struct
{
  guint64  start;
  guint64  depth;
  guint    piece; /* index in pieces, counted from the first ever */
  gboolean has_markup;
} Waiting;

/* flags of the state */
#define JOIN 1 /* text stands before, which the next piece is joined to */

static gboolean
fail (RtMarkupLayout *self,
      guint64         place,
      const char     *message)
{
  self->flaw = message;
  self->flaw_at = place;

  return FALSE;
}

static Waiting *
get_waiting (RtMarkupLayout *self)
{
  if (self->waiting == NULL || self->waiting->len == self->first_waiting)
    return NULL;

  return &g_array_index (self->waiting, Waiting, self->waiting->len - 1);
}

static void
drop_waiting (RtMarkupLayout *self,
              Fate            fate)
{
  Waiting *last = get_waiting (self);

  g_array_index (self->pieces, Piece, last->piece).fate = fate;
  g_array_set_size (self->waiting, self->waiting->len - 1);
}

/* No text came in those that began so long before @place. */
static void
settle (RtMarkupLayout *self,
        guint64         place)
{
  while (get_waiting (self) != NULL)
    {
      Waiting *first = &g_array_index (self->waiting, Waiting, self->first_waiting);

      if (place < G_MAXUINT64 && first->start + RT_MARKUP_LOOK_AHEAD > place)
        break;
      g_array_index (self->pieces, Piece, first->piece).fate = LAID_OUT;
      self->first_waiting++;
    }
  if (self->waiting != NULL && self->first_waiting > 1024 &&
      self->first_waiting * 2 > self->waiting->len)
    {
      g_array_remove_range (self->waiting, 0, self->first_waiting);
      self->first_waiting = 0;
    }
}

static void
add_piece (RtMarkupLayout *self,
           guint64         end,
           PieceKind       kind)
{
  Piece piece = { self->at, end, kind, LAID_OUT };

  if (self->pieces == NULL)
    {
      self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
      self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
    }
  if (kind == PIECE_OPEN && self->keep == 0)
    piece.fate = NOT_KNOWN;
  g_array_append_val (self->pieces, piece);
}

/* --- where the open elements begin: differences of 7 bits a byte, that can be
 * read from the end --- */

static void
push_open (RtMarkupLayout *self,
           guint64         start)
{
  guint64 difference = start - self->last_open;
  guint8 byte = difference & 0x7f;

  if (self->opens == NULL)
    return;
  self->last_open = start;
  g_byte_array_append (self->opens, &byte, 1);
  while ((difference >>= 7) != 0)
    {
      byte = 0x80 | (difference & 0x7f);
      g_byte_array_append (self->opens, &byte, 1);
    }
}

static void
pop_open (RtMarkupLayout *self)
{
  guint64 difference = 0;
  guint8 byte;

  if (self->opens == NULL)
    return;
  do
    {
      byte = self->opens->data[self->opens->len - 1];
      difference = difference << 7 | (byte & 0x7f);
      g_byte_array_set_size (self->opens, self->opens->len - 1);
    }
  while (byte & 0x80);
  self->last_open -= difference;
}

/* --- the reader --- */

static guint64
name_length (RtMarkupLayout *self,
             guint64         at,
             guint64         end)
{
  guint64 p = at;

  while (p < end && !g_ascii_isspace (self->text[p]) && self->text[p] != '>' &&
         self->text[p] != '/')
    p++;

  return p - at;
}

static gboolean
open_element (RtMarkupLayout *self,
              guint64         end)
{
  Waiting *parent = get_waiting (self);
  const char *tag = self->text + self->at;

  if (name_length (self, self->at + 1, end) == 0)
    return fail (self, self->at, _("“<” is not followed by a name"));
  if (parent != NULL)
    parent->has_markup = TRUE;
  add_piece (self, end, PIECE_OPEN);
  self->depth++;
  push_open (self, self->at);
  if (self->keep != 0)
    return TRUE;
  if (memmem (tag, end - self->at, "xml:space", 9) != NULL)
    {
      g_array_index (self->pieces, Piece, self->pieces->len - 1).fate = KEPT;
      self->keep = self->depth;
    }
  else
    {
      Waiting waiting = { self->at, self->depth, self->pieces->len - 1, FALSE };

      g_array_append_val (self->waiting, waiting);
    }

  return TRUE;
}

static gboolean
close_element (RtMarkupLayout *self,
               guint64         end)
{
  guint64 n = name_length (self, self->at + 2, end);
  Waiting *waiting = get_waiting (self);

  if (self->depth == 0)
    return fail (self, self->at, _("an end tag has no start tag"));
  if (self->opens != NULL &&
      (name_length (self, self->last_open + 1, self->length) != n ||
       memcmp (self->text + self->last_open + 1, self->text + self->at + 2, n) != 0))
    return fail (self, self->at, _("the end tag is not that of the element that is open"));
  if (waiting != NULL && waiting->depth == self->depth)
    drop_waiting (self, waiting->has_markup ? LAID_OUT : KEPT);
  add_piece (self, end, PIECE_CLOSE);
  if (self->keep == self->depth)
    self->keep = 0;
  self->depth--;
  pop_open (self);

  return TRUE;
}

static void
take_text (RtMarkupLayout *self,
           guint64         end)
{
  Waiting *waiting = get_waiting (self);

  if (waiting != NULL && waiting->depth == self->depth)
    {
      drop_waiting (self, KEPT);
      if (self->keep == 0)
        self->keep = self->depth;
    }
  /* Others that are open may still turn out to hold text. */
  add_piece (self, end, PIECE_TEXT);
}

static gboolean
begins (RtMarkupLayout *self,
        const char     *mark)
{
  gsize n = strlen (mark);

  return self->length - self->at >= n && memcmp (self->text + self->at, mark, n) == 0;
}

/* Where the markup ends, and what it is; 0 when that is not there yet. */
static guint64
find_markup_end (RtMarkupLayout *self,
                 PieceKind      *kind)
{
  guint64 rest = self->length - self->at;
  char next = rest >= 2 ? self->text[self->at + 1] : '\0';
  guint64 end;

  *kind = PIECE_OTHER;
  if (rest < 9 && !self->complete && (rest < 2 || next == '!'))
    return 0;
  if (begins (self, "<!--"))
    {
      self->scan = MAX (self->scan, self->at + 4);
      return rt_markup_layout_find (self, "-->");
    }
  if (begins (self, "<![CDATA["))
    {
      *kind = PIECE_TEXT;
      self->scan = MAX (self->scan, self->at + 9);
      return rt_markup_layout_find (self, "]]>");
    }
  self->scan = MAX (self->scan, self->at + (next == '?' || next == '!' ? 2 : 0));
  if (next == '?')
    return rt_markup_layout_find (self, "?>");
  if (next == '!')
    return rt_markup_layout_find_end (self, TRUE);

  end = rt_markup_layout_find_end (self, FALSE);
  if (next == '/')
    *kind = PIECE_CLOSE;
  else if (end != 0 && self->text[end - 2] != '/')
    *kind = PIECE_OPEN;

  return end;
}

static void
move_on (RtMarkupLayout *self,
         guint64         end)
{
  self->at = self->scan = end;
  self->seen = 0;
  self->quote = '\0';
  self->nested = 0;
}

static gboolean
read_markup (RtMarkupLayout *self)
{
  PieceKind kind;
  guint64 end = find_markup_end (self, &kind);
  Waiting *parent;

  self->in_text = FALSE;
  if (end == 0)
    return self->complete
             ? fail (self, self->at, _("the text ends inside markup that starts here")) : FALSE;

  settle (self, self->at);
  parent = get_waiting (self);
  if (kind == PIECE_OPEN && !open_element (self, end))
    return FALSE;
  if (kind == PIECE_CLOSE && !close_element (self, end))
    return FALSE;
  if (kind == PIECE_TEXT)
    take_text (self, end);
  if (kind == PIECE_OTHER)
    {
      if (parent != NULL)
        parent->has_markup = TRUE;
      add_piece (self, end, PIECE_OTHER);
    }
  move_on (self, end);

  return TRUE;
}

static gboolean
read_text (RtMarkupLayout *self)
{
  const char *found = memchr (self->text + self->scan, '<', self->length - self->scan);
  guint64 end = found != NULL ? (guint64) (found - self->text) : self->length;

  for (; self->scan < end && self->seen == 0 && !self->in_text; self->scan++)
    if (!g_ascii_isspace (self->text[self->scan]))
      self->seen = self->scan + 1;
  if (self->seen == 0 && !self->in_text)
    {
      self->scan = end;
      if (found == NULL && !self->complete)
        return FALSE;
      move_on (self, end);
      return found != NULL;
    }

  if (self->seen != 0)
    settle (self, self->seen - 1);
  take_text (self, end);
  move_on (self, end);
  self->in_text = found == NULL;

  return TRUE;
}

/* --- the lines --- */

static void
place (RtMarkupLayout *self,
       const Piece    *piece,
       guint           indent)
{
  gboolean join = self->has_line && (self->state.flags & JOIN) &&
                  (self->state.depth > 0 || piece->kind == PIECE_TEXT);

  if (!join)
    {
      self->state.flags = 0;
      rt_markup_layout_begin_line (self, piece->start, indent);
    }
}

static void
lay_out (RtMarkupLayout *self,
         const Piece    *piece)
{
  RtMarkupState *state = &self->state;
  gboolean kept = state->keep_depth != 0;

  if (kept)
    ;
  /* Text where none was expected any more. */
  else if (piece->kind == PIECE_TEXT && state->depth > 0)
    {
      if (!self->has_line)
        place (self, piece, state->depth);
    }
  else
    place (self, piece, piece->kind == PIECE_CLOSE ? state->depth - 1 : state->depth);
  if (self->stopped)
    return;

  if (piece->kind == PIECE_CLOSE && state->keep_depth == state->depth)
    state->keep_depth = 0;
  if (piece->kind == PIECE_CLOSE)
    state->depth--;
  else if (piece->kind == PIECE_OPEN)
    state->depth++;
  if (piece->kind == PIECE_OPEN && !kept && piece->fate == KEPT)
    state->keep_depth = state->depth;
  state->flags = piece->kind == PIECE_TEXT && !kept ? JOIN : 0;
  rt_markup_layout_extend (self, piece->end);
}

static void
lay_out_pieces (RtMarkupLayout *self)
{
  while (self->pieces != NULL && self->first < self->pieces->len && !self->stopped)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, self->first);

      if (piece->kind == PIECE_OPEN && piece->fate == NOT_KNOWN && self->state.keep_depth == 0)
        break;
      lay_out (self, piece);
      self->first++;
    }
  if (self->first <= 4096 || self->first * 2 < self->pieces->len)
    return;

  g_array_remove_range (self->pieces, 0, self->first);
  for (guint i = self->first_waiting; i < self->waiting->len; i++)
    g_array_index (self->waiting, Waiting, i).piece -= self->first;
  self->first = 0;
}

static void
finish (RtMarkupLayout *self)
{
  settle (self, G_MAXUINT64);
  lay_out_pieces (self);
  if (self->stopped)
    return;
  if (self->flaw == NULL && self->depth > 0 && self->check)
    {
      self->flaw_at = self->last_open;
      self->flaw = _("the element that starts here is never closed");
      rt_markup_layout_end_line (self);
      self->stopped = TRUE;
    }
  else if (self->flaw != NULL)
    {
      rt_markup_layout_end_line (self);
      memset (&self->state, 0, sizeof self->state);
      self->state.flags = RT_MARKUP_REST;
      self->at = self->flaw_at;
    }
  else
    {
      rt_markup_layout_end_line (self);
      self->stopped = TRUE;
    }
}

gboolean
rt_xml_layout_step (RtMarkupLayout *self)
{
  gboolean more = FALSE;

  if (self->at < self->length)
    more = self->text[self->at] == '<' ? read_markup (self) : read_text (self);
  if (more)
    lay_out_pieces (self);
  else if (self->flaw != NULL || (self->complete && self->at >= self->length))
    {
      finish (self);
      return self->flaw != NULL && !self->stopped;
    }

  return more;
}
