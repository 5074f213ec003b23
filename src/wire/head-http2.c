/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns heads that came as HTTP/2 fields (RFC 9113 section 8.3). Writes the
 * rendition that stands in for the text that they never had.
 */

#include "head-private.h"

#include "grammar.h"

#include <string.h>

static RtSpan
append_bytes (GByteArray *out,
              GBytes     *bytes)
{
  RtSpan span = { out->len, g_bytes_get_size (bytes) };

  if (span.length > 0)
    g_byte_array_append (out, g_bytes_get_data (bytes, NULL), span.length);

  return span;
}

static void
judge_field (RtFieldLine *field,
             const char  *name,
             const char  *value)
{
  gsize skip = field->name.length > 1 && name[0] == ':' ? 1 : 0;

  if (field->name.length == 0)
    field->oddities |= RT_ODDITY_EMPTY_NAME;
  else if (!rt_grammar_is_token (name + skip, field->name.length - skip))
    field->oddities |= RT_ODDITY_BAD_NAME;

  field->oddities |= rt_head_judge_bytes (name, field->name.length);
  field->oddities |= rt_head_judge_bytes (value, field->value.length);
  if (memchr (name, '\n', field->name.length) || memchr (value, '\n', field->value.length))
    field->oddities |= RT_ODDITY_CONTROL;
}

static void
append_field (GByteArray *out,
              GArray     *fields,
              GBytes     *name,
              GBytes     *value)
{
  RtFieldLine field = { .oddities = RT_ODDITY_NONE };

  field.name = append_bytes (out, name);
  g_byte_array_append (out, (const guint8 *) ": ", 2);
  field.value = append_bytes (out, value);
  field.line = (RtSpan) { field.name.offset, out->len - field.name.offset };
  judge_field (&field, (const char *) out->data + field.name.offset,
               (const char *) out->data + field.value.offset);
  g_byte_array_append (out, (const guint8 *) "\r\n", 2);
  g_array_append_val (fields, field);
}

static void
read_pseudo_status (RtHead *self,
                    RtSpan  value)
{
  const char *text = self->text + value.offset;

  if (value.length != 3 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[2]))
    {
      self->start_oddities |= RT_START_BAD_STATUS;
      return;
    }

  self->status = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
  if (self->status < 100 || self->status > 599)
    self->start_oddities |= RT_START_BAD_STATUS;
}

/* CONNECT has no ":path"; its target is the authority (section 8.5). */
static void
read_pseudo_fields (RtHead *self)
{
  int status = rt_head_find_field (self, ":status", 0);
  int method = rt_head_find_field (self, ":method", 0);
  int target = rt_head_find_field (self, ":path", 0);

  if (target < 0)
    target = rt_head_find_field (self, ":authority", 0);
  if (status >= 0)
    read_pseudo_status (self, rt_head_get_field (self, status)->value);
  if (method >= 0)
    self->method = rt_head_get_field (self, method)->value;
  if (target >= 0)
    self->target = rt_head_get_field (self, target)->value;

  if ((self->kind == RT_HEAD_RESPONSE && self->status < 0) ||
      (self->kind == RT_HEAD_REQUEST && method < 0))
    self->start_oddities |= RT_START_MALFORMED;
}

RtHead *
rt_head_new_http2 (RtHeadKind  kind,
                   GPtrArray  *names_and_values,
                   gsize       encoded_length)
{
  g_autoptr (GByteArray) out = NULL;
  g_autoptr (GArray) fields = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RtHead *self;

  g_return_val_if_fail (names_and_values != NULL, NULL);
  g_return_val_if_fail (names_and_values->len % 2 == 0, NULL);

  out = g_byte_array_new ();
  fields = g_array_new (FALSE, FALSE, sizeof (RtFieldLine));
  for (guint i = 0; i < names_and_values->len; i += 2)
    append_field (out, fields, g_ptr_array_index (names_and_values, i),
                  g_ptr_array_index (names_and_values, i + 1));

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&out));
  self = rt_head_alloc (kind, bytes);
  g_clear_pointer (&self->fields, g_array_unref);
  self->fields = g_steal_pointer (&fields);
  self->wire_length = encoded_length;
  self->is_rendition = TRUE;
  self->is_complete = TRUE;
  self->version_number = 20;
  read_pseudo_fields (self);

  return self;
}
