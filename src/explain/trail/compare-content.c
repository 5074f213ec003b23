/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads contents as lines of bytes, numbers equal lines alike, and puts what
 * the line difference says into rows. A line is shown through its charset; it
 * is compared as bytes.
 */

#include "config.h"

#include "compare-content.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "compared-row.h"
#include "format.h"
#include "line-diff.h"
#include "media-type.h"
#include "text.h"

/* Bytes that are looked at to tell text from other data. */
#define PROBE_MAX (64 * 1024)
/* Bytes of a line that a row shows, and how many of them before the first
 * difference. */
#define LINE_MAX_BYTES 400
#define LINE_LEAD 60
/* Equal lines in a row that are shown. */
#define EQUAL_MAX 3

typedef struct
{
  const char *data;
  gsize       length;
  guint       hash;
} Line;

typedef struct
{
  GBytes     *bytes;
  const char *data;
  gsize       size;
  char       *charset; /* for g_convert(); NULL for UTF-8 and for none */
  GArray     *lines;   /* Line */
  gsize       end;     /* offset after the last of the lines */
  guint      *ids;     /* of each line */
  gboolean   *changed;
} Side;

static char *
find_charset (RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);
  g_autofree char *value = head != NULL ? rt_head_dup_combined (head, "Content-Type") : NULL;
  g_autoptr(RtMediaType) type = rt_media_type_parse (value);
  const char *charset = type != NULL ? rt_media_type_get_parameter (type, "charset") : NULL;

  if (charset == NULL || g_ascii_strcasecmp (charset, "utf-8") == 0)
    return NULL;

  return g_strdup (charset);
}

static void
open_side (Side       *self,
           RtExchange *exchange)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);

  memset (self, 0, sizeof *self);
  self->bytes = rt_body_dup_bytes (content);
  self->data = g_bytes_get_data (self->bytes, &self->size);
  self->charset = find_charset (exchange);
}

static void
close_side (Side *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->changed, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static gboolean
is_text (const Side *self)
{
  gsize length = MIN (self->size, PROBE_MAX);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = self->data[i];

      if (c < 0x20 && (c == '\0' || strchr ("\t\n\r\f\b\033", c) == NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
equal_bytes (const char *a,
             gsize       a_length,
             const char *b,
             gsize       b_length)
{
  return a_length == b_length && (a_length == 0 || memcmp (a, b, a_length) == 0);
}

/* As one row: sizes, and what tells them apart when they are alike. */
static char *
describe (const Side *self)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  g_autofree char *size = rt_format_bytes (self->size);

  return g_strdup_printf (_("%s, SHA-256 %s"), size, sum);
}

static void
add_as_a_whole (GPtrArray  *rows,
                const Side *left,
                const Side *right)
{
  g_autofree char *left_words = describe (left);
  g_autofree char *right_words = describe (right);

  rt_compared_row_add (rows, RT_COMPARED_CONTENT, _("Content"), left_words, right_words);
}

static void
add_same (GPtrArray  *rows,
          const Side *side)
{
  g_autofree char *size = rt_format_bytes (side->size);

  rt_compared_row_add (rows, RT_COMPARED_CONTENT, _("Content"), size, size);
}

/* FNV-1a: quick, and a collision costs only a comparison. */
static guint
hash_of (const char *data,
         gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) data[i]) * 16777619u;

  return hash;
}

static void
read_lines (Side  *self,
            guint  max_lines)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  while (self->end < self->size && self->lines->len < max_lines)
    {
      const char *start = self->data + self->end;
      const char *stop = memchr (start, '\n', self->size - self->end);
      gsize length = stop != NULL ? (gsize) (stop - start) : self->size - self->end;
      Line line = { start, length, hash_of (start, length) };

      g_array_append_val (self->lines, line);
      self->end += length + (stop != NULL ? 1 : 0);
    }
}

static guint
line_hash (gconstpointer line)
{
  return ((const Line *) line)->hash;
}

static gboolean
line_equal (gconstpointer a,
            gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  return left->hash == right->hash &&
         equal_bytes (left->data, left->length, right->data, right->length);
}

static void
number_lines (Side       *self,
              GHashTable *numbers)
{
  self->ids = g_new (guint, self->lines->len + 1);
  self->changed = g_new0 (gboolean, self->lines->len + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, line, NULL, &number))
        {
          number = GUINT_TO_POINTER (g_hash_table_size (numbers));
          g_hash_table_insert (numbers, line, number);
        }
      self->ids[i] = GPOINTER_TO_UINT (number);
    }
}

