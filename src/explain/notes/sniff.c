/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the signatures of common formats. */

#include "sniff.h"

#include <string.h>

/* White space at an end of which more makes nobody wiser. */
#define SPACE_MAX 4096

static const struct { RtSniff sniff; gsize length; const char *bytes; } signatures[] = {
  { RT_SNIFF_PNG, 8, "\211PNG\r\n\032\n" },
  { RT_SNIFF_JPEG, 3, "\377\330\377" },
  { RT_SNIFF_GIF, 6, "GIF87a" },
  { RT_SNIFF_GIF, 6, "GIF89a" },
  { RT_SNIFF_PDF, 5, "%PDF-" },
  { RT_SNIFF_GZIP, 3, "\037\213\010" },
  { RT_SNIFF_ZIP, 4, "PK\003\004" },
};

static gboolean
is_space (guint8 c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Behind a byte order mark and white space. */
static void
skip_start (const guint8 **data,
            gsize         *length)
{
  if (*length >= 3 && memcmp (*data, "\357\273\277", 3) == 0)
    {
      *data += 3;
      *length -= 3;
    }
  for (guint n = 0; n < SPACE_MAX && *length > 0 && is_space (**data); n++)
    {
      ++*data;
      --*length;
    }
}

static gboolean
begins (const guint8 *data,
        gsize         length,
        const char   *word)
{
  gsize n = strlen (word);

  return length >= n && g_ascii_strncasecmp ((const char *) data, word, n) == 0;
}

/* Brackets that fit, and behind the first what JSON wants there. */
static gboolean
is_json (const guint8 *data,
         gsize         length)
{
  guint8 first = data[0], last;

  for (guint n = 0; n < SPACE_MAX && length > 0 && is_space (data[length - 1]); n++)
    length--;
  if (length < 2 || (first != '{' && first != '['))
    return FALSE;
  last = data[length - 1];
  if (last != (first == '{' ? '}' : ']'))
    return FALSE;

  data++;
  for (guint n = 0; n < SPACE_MAX && is_space (*data); n++)
    data++;

  return first == '{' ? *data == '"' || *data == '}'
                      : *data == '{' || *data == '[' || *data == '"' || *data == ']';
}

RtSniff
rt_sniff (const guint8 *data,
          gsize         length)
{
  g_return_val_if_fail (data != NULL || length == 0, RT_SNIFF_UNSURE);

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length &&
        memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].sniff;
  if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return RT_SNIFF_WEBP;

  skip_start (&data, &length);
  if (begins (data, length, "<!doctype html") || begins (data, length, "<html"))
    return RT_SNIFF_HTML;
  if (begins (data, length, "<?xml"))
    return RT_SNIFF_XML;

  return length > 0 && is_json (data, length) ? RT_SNIFF_JSON : RT_SNIFF_UNSURE;
}

const char *
rt_sniff_to_name (RtSniff sniff)
{
  static const char *const names[] = {
    "", "JSON", "HTML", "XML", "PNG", "JPEG", "GIF", "WebP", "PDF", "gzip", "ZIP",
  };

  return names[sniff];
}

const char *
rt_sniff_to_type (RtSniff sniff)
{
  static const char *const types[] = {
    "", "application/json", "text/html", "application/xml", "image/png", "image/jpeg",
    "image/gif", "image/webp", "application/pdf", "application/gzip", "application/zip",
  };

  return types[sniff];
}

static gboolean
is_code (const char *essence)
{
  return g_str_equal (essence, "text/css") || g_str_equal (essence, "text/javascript") ||
         g_str_equal (essence, "application/javascript");
}

gboolean
rt_sniff_contradicts (RtSniff            sniff,
                      const RtMediaType *type)
{
  const char *essence = rt_media_type_get_essence (type);
  gboolean is_svg = g_str_equal (essence, "image/svg+xml");
  gboolean is_image = rt_media_type_is_image (type) && !is_svg;

  switch (sniff)
    {
    case RT_SNIFF_UNSURE:
      return FALSE;
    case RT_SNIFF_JSON:
      return rt_media_type_is_html (type) || rt_media_type_is_xml (type) || is_image ||
             g_str_equal (essence, "text/css");
    case RT_SNIFF_HTML:
      return rt_media_type_is_json (type) || is_image || is_svg || is_code (essence) ||
             g_str_equal (essence, "application/pdf");
    case RT_SNIFF_XML:
      return rt_media_type_is_json (type) || is_image || is_code (essence);
    case RT_SNIFF_PNG:
    case RT_SNIFF_JPEG:
    case RT_SNIFF_GIF:
    case RT_SNIFF_WEBP:
      return rt_media_type_is_text (type) ||
             (is_image && !g_str_equal (essence, rt_sniff_to_type (sniff)) &&
              !(sniff == RT_SNIFF_JPEG && g_str_equal (essence, "image/jpg")) &&
              !(sniff == RT_SNIFF_PNG && g_str_equal (essence, "image/apng")));
    case RT_SNIFF_PDF:
    case RT_SNIFF_GZIP:
    case RT_SNIFF_ZIP:
    default:
      return rt_media_type_is_text (type) || is_image;
    }
}

gboolean
rt_sniff_is_no_json (const guint8 *data,
                     gsize         length)
{
  skip_start (&data, &length);
  if (length == 0)
    return FALSE;

  return strchr ("{[\"-0123456789tfn", *data) == NULL;
}
