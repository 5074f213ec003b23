/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An entry alone: its texts are tested with the reader. */

#include "entry.h"

static void
test_new_destroy (void)
{
  RtEntry *entry = g_object_new (RT_TYPE_ENTRY, NULL);

  g_assert_null (rt_entry_get_fact (entry, "phase"));
  g_assert_finalize_object (entry);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/entry/new-destroy", test_new_destroy);

  return g_test_run ();
}
