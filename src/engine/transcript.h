/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A trail read back from what another program printed of it: "curl -i", with
 * "-L" or "--proxy" several heads in a row, or "curl -v", which tells the
 * requests too. Nothing is sent.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

/**
 * rt_transcript_parse:
 * @bytes: the output, whole
 * @method: (nullable): of the requests; %NULL when it is not known: GET is
 *   assumed unless a request stands in @bytes
 * @url: (nullable): of the first request
 * @error: G_IO_ERROR_INVALID_DATA: there is no response in it; the message says
 *   what stands in its place
 *
 * Content is what follows the last head, as it stands: curl has removed chunks,
 * and with "--compressed" codings too. So the framing is judged by what the
 * head announces, and the length of uncoded content by Content-Length, unless
 * there is none at all: the head alone was asked for.
 *
 * Returns: (transfer full) (nullable): a finished trail of one exchange or more
 */
RtTrail *rt_transcript_parse (GBytes      *bytes,
                              const char  *method,
                              const char  *url,
                              GError     **error);

G_END_DECLS
