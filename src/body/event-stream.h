/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Server-sent events (HTML standard, section 9.2.6) as a list that grows while
 * bytes arrive. Blocks of lines are kept as offsets; their fields are read when
 * one is looked at. What a browser would pass over is listed too, and said.
 */

#pragma once

#include "records.h"

G_BEGIN_DECLS

typedef enum
{
  /* The last block was not ended by an empty line: a browser drops it. */
  RT_EVENT_STREAM_UNFINISHED = 1 << 0,
} RtEventStreamFault;

/**
 * rt_event_stream_new:
 * @type: (nullable): only the events whose type has this in it, in any case, and
 *   that a browser dispatches; %NULL or "" for all blocks
 *
 * Returns: (transfer full): the blocks: lines up to an empty one, which does not
 *   belong to it; the number of a block is that among all
 */
RtRecords *rt_event_stream_new (RtDecodedText *bytes,
                                const char    *type);

G_END_DECLS
