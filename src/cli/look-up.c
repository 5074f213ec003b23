/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chooses between a page and a list. Ranking the list is the reference's. */

#include "look-up.h"

#include <string.h>

#include "catalogue-search.h"
#include "citation.h"

/* A list longer than this helps nobody. */
#define LISTED_MAX 20

static RtFinding *
finding_new (void)
{
  RtFinding *self = g_new0 (RtFinding, 1);

  self->codes = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->matches = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
rt_finding_free (RtFinding *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

gboolean
rt_finding_is_empty (const RtFinding *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->codes->len == 0 && self->entries->len == 0 && self->matches->len == 0
         && self->names->len == 0 && self->n_more == 0;
}

/* What is left of a name when nobody looks at its signs: "I'm a teapot" and
 * "im a teapot" are one, "Non-Authoritative" and "non authoritative" too. */
static char *
fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if ((g_unichar_isspace (c) || c == '-' || c == '_') && out->len > 0 &&
               out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

typedef gboolean (*NameTest) (const char *name,
                              const char *query);

static gboolean
test_name (const char *name,
           const char *query,
           NameTest    test)
{
  g_autofree char *folded = fold (name);

  return *folded != '\0' && test (folded, query);
}

static gboolean
is_name (const char *name,
         const char *query)
{
  return g_str_equal (name, query);
}

/* Whole words, or the starts of some. */
static gboolean
is_in_name (const char *name,
            const char *query)
{
  const char *found = strstr (name, query);

  while (found != NULL && found != name && found[-1] != ' ')
    found = strstr (found + 1, query);

  return found != NULL;
}

static gboolean
names_match (RtStatusCode *code,
             const char   *query,
             NameTest      test)
{
  const char * const *aliases = rt_status_code_get_aliases (code);
  GPtrArray *owners = rt_status_code_get_owners (code);

  if (test_name (rt_status_code_get_phrase (code), query, test))
    return TRUE;
  for (gsize i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (test_name (aliases[i], query, test))
      return TRUE;
  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);

      if (test_name (owner->phrase, query, test))
        return TRUE;
    }

  return FALSE;
}

/* The codes that bear the name go from the list to the pages. */
static void
take_codes (RtFinding  *self,
            const char *query,
            NameTest    test)
{
  for (guint i = 0; i < self->matches->len;)
    {
      RtStatusCode *code = g_ptr_array_index (self->matches, i);

      if (names_match (code, query, test))
        g_ptr_array_add (self->codes, g_ptr_array_steal_index (self->matches, i));
      else
        i++;
    }
}

static guint
count_names (GPtrArray  *codes,
             const char *query)
{
  guint count = 0;

  for (guint i = 0; i < codes->len; i++)
    if (names_match (g_ptr_array_index (codes, i), query, is_in_name))
      count++;

  return count;
}

static void
take_entries (RtFinding  *self,
              GListModel *list,
              const char *query)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RtEntry) entry = g_list_model_get_item (list, i);
      const char * const *aliases = rt_entry_get_aliases (entry);
      gboolean match = test_name (rt_entry_get_name (entry), query, is_name) ||
                       test_name (rt_entry_get_id (entry), query, is_name);

      for (gsize j = 0; !match && aliases != NULL && aliases[j] != NULL; j++)
        match = test_name (aliases[j], query, is_name);
      if (match)
        g_ptr_array_add (self->entries, g_steal_pointer (&entry));
    }
}

/* All that are no codes. */
#define N_LISTS 5

static void
gather_lists (RtCatalogue *catalogue,
              GListModel  *lists[N_LISTS])
{
  lists[0] = rt_catalogue_get_classes (catalogue);
  lists[1] = rt_catalogue_get_methods (catalogue);
  lists[2] = rt_catalogue_get_fields (catalogue);
  lists[3] = rt_catalogue_get_schemes (catalogue);
  lists[4] = rt_catalogue_get_failures (catalogue);
}

static void
take_all_entries (RtFinding   *self,
                  RtCatalogue *catalogue,
                  const char  *query)
{
  GListModel *lists[N_LISTS];

  gather_lists (catalogue, lists);
  for (guint i = 0; i < N_LISTS; i++)
    take_entries (self, lists[i], query);
}

