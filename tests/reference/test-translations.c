/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What xgettext takes out of the data by the rules of po/its is exactly what
 * the catalogue asks translations for, white space included.
 */

#include "catalogue.h"

#include "extracted-texts.h"

static const char * const files[] = {
  "classes", "failures", "fields", "look-alikes", "methods", "schemes", "status-codes-1xx",
  "status-codes-2xx", "status-codes-3xx", "status-codes-4xx",
  "status-codes-5xx", "status-codes-unofficial", NULL
};

/* Not all texts are there. */
static void
expect (GHashTable *messages,
        GHashTable *used,
        const char *text)
{
  if (*text != '\0')
    extracted_texts_expect (messages, used, text);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (&error);
  g_autoptr (GHashTable) messages = NULL;
  g_autoptr (GHashTable) used = NULL;

  g_assert_no_error (error);
  messages = extracted_texts_read ("reference", files);
  if (messages == NULL)
    return;

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
