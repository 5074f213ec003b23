/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bytes of a range are collected a block at a time, then made valid once. */

#include "config.h"

#include "line-range.h"

#include "charset.h"

#include <string.h>

#define BLOCK_BYTES (1024 * 1024)

typedef struct
{
  /* Input. */
  RtPlace from;
  RtPlace to;
  gsize   max_bytes;

  /* Output. */
  gboolean cut;
} Range;

/* Collects the rest of a line, a piece at a time; FALSE when it is too much. */
static gboolean
add_line (RtLines      *lines,
          guint64       line,
          guint64       from,
          guint64       to,
          gsize         max,
          GCancellable *cancellable,
          GString      *out)
{
  to = MIN (to, rt_lines_get_length (lines, line));
  while (from < to && out->len <= max && !g_cancellable_is_cancelled (cancellable))
    {
      gsize before = out->len;

      rt_lines_read (lines, line, from, MIN (to - from, BLOCK_BYTES), out);
      if (out->len == before)
        break;
      from += out->len - before;
    }

  return out->len <= max;
}

/* The lines between the first and the last, which are taken whole. */
static gboolean
add_lines (RtLines      *lines,
           guint64       line,
           guint64       end,
           gsize         max,
           GCancellable *cancellable,
           GString      *out)
{
  while (line < end && !g_cancellable_is_cancelled (cancellable))
    {
      gsize n = rt_lines_read_block_before (lines, line, end, MIN (BLOCK_BYTES, max), out);

      if (n == 0)
        {
          add_line (lines, line, 0, G_MAXUINT64, max, cancellable, out);
          g_string_append_c (out, '\n');
          n = 1;
        }
      line += n;
      if (out->len > max)
        return FALSE;
    }

  return TRUE;
}

/* As much as is needed, and more when it is cut. */
static void
collect (RtLines      *lines,
         const Range  *range,
         GCancellable *cancellable,
         GString      *out)
{
  RtPlace from = range->from;
  RtPlace to = range->to;
  guint64 n_lines = rt_lines_get_n_lines (lines);
  gsize max = range->max_bytes;

  if (to.line >= n_lines)
    to = (RtPlace) { n_lines > 0 ? n_lines - 1 : 0, G_MAXUINT64 };
  if (rt_place_compare (&from, &to) >= 0)
    return;

  if (from.line == to.line)
    {
      add_line (lines, from.line, from.byte, to.byte, max, cancellable, out);
      return;
    }
  if (!add_line (lines, from.line, from.byte, G_MAXUINT64, max, cancellable, out))
    return;
  g_string_append_c (out, '\n');
  if (add_lines (lines, from.line + 1, to.line, max, cancellable, out))
    add_line (lines, to.line, 0, to.byte, max, cancellable, out);
}

/* Ends @text at @max bytes at most, and not within a character. */
static gboolean
cut_text (GString *text,
          gsize    max)
{
  if (text->len <= max)
    return FALSE;

  while (max > 0 && ((guchar) text->str[max] & 0xc0) == 0x80)
    max--;
  g_string_truncate (text, max);

  return TRUE;
}

static GBytes *
make (RtLines      *lines,
      Range        *range,
      GCancellable *cancellable)
{
  static const RtCharset utf8 = { .name = "UTF-8", .converter = "UTF-8" };
  g_autoptr (GString) text = g_string_new (NULL);

  collect (lines, range, cancellable, text);
  if (!g_utf8_validate_len (text->str, text->len, NULL))
    {
      GString *valid;

      /* Each byte gives one at least: what is beyond would be cut anyway; but
       * not a character whose end lies there. */
      if (text->len > range->max_bytes && text->len - range->max_bytes > 8)
        {
          range->cut = TRUE;
          g_string_truncate (text, range->max_bytes + 8);
        }
      valid = rt_charset_convert (&utf8, (const guint8 *) text->str, text->len, NULL);
      g_string_free (g_steal_pointer (&text), TRUE);
      text = valid;
    }
  range->cut |= cut_text (text, range->max_bytes);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Both ends in order. */
static void
range_init (Range         *range,
            const RtPlace *from,
            const RtPlace *to,
            gsize          max_bytes)
{
  gboolean turned = rt_place_compare (from, to) > 0;

  range->from = turned ? *to : *from;
  range->to = turned ? *from : *to;
  range->max_bytes = MIN (max_bytes, G_MAXSIZE / 4);
  range->cut = FALSE;
}

GBytes *
rt_line_range_dup (RtLines       *lines,
                   const RtPlace *from,
                   const RtPlace *to,
                   gsize          max_bytes,
                   gboolean      *cut)
{
  Range range;
  GBytes *bytes;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  range_init (&range, from, to, max_bytes);
  bytes = make (lines, &range, NULL);
  if (cut != NULL)
    *cut = range.cut;

  return bytes;
}

static void
dup_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = make (source_object, task_data, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

void
rt_line_range_dup_async (RtLines             *lines,
                         const RtPlace       *from,
                         const RtPlace       *to,
                         gsize                max_bytes,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Range *range;

  g_return_if_fail (RT_IS_LINES (lines));
  g_return_if_fail (from != NULL && to != NULL);

  task = g_task_new (lines, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_line_range_dup_async);
  range = g_new0 (Range, 1);
  range_init (range, from, to, max_bytes);
  g_task_set_task_data (task, range, g_free);
  g_task_run_in_thread (task, dup_thread);
}

GBytes *
rt_line_range_dup_finish (RtLines       *lines,
                          GAsyncResult  *result,
                          gboolean      *cut,
                          GError       **error)
{
  const Range *range;

  g_return_val_if_fail (g_task_is_valid (result, lines), NULL);

  range = g_task_get_task_data (G_TASK (result));
  if (cut != NULL)
    *cut = range->cut;

  return g_task_propagate_pointer (G_TASK (result), error);
}
