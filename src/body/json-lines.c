/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of laid out JSON: each call walks from the nearest mark of the
 * index. Reading holds the feed's lock, which any number of readers share.
 */

#include "config.h"

#include "json-lines.h"

#include "json-feed.h"
#include "json-line-walk.h"

struct _RtJsonLines
{
  RtLines parent_instance;

  RtDecodedText   *text;
  RtJsonFeed      *feed;
  RtJsonLineIndex *index; /* the feed's; under its lock */
};

G_DEFINE_FINAL_TYPE (RtJsonLines, rt_json_lines, RT_TYPE_LINES)

/* Lines of the JSON, the one that is being read included. */
static guint64
count_laid_out (RtJsonLines      *self,
                const RtJsonView *view)
{
  gboolean begins = view->has_partial && self->index->scan.rest == G_MAXUINT64 &&
                    self->index->scan.layout.last != RT_JSON_TOKEN_KEY;

  return self->index->scan.n_lines + begins;
}

static guint64
count (RtJsonLines      *self,
       const RtJsonView *view)
{
  const RtJsonLineIndex *index = self->index;
  guint64 n = count_laid_out (self, view);

  if (index->scan.rest != G_MAXUINT64)
    n += index->scan.n_rest + (index->scan.rest_line < view->length);

  return n;
}

static void
begin_walk (RtJsonLines      *self,
            const RtJsonView *view,
            const RtJsonMark *mark,
            RtJsonLineWalk   *walk)
{
  rt_json_line_walk_init (walk, self->index, view->text, view->limit, view->length, mark);
}

/* With @walk behind @line. */
static gboolean
seek (RtJsonLines      *self,
      const RtJsonView *view,
      guint64           number,
      RtJsonLineWalk   *walk,
      RtJsonLine       *line)
{
  if (number >= count (self, view))
    return FALSE;
  begin_walk (self, view, rt_json_line_index_find_line (self->index, number), walk);
  do
    if (!rt_json_line_walk_next (walk, line))
      return FALSE;
  while (walk->line <= number);

  return TRUE;
}

static guint64
get_n_lines (RtLines *lines)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  guint64 n = count (self, rt_json_feed_begin (self->feed));

  rt_json_feed_end (self->feed);

  return n;
}

static guint64
get_length (RtLines *lines,
            guint64  number)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  RtJsonLineWalk walk;
  RtJsonLine line;
  guint64 length = seek (self, view, number, &walk, &line) ? line.length : 0;

  rt_json_feed_end (self->feed);

  return length;
}

/* In one walk. */
static gsize
get_lengths (RtLines *lines,
             guint64  number,
             gsize    n,
             guint64 *lengths)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  gsize filled = 0;
  RtJsonLineWalk walk;
  RtJsonLine line;
  gboolean more = n > 0 && seek (self, view, number, &walk, &line);

  while (more)
    {
      lengths[filled++] = line.length;
      more = filled < n && rt_json_line_walk_next (&walk, &line);
    }
  rt_json_feed_end (self->feed);

  return filled;
}

static void
read_line (RtLines *lines,
           guint64  number,
           guint64  from,
           gsize    length,
           GString *out)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  RtJsonLineWalk walk;
  RtJsonLine line;

  if (seek (self, view, number, &walk, &line))
    rt_json_line_append (&line, from, length, out);
  rt_json_feed_end (self->feed);
}

static gsize
read_block (RtLines *lines,
            guint64  number,
            gsize    max_length,
            GString *out)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  gsize start = out->len;
  gsize n = 0;
  RtJsonLineWalk walk;
  RtJsonLine line;
  gboolean more = seek (self, view, number, &walk, &line);

  while (more && line.length <= max_length && out->len - start < max_length)
    {
      rt_json_line_append (&line, 0, G_MAXUINT64, out);
      g_string_append_c (out, '\n');
      n++;
      more = rt_json_line_walk_next (&walk, &line);
    }
  rt_json_feed_end (self->feed);

  return n;
}

static guint64
get_longest (RtLines *lines)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  const RtJsonLineIndex *index = self->index;
  guint64 longest = index->scan.longest;
  RtJsonLineWalk walk;
  RtJsonLine line;

  /* The two that may not have ended: the last of the JSON, the last of all. */
  if (seek (self, view, count_laid_out (self, view) - 1, &walk, &line))
    longest = MAX (longest, line.length);
  if (index->scan.rest != G_MAXUINT64 && view->length > index->scan.rest_line)
    longest = MAX (longest, view->length - index->scan.rest_line);
  rt_json_feed_end (self->feed);

  return longest;
}

static gboolean
is_complete (RtLines *lines)
{
  return rt_json_feed_is_done (RT_JSON_LINES (lines)->feed);
}

static double
get_share (RtLines *lines)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  guint64 length = rt_json_feed_begin (self->feed)->length;

  rt_json_feed_end (self->feed);

  return rt_decoded_text_get_share (self->text, length);
}

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_json_lines_finalize (GObject *object)
{
  RtJsonLines *self = RT_JSON_LINES (object);

  g_clear_pointer (&self->feed, rt_json_feed_close);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (rt_json_lines_parent_class)->finalize (object);
}

