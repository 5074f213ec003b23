/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fields between "&", and what their spelling says. */

#include "config.h"

#include "form-fields.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is looked for next. */
typedef struct
{
  gsize   start;
  gsize   scanned; /* there is no "&" between */
  guint32 number;
} Cursor;

static gboolean
next_field (gpointer      data,
            const guint8 *bytes,
            gsize         length,
            gboolean      complete,
            RtRecord     *record)
{
  Cursor *self = data;

  while (self->start < length)
    {
      const guint8 *and = memchr (bytes + self->scanned, '&', length - self->scanned);
      gsize start = self->start;
      gsize end = and != NULL ? (gsize) (and - bytes) : length;
      const guint8 *equals;

      self->scanned = end;
      if (and == NULL && !complete)
        break;
      self->start = self->scanned = MIN (end + 1, length);
      if (end == start)
        continue;
      equals = memchr (bytes + start, '=', end - start);
      *record = (RtRecord) {
        start, end, { equals != NULL ? equals - bytes + 1 : 0 }, self->number++, 0
      };
      return TRUE;
    }

  return FALSE;
}

static void
seek (gpointer        data,
      const RtRecord *record)
{
  Cursor *self = data;

  self->start = self->scanned = record->start;
  self->number = record->number;
}

RtRecords *
rt_form_fields_new (RtDecodedText *bytes)
{
  static const RtRecordReader reader = { sizeof (Cursor), next_field, seek, NULL, NULL, NULL };

  return rt_records_new (bytes, &reader, g_new0 (Cursor, 1));
}

void
rt_form_field_init (RtFormField    *self,
                    const RtRecord *record)
{
  guint64 value = record->places[0];

  g_return_if_fail (self != NULL && record != NULL);

  self->start = record->start;
  self->has_value = value != 0;
  self->value_start = self->has_value ? value : record->end;
  self->name_length = (self->has_value ? value - 1 : record->end) - record->start;
  self->value_length = record->end - self->value_start;
}

static gboolean
is_unescaped (guchar c)
{
  return c <= 0x20 || c >= 0x7f;
}

gsize
rt_form_fields_unescape (const char *raw,
                         gsize       length,
                         gboolean    last,
                         GString    *out,
                         guint      *faults)
{
  gsize i;

  g_return_val_if_fail (raw != NULL || length == 0, 0);
  g_return_val_if_fail (out != NULL && faults != NULL, 0);

  for (i = 0; i < length; i++)
    {
      guchar c = raw[i];

      if (is_unescaped (c))
        *faults |= RT_FORM_UNESCAPED;
      if (c == '%' && length - i > 2 && g_ascii_isxdigit (raw[i + 1]) &&
          g_ascii_isxdigit (raw[i + 2]))
        {
          c = g_ascii_xdigit_value (raw[i + 1]) << 4 | g_ascii_xdigit_value (raw[i + 2]);
          i += 2;
        }
      else if (c == '%' && length - i <= 2 && !last)
        break;
      else if (c == '%')
        *faults |= RT_FORM_BAD_PERCENT;
      else if (c == '+')
        c = ' ';
      g_string_append_c (out, c);
    }

  return i;
}

char *
rt_form_fields_decode (const char *raw,
                       gsize       length,
                       guint      *faults)
{
  g_autoptr (GString) bytes = g_string_sized_new (length);
  guint found = 0;

  g_return_val_if_fail (raw != NULL || length == 0, NULL);

  rt_form_fields_unescape (raw, length, TRUE, bytes, &found);
  for (const char *p = bytes->str, *end = p + bytes->len; p < end; p++)
    if (!g_utf8_validate_len (p, end - p, &p) && *p != '\0')
      {
        found |= RT_FORM_NOT_UTF8;
        break;
      }
  if (faults != NULL)
    *faults = found;

  return rt_text_make_valid (bytes->str, bytes->len);
}

char *
rt_form_fault_words (guint faults)
{
  const char *words[4] = { NULL };
  guint n = 0;

  if (faults & RT_FORM_BAD_PERCENT)
    words[n++] = _("“%” without two hexadecimal digits after it");
  if (faults & RT_FORM_NOT_UTF8)
    words[n++] = _("the decoded bytes are not UTF-8");
  if (faults & RT_FORM_UNESCAPED)
    words[n++] = _("a character that should have been escaped");

  return g_strjoinv ("; ", (char **) words);
}
