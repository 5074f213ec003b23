/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* iconv, with its state kept between the pieces. */

#include "config.h"

#include "text-converter.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT "\357\277\275"
#define SYMBOL_FOR_NUL "\342\220\200"

struct _RtTextConverter
{
  GIConv   iconv;
  gsize    unit; /* bytes that a flaw takes: the others must stay in step */
  gboolean keeps_controls;
};

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

/* A converter may hold back a character to see what follows it. */
static void
flush (RtTextConverter *self,
       GString         *out)
{
  char buffer[64];
  char *into = buffer;
  gsize room = sizeof buffer;

  g_iconv (self->iconv, NULL, NULL, &into, &room);
  append_converted (out, buffer, into - buffer);
}

RtTextConverter *
rt_text_converter_new (const char *converter)
{
  RtTextConverter *self;
  GIConv iconv;

  g_return_val_if_fail (converter != NULL, NULL);

  iconv = g_iconv_open ("UTF-8", converter);
  if (iconv == (GIConv) -1)
    return NULL;

  self = g_new0 (RtTextConverter, 1);
  self->iconv = iconv;
  self->unit = g_str_has_prefix (converter, "UTF-16") ? 2
             : g_str_has_prefix (converter, "UTF-32") ? 4 : 1;

  self->keeps_controls = g_str_has_prefix (converter, "CP125") ||
                         strcmp (converter, "CP874") == 0;

  return self;
}

void
rt_text_converter_free (RtTextConverter *self)
{
  g_return_if_fail (self != NULL);

  g_iconv_close (self->iconv);
  g_free (self);
}

/* EILSEQ, or EINVAL: the end cuts a character in two. Where the vendor gave no
 * character to one of the bytes 80 to 9F, the Encoding standard has the control
 * character of its number. */
static void
append_flaw (RtTextConverter *self,
             guchar           byte,
             GString         *out,
             gsize           *n_replaced)
{
  if (self->keeps_controls && byte >= 0x80 && byte < 0xa0)
    {
      g_string_append_unichar (out, byte);
      return;
    }
  g_string_append (out, REPLACEMENT);
  (*n_replaced)++;
}

gsize
rt_text_converter_feed (RtTextConverter *self,
                        const guint8    *data,
                        gsize            length,
                        gboolean         last,
                        GString         *out,
                        gsize           *n_replaced)
{
  char *text = (char *) data;
  gsize rest = length;
  char buffer[8192];

  g_return_val_if_fail (self != NULL && out != NULL && n_replaced != NULL, 0);
  g_return_val_if_fail (data != NULL || length == 0, 0);

  while (rest > 0)
    {
      char *into = buffer;
      gsize room = sizeof buffer;
      gsize rc = g_iconv (self->iconv, &text, &rest, &into, &room);
      int saved_errno = errno;
      gsize flaw;

      append_converted (out, buffer, into - buffer);
      if (rc != (gsize) -1 || saved_errno == E2BIG)
        continue;
      if (saved_errno == EINVAL && !last)
        break;

      append_flaw (self, *text, out, n_replaced);
      flaw = MIN (self->unit, rest);
      text += flaw;
      rest -= flaw;
    }
  if (last)
    flush (self, out);

  return length - rest;
}
