/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The kind of a body. A small sniffer for the choice of a view only: what the
 * server said is never changed by it.
 */

#include "config.h"

#include "body-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many bytes are looked at. */
#define SNIFFED_BYTES 1024

static gboolean
starts_with (const guint8 *data,
             gsize         length,
             const char   *magic,
             gsize         magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

static gboolean
is_image (const guint8 *data,
          gsize         length)
{
  static const struct
  {
    const char *magic;
    gsize       length;
  } magics[] = {
    { "\211PNG\r\n\032\n", 8 },
    { "\377\330\377", 3 },
    { "GIF87a", 6 },
    { "GIF89a", 6 },
    { "BM", 2 },
    { "\0\0\1\0", 4 },
    { "II*\0", 4 },
    { "MM\0*", 4 },
  };

  if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (starts_with (data, length, magics[i].magic, magics[i].length))
      /* Two letters are weak evidence: a bitmap also has zeros at 6. */
      return magics[i].length > 2 || (length >= 10 && memcmp (data + 6, "\0\0\0\0", 4) == 0);

  return FALSE;
}

static gboolean
has_mark (const guint8 *data,
          gsize         length)
{
  return starts_with (data, length, "\377\376", 2) || starts_with (data, length, "\376\377", 2) ||
         starts_with (data, length, "\0\0\376\377", 4);
}

/* The rule of the MIME Sniffing standard: a control byte that text has no
 * use for. Text of 16 bits has zeros on every second place only. */
static gboolean
is_binary (const guint8 *data,
           gsize         length)
{
  gsize zeros[2] = { 0, 0 };
  gboolean control = FALSE;

  if (has_mark (data, length))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint8 c = data[i];

      if (c == 0)
        zeros[i & 1]++;
      else if (c < 0x09 || c == 0x0b || (c > 0x0d && c < 0x1b) || (c > 0x1b && c < 0x20))
        control = TRUE;
    }
  if (control)
    return TRUE;
  if (zeros[0] == 0 && zeros[1] == 0)
    return FALSE;

  return (zeros[0] != 0 && zeros[1] != 0) || (zeros[0] + zeros[1]) * 4 < length;
}

static RtBodyKind
sniff_text (const guint8 *data,
            gsize         length)
{
  gsize i = starts_with (data, length, "\357\273\277", 3) ? 3 : 0;
  const char *text;
  gsize rest;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  text = (const char *) data + i;
  rest = length - i;
  if (rest == 0)
    return RT_BODY_KIND_TEXT;
  if (*text == '{' || *text == '[')
    return RT_BODY_KIND_JSON;
  if ((rest >= 14 && g_ascii_strncasecmp (text, "<!doctype html", 14) == 0) ||
      (rest >= 5 && g_ascii_strncasecmp (text, "<html", 5) == 0))
    return RT_BODY_KIND_HTML;
  if (rest >= 5 && memcmp (text, "<?xml", 5) == 0)
    return RT_BODY_KIND_XML;

  return RT_BODY_KIND_TEXT;
}

static RtBodyKind
sniff (const guint8 *data,
       gsize         length)
{
  if (is_image (data, length))
    return RT_BODY_KIND_IMAGE;
  if (is_binary (data, length))
    return RT_BODY_KIND_BINARY;

  return sniff_text (data, length);
}

/* Types that servers send when they do not know. */
static gboolean
is_general (const RtMediaType *type)
{
  static const char * const general[] = {
    "application/octet-stream", "application/unknown", "binary/octet-stream",
    "unknown/unknown", "*/*", NULL,
  };

  return type == NULL || g_strv_contains (general, rt_media_type_get_essence (type));
}

static RtBodyKind
kind_of_type (const RtMediaType *type)
{
  if (rt_media_type_is_json (type))
    return RT_BODY_KIND_JSON;
  if (rt_media_type_is_html (type))
    return RT_BODY_KIND_HTML;
  if (rt_media_type_is_xml (type))
    return RT_BODY_KIND_XML;
  if (rt_media_type_is_image (type))
    return RT_BODY_KIND_IMAGE;
  if (rt_media_type_is_text (type))
    return RT_BODY_KIND_TEXT;

  return RT_BODY_KIND_BINARY;
}

RtBodyKind
rt_body_kind_detect (const RtMediaType *type,
                     const guint8      *data,
                     gsize              length,
                     gboolean          *by_bytes)
{
  RtBodyKind kind;
  gsize n = MIN (length, SNIFFED_BYTES);
  gboolean decided = TRUE;

  g_return_val_if_fail (data != NULL || length == 0, RT_BODY_KIND_EMPTY);

  if (length == 0)
    kind = RT_BODY_KIND_EMPTY;
  else if (is_general (type))
    kind = sniff (data, n);
  else
    {
      kind = kind_of_type (type);
      decided = FALSE;
      if (rt_body_kind_is_text (kind) && (is_image (data, n) || is_binary (data, n)))
        {
          kind = sniff (data, n);
          decided = TRUE;
        }
      /* A type that says nothing about text may still be some. */
      else if (kind == RT_BODY_KIND_BINARY && sniff (data, n) != RT_BODY_KIND_BINARY &&
               !starts_with (data, n, "%PDF-", 5))
        {
          kind = sniff (data, n);
          decided = TRUE;
        }
    }
  if (by_bytes != NULL)
    *by_bytes = decided && length > 0;

  return kind;
}

const char *
rt_body_kind_to_words (RtBodyKind kind)
{
  switch (kind)
    {
    case RT_BODY_KIND_EMPTY:
      return _("empty");
    case RT_BODY_KIND_TEXT:
      return _("text");
    case RT_BODY_KIND_JSON:
      return "JSON";
    case RT_BODY_KIND_XML:
      return "XML";
    case RT_BODY_KIND_HTML:
      return "HTML";
    case RT_BODY_KIND_IMAGE:
      return _("an image");
    case RT_BODY_KIND_BINARY:
      return _("binary");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
rt_body_kind_is_text (RtBodyKind kind)
{
  return kind == RT_BODY_KIND_TEXT || kind == RT_BODY_KIND_JSON || kind == RT_BODY_KIND_XML ||
         kind == RT_BODY_KIND_HTML;
}
