/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what is masked in a URL. The names stay, so that it can be seen what
 * was there.
 */

#include "config.h"

#include "shown-url.h"

#include <string.h>

#include "secret.h"
#include "text.h"

/* RFC 6750 section 2.3 has a token in the query, too. A name that cannot be
 * read may be any. */
static gboolean
is_secret_parameter (const char *name,
                     const char *key_name)
{
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  if (plain == NULL)
    return TRUE;

  return g_strcmp0 (plain, key_name) == 0 || rt_secret_is_likely_field (plain);
}

static void
append_pair (GString    *text,
             const char *pair,
             const char *key_name)
{
  gsize length = strcspn (pair, "=");
  g_autofree char *name = g_strndup (pair, length);

  if (pair[length] == '=' && is_secret_parameter (name, key_name))
    g_string_append_printf (text, "%s=" RT_SECRET_MASK, name);
  else
    g_string_append (text, pair);
}

static void
append_query (GString    *text,
              const char *query,
              const char *key_name)
{
  g_auto(GStrv) pairs = g_strsplit (query, "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, '&');
      append_pair (text, pairs[i], key_name);
    }
}

static char *
mask (const char *url,
      const char *key_name)
{
  g_autofree char *masked = rt_secret_mask_url (url);
  g_autoptr(GString) text = NULL;
  g_autofree char *query = NULL;
  gsize start = strcspn (masked, "?#");
  gsize length;

  if (masked[start] != '?')
    return g_steal_pointer (&masked);
  start++;
  length = strcspn (masked + start, "#");
  query = g_strndup (masked + start, length);
  text = g_string_new_len (masked, start);
  append_query (text, query, key_name);
  g_string_append (text, masked + start + length);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_shown_url_new (const char *url,
                  const char *key_name)
{
  g_autofree char *masked = NULL;

  g_return_val_if_fail (url != NULL, NULL);

  masked = mask (url, key_name);

  return rt_text_from_wire (masked, -1);
}

char *
rt_shown_url_mask_sentence (const char *text,
                            const char *key_name)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_url = strchr (words[i], '?') != NULL || strstr (words[i], "://") != NULL;
      g_autofree char *masked = is_url ? mask (words[i], key_name) : NULL;

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", masked != NULL ? masked : words[i]);
    }

  return rt_text_from_wire (out->str, out->len);
}
