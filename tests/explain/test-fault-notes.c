/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/fault-notes.c. */

#include <string.h>

#include "cases.h"
#include "exchange-private.h"

/* Each kind has a note once, however often it was found; a clean one has none. */
static void
test_kinds (void)
{
  for (int kind = 0; kind <= RT_FAULT_NUL_IN_HEAD; kind++)
    {
      g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK");
      g_autofree char *id = g_strconcat ("fault-", rt_fault_kind_to_id (kind), NULL);
      g_autoptr(GPtrArray) before = cases_explain (trail);
      g_autoptr(GPtrArray) notes = NULL;
      RtNote *note;

      g_assert_null (cases_find (before, id));
      for (guint i = 0; i < 2; i++)
        rt_exchange_take_fault (rt_trail_get_last (trail), rt_fault_new (kind, "seen <i> %d", 12));
      notes = cases_explain (trail);
      cases_assert_well_formed (notes);
      g_assert_cmpuint (notes->len, ==, before->len + 1);
      note = cases_find (notes, id);
      g_assert_cmpint (rt_note_get_level (note), ==, RT_NOTE_FAULT);
      g_assert_true (g_str_has_prefix (rt_note_get_detail (note), "Seen: seen <i> 12.\n\n"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault-notes/kinds", test_kinds);

  return g_test_run ();
}
