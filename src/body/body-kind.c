/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The kind of a body. A small sniffer for the choice of a view only: what the
 * server said is never changed by it.
 */

#include "config.h"

#include "body-kind.h"

#include "encoding-labels.h"
#include "signature.h"
#include "text-sniff.h"
#include "wide-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many bytes are looked at. */
#define SNIFFED_BYTES 1024

static gboolean
is_in (const char        *essence,
       const char *const *list)
{
  return g_strv_contains (list, essence);
}

/* Bytes that text has no use for. */
static gboolean
is_control (guint8 c)
{
  return c < 0x09 || c == 0x0b || (c > 0x0d && c < 0x1b) || (c > 0x1b && c < 0x20);
}

/* The rule of the MIME Sniffing standard: one such byte. In text of 16 or 32
 * bits they have a use. */
static gboolean
is_binary (const guint8 *data,
           gsize         length)
{
  gsize n;
  g_autofree char *narrow = NULL;
  gboolean control = FALSE;

  for (gsize i = 0; i < length && !control; i++)
    control = is_control (data[i]);
  if (!control)
    return FALSE;
  narrow = rt_wide_text_dup_narrow (data, length, &n);

  return narrow == NULL;
}

static RtBodyKind
kind_of_signature (const RtSignature *signature)
{
  switch (signature->group)
    {
    case RT_SIGNATURE_IMAGE:
      return RT_BODY_KIND_IMAGE;
    case RT_SIGNATURE_AUDIO:
      return RT_BODY_KIND_AUDIO;
    case RT_SIGNATURE_VIDEO:
      return RT_BODY_KIND_VIDEO;
    case RT_SIGNATURE_PDF:
      return RT_BODY_KIND_PDF;
    case RT_SIGNATURE_ARCHIVE:
    case RT_SIGNATURE_FONT:
    case RT_SIGNATURE_OTHER:
    default:
      return RT_BODY_KIND_BINARY;
    }
}

/* Half a character may stand at the end of what is looked at. */
static gboolean
begins_as_utf8 (const guint8 *data,
                gsize         length)
{
  const char *bad;
  gsize n = MIN (length, 64);

  return g_utf8_validate_len ((const char *) data, n, &bad) ||
         (n == 64 && bad > (const char *) data + n - 4);
}

/* A format that is binary, and whose bytes also are: "ID3" and "BZh" may begin
 * a text. */
static const RtSignature *
find_signature (const guint8 *data,
                gsize         length)
{
  const RtSignature *signature = rt_signature_find (data, length);

  if (signature == NULL || signature->group == RT_SIGNATURE_PDF ||
      signature->group == RT_SIGNATURE_IMAGE)
    return signature;

  return is_binary (data, length) || !begins_as_utf8 (data, length) ? signature : NULL;
}

