/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A retry policy in words. Pure, translated. */

#pragma once

#include "retry-policy.h"

G_BEGIN_DECLS

/**
 * rt_retry_words:
 * @method: of the request, which may not be one that is sent again
 *
 * Returns: (transfer full): what will happen, in two or three sentences
 */
char *rt_retry_words (const RtRetryPolicy *policy,
                      const char          *method);

G_END_DECLS
