/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An entry that offers what may be typed, each with its meaning, and takes
 * anything else as well.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_SUGGEST_ENTRY (rt_suggest_entry_get_type ())
G_DECLARE_FINAL_TYPE (RtSuggestEntry, rt_suggest_entry, RT, SUGGEST_ENTRY, GtkWidget)

/* A GtkEditable. Properties:
 *   "suggestions" GListModel of RtSuggestion (nullable),
 *   "accessible-name", "placeholder-text" string,
 *   "show-arrow" boolean: a button inside that opens the whole list,
 *   "error" string (nullable): what is wrong with the text: marks the entry.
 * Signal "activate": Enter was pressed and chose no suggestion. */
GtkWidget  *rt_suggest_entry_new             (void);
void        rt_suggest_entry_set_suggestions (RtSuggestEntry *self,
                                              GListModel     *suggestions);
void        rt_suggest_entry_set_error       (RtSuggestEntry *self,
                                              const char     *error);
const char *rt_suggest_entry_get_error       (RtSuggestEntry *self);
/** The list is open. */
gboolean    rt_suggest_entry_is_open         (RtSuggestEntry *self);
/** Opens the whole list. */
void        rt_suggest_entry_open            (RtSuggestEntry *self);

G_END_DECLS
