/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the request and the response of a HAR entry. What was not there is
 * said as HAR says it: an empty string, -1, a status of 0; nothing is made up.
 */

#include "config.h"

#include "har-message.h"

#include <string.h>

#include "pair.h"
#include "query.h"
#include "secret.h"
#include "text.h"

static char *
dup_shown_value (const RtHead *head,
                 guint         index,
                 const RtSecretNames *own)
{
  g_autofree char *name = rt_head_dup_field_name (head, index);
  g_autofree char *value = rt_head_dup_field_value (head, index);

  if (own == NULL)
    return g_steal_pointer (&value);
  return rt_secret_mask_value_of (own, name, value);
}

void
rt_har_write_fields (RtJsonWriter *writer,
                     const char   *name,
                     const RtHead *head,
                     const RtSecretNames *own)
{
  guint n_fields = head != NULL ? rt_head_get_n_fields (head) : 0;

  rt_json_writer_begin_array (writer, name);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *field_name = rt_head_dup_field_name (head, i);
      g_autofree char *value = dup_shown_value (head, i, own);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_string (writer, "name", field_name);
      rt_json_writer_string (writer, "value", value);
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

/* One "name=value"; without "=" all is the name (RFC 6265 section 5.2 ignores
 * such a pair). */
static void
write_cookie_pair (RtJsonWriter *writer,
                   const char   *pair)
{
  gsize length = strcspn (pair, "=");
  g_autofree char *name = g_strstrip (g_strndup (pair, length));
  g_autofree char *value = g_strdup (pair[length] == '=' ? pair + length + 1 : "");

  rt_json_writer_string (writer, "name", name);
  rt_json_writer_string (writer, "value", g_strstrip (value));
}

static void
write_cookie_attribute (RtJsonWriter *writer,
                        const char   *attribute)
{
  gsize length = strcspn (attribute, "=");
  g_autofree char *name = g_strstrip (g_ascii_strdown (attribute, length));
  g_autofree char *value = g_strdup (attribute[length] == '=' ? attribute + length + 1
                                                              : "");

  g_strstrip (value);
  if (g_str_equal (name, "path") || g_str_equal (name, "domain"))
    rt_json_writer_string (writer, name, value);
  else if (g_str_equal (name, "httponly"))
    rt_json_writer_boolean (writer, "httpOnly", TRUE);
  else if (g_str_equal (name, "secure"))
    rt_json_writer_boolean (writer, "secure", TRUE);
}

/* Cookie: each pair is a cookie. */
static void
write_sent_cookies (RtJsonWriter *writer,
                    const char   *value)
{
  g_auto (GStrv) pairs = g_strsplit (value, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      if (*g_strstrip (pairs[i]) == '\0')
        continue;
      rt_json_writer_begin_object (writer, NULL);
      write_cookie_pair (writer, pairs[i]);
      rt_json_writer_end_object (writer);
    }
}

/* Set-Cookie: one cookie and its attributes; the first of a name counts, as a
 * member may stand only once. */
static void
write_set_cookie (RtJsonWriter *writer,
                  const char   *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                       g_free, NULL);

  rt_json_writer_begin_object (writer, NULL);
  write_cookie_pair (writer, parts[0] != NULL ? parts[0] : "");
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      char *name = g_strstrip (g_ascii_strdown (parts[i], strcspn (parts[i], "=")));

      if (g_hash_table_add (seen, name))
        write_cookie_attribute (writer, parts[i]);
    }
  rt_json_writer_end_object (writer);
}

static void
write_cookies (RtJsonWriter *writer,
               const RtHead *head,
               const char   *field,
               const RtSecretNames *own)
{
  int i = head != NULL ? rt_head_find_field (head, field, 0) : -1;

  rt_json_writer_begin_array (writer, "cookies");
  for (; i >= 0; i = rt_head_find_field (head, field, i + 1))
    {
      g_autofree char *value = dup_shown_value (head, i, own);

      if (g_str_equal (field, "Cookie"))
        write_sent_cookies (writer, value);
      else
        write_set_cookie (writer, value);
    }
  rt_json_writer_end_array (writer);
}

/* Bytes as text where they are UTF-8, else in base64, which @encoding says. */
static void
write_bytes (RtJsonWriter *writer,
             GBytes       *bytes,
             const char   *encoding)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    rt_json_writer_string (writer, "text", "");
  else if (g_utf8_validate_len (data, length, NULL))
    rt_json_writer_text (writer, "text", data, length);
  else
    {
      rt_json_writer_base64 (writer, "text", (const guint8 *) data, length);
      rt_json_writer_string (writer, encoding, "base64");
    }
}