/* What is defined just there are pages, what is below is a list. */
static void
take_cited (GListModel       *list,
            const RtCitation *citation,
            GPtrArray        *pages,
            GPtrArray        *listed)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      const char *specification = RT_IS_STATUS_CODE (item)
                                    ? rt_status_code_get_specification (RT_STATUS_CODE (item))
                                    : rt_entry_get_specification (RT_ENTRY (item));
      RtCited cited = rt_citation_compare (citation, specification);

      if (cited != RT_CITED_NOT)
        g_ptr_array_add (cited == RT_CITED_EXACTLY ? pages : listed, g_steal_pointer (&item));
    }
}

static void
look_up_citation (RtFinding        *self,
                  RtCatalogue      *catalogue,
                  const RtCitation *citation)
{
  GListModel *lists[N_LISTS];

  gather_lists (catalogue, lists);
  take_cited (rt_catalogue_get_codes (catalogue), citation, self->codes, self->matches);
  for (guint i = 0; i < N_LISTS; i++)
    take_cited (lists[i], citation, self->entries, self->names);
  if (citation->section != NULL || self->matches->len + self->names->len <= LISTED_MAX)
    return;

  /* A whole document is no answer. */
  self->n_more = self->matches->len + self->names->len;
  g_ptr_array_set_size (self->matches, 0);
  g_ptr_array_set_size (self->names, 0);
}

/* -1 when @query is no number that a status line could hold. */
static int
parse_code (const char *query)
{
  gsize length = strlen (query);

  if (length < 3 || length > 4 || strspn (query, "0123456789") != length)
    return -1;

  return (int) g_ascii_strtoll (query, NULL, 10);
}

/* "40", "4xx": all that begin so, and nothing where such a digit stands in words. */
static gboolean
is_number_start (const char *query)
{
  gsize digits = strspn (query, "0123456789");

  return digits > 0 && strspn (query + digits, "xX") == strlen (query) - digits;
}

static void
keep_numbers (GPtrArray  *codes,
              const char *query)
{
  gsize digits = strspn (query, "0123456789");

  for (guint i = codes->len; i > 0; i--)
    {
      g_autofree char *number =
        g_strdup_printf ("%03d", rt_status_code_get_code (g_ptr_array_index (codes, i - 1)));

      if (strncmp (number, query, digits) != 0)
        g_ptr_array_remove_index (codes, i - 1);
    }
}

static void
keep_best (RtFinding *self)
{
  if (self->matches->len <= LISTED_MAX)
    return;
  self->n_more = self->matches->len - LISTED_MAX;
  g_ptr_array_set_size (self->matches, LISTED_MAX);
}

/* "40" is the start of numbers, wherever it stands in a name. */
static gboolean
has_letter (const char *query)
{
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

RtFinding *
rt_look_up (RtCatalogue *catalogue,
            const char  *query)
{
  g_autoptr (RtFinding) self = finding_new ();
  g_autofree char *trimmed = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (RtCitation) citation = NULL;
  int number;

  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue) && query != NULL, NULL);

  if (!g_utf8_validate (query, -1, NULL))
    return g_steal_pointer (&self);
  trimmed = g_strstrip (g_strdup (query));
  folded = fold (trimmed);
  number = parse_code (trimmed);
  if (number >= 0)
    {
      g_ptr_array_add (self->codes, rt_catalogue_describe_code (catalogue, number));
      return g_steal_pointer (&self);
    }
  if (*folded == '\0')
    return g_steal_pointer (&self);

  citation = rt_citation_parse (trimmed);
  if (citation != NULL)
    {
      look_up_citation (self, catalogue, citation);
      return g_steal_pointer (&self);
    }

  g_ptr_array_unref (self->matches);
  self->matches = rt_catalogue_search (catalogue, trimmed);
  if (is_number_start (trimmed))
    keep_numbers (self->matches, trimmed);
  take_all_entries (self, catalogue, folded);
  take_codes (self, folded, is_name);
  if (self->codes->len == 0 && self->entries->len == 0 && has_letter (folded) &&
      count_names (self->matches, folded) == 1)
    take_codes (self, folded, is_in_name);
  if (self->codes->len == 0 && self->entries->len == 0 && self->matches->len == 1)
    g_ptr_array_add (self->codes, g_ptr_array_steal_index (self->matches, 0));
  if (!is_number_start (trimmed))
    keep_best (self);
  if (rt_finding_is_empty (self))
    {
      g_ptr_array_unref (self->matches);
      self->matches = rt_catalogue_guess (catalogue, trimmed);
    }

  return g_steal_pointer (&self);
}
