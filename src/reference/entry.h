/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One thing of the reference that is no status code: a class, a method, a
 * header field, an authentication scheme, a failure or a fault. All have the
 * same form. Immutable; texts translated, names not.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_TYPE_ENTRY (rt_entry_get_type ())
G_DECLARE_FINAL_TYPE (RtEntry, rt_entry, RT, ENTRY, GObject)

/** "refused", "get", "cache-control", "4xx" */
const char         *rt_entry_get_id                (RtEntry    *self);
/** "Connection refused", "GET", "Cache-Control", "Client error" */
const char         *rt_entry_get_name              (RtEntry    *self);
/** One sentence. */
const char         *rt_entry_get_summary           (RtEntry    *self);
/** A paragraph. */
const char         *rt_entry_get_meaning           (RtEntry    *self);
/** What to do; may be "" for a field. */
const char         *rt_entry_get_action            (RtEntry    *self);
/** "RFC 9110, section 9.3.1"; may be "" */
const char         *rt_entry_get_specification     (RtEntry    *self);
const char         *rt_entry_get_specification_url (RtEntry    *self);
/** Facts of its kind by name, or NULL: of a method "safe", "idempotent",
 * "cacheable" ("yes", "no"), "content" ("yes", "no", "unusual": no meaning of
 * its own); of a field "direction" ("request", "response", "both"), "status"
 * ("permanent", "provisional", "deprecated", "obsoleted", "unregistered"); of a
 * scheme "status"; of a failure "kind" ("failure", "fault") and "phase", an id
 * of RtPhase, or "any". */
const char         *rt_entry_get_fact              (RtEntry    *self,
                                                    const char *name);
/** Other names, ending in NULL; empty when there are none. */
const char * const *rt_entry_get_aliases           (RtEntry    *self);
/** Common values of a field, for completion, ending in NULL; often empty. */
const char * const *rt_entry_get_values            (RtEntry    *self);

G_END_DECLS
