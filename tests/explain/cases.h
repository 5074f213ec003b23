/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests of explaining share: trails made out of texts, without a network. */

#pragma once

#include "explain.h"

G_BEGIN_DECLS

/**
 * cases_new_trail:
 * @url: of the first request
 *
 * Returns: (transfer full): an empty trail
 */
RtTrail    *cases_new_trail (const char *url);

/**
 * cases_add:
 * @url: of this request
 * @request: request head, lines ending in "\n" or "\r\n", without the blank one;
 *   the first line is the request line
 * @response: the response head in the same form; NULL for none
 * @content: (nullable): the content of the response
 *
 * Adds a finished exchange to @trail.
 *
 * Returns: (transfer none): the exchange, for more to be set
 */
RtExchange *cases_add       (RtTrail    *trail,
                             const char *url,
                             const char *request,
                             const char *response,
                             const char *content);

/** A trail of one GET of http://example.org/ with @fields ("Name: value\n" …)
 * and the response @response, empty content. (transfer full) */
RtTrail    *cases_one       (const char *fields,
                             const char *response);

/** The catalogue, made once. (transfer none) */
RtCatalogue *cases_get_catalogue (void);

/** Notes of the last exchange at 2026-11-21 12:00:00 UTC. (transfer full) */
GPtrArray  *cases_explain   (RtTrail    *trail);

/** The same of the exchange at @position. (transfer full) */
GPtrArray  *cases_explain_at (RtTrail   *trail,
                             guint      position);

/** The note @id, or NULL. (transfer none) */
RtNote     *cases_find      (GPtrArray  *notes,
                             const char *id);

/** What every note must be: see the rules in note.h. */
void        cases_assert_well_formed (GPtrArray *notes);

/**
 * cases_assert_ids:
 * @url: of the request
 * @request: request head, as cases_add() takes it; NULL for a plain GET of @url
 * @prefix: of the ids that are compared: "cors-"
 * @ids: exactly those that are expected, in their order, parted by a space
 *
 * The notes must be well-formed, too.
 */
void        cases_assert_ids  (const char *url,
                               const char *request,
                               const char *response,
                               const char *prefix,
                               const char *ids);

/** 2026-11-21 12:00:00 UTC, a Saturday, in Unix seconds. */
#define CASES_NOW G_GINT64_CONSTANT (1795262400)

G_END_DECLS
