/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a good linter of HTTP can say, by its ids, against what we say:
 * httplint-coverage.tsv. A row has their id, ours or "-", and for "-" a reason
 * that begins with "out: " (it does not apply to one exchange, or not to a
 * client) or "missing: " (left out on purpose).
 */

#include "cases.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Percent of the rows that apply. */
#define COVERED_MIN 85

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

/* All sources of the layer, in one text. */
static char *
load_sources (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "explain", "notes", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GString *all = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (all, text);
    }

  return g_string_free (all, FALSE);
}

/* It stands in the sources, whole or as a pattern that ends differently. */
static gboolean
is_ours (const char *sources,
         const char *id)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);
  g_autofree char *start = g_strndup (id, strcspn (id, "-") + 1);
  g_autofree char *pattern = g_strdup_printf ("\"%s%%s", start);

  return strstr (sources, quoted) != NULL || strstr (sources, pattern) != NULL;
}

static void
test_rows (void)
{
  g_auto(GStrv) rows = load_rows ();
  g_autofree char *sources = load_sources ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_covered = 0, n_applying = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (rows[i], "\t", -1);

      g_test_message ("%s", rows[i]);
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      g_assert_true (g_hash_table_add (seen, g_strdup (columns[0])));
      if (!g_str_equal (columns[1], "-"))
        g_assert_true (is_ours (sources, columns[1]));
      else
        g_assert_true (g_str_has_prefix (columns[2], "out: ") ||
                       g_str_has_prefix (columns[2], "missing: "));
      n_applying += !g_str_has_prefix (columns[2], "out: ");
      n_covered += !g_str_equal (columns[1], "-");
    }
  g_test_message ("%u of %u rows that apply are covered", n_covered, n_applying);
  g_assert_cmpuint (n_covered * 100, >=, n_applying * COVERED_MIN);
}

/* Every row is one of theirs; how many of theirs have no row is told. */
static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "httplint", "notes.json", NULL);
  g_autoptr(GHashTable) theirs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) rows = NULL;
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
      g_autofree char *id = g_strndup (rows[i], strcspn (rows[i], "\t"));

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_remove (theirs, id));
    }
  g_test_message ("%u of theirs have no row", g_hash_table_size (theirs));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/rows", test_rows);
  g_test_add_func ("/coverage/suite", test_suite);

  return g_test_run ();
}
