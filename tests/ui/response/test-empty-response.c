/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of empty-response.c: what to try first. */

#include "config.h"

#include "empty-response.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_EMPTY_RESPONSE);
}

static void
test_words (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (RT_TYPE_EMPTY_RESPONSE, NULL));

  rt_test_assert_text (page, "Nothing sent yet");
  rt_test_assert_text (page, "Ctrl+Enter");
  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/empty-response/new-destroy", test_new_destroy);
  g_test_add_func ("/empty-response/words", test_words);

  return g_test_run ();
}
