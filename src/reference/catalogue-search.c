/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ranks each code against a query. The rank of several words is the rank of
 * the one that matches worst, unless they stand together in a name.
 */

#include "config.h"

#include "catalogue-search.h"

#include "catalogue-private.h"
#include "near-word.h"

#include <string.h>

/* Best first: the order in which matches are returned. */
typedef enum
{
  RANK_NUMBER,
  RANK_NUMBER_PREFIX,
  RANK_PHRASE,
  RANK_PHRASE_START,
  RANK_ALIAS,
  RANK_PHRASE_WORD,
  RANK_ALIAS_WORD,
  RANK_VENDOR,
  RANK_TEXT,
  RANK_MISSPELT, /* by rt_catalogue_guess() only */
  RANK_NO_MATCH,
} Rank;

typedef struct
{
  RtStatusCode *code;
  Rank          rank;
} Hit;

/* TRUE when a word of @text starts with @start, which may be several words. */
static gboolean
has_word (const char *text,
          const char *start)
{
  for (const char *p = strstr (text, start); p != NULL; p = strstr (p + 1, start))
    {
      if (p == text || p[-1] == ' ')
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_has_word (char       **texts,
              const char  *start)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (has_word (texts[i], start))
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_starts (char       **texts,
            const char  *start)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (g_str_has_prefix (texts[i], start))
        return TRUE;
    }

  return FALSE;
}

/* "4", "40", "404", "4xx" and "40x" against a number. */
static Rank
rank_number (const char *number,
             const char *word)
{
  gsize length = strlen (word);
  gsize digits = strspn (word, "0123456789");

  if (digits == 0 || length > 3)
    return RANK_NO_MATCH;

  if (digits < length && (length != 3 || strspn (word + digits, "x") != length - digits))
    return RANK_NO_MATCH;

  if (strncmp (number, word, digits) != 0)
    return RANK_NO_MATCH;

  return digits == 3 ? RANK_NUMBER : RANK_NUMBER_PREFIX;
}

/* @words: one word or several that must stand together. */
static Rank
rank_words (const RtSearchItem *item,
            const char         *words)
{
  Rank rank = rank_number (item->number, words);

  if (rank != RANK_NO_MATCH)
    return rank;
  if (g_str_equal (item->phrase, words) ||
      g_strv_contains ((const char * const *) item->aliases, words))
    return RANK_PHRASE;
  if (g_str_has_prefix (item->phrase, words))
    return RANK_PHRASE_START;
  if (any_starts (item->aliases, words))
    return RANK_ALIAS;
  if (has_word (item->phrase, words))
    return RANK_PHRASE_WORD;
  if (any_has_word (item->aliases, words))
    return RANK_ALIAS_WORD;
  if (any_has_word (item->vendors, words))
    return RANK_VENDOR;
  if (has_word (item->text, words))
    return RANK_TEXT;

  return RANK_NO_MATCH;
}

static Rank
rank_item (const RtSearchItem  *item,
           const char          *query,
           char               **words)
{
  Rank together;
  Rank worst = RANK_NUMBER;

  /* Nothing but signs was typed. */
  if (*query == '\0')
    return RANK_NO_MATCH;

  together = rank_words (item, query);
  for (gsize i = 0; words[i] != NULL; i++)
    worst = MAX (worst, rank_words (item, words[i]));

  /* A word alone may start a name that the whole query does not. */
  if (words[0] != NULL && words[1] != NULL &&
      worst >= RANK_PHRASE && worst <= RANK_ALIAS)
    worst = RANK_PHRASE_WORD;

  return MIN (together, worst);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a;
  const Hit *two = b;
  int code_one = rt_status_code_get_code (one->code);
  int code_two = rt_status_code_get_code (two->code);

  gboolean unofficial_one = rt_status_code_get_state (one->code) == RT_STATUS_UNOFFICIAL;
  gboolean unofficial_two = rt_status_code_get_state (two->code) == RT_STATUS_UNOFFICIAL;

  if (one->rank != two->rank)
    return one->rank < two->rank ? -1 : 1;

  /* Who types numbers expects their order; else what is registered is meant. */
  if (one->rank > RANK_NUMBER_PREFIX && unofficial_one != unofficial_two)
    return unofficial_one - unofficial_two;

  return (code_one > code_two) - (code_one < code_two);
}

static RtSearchIndex *
ensure_index (RtCatalogue *self)
{
  /* The catalogue is shared between threads. */
  if (g_once_init_enter (&self->index))
    {
      RtSearchIndex *index = rt_search_index_new (self->codes);

      g_once_init_leave (&self->index, index);
    }

  return self->index;
}

/* A status line that was pasted is searched without its protocol. */
static const char *
skip_protocol (const char *query)
{
  const char *p = query + strspn (query, " \t");
  gsize length = strcspn (p, " \t");
  const char *rest = p + length + strspn (p + length, " \t");

  if (g_ascii_strncasecmp (p, "http", 4) == 0 &&
      (length == 4 || p[4] == '/') &&
      g_ascii_isdigit (*rest))
    return rest;

  return query;
}

/* Needs no index: the list without a query is there before the first frame. */
static void
add_all (GArray     *hits,
         GListModel *codes)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      Hit hit = { code, RANK_NUMBER }; /* the catalogue keeps it */

      g_array_append_val (hits, hit);
    }
}

static void
add_hit (GArray             *hits,
         const RtSearchItem *item,
         Rank                rank)
{
  Hit hit = { item->code, rank };

  if (rank != RANK_NO_MATCH)
    g_array_append_val (hits, hit);
}

static gboolean
is_near (const RtSearchItem *item,
         const char         *word)
{
  gboolean near = rt_near_word_is_in (word, item->phrase);

  for (gsize i = 0; !near && item->aliases[i] != NULL; i++)
    near = rt_near_word_is_in (word, item->aliases[i]);

  return near;
}

/* Each word is in a name, or near to one of its words. */
static Rank
rank_misspelt (const RtSearchItem  *item,
               char               **words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (!is_near (item, words[i]) && rank_words (item, words[i]) > RANK_ALIAS_WORD)
      return RANK_NO_MATCH;

  return words[0] != NULL ? RANK_MISSPELT : RANK_NO_MATCH;
}

static void
add_matches (GArray              *hits,
             const RtSearchIndex *index,
             const char          *query)
{
  g_autofree char *folded = rt_search_fold (skip_protocol (query));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (gsize i = 0; i < index->n_items; i++)
    add_hit (hits, &index->items[i], rank_item (&index->items[i], folded, words));
}

static void
add_misspelt (GArray              *hits,
              const RtSearchIndex *index,
              const char          *query)
{
  g_autofree char *folded = rt_search_fold (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (gsize i = 0; i < index->n_items; i++)
    add_hit (hits, &index->items[i], rank_misspelt (&index->items[i], words));
}

static GPtrArray *
sort_hits (GArray *hits)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).code));

  return found;
}

GPtrArray *
rt_catalogue_search (RtCatalogue *self,
                     const char  *query)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (query[strspn (query, " \t\r\n")] == '\0')
    add_all (hits, self->codes);
  else
    add_matches (hits, ensure_index (self), query);

  return sort_hits (hits);
}

GPtrArray *
rt_catalogue_guess (RtCatalogue *self,
                    const char  *query)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  add_misspelt (hits, ensure_index (self), query);

  return sort_hits (hits);
}
