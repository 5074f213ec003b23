/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Received text as UTF-8, by the converter that was found for it. Drops no byte:
 * what cannot be read is replaced where everybody sees it.
 */

#include "config.h"

#include "charset.h"

#include "text-converter.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define SYMBOL_FOR_NUL "\342\220\200"

static GString *
convert_utf8 (const char *text,
              gsize       length,
              gsize      *n_replaced)
{
  GString *out = g_string_sized_new (length + 1);
  const char *p = text;
  const char *end = text + length;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, end - p, &stop);
      g_string_append_len (out, p, stop - p);
      if (stop == end)
        break;
      if (*stop == '\0')
        g_string_append (out, SYMBOL_FOR_NUL);
      else
        {
          g_string_append (out, REPLACEMENT);
          (*n_replaced)++;
        }
      p = stop + 1;
    }

  return out;
}

static GString *
convert_other (RtTextConverter *converter,
               const guint8    *data,
               gsize            length,
               gsize           *n_replaced)
{
  GString *out = g_string_sized_new (length * 2);

  rt_text_converter_feed (converter, data, length, TRUE, out, n_replaced);

  return out;
}

GString *
rt_charset_convert (const RtCharset *self,
                    const guint8    *data,
                    gsize            length,
                    gsize           *n_replaced)
{
  gsize replaced = 0;
  gsize skip;
  GString *out;
  g_autoptr (RtTextConverter) converter = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  skip = MIN (self->skip, length);
  if (strcmp (self->converter, "UTF-8") != 0)
    converter = rt_text_converter_new (self->converter);
  /* A converter that this system lacks: the bytes as UTF-8, flaws visible. */
  if (converter == NULL)
    out = convert_utf8 ((const char *) data + skip, length - skip, &replaced);
  else
    out = convert_other (converter, data + skip, length - skip, &replaced);
  if (n_replaced != NULL)
    *n_replaced = replaced;

  return out;
}
