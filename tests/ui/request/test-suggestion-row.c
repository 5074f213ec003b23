/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of suggestion-row.c. */

#include "config.h"

#include "suggestion-row.h"

#include "widgets.h"

static GtkWidget *
new_row (const char *text,
         const char *detail)
{
  g_autoptr (RtSuggestion) suggestion = rt_suggestion_new (text, detail);

  return g_object_ref_sink (rt_suggestion_row_new (suggestion));
}

static void
assert_row (const char *text,
            const char *detail,
            const char *shown)
{
  GtkWidget *row = new_row (text, detail);
  g_autofree char *words = rt_test_dup_text (row);

  g_assert_cmpstr (words, ==, shown);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail);
  g_assert_finalize_object (row);
}

/* Nothing of it is markup. */
static void
test_words (void)
{
  assert_row ("If-Match", "Only if <b>this</b> is it", "If-Match\nOnly if <b>this</b> is it\n");
  assert_row ("GET", "", "GET\n");
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/suggestion-row/words", test_words);

  return g_test_run ();
}
