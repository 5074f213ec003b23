/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-number-notes.c. */

#include "rows.h"

#include <json-glib/json-glib.h>

static const Row rows[] = {
  { "status-phrase-not-ascii", TRUE, "GET /a", "HTTP/1.1 404 Não encontrado" },
  { "status-phrase-not-ascii", FALSE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-phrase-contradicts", TRUE, "GET /a", "HTTP/1.1 404 OK" },
  { "status-phrase-contradicts", TRUE, "GET /a", "HTTP/1.1 200 Not Found" },
  { "status-phrase-contradicts", TRUE, "GET /a", "HTTP/1.1 200 404 Page missing" },
  { "status-phrase-contradicts", TRUE, "GET /a", "HTTP/1.1 403 unauthorized" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 404 NOT FOUND" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 404 Nicht gefunden" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 404 \xe8\xa6\x8b" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 404 " },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 201 OK" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 413 Payload Too Large" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 200 200" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 500 Whatever went wrong" },
  { "status-phrase-contradicts", FALSE, "GET /a", "HTTP/1.1 504 Connection Timed Out" },
  { "status-unofficial", TRUE, "GET /a", "HTTP/1.1 499 X" },
  { "status-unofficial", TRUE, "GET /a", "HTTP/1.1 999 Request denied" },
  { "status-unofficial", FALSE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-unregistered", TRUE, "GET /a", "HTTP/1.1 477 X" },
  { "status-unregistered", TRUE, "GET /a", "HTTP/1.1 777 X" },
  { "status-unregistered", FALSE, "GET /a", "HTTP/1.1 418 I'm a teapot" },
  { "status-unused", TRUE, "GET /a", "HTTP/1.1 418 X" },
  { "status-unused", FALSE, "GET /a", "HTTP/1.1 306 X" },
  { "status-unused", TRUE, "GET /a", "HTTP/1.1 418 I'm a teapot" },
  { "status-unused", FALSE, "GET /a", "HTTP/1.1 305 Use Proxy" },
  { "status-temporary", TRUE, "GET /a", "HTTP/1.1 104 Upload Resumption Supported" },
  { "status-temporary", FALSE, "GET /a", "HTTP/1.1 200 OK" },
  { "status-obsolete", TRUE, "GET /a", "HTTP/1.1 510 Not Extended" },
  { "status-obsolete", FALSE, "GET /a", "HTTP/1.1 505 X" },
  { "status-own-meaning", TRUE, "GET /a", "HTTP/1.1 508 Resource Limit Is Reached" },
  { "status-own-meaning", FALSE, "GET /a", "HTTP/1.1 508 Loop Detected" },
};

static gboolean
contradicts (const char *code,
             const char *phrase)
{
  g_autofree char *response = g_strdup_printf ("HTTP/1.1 %s %s", code, phrase);
  g_autoptr(RtTrail) trail = cases_one ("", response);
  g_autoptr(GPtrArray) notes = cases_explain (trail);

  return cases_find (notes, "status-phrase-contradicts") != NULL;
}

/* What nginx and Apache send is no fault. */
static void
test_servers (const char *name)
{
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared",
                                            "suites", "registries", name, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GList) codes = NULL;
  JsonObject *phrases;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the public lists of phrases are not here");
      return;
    }
  phrases = json_node_get_object (json_parser_get_root (parser));
  codes = json_object_get_members (phrases);
  for (GList *at = codes; at != NULL; at = at->next)
    {
      const char *phrase = json_object_get_string_member (phrases, at->data);

      g_test_message ("%s %s", (const char *) at->data, phrase);
      g_assert_false (contradicts (at->data, phrase));
    }
}

static void
test_nginx (void)
{
  test_servers ("statuses-nginx.json");
}

static void
test_apache (void)
{
  test_servers ("statuses-apache.json");
}

/* Every code with its own phrase and each of its aliases. */
static void
test_catalogue (void)
{
  GListModel *codes = rt_catalogue_get_codes (cases_get_catalogue ());

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr(RtStatusCode) code = g_list_model_get_item (codes, i);
      g_autofree char *number = g_strdup_printf ("%d", rt_status_code_get_code (code));
      const char *const *aliases = rt_status_code_get_aliases (code);

      g_assert_false (contradicts (number, rt_status_code_get_phrase (code)));
      for (guint j = 0; aliases[j] != NULL; j++)
        g_assert_false (contradicts (number, aliases[j]));
    }
}

static void
test_words (void)
{
  static const struct { const char *response; const char *id; const char *sentence; } cases[] = {
    { "HTTP/1.1 419 X", "status-unofficial",
      "419 is not registered: one vendor is known to use it." },
    { "HTTP/1.1 099 X", "status-unregistered",
      "099 is not a registered status, and no use of it is known here." },
    { "HTTP/1.1 099 Not Found", "status-phrase-contradicts",
      "The reason phrase is that of 404, the number says 099." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = cases_one ("", cases[i].response);
      g_autoptr(GPtrArray) notes = cases_explain (trail);
      RtNote *note = cases_find (notes, cases[i].id);

      g_assert_nonnull (note);
      g_assert_cmpstr (rt_note_get_sentence (note), ==, cases[i].sentence);
    }
}

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-number-notes/rows", test_rows);
  g_test_add_func ("/status-number-notes/words", test_words);
  g_test_add_func ("/status-number-notes/nginx", test_nginx);
  g_test_add_func ("/status-number-notes/apache", test_apache);
  g_test_add_func ("/status-number-notes/catalogue", test_catalogue);

  return g_test_run ();
}
