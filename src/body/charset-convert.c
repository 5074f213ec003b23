/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Received text as UTF-8, by the converter that was found for it. Drops no byte:
 * what cannot be read is replaced where everybody sees it.
 */

#include "config.h"

#include "charset.h"

#include <errno.h>
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

/* Takes over what the converter wrote; its NULs must not end a C string. */
static void
append_converted (GString    *out,
                  const char *text,
                  gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *nul = memchr (text, '\0', end - text);
      gsize n = (nul != NULL ? nul : end) - text;

      g_string_append_len (out, text, n);
      text += n;
      if (nul != NULL)
        {
          g_string_append (out, SYMBOL_FOR_NUL);
          text++;
        }
    }
}

static GString *
convert_other (GIConv  converter,
               char   *text,
               gsize   length,
               gsize  *n_replaced)
{
  GString *out = g_string_sized_new (length * 2);
  char buffer[8192];

  while (length > 0)
    {
      char *into = buffer;
      gsize room = sizeof buffer;
      gsize rc = g_iconv (converter, &text, &length, &into, &room);
      int saved_errno = errno;

      append_converted (out, buffer, into - buffer);
      if (rc != (gsize) -1 || saved_errno == E2BIG)
        continue;
      /* EILSEQ, or EINVAL: the end cuts a character in two. */
      g_string_append (out, REPLACEMENT);
      (*n_replaced)++;
      text++;
      length--;
    }

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
  GIConv converter;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  skip = MIN (self->skip, length);
  converter = strcmp (self->converter, "UTF-8") == 0 ? (GIConv) -1
                                                     : g_iconv_open ("UTF-8", self->converter);
  /* A converter that this system lacks: the bytes as UTF-8, flaws visible. */
  if (converter == (GIConv) -1)
    out = convert_utf8 ((const char *) data + skip, length - skip, &replaced);
  else
    {
      out = convert_other (converter, (char *) data + skip, length - skip, &replaced);
      g_iconv_close (converter);
    }
  if (n_replaced != NULL)
    *n_replaced = replaced;

  return out;
}
