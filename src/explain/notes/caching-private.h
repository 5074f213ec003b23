/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of the topic "caching", one file each. */

#pragma once

#include "case.h"

G_BEGIN_DECLS

/** How long it is fresh, how old it is, how a cache asks again. */
void     rt_caching_explain_freshness  (RtCase *self);
/** Cache-Control by its grammar: misspelt, unknown, contradictory, repeated. */
void     rt_caching_explain_directives (RtCase *self);
void     rt_caching_explain_vary       (RtCase *self);
/** Pragma, Expires, and the fields for the caches of one vendor or place. */
void     rt_caching_explain_others     (RtCase *self);

/** TRUE when Cache-Control of the response has @name. */
gboolean rt_caching_has                (const RtCase *self,
                                        const char   *name);

G_END_DECLS
