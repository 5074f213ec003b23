/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What xgettext takes out of the data by the rules of po/its is exactly what
 * the catalogue asks translations for, white space included.
 */

#include "catalogue.h"

#include <string.h>

static const char * const files[] = {
  "classes", "failures", "fields", "look-alikes", "methods", "schemes", "status-codes-1xx",
  "status-codes-2xx", "status-codes-3xx", "status-codes-4xx",
  "status-codes-5xx", "status-codes-unofficial",
};

/* The messages of a template, without its header. */
static GHashTable *
read_messages (const char *template)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (template, "\n", -1);
  g_autoptr (GString) message = g_string_new (NULL);
  gboolean inside = FALSE;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *quote = strchr (line, '"');

      if (g_str_has_prefix (line, "msgstr"))
        {
          if (message->len > 0)
            g_hash_table_add (messages, g_strcompress (message->str));
          inside = FALSE;
        }
      else if (g_str_has_prefix (line, "msgid"))
        {
          inside = TRUE;
          g_string_truncate (message, 0);
        }

      if (inside && quote != NULL)
        g_string_append_len (message, quote + 1, (gssize) strlen (quote) - 2);
    }

  return messages;
}

static GHashTable *
run_xgettext (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *po = g_test_build_filename (G_TEST_DIST, "..", "po", NULL);
  g_autofree char *template = NULL;
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add_many (builder, "xgettext", "--from-code=UTF-8",
                           "--output=-", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".xml", NULL);
      g_autofree char *path =
        g_test_build_filename (G_TEST_DIST, "..", "data", "reference", name, NULL);

      g_strv_builder_add (builder, path);
    }

  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", po, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &template, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return read_messages (template);
}

/* Texts may be the same in two places: those found are marked, not removed. */
static void
expect (GHashTable *messages,
        GHashTable *used,
        const char *text)
{
  if (*text == '\0')
    return;
  if (!g_hash_table_contains (messages, text))
    g_error ("xgettext does not find '%s'", text);

  g_hash_table_add (used, g_strdup (text));
}

static void
expect_code (GHashTable   *messages,
             GHashTable   *used,
             RtStatusCode *code)
{
  GPtrArray *fields = rt_status_code_get_fields (code);
  GPtrArray *look_alikes = rt_status_code_get_look_alikes (code);
  GPtrArray *owners = rt_status_code_get_owners (code);

  expect (messages, used, rt_status_code_get_summary (code));
  expect (messages, used, rt_status_code_get_meaning (code));
  expect (messages, used, rt_status_code_get_when (code));
  expect (messages, used, rt_status_code_get_action (code));
  expect (messages, used, rt_status_code_get_content_note (code));
  expect (messages, used, rt_status_code_get_cache_note (code));
  expect (messages, used, rt_status_code_get_method_note (code));

  for (guint i = 0; i < fields->len; i++)
    expect (messages, used, ((RtCodeField *) fields->pdata[i])->why);
  for (guint i = 0; i < look_alikes->len; i++)
    expect (messages, used, ((RtLookAlike *) look_alikes->pdata[i])->difference);
  for (guint i = 0; i < owners->len; i++)
    expect (messages, used, ((RtCodeOwner *) owners->pdata[i])->meaning);
}

static void
expect_entry (GHashTable *messages,
              GHashTable *used,
              RtEntry    *entry)
{
  if (rt_entry_get_fact (entry, "kind") != NULL)
    expect (messages, used, rt_entry_get_name (entry));
  expect (messages, used, rt_entry_get_summary (entry));
  expect (messages, used, rt_entry_get_meaning (entry));
  expect (messages, used, rt_entry_get_action (entry));
}

static void
expect_group (GHashTable  *messages,
              GHashTable  *used,
              RtCodeGroup *group)
{
  GPtrArray *members = rt_code_group_get_members (group);

  expect (messages, used, rt_code_group_get_title (group));
  expect (messages, used, rt_code_group_get_summary (group));
  for (guint i = 0; i < members->len; i++)
    {
      const RtGroupMember *member = g_ptr_array_index (members, i);

      expect (messages, used, member->question);
      expect (messages, used, member->answer);
      expect (messages, used, member->next);
    }
}

static void
expect_catalogue (GHashTable  *messages,
                  GHashTable  *used,
                  RtCatalogue *catalogue)
{
  GListModel *entries[] = {
    rt_catalogue_get_classes (catalogue), rt_catalogue_get_methods (catalogue),
    rt_catalogue_get_fields (catalogue), rt_catalogue_get_schemes (catalogue),
    rt_catalogue_get_failures (catalogue),
  };
  GListModel *codes = rt_catalogue_get_codes (catalogue);
  GListModel *groups = rt_catalogue_get_groups (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);

      expect_code (messages, used, code);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    for (guint j = 0; j < g_list_model_get_n_items (entries[i]); j++)
      {
        g_autoptr (RtEntry) entry = g_list_model_get_item (entries[i], j);

        expect_entry (messages, used, entry);
      }

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (groups, i);

      expect_group (messages, used, group);
    }

  expect_entry (messages, used, rt_catalogue_find_class (catalogue, RT_CLASS_NONE));
}

static void
test_extracted (void)
{
  g_autofree char *xgettext = g_find_program_in_path ("xgettext");
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (&error);
  g_autoptr (GHashTable) messages = NULL;
  g_autoptr (GHashTable) used = NULL;

  if (xgettext == NULL)
    {
      g_test_skip ("xgettext is not installed");
      return;
    }

  g_assert_no_error (error);
  messages = run_xgettext ();
  used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  expect_catalogue (messages, used, catalogue);

  /* Nothing is given to translators that is never shown. */
  g_assert_cmpuint (g_hash_table_size (used), ==, g_hash_table_size (messages));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/translations/extracted", test_extracted);

  return g_test_run ();
}
