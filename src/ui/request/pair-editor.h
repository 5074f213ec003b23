/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits a list of pairs in a table of names and values whose last row is
 * always empty: typing there makes a new pair.
 */

#pragma once

#include "pair-row.h"

G_BEGIN_DECLS

#define RT_TYPE_PAIR_EDITOR (rt_pair_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtPairEditor, rt_pair_editor, RT, PAIR_EDITOR, GtkWidget)

/* Properties: "kind" uint (RtPairKind), "accessible-name" string;
 * "focused-pair" RtPair (nullable), read-only: the one that has the keyboard. */
GtkWidget *rt_pair_editor_new              (void);
void       rt_pair_editor_set_pairs        (RtPairEditor *self,
                                            GListStore   *pairs);
/** What the names may be: a list of RtSuggestion, or NULL. */
void       rt_pair_editor_set_names        (RtPairEditor *self,
                                            GListModel   *names);
RtPair    *rt_pair_editor_get_focused_pair (RtPairEditor *self);
/** The row at @position; the last one is the empty one. (transfer none) */
RtPairRow *rt_pair_editor_get_row          (RtPairEditor *self,
                                            guint         position);

G_END_DECLS
