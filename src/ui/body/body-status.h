/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The line under a body: what it is, its size, and its charset in a menu that
 * chooses another one by the action "viewer.charset".
 */

#pragma once

#include <gtk/gtk.h>

#include "body-content.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_STATUS (rt_body_status_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyStatus, rt_body_status, RT, BODY_STATUS, GtkWidget)

GtkWidget *rt_body_status_new  (void);

/** @content: (nullable); @origin: (nullable): "12.3 kB as sent, gzip" */
void       rt_body_status_show (RtBodyStatus  *self,
                                RtBodyContent *content,
                                const char    *origin);

G_END_DECLS
