/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of markup: the index under a lock, and the thread that makes it. */

#include "config.h"

#include "xml-lines.h"

#include "markup-index.h"
#include "text-reader.h"

#include <string.h>

/* Bytes that are laid out before somebody may look again. */
#define SLICE_BYTES (256 * 1024)

typedef struct
{
  RtMarkupIndex *index; /* it knows what is under the lock */
  /* Only for whoever has the turn to read. */
  RtJsonFlaw     found;
  /* Under the lock. */
  RtJsonFlaw     flaw;
  gboolean       has_flaw;
} Index;

struct _RtXmlLines
{
  RtLines parent_instance;

  Index        *index; /* owned by the reader */
  RtTextReader *reader;
};

G_DEFINE_FINAL_TYPE (RtXmlLines, rt_xml_lines, RT_TYPE_LINES)

/* What one call needs, taken under the lock. */
typedef struct
{
  GBytes     *bytes;
  const char *text;
  GArray     *lines; /* RtMarkupLine */
  guint64     first;
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static const RtMarkupLine *
find_line (RtLines *lines,
           guint64  line,
           View    *view)
{
  RtXmlLines *self = RT_XML_LINES (lines);

  view->bytes = g_bytes_ref (rt_text_reader_begin (self->reader)->bytes);
  view->text = g_bytes_get_data (view->bytes, NULL);
  view->lines = rt_markup_index_dup_block (self->index->index, view->text, line, &view->first);
  rt_text_reader_end (self->reader);
  if (line - view->first >= view->lines->len)
    return NULL;

  return &g_array_index (view->lines, RtMarkupLine, line - view->first);
}

static guint64
measure (const RtMarkupLine *line)
{
  return line->end - line->start + 2 * line->indent;
}

static void
append (GString            *out,
        const char         *text,
        const RtMarkupLine *line,
        guint64             from,
        gsize               length)
{
  guint64 indent = 2 * line->indent;

  for (; from < indent && length > 0; from++, length--)
    g_string_append_c (out, ' ');
  if (length > 0 && from - indent < line->end - line->start)
    g_string_append_len (out, text + line->start + (from - indent),
                         MIN (length, line->end - line->start - (from - indent)));
}

static void
index_free (gpointer data)
{
  Index *self = data;

  g_clear_pointer (&self->index, rt_markup_index_free);
  rt_json_flaw_clear (&self->found);
  rt_json_flaw_clear (&self->flaw);
  g_free (self);
}

/* Line and column of the mistake: once, and not under the lock. */
static void
locate_flaw (Index      *self,
             const char *text)
{
  guint64 offset = 0;
  const char *message = rt_markup_index_get_flaw (self->index, &offset);
  RtJsonFlaw *flaw = &self->found;
  const char *line = text;
  const char *lf;

  if (message == NULL || self->has_flaw)
    return;
  flaw->offset = offset;
  flaw->line = 1;
  flaw->column = 1;
  flaw->message = g_strdup (message);
  while ((lf = memchr (line, '\n', text + offset - line)) != NULL)
    {
      flaw->line++;
      line = lf + 1;
    }
  for (; line < text + offset; line++)
    flaw->column += ((guchar) *line & 0xc0) != 0x80;
}

static void
read_slice (gpointer    data,
            const char *text,
            gsize       length,
            gboolean    complete)
{
  Index *self = data;

  rt_markup_index_run (self->index, text, length, complete);
  locate_flaw (self, text);
}

static gboolean
publish (gpointer data)
{
  Index *self = data;
  gboolean found = self->found.message != NULL;

  if (found)
    {
      self->flaw = self->found;
      self->found = (RtJsonFlaw) { 0 };
      self->has_flaw = TRUE;
    }

  return rt_markup_index_publish (self->index) || found;
}

static guint64
rt_xml_lines_get_n_lines (RtLines *lines)
{
  RtXmlLines *self = RT_XML_LINES (lines);
  guint64 n;

  rt_text_reader_begin (self->reader);
  n = rt_markup_index_get_n_lines (self->index->index);
  rt_text_reader_end (self->reader);

  return n;
}

static guint64
rt_xml_lines_get_length (RtLines *lines,
                         guint64  line)
{
  g_auto (View) view = { NULL };
  const RtMarkupLine *found = find_line (lines, line, &view);

  return found != NULL ? measure (found) : 0;
}

static gsize
rt_xml_lines_get_lengths (RtLines *lines,
                          guint64  line,
                          gsize    n,
                          guint64 *lengths)
{
  gsize i = 0;

  /* A block at a time. */
  while (i < n)
    {
      g_auto (View) view = { NULL };

      if (find_line (lines, line + i, &view) == NULL)
        break;
      for (guint at = line + i - view.first; i < n && at < view.lines->len; at++)
        lengths[i++] = measure (&g_array_index (view.lines, RtMarkupLine, at));
    }

  return i;
}

static void
rt_xml_lines_read (RtLines *lines,
                   guint64  line,
                   guint64  from,
                   gsize    length,
                   GString *out)
{
  g_auto (View) view = { NULL };
  const RtMarkupLine *found = find_line (lines, line, &view);

  if (found != NULL)
    append (out, view.text, found, from, length);
}

static gsize
rt_xml_lines_read_block (RtLines *lines,
                         guint64  line,
                         gsize    max_length,
                         GString *out)
{
  gsize start = out->len;
  gsize n = 0;
  gboolean full = FALSE;

  while (!full)
    {
      g_auto (View) view = { NULL };
      const RtMarkupLine *found = find_line (lines, line + n, &view);

      if (found == NULL)
        break;
      for (guint at = line + n - view.first; at < view.lines->len && !full; at++)
        {
          found = &g_array_index (view.lines, RtMarkupLine, at);
          full = out->len - start + measure (found) > max_length;
          if (full)
            break;
          append (out, view.text, found, 0, G_MAXSIZE);
          g_string_append_c (out, '\n');
          n++;
        }
    }

  return n;
}

static guint64
rt_xml_lines_get_longest (RtLines *lines)
{
  RtXmlLines *self = RT_XML_LINES (lines);
  guint64 longest;

  rt_text_reader_begin (self->reader);
  longest = rt_markup_index_get_longest (self->index->index);
  rt_text_reader_end (self->reader);

  return longest;
}

static gboolean
rt_xml_lines_is_complete (RtLines *lines)
{
  return rt_text_reader_is_complete (RT_XML_LINES (lines)->reader);
}

static double
rt_xml_lines_get_share (RtLines *lines)
{
  return rt_text_reader_get_share (RT_XML_LINES (lines)->reader);
}

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_xml_lines_finalize (GObject *object)
{
  g_clear_pointer (&RT_XML_LINES (object)->reader, rt_text_reader_close);

  G_OBJECT_CLASS (rt_xml_lines_parent_class)->finalize (object);
}

static void
rt_xml_lines_class_init (RtXmlLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  object_class->finalize = rt_xml_lines_finalize;

  lines_class->get_n_lines = rt_xml_lines_get_n_lines;
  lines_class->get_length = rt_xml_lines_get_length;
  lines_class->get_lengths = rt_xml_lines_get_lengths;
  lines_class->read = rt_xml_lines_read;
  lines_class->read_block = rt_xml_lines_read_block;
  lines_class->get_longest = rt_xml_lines_get_longest;
  lines_class->is_complete = rt_xml_lines_is_complete;
  lines_class->get_share = rt_xml_lines_get_share;
}

static void
rt_xml_lines_init (RtXmlLines *self)
{
}

RtLines *
rt_xml_lines_new (RtDecodedText *text,
                  gboolean       html)
{
  static const RtTextReaderFuncs funcs = {
    SLICE_BYTES, read_slice, publish, index_free, (gpointer) rt_lines_emit_changed
  };
  RtXmlLines *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);

  self = g_object_new (RT_TYPE_XML_LINES, NULL);
  self->index = g_new0 (Index, 1);
  self->index->index = rt_markup_index_new (html);
  self->reader = rt_text_reader_new (text, &funcs, self->index, G_OBJECT (self));

  return RT_LINES (self);
}

const RtJsonFlaw *
rt_xml_lines_get_flaw (RtXmlLines *self)
{
  gboolean has_flaw;

  g_return_val_if_fail (RT_IS_XML_LINES (self), NULL);

  rt_text_reader_begin (self->reader);
  has_flaw = self->index->has_flaw;
  rt_text_reader_end (self->reader);

  return has_flaw ? &self->index->flaw : NULL;
}