static void
find_changes (Side *left,
              Side *right)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (line_hash, line_equal);

  number_lines (left, numbers);
  number_lines (right, numbers);
  rt_line_diff (left->ids, left->lines->len, right->ids, right->lines->len,
                g_hash_table_size (numbers), left->changed, right->changed);
}

static char *
to_text (const Side *self,
         const char *data,
         gsize       length)
{
  g_autofree char *converted = NULL;
  gsize written;

  if (self->charset != NULL)
    converted = g_convert_with_fallback (data, length, "UTF-8", self->charset, NULL, NULL,
                                         &written, NULL);

  return converted != NULL ? rt_text_from_wire (converted, written)
                           : rt_text_from_wire (data, length);
}

/* A line from @start on, with an ellipsis where it is cut. A cut never parts
 * the bytes of a UTF-8 character. */
static char *
show_line (const Side *self,
           const Line *line,
           gsize       start,
           gboolean    with_cr)
{
  gsize end = line->length;
  g_autofree char *text = NULL;

  if (!with_cr && end > 0 && line->data[end - 1] == '\r')
    end--;
  start = MIN (start, end);
  for (guint i = 0; i < 3 && start > 0 && (line->data[start] & 0xc0) == 0x80; i++)
    start--;
  if (end - start > LINE_MAX_BYTES)
    {
      gsize cut = start + LINE_MAX_BYTES;

      for (guint i = 0; i < 3 && (line->data[cut] & 0xc0) == 0x80; i++)
        cut--;
      text = to_text (self, line->data + start, cut - start);

      return g_strconcat (start > 0 ? "…" : "", text, "…", NULL);
    }
  text = to_text (self, line->data + start, end - start);

  return g_strconcat (start > 0 ? "…" : "", text, NULL);
}

static gsize
find_difference (const Line *a,
                 const Line *b)
{
  gsize length = MIN (a->length, b->length);
  gsize i = 0;

  while (i < length && a->data[i] == b->data[i])
    i++;

  return i;
}

static gboolean
ends_in_cr (const Line *line)
{
  return line->length > 0 && line->data[line->length - 1] == '\r';
}

static void
add_changed (GPtrArray  *rows,
             const Side *left,
             guint       i,
             const Side *right,
             guint       j)
{
  const Line *was = &g_array_index (left->lines, Line, i);
  const Line *is = &g_array_index (right->lines, Line, j);
  gsize difference = find_difference (was, is);
  gboolean is_long = MAX (was->length, is->length) > LINE_MAX_BYTES;
  gsize start = is_long && difference > LINE_LEAD ? difference - LINE_LEAD : 0;
  gboolean with_cr = ends_in_cr (was) != ends_in_cr (is);
  g_autofree char *left_text = show_line (left, was, start, with_cr);
  g_autofree char *right_text = show_line (right, is, start, with_cr);
  g_autofree char *label = i == j ? g_strdup_printf (_("Line %u"), i + 1)
                                  : g_strdup_printf (_("Line %u, now %u"), i + 1, j + 1);

  g_ptr_array_add (rows, rt_compared_row_new (RT_COMPARED_CONTENT, RT_COMPARED_CHANGED, label,
                                              left_text, right_text));
}

static void
add_single (GPtrArray  *rows,
            RtCompared  result,
            const Side *side,
            guint       index)
{
  g_autofree char *text = show_line (side, &g_array_index (side->lines, Line, index), 0, FALSE);
  g_autofree char *label = g_strdup_printf (_("Line %u"), index + 1);

  g_ptr_array_add (rows,
                   rt_compared_row_new (RT_COMPARED_CONTENT, result, label,
                                        result == RT_COMPARED_ONLY_RIGHT ? NULL : text,
                                        result == RT_COMPARED_ONLY_LEFT ? NULL : text));
}

/* How many lines from @index on are changed, or are not. */
static guint
run_length (const Side *side,
            guint       index,
            gboolean    changed)
{
  guint end = index;

  while (end < side->lines->len && side->changed[end] == changed)
    end++;

  return end - index;
}

