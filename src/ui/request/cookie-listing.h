/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of a request's jar in the order of its page: those that would go
 * along first.
 */

#pragma once

#include "cookie-item.h"
#include "request.h"

G_BEGIN_DECLS

/** (element-type RtCookieItem) (transfer full). @now: Unix seconds */
GPtrArray *rt_cookie_listing_new          (RtRequest *request,
                                           gint64     now);

/** Makes @store the list of @items, and replaces only what differs, so that the
 * keyboard stays in its row. */
void       rt_cookie_listing_show         (GPtrArray  *items,
                                           GListStore *store);

/** How many of them go along now. */
guint      rt_cookie_listing_count_going  (RtRequest *request);

/** "example.org/path" of the URL; NULL while there is none that can be sent.
 * (transfer full) (nullable) */
char      *rt_cookie_listing_dup_target   (RtRequest *request);

/** TRUE when a Cookie field is typed among the headers: it goes as it is, and
 * the jar adds nothing to it. */
gboolean   rt_cookie_listing_is_typed     (RtRequest *request);

G_END_DECLS
