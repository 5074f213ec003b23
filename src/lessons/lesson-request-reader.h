/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The element <request> of a lesson. Private to this layer. */

#pragma once

#include "catalogue-node.h"
#include "lesson-request.h"

G_BEGIN_DECLS

/** @step: from 1; values can be taken of those before. (transfer full) (nullable) */
RtLessonRequest *rt_lesson_request_read (const RtNode  *node,
                                         guint          step,
                                         GError       **error);

G_END_DECLS
