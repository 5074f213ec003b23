/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes what is shown of a body. Pure but for the task around it. */

#include "config.h"

#include "body-rendering.h"

#include "body-image.h"
#include "charset.h"
#include "format.h"
#include "hex.h"
#include "json-pretty.h"
#include "xml-pretty.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a document that is laid out anew; a longer one is shown raw. */
#define PRETTY_MAX (64 * 1024 * 1024)

void
rt_body_rendering_free (RtBodyRendering *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->charset_why, g_free);
  g_clear_pointer (&self->raw.text, g_free);
  g_clear_pointer (&self->pretty.text, g_free);
  g_clear_pointer (&self->flaw, g_free);
  g_clear_object (&self->texture);
  g_free (self);
}

/* The length of @text up to the end of its last whole character before @max. */
static gsize
cut_at (const char *text,
        gsize       length,
        gsize       max)
{
  if (length <= max)
    return length;
  while (max > 0 && ((guchar) text[max] & 0xc0) == 0x80)
    max--;

  return max;
}

/* Where the first line with more than @max characters has had @max of them. */
static gsize
find_long_line (const char *text,
                gsize       length,
                gsize       max)
{
  gsize start = 0;

  while (start < length)
    {
      const char *end = memchr (text + start, '\n', length - start);
      gsize n = (end != NULL ? (gsize) (end - text) : length) - start;

      if (n > max && (gsize) g_utf8_strlen (text + start, n) > max)
        return g_utf8_offset_to_pointer (text + start, max) - text;
      start += n + 1;
    }

  return length;
}

/* The beginning that can be shown. In the short view the text ends at the first
 * line that is too long; in the long one only that line does. */
static void
render_text (RtRenderedText *out,
             const char     *text,
             gsize           length,
             gboolean        whole)
{
  gsize max_line = whole ? RT_RENDERING_ALL_LINE : RT_RENDERING_LINE;
  gsize n = cut_at (text, length, whole ? RT_RENDERING_ALL_BYTES : RT_RENDERING_BYTES);
  GString *shown;
  gsize start = 0;

  out->cut = n < length;
  if (!whole)
    {
      gsize end = find_long_line (text, n, max_line);

      out->cut = out->cut || end < n;
      out->text = g_strndup (text, end);
      return;
    }

  shown = g_string_sized_new (n);
  while (start < n)
    {
      gsize end = start + find_long_line (text + start, n - start, max_line);
      const char *next = end < n ? memchr (text + end, '\n', n - end) : NULL;

      g_string_append_len (shown, text + start, end - start);
      if (end < n)
        {
          g_string_append (shown, " …");
          out->cut = TRUE;
        }
      start = next != NULL ? (gsize) (next - text) : n;
    }
  out->text = g_string_free (shown, FALSE);
}

/* The line end after the last line would show as a line of its own. */
static void
render_pretty (RtBodyRendering *self,
               const GString   *pretty)
{
  gsize length = pretty->len;

  if (length > 0 && pretty->str[length - 1] == '\n')
    length--;
  render_text (&self->pretty, pretty->str, length, self->whole);
}

static void
render_json (RtBodyRendering *self,
             const char      *text,
             gsize            length,
             const char      *media_type)
{
  g_auto (RtJsonFlaw) flaw = { 0 };
  gboolean several = self->kind == RT_BODY_KIND_NDJSON ||
                     (media_type != NULL && strstr (media_type, "jsonl") != NULL);
  gboolean cut = FALSE;
  g_autoptr (GString) pretty = rt_json_pretty (text, length, several,
                                               self->whole ? RT_RENDERING_ALL_BYTES
                                                           : RT_RENDERING_BYTES,
                                               &cut, &flaw);

  if (pretty == NULL)
    {
      self->flaw = g_strdup_printf (_("Not JSON by the letter: line %u, column %u: %s."),
                                    flaw.line, flaw.column, flaw.message);
      return;
    }
  render_pretty (self, pretty);
  self->pretty.cut = self->pretty.cut || cut;
}

