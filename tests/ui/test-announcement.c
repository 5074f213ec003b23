/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/ui/announcement.c. */

#include "config.h"

#include "announcement.h"

#include "response/widgets.h"

static void
assert_says (GtkWidget  *announcer,
             const char *text,
             gboolean    hidden)
{
  gtk_test_accessible_assert_property (announcer, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_test_accessible_assert_state (announcer, GTK_ACCESSIBLE_STATE_HIDDEN, hidden);
}

static void
test_announce (void)
{
  GtkWidget *announcer = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  g_object_ref_sink (announcer);
  rt_announce (announcer, "404 <b>Not Found</b>");
  assert_says (announcer, "404 <b>Not Found</b>", FALSE);
  rt_announce_nothing (announcer);
  assert_says (announcer, "", TRUE);
  rt_announce (announcer, "200 OK");
  assert_says (announcer, "200 OK", FALSE);
  g_assert_finalize_object (announcer);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/announcement/announce", test_announce);

  return g_test_run ();
}
