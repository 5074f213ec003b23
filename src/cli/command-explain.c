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

#include "look-up.h"
#include "page-text.h"
#include "terminal.h"
#include "text.h"

/* Pages with a rule between them, then what else speaks of it. */
static char *
dup_answer (RtCatalogue     *catalogue,
            const RtFinding *finding,
            guint            width,
            gboolean         colour)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < finding->codes->len; i++)
    g_ptr_array_add (parts, rt_page_text_of_code (catalogue,
                                                  g_ptr_array_index (finding->codes, i),
                                                  width, colour));
  for (guint i = 0; i < finding->entries->len; i++)
    g_ptr_array_add (parts, rt_page_text_of_entry (g_ptr_array_index (finding->entries, i),
                                                   width, colour));
  if (finding->matches->len > 0)
    g_ptr_array_add (parts, rt_page_text_of_list (finding->matches, width, colour));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n────────\n\n", (char **) parts->pdata);
}

static gboolean
explain (RtCatalogue *catalogue,
         const char  *query)
{
  g_autoptr (RtFinding) finding = rt_look_up (catalogue, query);
  g_autofree char *answer = NULL;

  if (rt_finding_is_empty (finding))
    {
      g_autofree char *shown = rt_text_from_wire (query, -1);

      g_printerr (_("Nothing in the reference is called “%s”.\n"), shown);
      return FALSE;
    }

  answer = dup_answer (catalogue, finding, rt_terminal_get_width (STDOUT_FILENO),
                       rt_terminal_has_colour (STDOUT_FILENO));
  g_print ("%s", answer);
  return TRUE;
}

static gboolean
are_numbers (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strspn (words[i], "0123456789") != strlen (words[i]))
      return FALSE;
  return TRUE;
}

/* Several numbers are several questions, several words are one. */
static gboolean
explain_all (RtCatalogue  *catalogue,
             char        **words)
{
  g_autofree char *query = NULL;
  gboolean found = TRUE;

  if (are_numbers (words))
    {
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_print ("%s", i > 0 ? "\n────────\n\n" : "");
          found = explain (catalogue, words[i]) && found;
        }
      return found;
    }

  query = g_strstrip (g_strjoinv (" ", words));
  return explain (catalogue, query);
}

int
rt_command_explain (int    argc,
                    char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("CODE|WORDS…"));
  g_autoptr (RtCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("roundtrip explain");
  g_option_context_set_summary (context,
    _("Says what an HTTP status code means, and what to do next. Finds codes by\n"
      "number (404), beginning (40), name (\"not found\") or a word (teapot); also\n"
      "methods, header fields, authentication schemes and failures by name. Several\n"
      "numbers give several pages."));
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
  /* "--" parts options from what is asked for. */
  if (argc > 2 && g_str_equal (argv[1], "--"))
    argv++;
  return explain_all (catalogue, argv + 1) ? RT_EXIT_RESPONSE : RT_EXIT_NO_RESPONSE;
}
