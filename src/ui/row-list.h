/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list of a title and a subtitle a row, filled by hand. What stands in a row is
 * never markup.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Takes all rows away. */
void          rt_row_list_clear  (GtkListBox *list);

/** Adds a row at the end. @subtitle: (nullable). (transfer none) */
AdwActionRow *rt_row_list_append (GtkListBox *list,
                                  const char *title,
                                  const char *subtitle);

G_END_DECLS
