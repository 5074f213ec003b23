/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parser of form data. */

#include "config.h"

#include "form-fields.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_field (GArray     *fields,
           const char *data,
           const char *start,
           const char *end)
{
  const char *equals = memchr (start, '=', end - start);
  const char *name_end = equals != NULL ? equals : end;
  const char *value = equals != NULL ? equals + 1 : end;
  RtFormField field = {
    start - data, name_end - start, value - data, end - value, equals != NULL
  };

  g_array_append_val (fields, field);
}

GArray *
rt_form_fields_read (const char *data,
                     gsize       length,
                     gboolean   *cut)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (RtFormField));
  const char *p = data;
  const char *end;

  g_return_val_if_fail (data != NULL || length == 0, fields);

  end = length > 0 ? data + length : data;
  while (p < end && fields->len < RT_FORM_MAX_FIELDS)
    {
      const char *next = memchr (p, '&', end - p);

      if (next == NULL)
        next = end;
      if (next > p)
        add_field (fields, data, p, next);
      p = next < end ? next + 1 : end;
    }
  if (cut != NULL)
    *cut = p < end;

  return fields;
}

static gboolean
is_unescaped (guchar c)
{
  return c <= 0x20 || c >= 0x7f;
}

char *
rt_form_fields_decode (const char *raw,
                       gsize       length,
                       guint      *faults)
{
  g_autoptr (GString) bytes = g_string_sized_new (length);
  guint found = 0;

  g_return_val_if_fail (raw != NULL || length == 0, NULL);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = raw[i];

      if (is_unescaped (c))
        found |= RT_FORM_UNESCAPED;
      if (c == '%' && length - i > 2 && g_ascii_isxdigit (raw[i + 1]) &&
          g_ascii_isxdigit (raw[i + 2]))
        {
          c = g_ascii_xdigit_value (raw[i + 1]) << 4 | g_ascii_xdigit_value (raw[i + 2]);
          i += 2;
        }
      else if (c == '%')
        found |= RT_FORM_BAD_PERCENT;
      else if (c == '+')
        c = ' ';
      g_string_append_c (bytes, c);
    }
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
