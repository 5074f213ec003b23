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
 * Ranked: exact number, prefix of the number, whole phrase or alias, start of a
 * phrase, start of an alias, word of a phrase, word of an alias, vendor, then
 * text. Equal ones stand in the order of their numbers, registered before
 * unofficial when it is not a number that was typed. The protocol of a pasted
 * status line is passed over. An empty @query matches all, by number.
 *
 * Returns: (transfer full) (element-type RtStatusCode): the matches, best first
 */
GPtrArray *rt_catalogue_search (RtCatalogue *self,
                                const char  *query);

/**
 * rt_catalogue_guess:
 * @query: what was typed and matches nothing: "unautorized"
 *
 * Returns: (transfer full) (element-type RtStatusCode): codes in whose names
 *   each word is found when a letter or two may be wrong, registered ones first
 */
GPtrArray *rt_catalogue_guess  (RtCatalogue *self,
                                const char  *query);

G_END_DECLS
