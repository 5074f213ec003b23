/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Masks secrets. Owns the list of secret fields; must never let one through
 * because it is oddly written: what cannot be taken apart is masked whole.
 */

#include "config.h"

#include "secret.h"

#include <string.h>

#include "grammar.h"

gboolean
rt_secret_is_field (const char *name)
{
  static const char * const names[] = {
    "authorization", "cookie", "cookie2", "proxy-authorization", "set-cookie",
    "set-cookie2",
  };

  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The last word of a name says what it holds; some keys lock nothing. */
gboolean
rt_secret_is_likely_field (const char *name)
{
  static const char * const words[] = {
    "apikey", "auth", "credential", "credentials", "jwt", "key", "passwd",
    "password", "secret", "token",
  };
  static const char * const harmless[] = {
    "cache-key", "idempotency-key", "partition-key", "routing-key",
    "sec-websocket-key", "shard-key", "sort-key", "surrogate-key",
  };
  const char *last;

  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (strlen (name) >= strlen (harmless[i])
        && g_ascii_strcasecmp (name + strlen (name) - strlen (harmless[i]), harmless[i]) == 0)
      return FALSE;

  last = name + strlen (name);
  while (last > name && last[-1] != '-' && last[-1] != '_')
    last--;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (last, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* RFC 9110 section 11.4: a scheme, a space, and what must not be seen. */
static char *
mask_credentials (const char *value)
{
  gsize length = strcspn (value, " \t");

  if (value[length] == '\0' || !rt_grammar_is_token (value, length))
    return g_strdup (RT_SECRET_MASK);
  return g_strdup_printf ("%.*s " RT_SECRET_MASK, (int) length, value);
}

/* "name=value" -> "name=***"; a pair without "=" is all value. */
static void
append_masked_pair (GString    *text,
                    const char *pair)
{
  gsize length = strcspn (pair, "=");

  if (pair[length] == '=')
    g_string_append_len (text, pair, length + 1);
  g_string_append (text, RT_SECRET_MASK);
}

/* RFC 6265 section 4: in Cookie each pair, in Set-Cookie the first. */
static char *
mask_cookies (const char *value,
              gboolean    only_first)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      if ((i > 0 && only_first) || strspn (parts[i], " \t") == strlen (parts[i]))
        g_string_append (text, parts[i]);
      else
        append_masked_pair (text, parts[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_secret_mask_value (const char *name,
                      const char *value)
{
  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  if (!rt_secret_is_field (name))
    return g_strdup (value);
  if (g_ascii_strncasecmp (name, "cookie", 6) == 0)
    return mask_cookies (value, FALSE);
  if (g_ascii_strncasecmp (name, "set-cookie", 10) == 0)
    return mask_cookies (value, TRUE);
  return mask_credentials (value);
}

/* "a=1&key=2" -> "a=1&key=***" where "key" is the name; up to a fragment. */
static void
append_masked_query (GString    *text,
                     const char *query,
                     const char *name)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      gsize length = strcspn (pairs[i], "=");
      g_autofree char *spelt = g_strdelimit (g_strndup (pairs[i], length), "+", ' ');
      g_autofree char *plain = g_uri_unescape_string (spelt, NULL);

      if (i > 0)
        g_string_append_c (text, '&');
      if (pairs[i][length] == '=' && g_strcmp0 (plain, name) == 0)
        g_string_append_printf (text, "%.*s=" RT_SECRET_MASK, (int) length, pairs[i]);
      else
        g_string_append (text, pairs[i]);
    }
}

/* In a URL, or in a target: what follows "?" until "#" or a space. */
static char *
mask_parameter (const RtSecretNames *own,
                const char          *url)
{
  gsize start = strcspn (url, "?#");
  g_autofree char *query = NULL;
  GString *text;
  gsize length;

  if (own == NULL || own->parameter == NULL || url[start] != '?')
    return g_strdup (url);

  start++;
  length = strcspn (url + start, "# ");
  query = g_strndup (url + start, length);
  text = g_string_new_len (url, start);
  append_masked_query (text, query, own->parameter);
  g_string_append (text, url + start + length);
  return g_string_free (text, FALSE);
}

/* Where a parameter may stand in a field; HTTP/2 has the target in one. */
static gboolean
holds_url (const char *name)
{
  return g_ascii_strcasecmp (name, "Location") == 0 || g_str_equal (name, ":path");
}

static gboolean
is_own_field (const RtSecretNames *own,
              const char          *name)
{
  return own != NULL && own->field != NULL && g_ascii_strcasecmp (own->field, name) == 0;
}

char *
rt_secret_mask_value_of (const RtSecretNames *own,
                         const char          *name,
                         const char          *value)
{
  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  if (is_own_field (own, name) && !rt_secret_is_field (name))
    return g_strdup (RT_SECRET_MASK);
  if (holds_url (name))
    return mask_parameter (own, value);
  return rt_secret_mask_value (name, value);
}

static gboolean
is_masked (const RtSecretNames *own,
           const char          *name)
{
  return rt_secret_is_field (name) || is_own_field (own, name) ||
         (own != NULL && own->parameter != NULL && holds_url (name));
}

/* Whether the line at @index holds a secret: where it stands, and what is to
 * stand there. A line without a colon is cut at its first space: an odd line
 * hides no secret from us. */
static char *
dup_mask_of_line (const RtSecretNames *own,
                  const RtHead        *head,
                  const char          *data,
                  guint                index,
                  RtSpan              *span)
{
  const RtFieldLine *line = rt_head_get_field (head, index);
  g_autofree char *name = g_strndup (data + line->name.offset, line->name.length);
  g_autofree char *value = NULL;

  *span = line->value;
  if ((line->oddities & RT_ODDITY_NO_COLON) != 0)
    {
      gsize length = strcspn (name, " \t=");

      span->offset = line->name.offset + length;
      span->length = line->name.length - length;
      name[length] = '\0';
    }
  if (!is_masked (own, g_strstrip (name)))
    return NULL;
  value = g_strndup (data + span->offset, span->length);
  return rt_secret_mask_value_of (own, name, value);
}

/* The request target; how far it has been copied. */
static gsize
append_start (GByteArray          *masked,
              const RtSecretNames *own,
              const RtHead        *head,
              const char          *data)
{
  RtSpan span = rt_head_get_start_line (head);
  g_autofree char *line = NULL;
  g_autofree char *shown = NULL;

  if (own == NULL || own->parameter == NULL || rt_head_get_kind (head) != RT_HEAD_REQUEST)
    return 0;

  line = g_strndup (data + span.offset, span.length);
  /* With a NUL inside it is no line of ours. */
  if (strlen (line) != span.length)
    return 0;
  shown = mask_parameter (own, line);
  g_byte_array_append (masked, (const guint8 *) data, span.offset);
  g_byte_array_append (masked, (const guint8 *) shown, strlen (shown));
  return span.offset + span.length;
}

GBytes *
rt_secret_mask_head (const RtHead *head)
{
  return rt_secret_mask_head_of (NULL, head);
}

GBytes *
rt_secret_mask_head_of (const RtSecretNames *own,
                        const RtHead        *head)
{
  g_autoptr (GByteArray) masked = g_byte_array_new ();
  const guint8 *data;
  gsize size;
  gsize done;

  g_return_val_if_fail (head != NULL, NULL);

  data = g_bytes_get_data (rt_head_peek_bytes (head), &size);
  done = append_start (masked, own, head, (const char *) data);
  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      RtSpan span;
      g_autofree char *mask = dup_mask_of_line (own, head, (const char *) data, i, &span);

      if (mask == NULL)
        continue;
      g_byte_array_append (masked, data + done, span.offset - done);
      g_byte_array_append (masked, (const guint8 *) mask, strlen (mask));
      done = span.offset + span.length;
    }
  if (size > done)
    g_byte_array_append (masked, data + done, size - done);
  return g_byte_array_free_to_bytes (g_steal_pointer (&masked));
}

char *
rt_secret_mask_url (const char *url)
{
  const char *authority;
  gsize length;
  const char *at;
  const char *colon;

  g_return_val_if_fail (url != NULL, NULL);

  authority = strstr (url, "//");
  authority = authority != NULL ? authority + 2 : url;
  length = strcspn (authority, "/?#");
  at = memrchr (authority, '@', length);
  colon = at != NULL ? memchr (authority, ':', at - authority) : NULL;
  if (colon == NULL)
    return g_strdup (url);
  return g_strdup_printf ("%.*s:" RT_SECRET_MASK "%s",
                          (int) (colon - url), url, at);
}

char *
rt_secret_mask_url_of (const RtSecretNames *own,
                       const char          *url)
{
  g_autofree char *masked = NULL;

  g_return_val_if_fail (url != NULL, NULL);

  masked = rt_secret_mask_url (url);
  return mask_parameter (own, masked);
}
