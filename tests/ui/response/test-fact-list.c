/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of fact-list.c: facts under headings. */

#include "config.h"

#include "fact-list.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FACT_LIST);
}

static void
assert_text (RtFactList *list,
             const char *expected)
{
  g_autofree char *text = rt_test_dup_text (GTK_WIDGET (list));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_list (void)
{
  RtFactList *list = g_object_ref_sink (g_object_new (RT_TYPE_FACT_LIST, NULL));

  rt_fact_list_add_heading (list, "Encryption");
  rt_fact_list_add (list, "Version", "TLS 1.3");
  rt_fact_list_add_bad (list, "Certificate", "It has expired.");
  rt_fact_list_add_note (list, "A note");
  assert_text (list, "Encryption\nVersion\nTLS 1.3\nCertificate\nIt has expired.\nA note\n");
  rt_fact_list_clear (list);
  assert_text (list, "");
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/fact-list/new-destroy", test_new_destroy);
  g_test_add_func ("/fact-list/list", test_list);

  return g_test_run ();
}
