/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The groups of the real data: which codes stand side by side, and that the
 * texts that part them are whole.
 */

#include "code-group.h"

#include <string.h>

#include "catalogue.h"

#define MAX_QUESTION 80
#define MAX_TEXT 240

static RtCatalogue *catalogue;

static void
test_groups (void)
{
  static const struct { const char *id; int codes[6]; } cases[] = {
    { "access", { 401, 403, 407, 511 } },
    { "redirects", { 301, 302, 303, 307, 308 } },
    { "faulty", { 400, 422 } },
    { "missing", { 404, 410 } },
    { "servers", { 502, 503, 504 } },
    { "content", { 200, 204, 304 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtCodeGroup *group = rt_catalogue_find_group (catalogue, cases[i].id);
      guint n = 0;

      g_assert_nonnull (group);
      g_assert_cmpint (rt_code_group_is_redirects (group), ==,
                       g_str_equal (cases[i].id, "redirects"));
      for (; cases[i].codes[n] != 0; n++)
        {
          g_assert_nonnull (rt_code_group_find_member (group, cases[i].codes[n]));
          g_assert_true (rt_catalogue_find_group_of (catalogue, cases[i].codes[n]) == group);
        }
      g_assert_cmpuint (rt_code_group_get_members (group)->len, ==, n);
    }
  g_assert_null (rt_catalogue_find_group (catalogue, "nothing"));
  g_assert_null (rt_catalogue_find_group_of (catalogue, 418));
}

/* RFC 9110 section 15.4. */
static void
test_permanent (void)
{
  static const struct { int code; gboolean permanent; } cases[] = {
    { 301, TRUE }, { 302, FALSE }, { 303, FALSE }, { 307, FALSE }, { 308, TRUE },
  };
  RtCodeGroup *group = rt_catalogue_find_group (catalogue, "redirects");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_code_group_find_member (group, cases[i].code)->permanent, ==,
                     cases[i].permanent);
}

static void
check_text (const char *where,
            const char *text,
            const char *end,
            glong       max)
{
  if (!g_str_has_suffix (text, end) || g_utf8_strlen (text, -1) > max ||
      strstr (text, "  ") != NULL || strchr (text, '\n') != NULL)
    g_error ("%s: too long, badly spaced or without its end: '%s'", where, text);
}

static void
test_texts (void)
{
  GListModel *groups = rt_catalogue_get_groups (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (groups), >=, 6);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *members = rt_code_group_get_members (group);

      check_text (rt_code_group_get_id (group), rt_code_group_get_title (group), "", 40);
      check_text (rt_code_group_get_id (group), rt_code_group_get_summary (group), ".", MAX_TEXT);
      for (guint j = 0; j < members->len; j++)
        {
          const RtGroupMember *member = g_ptr_array_index (members, j);
          g_autofree char *where = g_strdup_printf ("%d", member->code);

          check_text (where, member->question, "?", MAX_QUESTION);
          check_text (where, member->answer, ".", MAX_TEXT);
          check_text (where, member->next, ".", MAX_TEXT);
        }
    }
}

static void
test_numbers (void)
{
  RtCodeGroup *group = rt_catalogue_find_group (catalogue, "access");
  g_autofree char *all = rt_code_group_dup_numbers (group, 0, " ");
  g_autofree char *first = rt_code_group_dup_numbers (group, 401, ", ");
  g_autofree char *last = rt_code_group_dup_numbers (group, 511, ", ");

  g_assert_cmpstr (all, ==, "401 403 407 511");
  g_assert_cmpstr (first, ==, "403, 407, 511");
  g_assert_cmpstr (last, ==, "401, 403, 407");
}

static void
test_new_destroy (void)
{
  RtCodeGroup *group = g_object_new (RT_TYPE_CODE_GROUP, NULL);

  g_assert_cmpuint (rt_code_group_get_members (group)->len, ==, 0);
  g_assert_finalize_object (group);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/reference/code-group/groups", test_groups);
  g_test_add_func ("/reference/code-group/permanent", test_permanent);
  g_test_add_func ("/reference/code-group/texts", test_texts);
  g_test_add_func ("/reference/code-group/numbers", test_numbers);
  g_test_add_func ("/reference/code-group/new-destroy", test_new_destroy);

  status = g_test_run ();
  g_assert_finalize_object (catalogue);

  return status;
}
