/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": the media type against the bytes (RFC 9110 section 8.3). */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content-private.h"
#include "directives.h"
#include "saying.h"
#include "sniff.h"
#include "topics.h"

#define SECTION "RFC 9110, section 8.3"

static void
explain_missing (RtCase              *self,
                 const RtContentSeen *seen)
{
  RtSniff sniff = rt_sniff (seen->data, seen->length);

  /* Bytes behind a 204 or 205 are no content: that is said already. */
  if (seen->length == 0 || self->status == 205 || !rt_case_may_have_content (self) ||
      rt_case_find_response (self, "Content-Type") >= 0)
    return;

  if (sniff == RT_SNIFF_UNSURE)
    rt_say (self, RT_NOTE_ON_CONTENT, "content-type-missing", RT_NOTE_WARNING, SECTION,
            _("There is content, but no Content-Type says what it is."),
            _("Clients have to guess from the bytes, and guess differently. For bytes of no known "
              "kind it would be “application/octet-stream”."));
  else
    rt_say (self, RT_NOTE_ON_CONTENT, "content-type-missing", RT_NOTE_WARNING, SECTION,
            _("There is content, but no Content-Type says what it is."),
            _("By its first bytes it is %s, so “%s” would be right. Clients have to guess, and "
              "guess differently."), rt_sniff_to_name (sniff), rt_sniff_to_type (sniff));
}

static void
explain_malformed (RtCase              *self,
                   const RtContentSeen *seen)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Type");
  g_autofree char *quoted = NULL;

  if (value == NULL || seen->type != NULL)
    return;

  quoted = rt_case_quote (value);
  rt_say_response (self, "Content-Type", "content-type-malformed", RT_NOTE_WARNING,
                   "RFC 9110, section 8.3.1", _("Content-Type is no media type."),
                   _("It is %s. A media type has two parts with a slash, such as “text/html”. "
                     "Clients guess from the bytes, or offer to save the content."), quoted);
}

/* A parameter that stands there twice, or in single quotes, which are plain
 * characters here. */
static void
explain_parameters (RtCase              *self,
                    const RtContentSeen *seen)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Type");
  g_autoptr(GPtrArray) parts = rt_directives_parse_semicolons (value, -1);
  const char *charset =
    seen->type != NULL ? rt_media_type_get_parameter (seen->type, "charset") : NULL;
  g_autofree char *quoted = NULL;
  gboolean is_repeated = FALSE;

  for (guint i = 1; i < parts->len; i++)
    is_repeated |= rt_directives_find (parts, ((RtDirective *) parts->pdata[i])->name) !=
                   parts->pdata[i];
  if (seen->type == NULL || (!is_repeated && (charset == NULL || charset[0] != '\'')))
    return;

  quoted = rt_case_quote (value);
  rt_say_response (self, "Content-Type", "content-type-parameter", RT_NOTE_WARNING,
                   "RFC 9110, section 8.3.1",
                   is_repeated ? _("A parameter of Content-Type stands there twice.")
                               : _("Single quotes are no quotes in Content-Type."),
                   is_repeated ? _("It is %s. Most clients take the first one, some the last.")
                               : _("It is %s. The quotes are taken as part of the name of the "
                                   "encoding, which nobody knows then."), quoted);
}

static void
explain_mismatch (RtCase              *self,
                  const RtContentSeen *seen)
{
  RtSniff sniff = rt_sniff (seen->data, seen->length);
  g_autofree char *quoted = NULL;

  if (seen->type == NULL || seen->length == 0 || self->status == 206)
    return;

  quoted = rt_case_quote (rt_media_type_get_essence (seen->type));
  if (rt_sniff_contradicts (sniff, seen->type))
    rt_say_response (self, "Content-Type", "content-type-mismatch", RT_NOTE_WARNING, SECTION,
                     _("The content is not what Content-Type says."),
                     _("Content-Type says %s, but the bytes are %s. Clients that believe the field "
                       "fail; browsers may guess."), quoted, rt_sniff_to_name (sniff));
  else if (rt_media_type_is_json (seen->type) && rt_sniff_is_no_json (seen->data, seen->length))
    rt_say_response (self, "Content-Type", "content-type-no-json", RT_NOTE_WARNING,
                     "RFC 8259, section 2", _("The content is not JSON, as Content-Type says."),
                     _("Content-Type says %s, but no JSON text begins with the character that the "
                       "content begins with. Programs that read it fail at the first byte."),
                     quoted);
  else if (sniff == RT_SNIFF_JSON &&
           g_str_equal (rt_media_type_get_essence (seen->type), "text/plain"))
    rt_say_response (self, "Content-Type", "content-type-json-as-text", RT_NOTE_INFO, SECTION,
                     _("JSON is sent as plain text."),
                     _("Content-Type says %s, and the content looks like JSON. With "
                       "“application/json” clients would know."), quoted);
}

static void
explain_nosniff (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "X-Content-Type-Options");
  g_autoptr(GPtrArray) words = rt_directives_parse (value, -1);
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  if (words->len > 0 &&
      g_ascii_strcasecmp (((RtDirective *) words->pdata[0])->text, "nosniff") == 0)
    rt_say_response (self, "X-Content-Type-Options", "content-nosniff", RT_NOTE_GOOD,
                     "Fetch standard", _("Browsers must not guess another type."),
                     _("“nosniff” makes browsers take Content-Type as it is. A file that somebody "
                       "uploaded cannot become a script by its bytes."));
  else
    rt_say_response (self, "X-Content-Type-Options", "content-nosniff-unknown", RT_NOTE_WARNING,
                     "Fetch standard", _("X-Content-Type-Options has no effect."),
                     _("It says %s; the only value that means something is “nosniff”."), quoted);
}

void
rt_explain_content (RtCase *self)
{
  g_autoptr(RtBody) content = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(RtMediaType) type = NULL;
  g_autofree char *value = NULL;
  RtContentSeen seen = { NULL, };

  if (self->response == NULL || self->status < 200)
    return;

  content = rt_exchange_dup_content (self->exchange);
  bytes = rt_body_dup_bytes (content);
  value = rt_case_dup_response (self, "Content-Type");
  type = rt_media_type_parse (value);
  seen.data = g_bytes_get_data (bytes, &seen.length);
  seen.type = type;

  explain_missing (self, &seen);
  explain_malformed (self, &seen);
  explain_parameters (self, &seen);
  explain_mismatch (self, &seen);
  explain_nosniff (self);
  rt_content_explain_charset (self, &seen);
  rt_content_explain_coding (self, &seen);
  rt_content_explain_disposition (self);
  rt_content_explain_digests (self);
  rt_content_explain_framing (self);
}
