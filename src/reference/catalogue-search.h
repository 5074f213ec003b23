/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Search over the catalogue: by number, prefix, word of a phrase, alias, or
 * text. A pure function, ranked; used by the sidebar and the command line.
 */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/**
 * rt_catalogue_search:
 * @query: what was typed: "404", "40", "4xx", "teapot", "too many",
 *   "request entity", "nginx"; without case; several words must all match
 *
 * Ranked: exact number, prefix of the number, whole phrase, start of a phrase,
 * alias, word of a phrase, vendor, then text. An empty @query matches all, in order of
 * number.
 *
 * Returns: (transfer full) (element-type RtStatusCode): the matches, best first
 */
GPtrArray *rt_catalogue_search (RtCatalogue *self,
                                const char  *query);

G_END_DECLS
