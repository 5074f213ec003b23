/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of a pair editor: a check mark, a name, a value, and what removes
 * it.
 */

#pragma once

#include <gtk/gtk.h>

#include "pair.h"

G_BEGIN_DECLS

/* What the pairs are, which decides the words and what a row offers. */
typedef enum
{
  RT_PAIR_KIND_PARAMETER,
  RT_PAIR_KIND_FIELD,
  RT_PAIR_KIND_FORM_ITEM,
  RT_PAIR_KIND_PART, /* of multipart content: may be a file */
} RtPairKind;

#define RT_TYPE_PAIR_ROW (rt_pair_row_get_type ())
G_DECLARE_FINAL_TYPE (RtPairRow, rt_pair_row, RT, PAIR_ROW, GtkListBoxRow)

/* Properties: "blank" boolean, writable: the empty last row, which cannot be
 *   removed or switched off.
 * Signals: "remove", "focused". */
GtkWidget *rt_pair_row_new         (RtPair     *pair,
                                    RtPairKind  kind,
                                    GListModel *names);
RtPair    *rt_pair_row_get_pair    (RtPairRow  *self);
void       rt_pair_row_set_blank   (RtPairRow  *self,
                                    gboolean    blank);
gboolean   rt_pair_row_get_blank   (RtPairRow  *self);
/** Puts the keyboard into the name. */
void       rt_pair_row_focus_name  (RtPairRow  *self);

G_END_DECLS
