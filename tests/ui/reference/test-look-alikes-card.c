/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of look-alikes-card.c: all that the data says is shown. */

#include "config.h"

#include "look-alikes-card.h"

#include "catalogue.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LOOK_ALIKES_CARD);
}

static GtkWidget *
show (RtCatalogue         *catalogue,
      const RtGroupMember *member)
{
  GtkWidget *card = g_object_ref_sink (rt_look_alikes_card_new ());

  rt_look_alikes_card_show (RT_LOOK_ALIKES_CARD (card),
                            rt_catalogue_find_code (catalogue, member->code), member);

  return card;
}

static void
check_card (RtCatalogue         *catalogue,
            const RtGroupMember *member)
{
  RtStatusCode *code = rt_catalogue_find_code (catalogue, member->code);
  GtkWidget *card = show (catalogue, member);
  g_autofree char *number = g_strdup_printf ("%d", member->code);

  rt_test_assert_text (card, number);
  rt_test_assert_text (card, rt_status_code_get_phrase (code));
  rt_test_assert_text (card, rt_status_code_get_specification (code));
  rt_test_assert_text (card, member->question);
  rt_test_assert_text (card, member->answer);
  rt_test_assert_text (card, member->next);
  g_assert_finalize_object (card);
}

static void
test_all (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  GListModel *groups = rt_catalogue_get_groups (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *members = rt_code_group_get_members (group);

      for (guint j = 0; j < members->len; j++)
        check_card (catalogue, g_ptr_array_index (members, j));
    }
}

static void
test_facts (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtCodeGroup *redirects = rt_catalogue_find_group (catalogue, "redirects");
  RtCodeGroup *content = rt_catalogue_find_group (catalogue, "content");
  GtkWidget *see_other = show (catalogue, rt_code_group_find_member (redirects, 303));
  GtkWidget *not_modified = show (catalogue, rt_code_group_find_member (content, 304));

  rt_test_assert_text (see_other, "For now · Method: Becomes GET");
  rt_test_assert_no_text (not_modified, "Method:");
  g_assert_finalize_object (see_other);
  g_assert_finalize_object (not_modified);
}

static void
code_cb (int *result,
         int  code)
{
  *result = code;
}

static void
test_signals (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtCodeGroup *group = rt_catalogue_find_group (catalogue, "access");
  GtkWidget *card = show (catalogue, rt_code_group_find_member (group, 407));
  int tried = 0;
  int shown = 0;

  g_signal_connect_swapped (card, "try-code", G_CALLBACK (code_cb), &tried);
  g_signal_connect_swapped (card, "show-code", G_CALLBACK (code_cb), &shown);
  g_signal_emit_by_name (rt_test_find_as (card, GTK_TYPE_BUTTON, "Try 407"), "clicked");
  g_signal_emit_by_name (rt_test_find_as (card, GTK_TYPE_BUTTON, "About 407"), "clicked");
  g_assert_cmpint (tried, ==, 407);
  g_assert_cmpint (shown, ==, 407);
  rt_look_alikes_card_set_can_try (RT_LOOK_ALIKES_CARD (card), FALSE);
  rt_test_assert_no_text (card, "Try It");
  g_assert_finalize_object (card);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/look-alikes-card/new-destroy", test_new_destroy);
  g_test_add_func ("/look-alikes-card/all", test_all);
  g_test_add_func ("/look-alikes-card/facts", test_facts);
  g_test_add_func ("/look-alikes-card/signals", test_signals);

  return g_test_run ();
}
