/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of a multipart body that is looked at as a body of its own. It may lie
 * in another part that was opened before. A model without widgets; nothing of it
 * changes.
 */

#pragma once

#include "body-content.h"

G_BEGIN_DECLS

#define RT_TYPE_OPENED_PART (rt_opened_part_get_type ())
G_DECLARE_FINAL_TYPE (RtOpenedPart, rt_opened_part, RT, OPENED_PART, GObject)

/**
 * rt_opened_part_new:
 * @outer: (nullable): the part that it lies in; NULL: in the body itself
 * @whole: the bytes that it lies in
 * @start: its first byte in @whole
 * @media_type: its Content-Type
 * @disposition: its Content-Disposition as text, which may be empty
 */
RtOpenedPart  *rt_opened_part_new           (RtOpenedPart *outer,
                                             GBytes       *whole,
                                             guint64       start,
                                             guint64       length,
                                             const char   *media_type,
                                             const char   *disposition);

RtBodyContent *rt_opened_part_get_content   (RtOpenedPart *self);
/** (transfer none) (nullable) */
RtOpenedPart  *rt_opened_part_get_outer     (RtOpenedPart *self);

/** From the outermost in: "multipart/mixed › a.json · application/json · 7
 * bytes". (transfer full) */
char          *rt_opened_part_dup_path      (RtOpenedPart *self);
/** For a file, made safe. (transfer full) */
char          *rt_opened_part_dup_file_name (RtOpenedPart *self);

G_END_DECLS
