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

/* Whether the line at @index holds a secret: where it stands, and what is to
 * stand there. A line without a colon is cut at its first space: an odd line
 * hides no secret from us. */
static char *
dup_mask_of_line (const RtHead *head,
                  const char   *data,
                  guint         index,
                  RtSpan       *span)
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
  if (!rt_secret_is_field (g_strstrip (name)))
    return NULL;
  value = g_strndup (data + span->offset, span->length);
  return rt_secret_mask_value (name, value);
}

GBytes *
rt_secret_mask_head (const RtHead *head)
{
  g_autoptr (GByteArray) masked = g_byte_array_new ();
  const guint8 *data;
  gsize size;
  gsize done = 0;

  g_return_val_if_fail (head != NULL, NULL);

  data = g_bytes_get_data (rt_head_peek_bytes (head), &size);
  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      RtSpan span;
      g_autofree char *mask = dup_mask_of_line (head, (const char *) data, i, &span);

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
