/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The endpoints to which browsers send reports, by name, as a response
 * declares them: Reporting-Endpoints, and Report-To of old.
 */

#pragma once

#include "case.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * rt_reporting_parse_list:
 * @name: Report-To or NEL, whose value is a list of JSON objects without the
 *   brackets
 * @error: why it is no JSON, in words
 *
 * Returns: (transfer full) (nullable): its root, an array; NULL when the field
 *   is not there, or on an error
 */
JsonNode *rt_reporting_parse_list   (const RtCase *self,
                                     const char   *name,
                                     GError      **error);

/** TRUE when the response declares an endpoint, or a group of them, @name. */
gboolean  rt_reporting_has_endpoint (const RtCase *self,
                                     const char   *name);

G_END_DECLS
