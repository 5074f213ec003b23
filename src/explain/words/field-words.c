/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of fields whose values are told in words; the words themselves
 * stand in field-words-*.c, by theme.
 */

#include "field-words.h"

#include "field-words-private.h"
#include "text.h"

/* In alphabetical order. */
static const struct
{
  const char  *name;
  RtFieldWords words;
} table[] = {
  { "Accept", rt_words_accept },
  { "Accept-Encoding", rt_words_accept },
  { "Accept-Language", rt_words_accept },
  { "Access-Control-Allow-Methods", rt_words_allow },
  { "Access-Control-Max-Age", rt_words_seconds },
  { "Age", rt_words_seconds },
  { "Allow", rt_words_allow },
  { "Cache-Control", rt_words_cache_control },
  { "CDN-Cache-Control", rt_words_cache_control },
  { "Connection", rt_words_connection },
  { "Content-Disposition", rt_words_disposition },
  { "Content-Encoding", rt_words_coding },
  { "Content-Length", rt_words_size },
  { "Content-Range", rt_words_content_range },
  { "Content-Security-Policy", rt_words_content_policy },
  { "Content-Security-Policy-Report-Only", rt_words_content_policy },
  { "Date", rt_words_date },
  { "Deprecation", rt_words_sf_date },
  { "ETag", rt_words_etag },
  { "Expires", rt_words_date },
  { "If-Match", rt_words_etag_list },
  { "If-Modified-Since", rt_words_date },
  { "If-None-Match", rt_words_etag_list },
  { "If-Range", rt_words_etag_or_date },
  { "If-Unmodified-Since", rt_words_date },
  { "Keep-Alive", rt_words_keep_alive },
  { "Last-Modified", rt_words_date },
  { "Link", rt_words_link },
  { "Range", rt_words_range },
  { "Retry-After", rt_words_retry_after },
  { "Set-Cookie", rt_words_set_cookie },
  { "Strict-Transport-Security", rt_words_transport_security },
  { "Sunset", rt_words_date },
  { "Surrogate-Control", rt_words_cache_control },
  { "Vary", rt_words_vary },
  { "Via", rt_words_via },
};

void
rt_words_add (GString    *words,
              const char *separator,
              const char *format,
              ...)
{
  va_list args;

  if (words->len > 0)
    g_string_append (words, separator);
  va_start (args, format);
  g_string_append_vprintf (words, format, args);
  va_end (args);
}

char *
rt_words_end (GString *words)
{
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

char *
rt_field_words (const char *name,
                const char *value,
                gint64      now)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  /* Whatever is quoted from it must be fit for the screen. */
  text = rt_text_from_wire (value, -1);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_ascii_strcasecmp (table[i].name, name) == 0)
      return table[i].words (text, now);

  return NULL;
}
