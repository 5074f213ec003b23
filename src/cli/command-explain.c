/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roundtrip explain: a page of the reference in words, or the notes on a
 * response that comes on standard input. Says nothing of its own about either.
 */

#include "config.h"

#include "command.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "explain.h"
#include "http-date.h"
#include "look-up.h"
#include "notes-text.h"
#include "page-text.h"
#include "terminal.h"
#include "text.h"
#include "transcript.h"

/* A response on standard input may have so many bytes. */
#define INPUT_MAX (64 * 1024 * 1024)

static char *request_method;
static char *request_url;

static const GOptionEntry entries[] = {
  { "method", 0, 0, G_OPTION_ARG_STRING, &request_method,
    N_("With “-”: the method that the response answers"), "METHOD" },
  { "url", 0, 0, G_OPTION_ARG_STRING, &request_url,
    N_("With “-”: the URL that was asked for"), "URL" },
  { NULL }
};

/* Of what is too much to show. */
static char *
dup_rest (const RtFinding *finding)
{
  if (finding->matches->len > 0)
    return g_strdup_printf (ngettext ("%u more speaks of it. Say it more closely to see it.\n",
                                      "%u more speak of it. Say it more closely to see them.\n",
                                      finding->n_more), finding->n_more);

  return g_strdup_printf (ngettext ("%u page of the reference goes back to this document. Name a "
                                    "section to see it,\nfor example “RFC 9110 15.5.5”.\n",
                                    "%u pages of the reference go back to this document. Name a "
                                    "section to see them,\nfor example “RFC 9110 15.5.5”.\n",
                                    finding->n_more), finding->n_more);
}

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
  if (finding->names->len > 0)
    g_ptr_array_add (parts, rt_page_text_of_names (finding->names, width));
  if (finding->n_more > 0)
    g_ptr_array_add (parts, dup_rest (finding));
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

      if (*query != '\0' && strspn (query, "0123456789") == strlen (query))
        g_printerr (_("No status code is or begins with %s: they have three digits, 100 to 599.\n"),
                    shown);
      else
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

/* A response on standard input. */

static GBytes *
read_input (GError **error)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GByteArray) all = g_byte_array_new ();
  guint8 piece[65536];
  gssize n;

  while ((n = g_input_stream_read (input, piece, sizeof piece, NULL, error)) > 0)
    {
      g_byte_array_append (all, piece, n);
      if (all->len > INPUT_MAX)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _("There are more than %d MiB. The head is enough: curl -I, or the first "
                         "lines."),
                       INPUT_MAX / 1024 / 1024);
          return NULL;
        }
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* When it came nobody knows: it may have been saved long ago. So it is read as
 * of the moment that its own Date names. Unix seconds. */
static gint64
get_moment (RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int position = head != NULL ? rt_head_find_field (head, "Date", 0) : -1;
  g_autofree char *value = NULL;
  RtHttpDate date;

  if (position < 0)
    return now;
  value = rt_head_dup_field_value (head, position);

  return rt_http_date_parse (value, -1, now, &date) ? MIN (now, date.time) : now;
}

static void
explain_exchange (RtTrail     *trail,
                  guint        position,
                  RtCatalogue *catalogue)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);
  gboolean colour = rt_terminal_has_colour (STDOUT_FILENO);
  int status = rt_exchange_get_status (exchange);
  g_autoptr(GPtrArray) notes =
    rt_explain_exchange (trail, position, catalogue, get_moment (exchange));
  g_autofree char *text = rt_notes_text (notes, rt_terminal_get_width (STDOUT_FILENO), colour,
                                         TRUE);
  g_autofree char *reason = rt_exchange_dup_reason (exchange);
  g_autofree char *shown = rt_text_from_wire (reason != NULL ? reason : "", -1);
  g_autofree char *title = g_strdup_printf ("%03d %s", status, shown);
  g_autofree char *painted = rt_terminal_paint (g_strchomp (title), rt_status_class_of (status),
                                                colour);

  g_print ("%s%s\n%s", position > 0 ? "\n" : "", painted, text);
}

static int
explain_input (RtCatalogue *catalogue)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_input (&error);
  g_autoptr(RtTrail) trail = NULL;

  if (bytes != NULL)
    trail = rt_transcript_parse (bytes, request_method, request_url, &error);
  if (trail == NULL)
    {
      g_printerr ("roundtrip explain: %s\n", error->message);
      return RT_EXIT_NO_RESPONSE;
    }

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    explain_exchange (trail, i, catalogue);

  return RT_EXIT_RESPONSE;
}

int
rt_command_explain (int    argc,
                    char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("CODE|WORDS…|-"));
  g_autoptr (RtCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("roundtrip explain");
  g_option_context_set_summary (context,
    _("Says what an HTTP status code means, and what to do next. Finds codes by\n"
      "number (404), beginning (40), name (\"not found\") or a word (teapot); also\n"
      "methods, header fields, authentication schemes and failures by name, and what\n"
      "a section defines (\"RFC 9110 15.5.5\"). Several\n"
      "numbers give several pages. With “-” a response is read from standard input\n"
      "and explained: curl -i URL | roundtrip explain -"));
  g_option_context_add_main_entries (context, entries, RT_GETTEXT_DOMAIN);
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
  if (argc == 2 && g_str_equal (argv[1], "-"))
    return explain_input (catalogue);
  /* "--" parts options from what is asked for. */
  if (argc > 2 && g_str_equal (argv[1], "--"))
    argv++;
  return explain_all (catalogue, argv + 1) ? RT_EXIT_RESPONSE : RT_EXIT_NO_RESPONSE;
}