static void
add_equal (GPtrArray  *rows,
           const Side *left,
           guint       index,
           guint       length)
{
  g_autofree char *label = NULL;

  if (length <= EQUAL_MAX)
    {
      for (guint i = 0; i < length; i++)
        add_single (rows, RT_COMPARED_SAME, left, index + i);
      return;
    }
  label = g_strdup_printf (ngettext ("%u equal line", "%u equal lines", length), length);
  g_ptr_array_add (rows, rt_compared_row_new (RT_COMPARED_CONTENT, RT_COMPARED_SAME, label,
                                              NULL, NULL));
}

/* What was taken away and what came in its place, line by line. */
static void
add_hunk (GPtrArray  *rows,
          const Side *left,
          guint       i,
          guint       n_left,
          const Side *right,
          guint       j,
          guint       n_right)
{
  guint pairs = MIN (n_left, n_right);

  for (guint n = 0; n < pairs; n++)
    add_changed (rows, left, i + n, right, j + n);
  for (guint n = pairs; n < n_left; n++)
    add_single (rows, RT_COMPARED_ONLY_LEFT, left, i + n);
  for (guint n = pairs; n < n_right; n++)
    add_single (rows, RT_COMPARED_ONLY_RIGHT, right, j + n);
}

static void
add_lines (GPtrArray  *rows,
           const Side *left,
           const Side *right)
{
  guint i = 0;
  guint j = 0;

  while (i < left->lines->len || j < right->lines->len)
    {
      guint n_left = run_length (left, i, TRUE);
      guint n_right = run_length (right, j, TRUE);
      guint n_equal;

      add_hunk (rows, left, i, n_left, right, j, n_right);
      i += n_left;
      j += n_right;
      /* The other side may have changed lines inside this run. */
      n_equal = MIN (run_length (left, i, FALSE), run_length (right, j, FALSE));
      if (n_equal > 0)
        add_equal (rows, left, i, n_equal);
      i += n_equal;
      j += n_equal;
    }
}

static char *
describe_rest (const Side *self)
{
  g_autofree char *size = rt_format_size (self->size - self->end);

  return self->end < self->size ? g_strdup_printf (_("%s more, not compared by line"), size)
                                : NULL;
}

static void
add_rest (GPtrArray  *rows,
          const Side *left,
          const Side *right,
          guint       max_lines)
{
  g_autofree char *left_words = describe_rest (left);
  g_autofree char *right_words = describe_rest (right);
  g_autofree char *label = g_strdup_printf (_("After line %u"), max_lines);
  RtCompared result = RT_COMPARED_CHANGED;

  if (left_words == NULL && right_words == NULL)
    return;
  if (equal_bytes (left->data + left->end, left->size - left->end,
                   right->data + right->end, right->size - right->end))
    result = RT_COMPARED_SAME;
  else if (left_words == NULL)
    result = RT_COMPARED_ONLY_RIGHT;
  else if (right_words == NULL)
    result = RT_COMPARED_ONLY_LEFT;
  g_ptr_array_add (rows, rt_compared_row_new (RT_COMPARED_CONTENT, result, label, left_words,
                                              right_words));
}

/* Lines end alike in the eyes of the difference; bytes may not. */
static gboolean
has_changed_row (GPtrArray *rows,
                 guint      from)
{
  for (guint i = from; i < rows->len; i++)
    if (rt_compared_row_get_result (g_ptr_array_index (rows, i)) != RT_COMPARED_SAME)
      return TRUE;

  return FALSE;
}

static void
compare_texts (GPtrArray *rows,
               Side      *left,
               Side      *right,
               guint      max_lines)
{
  guint before = rows->len;

  read_lines (left, max_lines);
  read_lines (right, max_lines);
  find_changes (left, right);
  add_lines (rows, left, right);
  add_rest (rows, left, right, max_lines);
  if (!has_changed_row (rows, before))
    add_as_a_whole (rows, left, right);
}

void
rt_compare_content (GPtrArray  *rows,
                    RtExchange *left_exchange,
                    RtExchange *right_exchange,
                    guint       max_lines)
{
  Side left;
  Side right;

  g_return_if_fail (rows != NULL);

  open_side (&left, left_exchange);
  open_side (&right, right_exchange);
  if (equal_bytes (left.data, left.size, right.data, right.size))
    {
      if (left.size > 0)
        add_same (rows, &left);
    }
  else if (is_text (&left) && is_text (&right))
    compare_texts (rows, &left, &right, max_lines);
  else
    add_as_a_whole (rows, &left, &right);
  close_side (&left);
  close_side (&right);
}