static void
rt_json_lines_class_init (RtJsonLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  object_class->finalize = rt_json_lines_finalize;
  lines_class->get_n_lines = get_n_lines;
  lines_class->get_length = get_length;
  lines_class->get_lengths = get_lengths;
  lines_class->read = read_line;
  lines_class->read_block = read_block;
  lines_class->get_longest = get_longest;
  lines_class->is_complete = is_complete;
  lines_class->get_share = get_share;
}

static void
rt_json_lines_init (RtJsonLines *self)
{
}

RtLines *
rt_json_lines_new (RtDecodedText *text,
                   gboolean       several)
{
  static const RtJsonFeedFuncs funcs = {
    .take_tokens = (gpointer) rt_json_line_index_take_tokens,
    .take_rest = (gpointer) rt_json_line_index_take_rest,
    .publish = (gpointer) rt_json_line_index_publish,
    .free_index = (gpointer) rt_json_line_index_free,
    .changed = (gpointer) rt_lines_emit_changed,
  };
  RtJsonLines *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);

  self = g_object_new (RT_TYPE_JSON_LINES, NULL);
  self->text = g_object_ref (text);
  self->index = rt_json_line_index_new ();
  self->feed = rt_json_feed_new (text, several, &funcs, self->index, G_OBJECT (self));

  return RT_LINES (self);
}

const RtJsonFlaw *
rt_json_lines_get_flaw (RtJsonLines *self)
{
  g_return_val_if_fail (RT_IS_JSON_LINES (self), NULL);

  return rt_json_feed_get_flaw (self->feed);
}

guint64
rt_json_lines_get_n_laid_out (RtJsonLines *self)
{
  guint64 n;

  g_return_val_if_fail (RT_IS_JSON_LINES (self), 0);

  n = count_laid_out (self, rt_json_feed_begin (self->feed));
  rt_json_feed_end (self->feed);

  return n;
}

/* The offset of a byte of @line; behind its last piece for one beyond. */
static guint64
find_offset (const RtJsonLine *line,
             guint64           byte)
{
  guint64 offset = 0;

  for (guint i = 0; i < line->n_pieces; i++)
    {
      const RtJsonPiece *piece = &line->pieces[i];

      if (byte < piece->length)
        return piece->offset + (piece->is_sent ? byte : 0);
      byte -= piece->length;
      offset = piece->offset + (piece->is_sent ? piece->length : 0);
    }

  return offset;
}

guint64
rt_json_lines_to_offset (RtJsonLines   *self,
                         const RtPlace *place)
{
  const RtJsonView *view;
  RtJsonLineWalk walk;
  RtJsonLine line;
  guint64 offset;

  g_return_val_if_fail (RT_IS_JSON_LINES (self), 0);
  g_return_val_if_fail (place != NULL, 0);

  view = rt_json_feed_begin (self->feed);
  if (seek (self, view, place->line, &walk, &line))
    offset = line.n_pieces > 0 ? find_offset (&line, place->byte) : walk.offset - 1;
  else
    offset = view->length;
  rt_json_feed_end (self->feed);

  return offset;
}

static guint64
first_offset (const RtJsonLine     *line,
              const RtJsonLineWalk *walk)
{
  return line->n_pieces > 0 ? line->pieces[0].offset : walk->offset - 1;
}

/* The byte of @line that stands for @offset, or for the last one before it;
 * the first one that was sent when there is none. */
static guint64
find_byte (const RtJsonLine *line,
           guint64           offset)
{
  guint64 byte = G_MAXUINT64;
  guint64 sum = 0;

  for (guint i = 0; i < line->n_pieces; sum += line->pieces[i++].length)
    {
      const RtJsonPiece *piece = &line->pieces[i];

      if (piece->is_sent && piece->offset <= offset)
        byte = sum + MIN (offset - piece->offset, piece->length);
      else if (piece->is_sent && byte == G_MAXUINT64)
        byte = sum;
    }

  return byte == G_MAXUINT64 ? 0 : byte;
}

void
rt_json_lines_to_place (RtJsonLines *self,
                        guint64      offset,
                        RtPlace     *place)
{
  const RtJsonView *view;
  RtJsonLineWalk walk;
  RtJsonLine line;

  g_return_if_fail (RT_IS_JSON_LINES (self));
  g_return_if_fail (place != NULL);

  *place = (RtPlace) { 0, 0 };
  view = rt_json_feed_begin (self->feed);
  begin_walk (self, view, rt_json_line_index_find_offset (self->index, offset), &walk);
  for (gboolean first = TRUE; rt_json_line_walk_next (&walk, &line); first = FALSE)
    {
      if (!first && first_offset (&line, &walk) > offset)
        break;
      *place = (RtPlace) { walk.line - 1, find_byte (&line, offset) };
    }
  rt_json_feed_end (self->feed);
}

gsize
rt_json_lines_get_index_size (RtJsonLines *self)
{
  gsize size;

  g_return_val_if_fail (RT_IS_JSON_LINES (self), 0);

  rt_json_feed_begin (self->feed);
  size = rt_json_line_index_get_size (self->index);
  rt_json_feed_end (self->feed);

  return size + rt_json_feed_get_size (self->feed);
}
