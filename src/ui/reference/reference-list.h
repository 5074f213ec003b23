/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of all status codes, grouped by class, searched as one types. */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_REFERENCE_LIST (rt_reference_list_get_type ())
G_DECLARE_FINAL_TYPE (RtReferenceList, rt_reference_list, RT, REFERENCE_LIST, GtkWidget)

/* Signal "code-chosen" (int code). */
GtkWidget  *rt_reference_list_new           (void);
/** To be called once. @settings remember which codes were seen. */
void        rt_reference_list_set_catalogue (RtReferenceList *self,
                                             RtCatalogue     *catalogue,
                                             RtSettings      *settings);
/** Marks @code as that of the response that is shown and scrolls to it; 0 or
 * a code that is not in the list marks none. */
void        rt_reference_list_set_here      (RtReferenceList *self,
                                             int              code);
int         rt_reference_list_get_here      (RtReferenceList *self);
/** No row is chosen any more. */
void        rt_reference_list_unselect      (RtReferenceList *self);
/** Puts the keyboard into the search entry. */
void        rt_reference_list_focus_search  (RtReferenceList *self);
void        rt_reference_list_set_query     (RtReferenceList *self,
                                             const char      *query);
/** What is shown: a list of RtCodeItem. (transfer none) */
GListModel *rt_reference_list_get_items     (RtReferenceList *self);

G_END_DECLS
