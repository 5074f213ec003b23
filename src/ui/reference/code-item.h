/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An item of the list of status codes: a code, or the heading of a section. */

#pragma once

#include "status-code.h"

G_BEGIN_DECLS

#define RT_TYPE_CODE_ITEM (rt_code_item_get_type ())
G_DECLARE_FINAL_TYPE (RtCodeItem, rt_code_item, RT, CODE_ITEM, GObject)

/* Properties: "is-code" boolean, read-only: FALSE for a heading;
 * "here" boolean: the response that is shown has this code;
 * "seen" boolean: a response had this code at some time. */
RtCodeItem   *rt_code_item_new         (RtStatusCode *code);
RtCodeItem   *rt_code_item_new_heading (const char   *title);
/** NULL for a heading. (transfer none) */
RtStatusCode *rt_code_item_get_code    (RtCodeItem   *self);
/** The phrase of a code, or the words of a heading. */
const char   *rt_code_item_get_title   (RtCodeItem   *self);
/** The first vendor of an unofficial code, else "". */
const char   *rt_code_item_get_vendor  (RtCodeItem   *self);
gboolean      rt_code_item_get_here    (RtCodeItem   *self);
gboolean      rt_code_item_get_seen    (RtCodeItem   *self);
void          rt_code_item_set_here    (RtCodeItem   *self,
                                        gboolean      here);
void          rt_code_item_set_seen    (RtCodeItem   *self,
                                        gboolean      seen);

G_END_DECLS
