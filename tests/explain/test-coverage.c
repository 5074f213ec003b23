/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All notes at once. It runs the other test programs of this folder, which
 * write down every note that their exchanges bring (cases.c), and asks: are
 * they well formed, and is every id of the sources among them? Then, what a
 * good linter of HTTP can say, by its ids, against ours: httplint-coverage.tsv.
 * A row has their id, ours (parted by spaces) or "-", and for "-" a reason that
 * begins with "out: " (it does not apply to one exchange of a client) or
 * "missing: " (left out on purpose).
 */

#include "config.h"

#include "cases.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Percent of the rows that apply. */
#define COVERED_MIN 85

/* Literals of the sources that look like an id of a note and are none. */
static const char *const no_ids[] = { NULL };

/* Ids that are put together: a pattern stands for at least one of them. */
static const char *const made_ids[] = {
  "failure-", "fault-", "negotiation-type-", "negotiation-language-", NULL,
};

static GHashTable *seen; /* of ids, filled once */

static void
run (const char *program)
{
  char *argv[] = { (char *) program, NULL };
  g_autoptr(GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", program, error->message);
}

/* With its full stop, unless a long value cut it; a quotation may end it. */
static gboolean
is_sentence (const char *text)
{
  static const char *const ends[] = { ".", "?", "…", ".”", "?”", "…”" };
  glong length = g_utf8_strlen (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return length > 1 && length <= 80;

  return FALSE;
}

/* A note without a section, a detail or a sentence of the right form. */
static void
check_note (const char *line)
{
  g_auto(GStrv) columns = g_strsplit (line, "\t", -1);

  if (g_strv_length (columns) != 4)
    g_error ("%s is not a note", line);
  if (*columns[0] == '\0' || *columns[1] == '\0' || !is_sentence (columns[2]) ||
      *columns[3] == '\0')
    g_error ("%s: section “%s”, %s, the sentence “%s”", columns[0], columns[1],
             *columns[3] != '\0' ? "a detail" : "no detail", columns[2]);
  g_hash_table_add (seen, g_strdup (columns[0]));
}

static void
collect (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "explain", NULL);
  g_autofree char *notes = NULL;
  g_autofree char *text = NULL;
  int file;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (seen != NULL)
    return;
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file = g_file_open_tmp ("roundtrip-notes-XXXXXX.tsv", &notes, NULL);
  g_assert_true (g_close (file, NULL));
  g_setenv ("EXPLAIN_NOTES", notes, TRUE);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, "test-explain-") &&
          !g_str_equal (name, "test-explain-coverage") &&
          g_file_test (path, G_FILE_TEST_IS_REGULAR))
        run (path);
    }
  g_unsetenv ("EXPLAIN_NOTES");

  g_assert_true (g_file_get_contents (notes, &text, NULL, NULL));
  g_unlink (notes);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    check_note (lines[i]);
  g_test_message ("%u notes, %u kinds of them", g_strv_length (lines), g_hash_table_size (seen));
}

/* An id is a literal with hyphens before a level, or before words that a small
 * function of the file gives its level. */
static void
find_ids (const char *text,
          GHashTable *ids)
{
  g_autoptr(GRegex) regex =
    g_regex_new ("\"([a-z0-9]+(?:-[a-z0-9]+)+)\",\\s*(?:RT_NOTE_[GIWF]|level\\b|_\\(|self->notes|"
                 "[a-z_ ]+ [?] RT_NOTE_|[a-z>=_ \n]+RT_NOTE_)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      char *id = g_match_info_fetch (match, 1);

      if (g_strv_contains (no_ids, id))
        g_free (id);
      else
        g_hash_table_add (ids, id);
    }
}

static GHashTable *
load_ids (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "explain", "notes",
                                                   NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        find_ids (text, ids);
    }

  return ids;
}

static void
test_all_notes (void)
{
  g_autoptr(GHashTable) ids = load_ids ();
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (ids) == 0)
    {
      g_test_skip ("the sources are not here");
      return;
    }

  collect ();
  g_test_message ("%u ids in the sources", g_hash_table_size (ids));
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (seen, id))
      {
        g_test_message ("no exchange of the tests brings %s", (const char *) id);
        g_test_fail ();
      }

  for (guint i = 0; made_ids[i] != NULL; i++)
    {
      guint n = 0;

      g_hash_table_iter_init (&iter, seen);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        n += g_str_has_prefix (id, made_ids[i]);
      g_assert_cmpuint (n, >, 0);
    }
}

static char **
load_rows (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "explain", "httplint-coverage.tsv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  /* Without the heading and the last line end: a reason may be empty. */
  g_assert_true (g_str_has_suffix (text, "\n"));
  text[strlen (text) - 1] = '\0';

  return g_strsplit (strchr (text, '\n') + 1, "\n", -1);
}

static void
check_ours (const char *ids)
{
  g_auto(GStrv) ours = g_strsplit (ids, " ", -1);

  for (guint i = 0; ours[i] != NULL; i++)
    if (!g_hash_table_contains (seen, ours[i]))
      g_error ("%s is no note, or no exchange of the tests brings it", ours[i]);
}

static void
test_rows (void)
{
  g_auto(GStrv) rows = load_rows ();
  g_autoptr(GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_covered = 0, n_applying = 0;

  collect ();
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (rows[i], "\t", -1);

      if (g_strv_length (columns) != 3 || !g_hash_table_add (theirs, g_strdup (columns[0])))
        g_error ("“%s” has not three columns, or is there twice", rows[i]);
      if (!g_str_equal (columns[1], "-"))
        check_ours (columns[1]);
      else if (!g_str_has_prefix (columns[2], "out: ") &&
               !g_str_has_prefix (columns[2], "missing: "))
        g_error ("“%s” has no reason", rows[i]);
      n_applying += !g_str_has_prefix (columns[2], "out: ");
      n_covered += !g_str_equal (columns[1], "-");
    }
  g_test_message ("%u of the %u that apply are covered: %.1f %%", n_covered, n_applying,
                  100.0 * n_covered / n_applying);
  g_assert_cmpuint (n_covered * 100, >=, n_applying * COVERED_MIN);
}

/* Every one of theirs has its row, and every row is one of theirs. */
static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "httplint", "notes.json", NULL);
  g_autoptr(GHashTable) theirs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) rows = NULL;
  GHashTableIter iter;
  gpointer id;
  JsonArray *notes;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public list of notes is not here");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  notes = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (notes); i++)
    g_hash_table_add (theirs, (char *) json_object_get_string_member (
                                json_array_get_object_element (notes, i), "id"));
  rows = load_rows ();
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (rows[i], strcspn (rows[i], "\t"));

      if (!g_hash_table_remove (theirs, name))
        g_error ("%s is none of theirs", name);
    }
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_error ("%s has no row", (const char *) id);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/all-notes", test_all_notes);
  g_test_add_func ("/coverage/rows", test_rows);
  g_test_add_func ("/coverage/suite", test_suite);

  status = g_test_run ();
  g_clear_pointer (&seen, g_hash_table_unref);

  return status;
}
