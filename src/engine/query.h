/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The query of a URL as a list of parameters and back, keeping every
 * parameter that was not edited exactly as it is spelt.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rt_query_parse:
 * @url: a URL as typed, whole or half
 *
 * Splits what stands between the first "?" and "#" at "&"; "+" and %XX are
 * decoded for names and values; invalid escapes stay as they are.
 *
 * Returns: (transfer full) (element-type RtPair): the parameters in order
 */
GPtrArray *rt_query_parse   (const char *url);

/**
 * rt_query_replace:
 * @url: a URL as typed
 * @parameters: (element-type RtPair): what its query must say; those that are
 *   not enabled are left out
 *
 * A parameter that is equal, decoded, to the one at its place in @url keeps
 * its spelling; others are percent-encoded. No parameter: no "?".
 *
 * Returns: (transfer full): the new URL, fragment kept
 */
char      *rt_query_replace (const char *url,
                             GListModel *parameters);

G_END_DECLS