static void
render_xml (RtBodyRendering *self,
            const char      *text,
            gsize            length)
{
  guint line = 0;
  g_autofree char *message = NULL;
  g_autoptr (GString) pretty = rt_xml_pretty (text, length, &line, &message);

  if (pretty != NULL)
    render_pretty (self, pretty);
  else
    self->flaw = g_strdup_printf (_("Not well-formed XML: line %u: %s."), line, message);
}

static void
render_characters (RtBodyRendering   *self,
                   const RtMediaType *type,
                   const char        *media_type,
                   const guint8      *data,
                   gsize              length)
{
  g_autoptr (RtCharset) charset = rt_charset_detect (type, data, length);
  gboolean json = self->kind == RT_BODY_KIND_JSON || self->kind == RT_BODY_KIND_NDJSON;
  gboolean xml = self->kind == RT_BODY_KIND_XML || self->kind == RT_BODY_KIND_SVG;
  gboolean pretty = (json || xml) && length <= PRETTY_MAX;
  /* Four bytes a character at most: this many are enough for what is shown. */
  gsize needed = pretty ? length
                        : MIN (length, self->whole ? RT_RENDERING_ALL_BYTES + 4
                                                   : RT_RENDERING_BYTES + 4);
  g_autoptr (GString) text = rt_charset_convert (charset, data, needed, &self->n_replaced);

  self->charset = g_strdup (charset->name);
  self->charset_why = g_strdup (charset->why);
  render_text (&self->raw, text->str, text->len, self->whole);
  self->raw.cut = self->raw.cut || needed < length;
  if (!pretty)
    return;
  if (json)
    render_json (self, text->str, text->len, media_type);
  else
    render_xml (self, text->str, text->len);
}

static void
render_hex (RtBodyRendering *self,
            const guint8    *data,
            gsize            length)
{
  gsize max = self->whole ? RT_RENDERING_ALL_HEX_BYTES : RT_RENDERING_HEX_BYTES;

  self->raw.text = rt_hex_format (data, MIN (length, max));
  self->raw.cut = length > max;
}

static void
render_image (RtBodyRendering *self,
              GBytes          *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  self->texture = rt_body_image_decode (bytes, &self->width, &self->height, &error);
  if (self->texture != NULL)
    return;
  self->flaw = g_strdup (error->message);
  render_hex (self, data, length);
}

RtBodyRendering *
rt_body_rendering_make (GBytes     *bytes,
                        const char *media_type,
                        gboolean    whole)
{
  RtBodyRendering *self = g_new0 (RtBodyRendering, 1);
  g_autoptr (RtMediaType) type = media_type != NULL ? rt_media_type_parse (media_type) : NULL;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &self->length);
  self->whole = whole;
  self->kind = rt_body_kind_detect (type, data, self->length, &self->by_bytes);
  if (rt_body_kind_is_text (self->kind) ||
      (self->kind == RT_BODY_KIND_MULTIPART && !rt_body_kind_looks_binary (data, self->length)))
    render_characters (self, type, media_type, data, self->length);
  else if (self->kind == RT_BODY_KIND_IMAGE)
    render_image (self, bytes);
  else if (self->kind != RT_BODY_KIND_EMPTY)
    render_hex (self, data, self->length);

  return self;
}

typedef struct
{
  GBytes  *bytes;
  char    *media_type;
  gboolean whole;
} MakeData;

static void
make_data_free (MakeData *data)
{
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_clear_pointer (&data->media_type, g_free);
  g_free (data);
}

static void
make_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  MakeData *data = task_data;

  g_task_return_pointer (task,
                         rt_body_rendering_make (data->bytes, data->media_type, data->whole),
                         (GDestroyNotify) rt_body_rendering_free);
}

void
rt_body_rendering_make_async (GBytes              *bytes,
                              const char          *media_type,
                              gboolean             whole,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  MakeData *data;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_body_rendering_make_async);
  data = g_new0 (MakeData, 1);
  data->bytes = g_bytes_ref (bytes);
  data->media_type = g_strdup (media_type);
  data->whole = whole;
  g_task_set_task_data (task, data, (GDestroyNotify) make_data_free);
  g_task_run_in_thread (task, make_thread);
}

RtBodyRendering *
rt_body_rendering_make_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
