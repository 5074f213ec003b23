/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes JSON as it is asked for. Owns the indentation, the commas and the
 * escapes; must not keep more than a buffer of what it writes.
 */

#include "config.h"

#include "json-writer.h"

#include <math.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)
#define BASE64_STEP 3072

struct _RtJsonWriter
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
  guint          depth;
  gboolean       has_items; /* of the object or array that is open */
};

static void
put (RtJsonWriter *self,
     const char   *bytes,
     gsize         length)
{
  if (self->error == NULL && length > 0)
    g_output_stream_write_all (self->stream, bytes, length, NULL,
                               self->cancellable, &self->error);
}

static void
put_text (RtJsonWriter *self,
          const char   *text)
{
  put (self, text, strlen (text));
}

static void
put_line_end (RtJsonWriter *self)
{
  put_text (self, "\n");
  for (guint i = 0; i < self->depth; i++)
    put_text (self, "  ");
}

/* The escape of a byte that cannot stand in a string, or NULL. */
static const char *
escape_of (guchar  c,
           char   *buffer,
           gsize   size)
{
  switch (c)
    {
    case '"':  return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default:
      break;
    }
  if (c >= 0x20 && c != 0x7f)
    return NULL;
  g_snprintf (buffer, size, "\\u%04x", c);
  return buffer;
}

static void
put_escaped (RtJsonWriter *self,
             const char   *text,
             gsize         length)
{
  gsize begin = 0;
  char buffer[8];

  for (gsize i = 0; i < length; i++)
    {
      const char *escape = escape_of ((guchar) text[i], buffer, sizeof buffer);

      if (escape == NULL)
        continue;
      put (self, text + begin, i - begin);
      put_text (self, escape);
      begin = i + 1;
    }
  put (self, text + begin, length - begin);
}

static void
begin_value (RtJsonWriter *self,
             const char   *name)
{
  if (self->has_items)
    put_text (self, ",");
  if (self->depth > 0)
    put_line_end (self);
  self->has_items = TRUE;

  if (name == NULL)
    return;
  put_text (self, "\"");
  put_escaped (self, name, strlen (name));
  put_text (self, "\": ");
}

static void
begin_container (RtJsonWriter *self,
                 const char   *name,
                 const char   *bracket)
{
  begin_value (self, name);
  put_text (self, bracket);
  self->depth++;
  self->has_items = FALSE;
}

static void
end_container (RtJsonWriter *self,
               const char   *bracket)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->has_items)
    put_line_end (self);
  put_text (self, bracket);
  self->has_items = TRUE;
}

RtJsonWriter *
rt_json_writer_new (GOutputStream *stream,
                    GCancellable  *cancellable)
{
  RtJsonWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (RtJsonWriter, 1);
  self->stream = g_buffered_output_stream_new_sized (stream, BUFFER_SIZE);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream),
                                                FALSE);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

void
rt_json_writer_free (RtJsonWriter *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

void
rt_json_writer_begin_object (RtJsonWriter *self,
                             const char   *name)
{
  begin_container (self, name, "{");
}

void
rt_json_writer_end_object (RtJsonWriter *self)
{
  end_container (self, "}");
}

void
rt_json_writer_begin_array (RtJsonWriter *self,
                            const char   *name)
{
  begin_container (self, name, "[");
}

void
rt_json_writer_end_array (RtJsonWriter *self)
{
  end_container (self, "]");
}

void
rt_json_writer_string (RtJsonWriter *self,
                       const char   *name,
                       const char   *value)
{
  rt_json_writer_text (self, name, value != NULL ? value : "",
                       value != NULL ? strlen (value) : 0);
}

void
rt_json_writer_text (RtJsonWriter *self,
                     const char   *name,
                     const char   *value,
                     gsize         length)
{
  begin_value (self, name);
  put_text (self, "\"");
  put_escaped (self, value, length);
  put_text (self, "\"");
}

void
rt_json_writer_base64 (RtJsonWriter *self,
                       const char   *name,
                       const guint8 *value,
                       gsize         length)
{
  char buffer[BASE64_STEP / 3 * 4 + 8];
  int state = 0;
  int save = 0;
  gsize written;

  begin_value (self, name);
  put_text (self, "\"");
  for (gsize i = 0; i < length; i += BASE64_STEP)
    {
      written = g_base64_encode_step (value + i, MIN (BASE64_STEP, length - i),
                                      FALSE, buffer, &state, &save);
      put (self, buffer, written);
    }
  written = g_base64_encode_close (FALSE, buffer, &state, &save);
  put (self, buffer, written);
  put_text (self, "\"");
}

void
rt_json_writer_int (RtJsonWriter *self,
                    const char   *name,
                    gint64        value)
{
  char buffer[32];

  begin_value (self, name);
  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
  put_text (self, buffer);
}

void
rt_json_writer_decimal (RtJsonWriter *self,
                        const char   *name,
                        double        value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self, name);
  if (!isfinite (value))
    value = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.3f", value);
  put_text (self, buffer);
}

void
rt_json_writer_boolean (RtJsonWriter *self,
                        const char   *name,
                        gboolean      value)
{
  begin_value (self, name);
  put_text (self, value ? "true" : "false");
}

gboolean
rt_json_writer_finish (RtJsonWriter  *self,
                       GError       **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);

  put_text (self, "\n");
  if (self->error == NULL)
    g_output_stream_flush (self->stream, self->cancellable, &self->error);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
