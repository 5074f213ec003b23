/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of laid out JSON: each call takes the nearest mark of the index under
 * the feed's lock, and walks from there without it.
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

/* What one call needs, taken under the lock; the walk goes on without it. */
typedef struct
{
  GBytes        *bytes;
  GArray        *longs;
  GArray        *long_lines;
  RtJsonLineWalk walk;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->longs, g_array_unref);
  g_clear_pointer (&self->long_lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

/* The lock is held. */
static void
begin_walk (RtJsonLines      *self,
            const RtJsonView *view,
            const RtJsonMark *mark,
            Look             *look)
{
  look->bytes = view->bytes != NULL ? g_bytes_ref (view->bytes) : NULL;
  look->longs = g_array_ref (self->index->tables.longs);
  look->long_lines = g_array_ref (self->index->tables.long_lines);
  rt_json_line_walk_init (&look->walk, self->index, view->text, view->limit, view->length, mark);
}

/* With the walk behind line @number. */
static gboolean
seek (RtJsonLines *self,
      guint64      number,
      Look        *look,
      RtJsonLine  *line)
{
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  gboolean found = number < count (self, view);

  if (found)
    begin_walk (self, view, rt_json_line_index_find_line (self->index, number), look);
  rt_json_feed_end (self->feed);
  while (found && look->walk.line <= number)
    found = rt_json_line_walk_next (&look->walk, line);

  return found;
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
  g_auto (Look) look = { NULL };
  RtJsonLine line;

  return seek (RT_JSON_LINES (lines), number, &look, &line) ? line.length : 0;
}

/* In one walk. */
static gsize
get_lengths (RtLines *lines,
             guint64  number,
             gsize    n,
             guint64 *lengths)
{
  g_auto (Look) look = { NULL };
  gsize filled = 0;
  RtJsonLine line;
  gboolean more = n > 0 && seek (RT_JSON_LINES (lines), number, &look, &line);

  while (more)
    {
      lengths[filled++] = line.length;
      more = filled < n && rt_json_line_walk_next (&look.walk, &line);
    }

  return filled;
}

static void
read_line (RtLines *lines,
           guint64  number,
           guint64  from,
           gsize    length,
           GString *out)
{
  g_auto (Look) look = { NULL };
  RtJsonLine line;

  if (seek (RT_JSON_LINES (lines), number, &look, &line))
    rt_json_line_append (&line, from, length, out);
}

static gsize
read_block (RtLines *lines,
            guint64  number,
            gsize    max_length,
            GString *out)
{
  g_auto (Look) look = { NULL };
  gsize start = out->len;
  gsize n = 0;
  RtJsonLine line;
  gboolean more = seek (RT_JSON_LINES (lines), number, &look, &line);

  while (more && line.length <= max_length && out->len - start < max_length)
    {
      rt_json_line_append (&line, 0, G_MAXUINT64, out);
      g_string_append_c (out, '\n');
      n++;
      more = rt_json_line_walk_next (&look.walk, &line);
    }

  return n;
}

static guint64
get_longest (RtLines *lines)
{
  RtJsonLines *self = RT_JSON_LINES (lines);
  const RtJsonView *view = rt_json_feed_begin (self->feed);
  const RtJsonLineScan *scan = &self->index->scan;
  guint64 longest = scan->longest;
  guint64 last = count_laid_out (self, view) - 1;
  g_auto (Look) look = { NULL };
  RtJsonLine line;

  /* The two that may not have ended: the last of all, the last of the JSON. */
  if (scan->rest != G_MAXUINT64 && view->length > scan->rest_line)
    longest = MAX (longest, view->length - scan->rest_line);
  rt_json_feed_end (self->feed);

  return seek (self, last, &look, &line) ? MAX (longest, line.length) : longest;
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
