/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of markup: the index under a lock, and the thread that makes it. */

#include "config.h"

#include "xml-lines.h"

#include "markup-index.h"
#include "worker.h"

#include <string.h>

/* Bytes that are laid out before somebody may look again. */
#define SLICE_BYTES (256 * 1024)

typedef struct
{
  RtDecodedText *text;
  guint64        fed; /* of the worker */

  GMutex         mutex; /* guards all below */
  RtMarkupIndex *index; /* its maker is the worker */
  GBytes        *bytes;
  guint64        shown; /* of them */
  RtJsonFlaw     flaw;
  gboolean       has_flaw;
  gboolean       complete;
} Core;

struct _RtXmlLines
{
  RtLines parent_instance;

  Core     *core; /* owned by the worker */
  RtWorker *worker;
  gulong    changed_id;
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
  Core *core = RT_XML_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  view->bytes = g_bytes_ref (core->bytes);
  view->text = g_bytes_get_data (view->bytes, NULL);
  view->lines = rt_markup_index_dup_block (core->index, view->text, line, &view->first);
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
core_free (Core *self)
{
  g_clear_object (&self->text);
  g_clear_pointer (&self->index, rt_markup_index_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  rt_json_flaw_clear (&self->flaw);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Line and column of the mistake: once, and not under the lock. */
static gboolean
locate_flaw (Core       *self,
             const char *text,
             RtJsonFlaw *flaw)
{
  guint64 offset = 0;
  const char *message = rt_markup_index_get_flaw (self->index, &offset);
  const char *line = text;
  const char *lf;

  if (message == NULL || self->has_flaw)
    return FALSE;
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

  return TRUE;
}

static gboolean
step (RtWorker *worker,
      gpointer  data)
{
  Core *self = data;
  g_autoptr (GBytes) old = NULL;
  RtJsonFlaw flaw = { 0 };
  gboolean all;
  gboolean found;
  gboolean changed;
  GBytes *bytes = rt_decoded_text_dup_bytes (self->text, &all);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  self->fed = MIN (length, self->fed + SLICE_BYTES);
  all = all && self->fed == length;
  rt_markup_index_run (self->index, text != NULL ? text : "", self->fed, all);
  found = locate_flaw (self, text, &flaw);

  g_mutex_lock (&self->mutex);
  changed = rt_markup_index_publish (self->index) || found || all != self->complete;
  old = g_steal_pointer (&self->bytes);
  self->bytes = bytes;
  self->shown = self->fed;
  self->complete = all;
  if (found)
    {
      self->flaw = flaw;
      self->has_flaw = TRUE;
    }
  g_mutex_unlock (&self->mutex);

  if (changed)
    rt_worker_tell (worker);

  return self->fed < length;
}

static void
text_changed_cb (RtXmlLines *self)
{
  rt_worker_run_here (self->worker);
  rt_worker_tell_here (self->worker);
}

static guint64
rt_xml_lines_get_n_lines (RtLines *lines)
{
  Core *core = RT_XML_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return rt_markup_index_get_n_lines (core->index);
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
  Core *core = RT_XML_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return rt_markup_index_get_longest (core->index);
}

static gboolean
rt_xml_lines_is_complete (RtLines *lines)
{
  Core *core = RT_XML_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return core->complete;
}

static double
rt_xml_lines_get_share (RtLines *lines)
{
  Core *core = RT_XML_LINES (lines)->core;
  guint64 length;

  g_mutex_lock (&core->mutex);
  length = core->shown;
  g_mutex_unlock (&core->mutex);

  return rt_decoded_text_get_share (core->text, length);
}

static void
rt_xml_lines_dispose (GObject *object)
{
  RtXmlLines *self = RT_XML_LINES (object);

  if (self->changed_id != 0)
    g_signal_handler_disconnect (self->core->text, self->changed_id);
  self->changed_id = 0;

  G_OBJECT_CLASS (rt_xml_lines_parent_class)->dispose (object);
}

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_xml_lines_finalize (GObject *object)
{
  RtXmlLines *self = RT_XML_LINES (object);

  g_clear_pointer (&self->worker, rt_worker_end);

  G_OBJECT_CLASS (rt_xml_lines_parent_class)->finalize (object);
}

static void
rt_xml_lines_class_init (RtXmlLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  object_class->dispose = rt_xml_lines_dispose;
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
  RtXmlLines *self;
  Core *core;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);

  core = g_new0 (Core, 1);
  core->text = g_object_ref (text);
  g_mutex_init (&core->mutex);
  core->index = rt_markup_index_new (html);
  core->bytes = g_bytes_new (NULL, 0);

  self = g_object_new (RT_TYPE_XML_LINES, NULL);
  self->core = core;
  self->worker = rt_worker_new (self, core, (GDestroyNotify) core_free, step,
                                (RtWorkerTell) rt_lines_emit_changed);
  self->changed_id = g_signal_connect_swapped (text, "changed", G_CALLBACK (text_changed_cb),
                                               self);
  rt_worker_run_here (self->worker);

  return RT_LINES (self);
}

const RtJsonFlaw *
rt_xml_lines_get_flaw (RtXmlLines *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_XML_LINES (self), NULL);

  locker = g_mutex_locker_new (&self->core->mutex);

  return self->core->has_flaw ? &self->core->flaw : NULL;
}
