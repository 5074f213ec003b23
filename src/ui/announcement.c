/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An empty widget with the role of an alert gets the words as its name and
 * appears anew, which is how GTK 4.8 lets an alert be spoken.
 */

#include "config.h"

#include "announcement.h"

static void
set (GtkWidget  *announcer,
     const char *text)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (announcer),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (announcer),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
rt_announce (GtkWidget  *announcer,
             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (announcer));
  g_return_if_fail (text != NULL);

  set (announcer, text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (announcer),
                               GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

void
rt_announce_nothing (GtkWidget *announcer)
{
  g_return_if_fail (GTK_IS_WIDGET (announcer));

  set (announcer, "");
}
