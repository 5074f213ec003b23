/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of reference-list.c: grouping, search, marks, choosing. */

#include "config.h"

#include "reference-list.h"

#include "code-item.h"
#include "widgets.h"

typedef struct
{
  RtCatalogue     *catalogue;
  RtSettings      *settings;
  RtReferenceList *list;
  GListModel      *items;
  int              chosen;
} Fixture;

static void
chosen_cb (Fixture *f,
           int      code)
{
  f->chosen = code;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->catalogue = rt_catalogue_new (NULL);
  f->settings = rt_settings_new ();
  rt_settings_mark_seen (f->settings, 204);
  f->list = g_object_ref_sink (RT_REFERENCE_LIST (rt_reference_list_new ()));
  rt_reference_list_set_catalogue (f->list, f->catalogue, f->settings);
  f->items = rt_reference_list_get_items (f->list);
  f->chosen = 0;
  g_signal_connect_swapped (f->list, "code-chosen", G_CALLBACK (chosen_cb), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->list);
  g_clear_object (&f->settings);
  g_clear_object (&f->catalogue);
}

/* Code at @position, 0 for a heading. */
static int
code_at (Fixture *f,
         guint    position)
{
  g_autoptr (RtCodeItem) item = g_list_model_get_item (f->items, position);
  RtStatusCode *code = rt_code_item_get_code (item);

  return code != NULL ? rt_status_code_get_code (code) : 0;
}

static RtCodeItem *
find_item (Fixture *f,
           int      code)
{
  for (guint i = 0; i < g_list_model_get_n_items (f->items); i++)
    {
      if (code_at (f, i) == code)
        {
          g_autoptr (RtCodeItem) item = g_list_model_get_item (f->items, i);

          return item;
        }
    }
  return NULL;
}

static void
test_groups (Fixture       *f,
             gconstpointer  data)
{
  guint n = g_list_model_get_n_items (f->items);
  guint headings = 0;

  for (guint i = 0; i < n; i++)
    headings += code_at (f, i) == 0;
  g_assert_cmpuint (headings, ==, 6);
  g_assert_cmpuint (n - headings, ==,
                    g_list_model_get_n_items (rt_catalogue_get_codes (f->catalogue)));
  g_assert_cmpint (code_at (f, 0), ==, 0);
  g_assert_cmpint (code_at (f, 1), ==, 100);
  g_assert_cmpint (rt_status_code_get_state (rt_catalogue_find_code (f->catalogue, code_at (f, n - 1))),
                   ==, RT_STATUS_UNOFFICIAL);
}

static void
test_search (Fixture       *f,
             gconstpointer  data)
{
  rt_reference_list_set_query (f->list, "404");
  g_assert_cmpint (code_at (f, 0), ==, 404);
  rt_reference_list_set_query (f->list, "teapot");
  g_assert_cmpint (code_at (f, 0), ==, 418);
  rt_reference_list_set_query (f->list, "taepot");
  g_assert_cmpint (code_at (f, 0), ==, 418);
  rt_reference_list_set_query (f->list, "zzqx");
  g_assert_cmpuint (g_list_model_get_n_items (f->items), ==, 0);
  rt_test_assert_text (GTK_WIDGET (f->list), "No status code matches");
  rt_reference_list_set_query (f->list, "");
  g_assert_cmpint (code_at (f, 0), ==, 0);
}

static void
test_marks (Fixture       *f,
            gconstpointer  data)
{
  g_assert_true (rt_code_item_get_seen (find_item (f, 204)));
  g_assert_false (rt_code_item_get_seen (find_item (f, 302)));
  rt_settings_mark_seen (f->settings, 302);
  g_assert_true (rt_code_item_get_seen (find_item (f, 302)));

  rt_reference_list_set_here (f->list, 404);
  g_assert_true (rt_code_item_get_here (find_item (f, 404)));
  rt_reference_list_set_query (f->list, "not found");
  g_assert_true (rt_code_item_get_here (find_item (f, 404)));
  rt_reference_list_set_query (f->list, "");
  rt_reference_list_set_here (f->list, 200);
  g_assert_false (rt_code_item_get_here (find_item (f, 404)));
  g_assert_true (rt_code_item_get_here (find_item (f, 200)));
  rt_reference_list_set_here (f->list, 277);
  g_assert_false (rt_code_item_get_here (find_item (f, 200)));
}

static void
test_choose (Fixture       *f,
             gconstpointer  data)
{
  GtkWidget *list_view = rt_test_find (GTK_WIDGET (f->list), "Status codes");
  GtkWidget *search = rt_test_find (GTK_WIDGET (f->list), "Search status codes");
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list_view));

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpint (f->chosen, ==, 100);
  f->chosen = 0;
  rt_reference_list_unselect (f->list);
  g_assert_cmpint (f->chosen, ==, 0);
  g_signal_emit_by_name (list_view, "activate", 2);
  g_assert_cmpint (f->chosen, ==, 101);

  /* Enter in the search, before the entry's delay is over. */
  gtk_editable_set_text (GTK_EDITABLE (search), "503");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpint (f->chosen, ==, 503);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/reference-list/groups", test_groups);
  ADD ("/reference-list/search", test_search);
  ADD ("/reference-list/marks", test_marks);
  ADD ("/reference-list/choose", test_choose);

  return g_test_run ();
}
