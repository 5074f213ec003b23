/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts under headings, one below the other. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_FACT_LIST (rt_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (RtFactList, rt_fact_list, RT, FACT_LIST, GtkWidget)

void rt_fact_list_clear       (RtFactList *self);
void rt_fact_list_add_heading (RtFactList *self,
                               const char *text);
void rt_fact_list_add_note    (RtFactList *self,
                               const char *text);
void rt_fact_list_add         (RtFactList *self,
                               const char *title,
                               const char *value);
void rt_fact_list_add_bad     (RtFactList *self,
                               const char *title,
                               const char *value);

G_END_DECLS