static void
write_query (RtJsonWriter *writer,
             const char   *url)
{
  g_autoptr (GPtrArray) parameters = rt_query_parse (url);

  rt_json_writer_begin_array (writer, "queryString");
  for (guint i = 0; i < parameters->len; i++)
    {
      RtPair *pair = g_ptr_array_index (parameters, i);
      g_autofree char *name = rt_text_make_valid (rt_pair_get_name (pair), -1);
      g_autofree char *value = rt_text_make_valid (rt_pair_get_value (pair), -1);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_string (writer, "name", name);
      rt_json_writer_string (writer, "value", value);
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

static void
write_post_data (RtJsonWriter *writer,
                 RtExchange   *exchange,
                 const RtHead *head,
                 guint64       sent)
{
  g_autoptr (GBytes) content = rt_exchange_dup_request_content (exchange);
  g_autofree char *type = NULL;

  if (sent == 0 && (content == NULL || g_bytes_get_size (content) == 0))
    return;

  type = head != NULL ? rt_head_dup_combined (head, "Content-Type") : NULL;
  rt_json_writer_begin_object (writer, "postData");
  rt_json_writer_string (writer, "mimeType", type);
  if (content != NULL)
    write_bytes (writer, content, "_encoding");
  else
    {
      rt_json_writer_string (writer, "text", "");
      rt_json_writer_string (writer, "comment", "Sent from files; not kept");
    }
  rt_json_writer_end_object (writer);
}

static gint64
head_size (const RtHead *head)
{
  return head != NULL ? (gint64) rt_head_get_wire_length (head) : -1;
}

void
rt_har_write_request (RtJsonWriter *writer,
                      RtExchange   *exchange,
                      const RtSecretNames *own)
{
  g_autoptr (RtHead) head = rt_exchange_dup_request_head (exchange);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *asked = rt_exchange_dup_url (exchange);
  g_autofree char *url = NULL;
  g_autofree char *version = head != NULL ? rt_head_dup_version (head) : NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  asked[strcspn (asked, "#")] = '\0';
  url = own == NULL ? g_strdup (asked)
                                           : rt_secret_mask_url_of (own, asked);

  rt_json_writer_begin_object (writer, "request");
  rt_json_writer_string (writer, "method", method);
  rt_json_writer_string (writer, "url", url);
  rt_json_writer_string (writer, "httpVersion", version);
  write_cookies (writer, head, "Cookie", own);
  rt_har_write_fields (writer, "headers", head, own);
  write_query (writer, url);
  write_post_data (writer, exchange, head, sizes.request_content);
  rt_json_writer_int (writer, "headersSize", head_size (head));
  rt_json_writer_int (writer, "bodySize", head != NULL ? (gint64) sizes.request_content
                                                       : -1);
  rt_json_writer_end_object (writer);
}

static void
write_content (RtJsonWriter  *writer,
               RtExchange    *exchange,
               const RtHead  *head,
               const RtSizes *sizes)
{
  g_autoptr (RtBody) content = rt_exchange_dup_content (exchange);
  g_autoptr (GBytes) bytes = rt_body_dup_bytes (content);
  g_autofree char *type = NULL;

  type = head != NULL ? rt_head_dup_combined (head, "Content-Type") : NULL;
  rt_json_writer_begin_object (writer, "content");
  rt_json_writer_int (writer, "size", g_bytes_get_size (bytes));
  rt_json_writer_int (writer, "compression", (gint64) g_bytes_get_size (bytes)
                                             - (gint64) sizes->content_encoded);
  rt_json_writer_string (writer, "mimeType", type);
  write_bytes (writer, bytes, "encoding");
  rt_json_writer_end_object (writer);
}

void
rt_har_write_response (RtJsonWriter *writer,
                       RtExchange   *exchange,
                       const RtSecretNames *own)
{
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);
  g_autofree char *reason = rt_exchange_dup_reason (exchange);
  g_autofree char *shown_reason = rt_text_from_wire (reason != NULL ? reason : "", -1);
  g_autofree char *version = head != NULL ? rt_head_dup_version (head) : NULL;
  int location = head != NULL ? rt_head_find_field (head, "Location", 0) : -1;
  g_autofree char *redirect = NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  if (location >= 0)
    redirect = dup_shown_value (head, location, own);

  rt_json_writer_begin_object (writer, "response");
  rt_json_writer_int (writer, "status", rt_exchange_get_status (exchange));
  rt_json_writer_string (writer, "statusText", shown_reason);
  rt_json_writer_string (writer, "httpVersion", version);
  write_cookies (writer, head, "Set-Cookie", own);
  rt_har_write_fields (writer, "headers", head, own);
  write_content (writer, exchange, head, &sizes);
  rt_json_writer_string (writer, "redirectURL", redirect);
  rt_json_writer_int (writer, "headersSize", head_size (head));
  rt_json_writer_int (writer, "bodySize", head != NULL ? (gint64) sizes.content_encoded
                                                       : -1);
  rt_json_writer_end_object (writer);
}
