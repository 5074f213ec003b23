/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the engine needs of a request besides its public face. */

#pragma once

#include "request.h"

G_BEGIN_DECLS

/** The boundary of multipart content: random, the same for the request's life. */
const char *rt_request_get_boundary (RtRequest *self);

G_END_DECLS
