/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of code-page.c: everything that the reference says is shown. */

#include "config.h"

#include "code-page.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_CODE_PAGE);
}

static void
assert_shown (GtkWidget  *page,
              const char *text)
{
  if (*text != '\0')
    rt_test_assert_text (page, text);
}

static void
test_all (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  GListModel *codes = rt_catalogue_get_codes (catalogue);
  GtkWidget *page = g_object_ref_sink (rt_code_page_new ());

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      GPtrArray *fields = rt_status_code_get_fields (code);
      GPtrArray *others = rt_status_code_get_look_alikes (code);

      rt_code_page_show (RT_CODE_PAGE (page), catalogue, rt_status_code_get_code (code));
      g_assert_cmpint (rt_code_page_get_code (RT_CODE_PAGE (page)), ==,
                       rt_status_code_get_code (code));
      assert_shown (page, rt_status_code_get_phrase (code));
      assert_shown (page, rt_status_code_get_summary (code));
      assert_shown (page, rt_status_code_get_meaning (code));
      assert_shown (page, rt_status_code_get_when (code));
      assert_shown (page, rt_status_code_get_action (code));
      assert_shown (page, rt_status_code_get_content_note (code));
      assert_shown (page, rt_status_code_get_cache_note (code));
      assert_shown (page, rt_status_code_get_method_note (code));
      assert_shown (page, rt_status_code_get_specification (code));
      for (guint f = 0; f < fields->len; f++)
        assert_shown (page, ((RtCodeField *) g_ptr_array_index (fields, f))->why);
      for (guint o = 0; o < others->len; o++)
        assert_shown (page, ((RtLookAlike *) g_ptr_array_index (others, o))->difference);
    }
  g_assert_finalize_object (page);
}

static void
code_cb (int *result,
         int  code)
{
  *result = code;
}

static void
test_unregistered (void)
{
  static const int codes[] = { 0, 99, 299, 470, 599, 600, 999 };
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  GtkWidget *page = g_object_ref_sink (rt_code_page_new ());

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", codes[i]);

      rt_code_page_show (RT_CODE_PAGE (page), catalogue, codes[i]);
      rt_test_assert_text (page, number);
    }
  g_assert_finalize_object (page);
}

static void
back_cb (int *count)
{
  (*count)++;
}

static void
test_signals (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  GtkWidget *page = g_object_ref_sink (rt_code_page_new ());
  int tried = 0;
  int back = 0;

  g_signal_connect_swapped (page, "try-code", G_CALLBACK (code_cb), &tried);
  g_signal_connect_swapped (page, "back", G_CALLBACK (back_cb), &back);
  rt_code_page_show (RT_CODE_PAGE (page), catalogue, 404);
  g_signal_emit_by_name (rt_test_find (page, "Try It"), "clicked");
  g_assert_cmpint (tried, ==, 404);
  g_signal_emit_by_name (rt_test_find (page, "Back to the Response"), "clicked");
  g_assert_cmpint (back, ==, 1);
  rt_code_page_set_can_try (RT_CODE_PAGE (page), FALSE);
  rt_test_assert_no_text (page, "Try It");
  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/code-page/new-destroy", test_new_destroy);
  g_test_add_func ("/code-page/all", test_all);
  g_test_add_func ("/code-page/unregistered", test_unregistered);
  g_test_add_func ("/code-page/signals", test_signals);

  return g_test_run ();
}
