/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of compare-row.c: one line of a comparison. */

#include "config.h"

#include "compare-row.h"

#include "compared-row.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_COMPARE_ROW);
}

static GtkWidget *
show (RtComparedPart part,
      RtCompared     result,
      const char    *label,
      const char    *left,
      const char    *right,
      gboolean       secrets)
{
  g_autoptr (RtComparedRow) row = rt_compared_row_new (part, result, label, left, right);
  GtkWidget *self = g_object_ref_sink (rt_compare_row_new ());

  rt_compare_row_set_row (RT_COMPARE_ROW (self), row, NULL, secrets);

  return self;
}

/* A sign and words: colour is never alone. */
static void
test_results (void)
{
  static const struct
  {
    RtCompared  result;
    const char *left;
    const char *right;
    const char *text;
    const char *words;
  } cases[] = {
    { RT_COMPARED_SAME, "1", "1", "=\nX\n1\n1\n", "X, the same: 1" },
    { RT_COMPARED_CHANGED, "1", "2", "≠\nX\n1\n2\n", "X, different: left “1”, right “2”" },
    { RT_COMPARED_ONLY_LEFT, "1", NULL, "−\nX\n1\n\n", "X, only left: left “1”, right “”" },
    { RT_COMPARED_ONLY_RIGHT, NULL, "<b>", "+\nX\n\n<b>\n", "X, only right: left “”, right “<b>”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = show (RT_COMPARED_FIELD, cases[i].result, "X", cases[i].left,
                             cases[i].right, FALSE);
      g_autofree char *text = rt_test_dup_text (row);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (rt_test_find (row, cases[i].words) == row);
      g_assert_finalize_object (row);
    }
}

static void
test_secrets (void)
{
  GtkWidget *row = show (RT_COMPARED_REQUEST_FIELD, RT_COMPARED_CHANGED, "Authorization",
                         "Basic dTpw", "Basic dTpx", FALSE);
  GtkWidget *shown = show (RT_COMPARED_REQUEST_FIELD, RT_COMPARED_CHANGED, "Authorization",
                           "Basic dTpw", "Basic dTpx", TRUE);
  GtkWidget *url = show (RT_COMPARED_REQUEST, RT_COMPARED_ONLY_LEFT, "URL", "http://u:p@e/", NULL,
                         FALSE);

  rt_test_assert_no_text (row, "dTp");
  rt_test_assert_text (row, "Basic ***");
  rt_test_assert_text (shown, "Basic dTpx");
  rt_test_assert_text (url, "http://u:***@e/");
  g_assert_finalize_object (row);
  g_assert_finalize_object (shown);
  g_assert_finalize_object (url);
}

static void
test_head (void)
{
  GtkWidget *row = show (RT_COMPARED_FIELD, RT_COMPARED_SAME, "X", "1", "1", FALSE);

  rt_compare_row_set_head (RT_COMPARE_ROW (row), "Response");
  rt_test_assert_text (row, "Response");
  rt_test_assert_no_text (row, "=");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/compare-row/new-destroy", test_new_destroy);
  g_test_add_func ("/compare-row/results", test_results);
  g_test_add_func ("/compare-row/secrets", test_secrets);
  g_test_add_func ("/compare-row/head", test_head);

  return g_test_run ();
}
