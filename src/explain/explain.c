/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of topics, and their order. Adding a check: write it in the file
 * of its topic; adding a topic: a file, and a line here.
 */

#include "explain.h"

#include "case.h"
#include "topics.h"

typedef void (*Topic) (RtCase *self);

/* In the order in which a person reads: what it means first, the fine print
 * of fields last. */
static const Topic topics[] = {
  rt_explain_failure,
  rt_explain_number,
  rt_explain_interim,
  rt_explain_success,
  rt_explain_range_status,
  rt_explain_condition_status,
  rt_explain_method_status,
  rt_explain_media_status,
  rt_explain_size_status,
  rt_explain_wait_status,
  rt_explain_refusal,
  rt_explain_protocol_status,
  rt_explain_server_status,
  rt_explain_login,
  rt_explain_redirect,
  rt_explain_faults,
  rt_explain_problem,
  rt_explain_answered,
  rt_explain_proxy_status,
  rt_explain_request,
  rt_explain_negotiation,
  rt_explain_content,
  rt_explain_ranges,
  rt_explain_conditional,
  rt_explain_caching,
  rt_explain_dates,
  rt_explain_cookies,
  rt_explain_cors,
  rt_explain_cors_request,
  rt_explain_security,
  rt_explain_guarding,
  rt_explain_permissions,
  rt_explain_csp,
  rt_explain_reporting,
  rt_explain_links,
  rt_explain_retirement,
  rt_explain_server_timing,
  rt_explain_connection,
  rt_explain_fields,
  rt_explain_field_form,
  rt_explain_meaning, /* puts itself first */
  NULL,
};

GPtrArray *
rt_explain_exchange (RtTrail     *trail,
                     guint        position,
                     RtCatalogue *catalogue,
                     gint64       now)
{
  g_autoptr(RtCase) self = rt_case_new (trail, position, catalogue, now);

  for (guint i = 0; topics[i] != NULL; i++)
    topics[i] (self);

  return g_steal_pointer (&self->notes);
}
