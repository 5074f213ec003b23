/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns a head once it has been read: its life, and the answers about it. The
 * reading stands in head-start.c, head-fields.c and head-http2.c.
 */

#include "head-private.h"

#include "text.h"

#include <string.h>

#define UNUSABLE_NAME (RT_ODDITY_NO_COLON | RT_ODDITY_BAD_NAME | \
                       RT_ODDITY_EMPTY_NAME | RT_ODDITY_LEADING_SPACE)

RtHead *
rt_head_alloc (RtHeadKind  kind,
               GBytes     *bytes)
{
  RtHead *self = g_new0 (RtHead, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->size);
  self->wire_length = self->size;
  self->status = -1;
  self->fields = g_array_new (FALSE, FALSE, sizeof (RtFieldLine));

  return self;
}

RtHead *
rt_head_parse (RtHeadKind  kind,
               GBytes     *bytes)
{
  RtHead *self;
  gsize at = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = rt_head_alloc (kind, bytes);
  if (kind != RT_HEAD_TRAILERS)
    at = rt_head_read_start_line (self);
  rt_head_read_fields (self, at);

  return self;
}

RtHead *
rt_head_ref (RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rt_head_unref (RtHead *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self);
}

RtHeadKind
rt_head_get_kind (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, RT_HEAD_RESPONSE);

  return self->kind;
}

GBytes *
rt_head_peek_bytes (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

gboolean
rt_head_is_rendition (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_rendition;
}

gsize
rt_head_get_wire_length (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->wire_length;
}

gboolean
rt_head_is_complete (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

RtStartOddities
rt_head_get_start_oddities (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, RT_START_NONE);

  return self->start_oddities;
}

RtSpan
rt_head_get_start_line (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, ((RtSpan) { 0, 0 }));

  return self->start_line;
}

static char *
dup_text (const RtHead *self,
          RtSpan        span)
{
  return rt_text_from_wire (span.length > 0 ? self->text + span.offset : NULL, span.length);
}

char *
rt_head_dup_version (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_rendition)
    return g_strdup ("HTTP/2");

  return dup_text (self, self->version);
}

guint
rt_head_get_version (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->version_number;
}

int
rt_head_get_status (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->status;
}

char *
rt_head_dup_reason (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_rendition)
    return NULL;

  return dup_text (self, self->reason);
}

char *
rt_head_dup_method (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_text (self, self->method);
}

char *
rt_head_dup_target (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_text (self, self->target);
}

guint
rt_head_get_n_fields (const RtHead *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

const RtFieldLine *
rt_head_get_field (const RtHead *self,
                   guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->fields->len, NULL);

  return &g_array_index (self->fields, RtFieldLine, index);
}

char *
rt_head_dup_field_name (const RtHead *self,
                        guint         index)
{
  const RtFieldLine *field = rt_head_get_field (self, index);

  g_return_val_if_fail (field != NULL, NULL);

  return dup_text (self, field->name);
}

/* Each fold, white space CRLF white space, becomes one SP. */
static GBytes *
unfold (const char *text,
        gsize       length)
{
  GByteArray *out = g_byte_array_sized_new (length);
  gsize i = 0;

  while (i < length)
    {
      gsize end = i;

      while (end < length && strchr (" \t", text[end]) != NULL && text[end] != '\0')
        end++;
      if (end < length && text[end] == '\r' && end + 1 < length && text[end + 1] == '\n')
        end++;
      if (end == length || text[end] != '\n')
        {
          end = MAX (end, i + 1);
          g_byte_array_append (out, (const guint8 *) text + i, end - i);
          i = end;
          continue;
        }
      while (end < length && memchr (" \t\r\n", text[end], 4) != NULL)
        end++;
      g_byte_array_append (out, (const guint8 *) " ", 1);
      i = end;
    }

  return g_byte_array_free_to_bytes (out);
}

GBytes *
rt_head_dup_field_bytes (const RtHead *self,
                         guint         index)
{
  const RtFieldLine *field = rt_head_get_field (self, index);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->oddities & RT_ODDITY_FOLDED)
    return unfold (self->text + field->value.offset, field->value.length);

  return g_bytes_new_from_bytes (self->bytes, field->value.offset, field->value.length);
}

char *
rt_head_dup_field_value (const RtHead *self,
                         guint         index)
{
  g_autoptr (GBytes) bytes = rt_head_dup_field_bytes (self, index);

  g_return_val_if_fail (bytes != NULL, NULL);

  return rt_text_from_wire (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
rt_head_find_field (const RtHead *self,
                    const char   *name,
                    guint         from)
{
  gsize length;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  length = strlen (name);
  for (guint i = from; i < self->fields->len; i++)
    {
      const RtFieldLine *field = &g_array_index (self->fields, RtFieldLine, i);

      if (field->name.length == length && (field->oddities & UNUSABLE_NAME) == 0 &&
          g_ascii_strncasecmp (self->text + field->name.offset, name, length) == 0)
        return i;
    }

  return -1;
}

char *
rt_head_dup_combined (const RtHead *self,
                      const char   *name)
{
  GString *combined = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (int i = rt_head_find_field (self, name, 0); i >= 0;
       i = rt_head_find_field (self, name, i + 1))
    {
      g_autofree char *value = rt_head_dup_field_value (self, i);

      if (combined == NULL)
        combined = g_string_new (value);
      else
        g_string_append_printf (combined, ", %s", value);
    }

  return combined != NULL ? g_string_free (combined, FALSE) : NULL;
}

static gboolean
item_is (const char *item,
         const char *end,
         const char *token)
{
  while (item < end && strchr (" \t", *item) != NULL)
    item++;
  while (end > item && strchr (" \t", end[-1]) != NULL)
    end--;

  return (gsize) (end - item) == strlen (token) &&
         g_ascii_strncasecmp (item, token, end - item) == 0;
}

gboolean
rt_head_has_token (const RtHead *self,
                   const char   *name,
                   const char   *token)
{
  g_autofree char *combined = rt_head_dup_combined (self, name);
  gboolean is_quoted = FALSE;
  const char *item = combined;

  g_return_val_if_fail (token != NULL, FALSE);

  for (const char *p = combined; p != NULL; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      if (*p != '\0' && (*p != ',' || is_quoted))
        continue;
      if (item_is (item, p, token))
        return TRUE;
      if (*p == '\0')
        break;
      item = p + 1;
    }

  return FALSE;
}
