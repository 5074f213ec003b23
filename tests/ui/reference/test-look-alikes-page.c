/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of look-alikes-page.c: each group can be chosen, and what is chosen
 * in it is told.
 */

#include "config.h"

#include "look-alikes-page.h"

#include "widgets.h"

typedef struct
{
  RtCatalogue *catalogue;
  RtEngine    *engine;
  GtkWidget   *page;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = rt_catalogue_new (NULL);
  self->engine = rt_engine_new (NULL);
  self->page = g_object_ref_sink (rt_look_alikes_page_new ());
  rt_look_alikes_page_set_catalogue (RT_LOOK_ALIKES_PAGE (self->page), self->catalogue,
                                     self->engine, data);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->page);
  g_clear_object (&self->engine);
  g_clear_object (&self->catalogue);
}

static void
assert_shown (Fixture    *self,
              const char *id)
{
  RtCodeGroup *group = rt_catalogue_find_group (self->catalogue, id);
  GPtrArray *members = rt_code_group_get_members (group);

  g_assert_cmpstr (rt_look_alikes_page_get_id (RT_LOOK_ALIKES_PAGE (self->page)), ==, id);
  rt_test_assert_text (self->page, rt_code_group_get_title (group));
  rt_test_assert_text (self->page, rt_code_group_get_summary (group));
  for (guint i = 0; i < members->len; i++)
    rt_test_assert_text (self->page, ((RtGroupMember *) members->pdata[i])->question);
}

static void
test_groups (Fixture       *self,
             gconstpointer  data)
{
  GListModel *groups = rt_catalogue_get_groups (self->catalogue);

  assert_shown (self, "access");
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (groups, i);

      rt_look_alikes_page_show (RT_LOOK_ALIKES_PAGE (self->page), rt_code_group_get_id (group));
      assert_shown (self, rt_code_group_get_id (group));
    }
  rt_look_alikes_page_show (RT_LOOK_ALIKES_PAGE (self->page), "missing");
  rt_look_alikes_page_show (RT_LOOK_ALIKES_PAGE (self->page), "");
  assert_shown (self, "missing");
}

/* By the buttons above; only redirects have a table. */
static void
test_choice (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *redirects = rt_test_find_as (self->page, GTK_TYPE_TOGGLE_BUTTON,
                                          "301 302 303 307 308");
  GtkWidget *content = rt_test_find_as (self->page, GTK_TYPE_TOGGLE_BUTTON, "200 204 304");

  rt_test_assert_no_text (self->page, "Send All Five");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (redirects), TRUE);
  assert_shown (self, "redirects");
  rt_test_assert_text (self->page, "Send All Five");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (content), TRUE);
  assert_shown (self, "content");
  rt_test_assert_no_text (self->page, "Send All Five");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (redirects)));

  rt_look_alikes_page_show (RT_LOOK_ALIKES_PAGE (self->page), "redirects");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (redirects)));
}

static void
code_cb (int *result,
         int  code)
{
  *result = code;
}

static void
back_cb (int *count)
{
  (*count)++;
}

static void
test_signals (Fixture       *self,
              gconstpointer  data)
{
  int tried = 0;
  int shown = 0;
  int back = 0;

  g_signal_connect_swapped (self->page, "try-code", G_CALLBACK (code_cb), &tried);
  g_signal_connect_swapped (self->page, "show-code", G_CALLBACK (code_cb), &shown);
  g_signal_connect_swapped (self->page, "back", G_CALLBACK (back_cb), &back);
  g_signal_emit_by_name (rt_test_find_as (self->page, GTK_TYPE_BUTTON, "Try 511"), "clicked");
  g_signal_emit_by_name (rt_test_find_as (self->page, GTK_TYPE_BUTTON, "About 403"), "clicked");
  g_signal_emit_by_name (rt_test_find_as (self->page, GTK_TYPE_BUTTON, "Back"), "clicked");
  g_assert_cmpint (tried, ==, 511);
  g_assert_cmpint (shown, ==, 403);
  g_assert_cmpint (back, ==, 1);
}

static void
test_without_playground (Fixture       *self,
                         gconstpointer  data)
{
  rt_test_assert_no_text (self->page, "Try It");
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LOOK_ALIKES_PAGE);
}

int
main (int   argc,
      char *argv[])
{
  const char *origin = "http://127.0.0.1:1";

  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/look-alikes-page/new-destroy", test_new_destroy);
  g_test_add ("/look-alikes-page/groups", Fixture, origin, set_up, test_groups, tear_down);
  g_test_add ("/look-alikes-page/choice", Fixture, origin, set_up, test_choice, tear_down);
  g_test_add ("/look-alikes-page/signals", Fixture, origin, set_up, test_signals, tear_down);
  g_test_add ("/look-alikes-page/without-playground", Fixture, NULL, set_up,
              test_without_playground, tear_down);

  return g_test_run ();
}