static RtBodyKind
sniff (const guint8 *data,
       gsize         length)
{
  const RtSignature *signature = find_signature (data, length);
  g_autofree char *narrow = NULL;
  gsize n;

  if (signature != NULL)
    return kind_of_signature (signature);
  if (is_binary (data, length))
    return RT_BODY_KIND_BINARY;
  narrow = rt_wide_text_dup_narrow (data, length, &n);

  return narrow != NULL ? rt_text_sniff (narrow, n)
                        : rt_text_sniff ((const char *) data, length);
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
kind_of_name (const char *essence)
{
  static const char *const several[] = {
    "application/x-ndjson", "application/ndjson", "application/jsonl", "application/jsonlines",
    "application/x-jsonlines", "application/x-jsonl", "application/json-seq",
    "application/stream+json", "application/x-json-stream", "application/geo+json-seq", NULL,
  };
  static const char *const svg[] = { "image/svg+xml", "image/svg", NULL };
  static const char *const ogg[] = { "application/ogg", NULL };

  if (is_in (essence, several) || g_str_has_suffix (essence, "+json-seq"))
    return RT_BODY_KIND_NDJSON;
  if (is_in (essence, svg))
    return RT_BODY_KIND_SVG;
  if (strcmp (essence, "application/x-www-form-urlencoded") == 0)
    return RT_BODY_KIND_FORM;
  if (g_str_has_prefix (essence, "multipart/"))
    return RT_BODY_KIND_MULTIPART;
  if (strcmp (essence, "text/event-stream") == 0)
    return RT_BODY_KIND_EVENTS;
  if (strcmp (essence, "application/pdf") == 0)
    return RT_BODY_KIND_PDF;
  if (g_str_has_prefix (essence, "audio/") || is_in (essence, ogg))
    return RT_BODY_KIND_AUDIO;
  if (g_str_has_prefix (essence, "video/") || strcmp (essence, "application/mp4") == 0)
    return RT_BODY_KIND_VIDEO;

  return RT_BODY_KIND_EMPTY;
}

static RtBodyKind
kind_of_type (const RtMediaType *type)
{
  RtBodyKind kind = kind_of_name (rt_media_type_get_essence (type));

  if (kind != RT_BODY_KIND_EMPTY)
    return kind;
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

/* Characters where the type says that there are none: an error page sent
 * under the type of the image that is missing. A list of songs is text too,
 * and has a type of its own under audio/. */
static gboolean
is_text_instead (RtBodyKind    kind,
                 const guint8 *data,
                 gsize         length)
{
  if (kind != RT_BODY_KIND_IMAGE && kind != RT_BODY_KIND_AUDIO && kind != RT_BODY_KIND_VIDEO &&
      kind != RT_BODY_KIND_PDF && kind != RT_BODY_KIND_BINARY)
    return FALSE;

  return rt_body_kind_is_text (sniff (data, length)) &&
         begins_as_utf8 (data, length);
}

static gboolean
is_markup (RtBodyKind kind)
{
  return kind == RT_BODY_KIND_HTML || kind == RT_BODY_KIND_XML || kind == RT_BODY_KIND_SVG;
}

/* "<" cannot begin JSON, nor "{" XML; and what is JSON so far was not meant to be
 * a page or plain text. */
static gboolean
is_other_data (const RtMediaType *type,
               RtBodyKind         kind,
               RtBodyKind         sniffed,
               const guint8      *data,
               gsize              length)
{
  if (kind == RT_BODY_KIND_JSON || kind == RT_BODY_KIND_NDJSON)
    return is_markup (sniffed);

  return (is_markup (kind) || strcmp (rt_media_type_get_essence (type), "text/plain") == 0) &&
         rt_text_sniff_is_json ((const char *) data, length);
}

/* More than a text in which a NUL or two went astray: what is said to be text is
 * shown as text then, with these bytes visible. */
static gboolean
is_mostly_binary (const guint8 *data,
                  gsize         length)
{
  const char *p = (const char *) data;
  const char *end = p + length;
  gsize n_controls = 0;
  gsize n_invalid = 0;

  for (gsize i = 0; i < length; i++)
    n_controls += is_control (data[i]);
  for (; p < end; p++)
    if (!g_utf8_validate_len (p, end - p, &p) && *p != '\0')
      n_invalid++;

  return n_controls * 32 >= length && (n_controls + n_invalid) * 5 >= length;
}

/* The charset it names is one whose bytes may have any value. */
static gboolean
says_wide (const RtMediaType *type)
{
  const char *label = rt_media_type_get_parameter (type, "charset");
  const RtEncoding *encoding = label != NULL ? rt_encoding_find (label, -1) : NULL;

  return encoding != NULL && (g_str_has_prefix (encoding->name, "UTF-16") ||
                              g_str_has_prefix (encoding->name, "UTF-32"));
}

/* The kind by the bytes where the type cannot be true, else EMPTY. */
static RtBodyKind
find_contradiction (const RtMediaType *type,
                    RtBodyKind         kind,
                    const guint8      *data,
                    gsize              length)
{
  RtBodyKind sniffed = sniff (data, length);

  /* RFC 7464: a control byte before each document. */
  if (kind == RT_BODY_KIND_NDJSON && data[0] == 0x1e)
    return RT_BODY_KIND_EMPTY;
  if (rt_body_kind_is_text (kind) && sniffed == RT_BODY_KIND_BINARY &&
      find_signature (data, length) == NULL &&
      (says_wide (type) || !is_mostly_binary (data, length)))
    return RT_BODY_KIND_EMPTY;
  if (rt_body_kind_is_text (kind) && !rt_body_kind_is_text (sniffed))
    return sniffed;
  if (is_text_instead (kind, data, length) || is_other_data (type, kind, sniffed, data, length))
    return sniffed;
  if ((kind == RT_BODY_KIND_IMAGE || kind == RT_BODY_KIND_PDF) &&
      sniffed != kind && find_signature (data, length) != NULL)
    return sniffed;
  /* Sound and pictures share their containers. */
  if ((kind == RT_BODY_KIND_AUDIO || kind == RT_BODY_KIND_VIDEO) &&
      (sniffed == RT_BODY_KIND_IMAGE || sniffed == RT_BODY_KIND_PDF))
    return sniffed;
  if (kind == RT_BODY_KIND_BINARY && sniffed != kind)
    return sniffed;

  return RT_BODY_KIND_EMPTY;
}

RtBodyKind
rt_body_kind_detect (const RtMediaType *type,
                     const guint8      *data,
                     gsize              length,
                     gboolean          *by_bytes)
{
  RtBodyKind kind = RT_BODY_KIND_EMPTY;
  gsize n = MIN (length, SNIFFED_BYTES);
  gboolean decided = FALSE;

  g_return_val_if_fail (data != NULL || length == 0, RT_BODY_KIND_EMPTY);

  if (length > 0 && is_general (type))
    {
      kind = sniff (data, n);
      decided = TRUE;
    }
  else if (length > 0)
    {
      RtBodyKind other;

      kind = kind_of_type (type);
      other = find_contradiction (type, kind, data, n);
      decided = other != RT_BODY_KIND_EMPTY;
      if (decided)
        kind = other;
    }
  if (by_bytes != NULL)
    *by_bytes = decided;

  return kind;
}

/* Both are the format; what is packed in a ZIP has types of its own. */
static gboolean
agrees (const RtSignature *signature,
        const char        *essence,
        RtBodyKind         kind)
{
  if (rt_signature_is_type (signature, essence))
    return TRUE;
  if (signature->group == RT_SIGNATURE_IMAGE || kind == RT_BODY_KIND_IMAGE)
    return FALSE;

  return kind == kind_of_signature (signature);
}

static const char *
text_words (RtBodyKind kind)
{
  switch ((int) kind)
    {
    case RT_BODY_KIND_HTML:
      return _("an HTML page");
    case RT_BODY_KIND_SVG:
      return _("an SVG image");
    case RT_BODY_KIND_BINARY:
      return _("not text");
    default:
      return rt_body_kind_to_words (kind);
    }
}

char *
rt_body_kind_dup_disagreement (const RtMediaType *type,
                               const guint8      *data,
                               gsize              length)
{
  gsize n = MIN (length, SNIFFED_BYTES);
  const RtSignature *signature;
  const char *essence;
  const char *words = NULL;
  RtBodyKind kind;
  RtBodyKind other;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length == 0 || is_general (type))
    return NULL;
  essence = rt_media_type_get_essence (type);
  kind = kind_of_type (type);
  other = find_contradiction (type, kind, data, n);
  signature = kind == RT_BODY_KIND_MULTIPART ? NULL : find_signature (data, n);
  /* A type that is not known may be any text. */
  if (signature != NULL ? !agrees (signature, essence, kind)
                        : other != RT_BODY_KIND_EMPTY && kind != RT_BODY_KIND_BINARY)
    words = signature != NULL ? rt_signature_words (signature) : text_words (other);
  if (words == NULL)
    return NULL;

  return g_strdup_printf (_("Sent as %s, but these bytes are %s."), essence, words);
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
    case RT_BODY_KIND_NDJSON:
      return _("JSON documents");
    case RT_BODY_KIND_XML:
      return "XML";
    case RT_BODY_KIND_HTML:
      return "HTML";
    case RT_BODY_KIND_SVG:
      return "SVG";
    case RT_BODY_KIND_FORM:
      return _("form data");
    case RT_BODY_KIND_MULTIPART:
      return _("several parts");
    case RT_BODY_KIND_EVENTS:
      return _("server-sent events");
    case RT_BODY_KIND_IMAGE:
      return _("an image");
    case RT_BODY_KIND_AUDIO:
      return _("audio");
    case RT_BODY_KIND_VIDEO:
      return _("a video");
    case RT_BODY_KIND_PDF:
      return "PDF";
    case RT_BODY_KIND_BINARY:
      return _("binary");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
rt_body_kind_is_text (RtBodyKind kind)
{
  return kind == RT_BODY_KIND_TEXT || kind == RT_BODY_KIND_JSON || kind == RT_BODY_KIND_NDJSON ||
         kind == RT_BODY_KIND_XML || kind == RT_BODY_KIND_HTML || kind == RT_BODY_KIND_SVG ||
         kind == RT_BODY_KIND_FORM || kind == RT_BODY_KIND_EVENTS;
}

gboolean
rt_body_kind_looks_binary (const guint8 *data,
                           gsize         length)
{
  gsize n = MIN (length, SNIFFED_BYTES);

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  return find_signature (data, n) != NULL || is_binary (data, n);
}
