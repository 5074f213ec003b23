/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A trail as HAR 1.2: one entry an exchange, in order; fields in wire order
 * and spelling, repeats apart. What HAR has no place for stands in underscore
 * members of an entry: _interim, _trailers, _requestHead, _responseHead (exact
 * bytes, base64), _error, _faults, _next, _notes and _connection.
 */

#pragma once

#include "catalogue.h"
#include "trail.h"

G_BEGIN_DECLS

typedef enum
{
  RT_HAR_NONE         = 0,
  RT_HAR_SHOW_SECRETS = 1 << 0, /* credentials and cookies are not masked */
} RtHarFlags;

/**
 * rt_har_write:
 * @trail: a trail, running or not
 * @catalogue: (nullable): what explains it; %NULL leaves _notes out
 * @stream: where to; not closed
 * @error: the stream's
 *
 * Bodies go from where they are kept to @stream: no second copy of them is made.
 *
 * Returns: TRUE when all was written
 */
gboolean rt_har_write (RtTrail        *trail,
                       RtCatalogue    *catalogue,
                       RtHarFlags      flags,
                       GOutputStream  *stream,
                       GCancellable   *cancellable,
                       GError        **error);

G_END_DECLS
