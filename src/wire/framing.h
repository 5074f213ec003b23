/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the content that follows a final head is delimited: the rules of RFC
 * 9112 section 6.3. Only the readers and their tests include it.
 */

#pragma once

#include "response-reader.h"

G_BEGIN_DECLS

typedef struct
{
  RtFraming framing;
  gint64    length;    /* Content-Length; -1: none, or not to be trusted */
  gboolean  is_switch; /* what follows is another protocol, not this response */
} RtFramingPlan;

/**
 * rt_framing_decide:
 * @head: a final head
 * @method: the method of the request
 * @faults: (element-type RtFault): takes what is wrong with the announcement
 */
RtFramingPlan rt_framing_decide (const RtHead *head,
                                 const char   *method,
                                 GPtrArray    *faults);

G_END_DECLS
