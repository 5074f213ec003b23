/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roundtrip explain: a page of the reference in words. Finds what is meant;
 * says nothing of its own about it.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue-search.h"
#include "page-text.h"
#include "terminal.h"

/* 000 to 999 in three digits is a code, known or not. */
static int
parse_code (const char *query)
{
  if (strlen (query) != 3 || strspn (query, "0123456789") != 3)
    return -1;
  return (int) g_ascii_strtoll (query, NULL, 10);
}

static gboolean
is_its_name (RtStatusCode *code,
             const char   *query)
{
  const char * const *aliases = rt_status_code_get_aliases (code);

  if (g_ascii_strcasecmp (rt_status_code_get_phrase (code), query) == 0)
    return TRUE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (g_ascii_strcasecmp (aliases[i], query) == 0)
      return TRUE;
  return FALSE;
}

/* What else has that very name: a method, a field, a scheme, a failure. */
static RtEntry *
find_entry (RtCatalogue *catalogue,
            const char  *query)
{
  RtEntry *entry = rt_catalogue_find_method (catalogue, query);

  if (entry == NULL)
    entry = rt_catalogue_find_field (catalogue, query);
  if (entry == NULL)
    entry = rt_catalogue_find_scheme (catalogue, query);
  if (entry == NULL)
    entry = rt_catalogue_find_failure (catalogue, query);
  return entry;
}

/* The page or the list for @query, or NULL when there is none. */
static char *
dup_answer (RtCatalogue *catalogue,
            const char  *query,
            guint        width,
            gboolean     colour)
{
  g_autoptr (RtStatusCode) code = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  RtEntry *entry;

  if (parse_code (query) >= 0)
    {
      code = rt_catalogue_describe_code (catalogue, parse_code (query));
      return rt_page_text_of_code (catalogue, code, width, colour);
    }

  entry = find_entry (catalogue, query);
  matches = rt_catalogue_search (catalogue, query);
  if (matches->len > 0)
    {
      RtStatusCode *best = g_ptr_array_index (matches, 0);

      if (matches->len == 1 || is_its_name (best, query))
        return rt_page_text_of_code (catalogue, best, width, colour);
    }
  if (entry != NULL)
    return rt_page_text_of_entry (entry, width, colour);
  return matches->len > 0 ? rt_page_text_of_list (matches, width, colour) : NULL;
}

int
rt_command_explain (int    argc,
                    char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("CODE|WORDS…"));
  g_autoptr (RtCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *query = NULL;
  g_autofree char *answer = NULL;

  g_set_prgname ("roundtrip explain");
  g_option_context_set_summary (context,
    _("Says what an HTTP status code means, and what to do next. Finds codes by\n"
      "number (404), beginning (40), name (\"not found\") or a word (teapot); also\n"
      "methods, header fields, authentication schemes and failures by name."));
  g_option_context_set_translation_domain (context, RT_GETTEXT_DOMAIN);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("roundtrip explain: %s\n",
                  error != NULL ? error->message : _("what? Name a code or a word."));
      return RT_EXIT_USAGE;
    }

  catalogue = rt_catalogue_new (&error);
  if (catalogue == NULL)
    {
      g_printerr ("roundtrip explain: %s\n", error->message);
      return RT_EXIT_NO_RESPONSE;
    }
  query = g_strstrip (g_strjoinv (" ", argv + 1));
  if (*query != '\0')
    answer = dup_answer (catalogue, query, rt_terminal_get_width (STDOUT_FILENO),
                         rt_terminal_has_colour (STDOUT_FILENO));
  if (answer == NULL)
    {
      g_printerr (_("Nothing in the reference is called “%s”.\n"), query);
      return RT_EXIT_NO_RESPONSE;
    }
  g_print ("%s", answer);
  return RT_EXIT_RESPONSE;
}
