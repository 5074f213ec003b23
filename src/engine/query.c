/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The query of a URL as a list of parameters: splitting, decoding, and putting
 * it together again around the spellings that did not change.
 */

#include "query.h"

#include <string.h>

#include "pair.h"

/* Where the query stands in @url; both are offsets, equal when there is none.
 * *start is behind the "?". */
static void
locate (const char *url,
        gsize      *start,
        gsize      *end)
{
  gsize hash = strcspn (url, "#");
  gsize mark = strcspn (url, "?#");

  *end = hash;
  *start = url[mark] == '?' ? mark + 1 : hash;
}

static char *
decode (const char *text,
        gsize       length)
{
  GString *decoded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '%' && i + 2 < length && g_ascii_isxdigit (text[i + 1]) &&
          g_ascii_isxdigit (text[i + 2]))
        {
          g_string_append_c (decoded, g_ascii_xdigit_value (text[i + 1]) * 16 +
                                        g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else
        g_string_append_c (decoded, text[i] == '+' ? ' ' : text[i]);
    }

  /* An escape that is no UTF-8 (or NUL) is shown as it is spelt. */
  if (!g_utf8_validate (decoded->str, decoded->len, NULL))
    {
      g_string_truncate (decoded, 0);
      g_string_append_len (decoded, text, length);
    }

  return g_string_free (decoded, FALSE);
}

static RtPair *
parse_piece (const char *piece)
{
  gsize name_length = strcspn (piece, "=");
  const char *value = piece[name_length] == '=' ? piece + name_length + 1 : "";
  g_autofree char *name = decode (piece, name_length);
  g_autofree char *decoded = decode (value, strlen (value));

  return rt_pair_new (name, decoded);
}

static char **
split (const char *url)
{
  g_autofree char *query = NULL;
  gsize start, end;

  locate (url, &start, &end);
  query = g_strndup (url + start, end - start);

  return g_strsplit (query, "&", -1);
}

GPtrArray *
rt_query_parse (const char *url)
{
  GPtrArray *parameters = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) pieces = NULL;

  g_return_val_if_fail (url != NULL, parameters);

  pieces = split (url);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (parameters, parse_piece (pieces[i]));

  return parameters;
}

static gboolean
spells (const char *piece,
        RtPair     *pair)
{
  g_autoptr(RtPair) parsed = parse_piece (piece);

  return g_str_equal (rt_pair_get_name (parsed), rt_pair_get_name (pair)) &&
         g_str_equal (rt_pair_get_value (parsed), rt_pair_get_value (pair));
}

static void
append_encoded (GString *query,
                RtPair  *pair)
{
  g_string_append_uri_escaped (query, rt_pair_get_name (pair), NULL, FALSE);
  if (*rt_pair_get_value (pair) == '\0')
    return;

  g_string_append_c (query, '=');
  g_string_append_uri_escaped (query, rt_pair_get_value (pair), "/:@,;!$'()*", FALSE);
}

/* The next piece of the old query, from *at on, that says the same as @pair;
 * those before it were deleted. */
static const char *
find_spelling (char  **pieces,
               guint  *at,
               RtPair *pair)
{
  for (guint i = *at; pieces[i] != NULL; i++)
    {
      if (*pieces[i] != '\0' && spells (pieces[i], pair))
        {
          *at = i + 1;
          return pieces[i];
        }
    }

  return NULL;
}

char *
rt_query_replace (const char *url,
                  GListModel *parameters)
{
  g_auto(GStrv) pieces = NULL;
  GString *result;
  gsize start, end, before;
  guint at = 0;
  guint written = 0;

  g_return_val_if_fail (url != NULL && G_IS_LIST_MODEL (parameters), NULL);

  locate (url, &start, &end);
  before = strcspn (url, "?#");
  pieces = split (url);
  result = g_string_new_len (url, before);

  for (guint i = 0; i < g_list_model_get_n_items (parameters); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (parameters, i);
      const char *spelling;

      if (!rt_pair_get_enabled (pair) ||
          (*rt_pair_get_name (pair) == '\0' && *rt_pair_get_value (pair) == '\0'))
        continue;

      g_string_append_c (result, written++ == 0 ? '?' : '&');
      spelling = find_spelling (pieces, &at, pair);
      if (spelling != NULL)
        g_string_append (result, spelling);
      else
        append_encoded (result, pair);
    }

  g_string_append (result, url + end);

  return g_string_free (result, FALSE);
}
