/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of topics, and their order. Adding a check: write it in the file
 * of its topic; adding a topic: a file, and a line here.
 */

#include "explain.h"

#include "case.h"
#include "topics.h"

typedef void (*Explain) (RtCase *self);

/* How much of the head of the response has to be there. */
typedef enum { WHOLE, PART } Need;

/* In the order in which a person reads: what it means first, the fine print
 * of fields last. Those that need the whole head may speak of what it lacks. */
static const struct { Explain explain; Need need; } topics[] = {
  { rt_explain_failure, PART },
  { rt_explain_number, PART },
  { rt_explain_interim, PART },
  { rt_explain_success, WHOLE },
  { rt_explain_range_status, WHOLE },
  { rt_explain_condition_status, WHOLE },
  { rt_explain_method_status, WHOLE },
  { rt_explain_media_status, WHOLE },
  { rt_explain_size_status, WHOLE },
  { rt_explain_wait_status, WHOLE },
  { rt_explain_refusal, WHOLE },
  { rt_explain_protocol_status, WHOLE },
  { rt_explain_server_status, WHOLE },
  { rt_explain_login, WHOLE },
  { rt_explain_redirect, WHOLE },
  { rt_explain_faults, PART },
  { rt_explain_problem, WHOLE },
  { rt_explain_answered, WHOLE },
  { rt_explain_proxy_status, WHOLE },
  { rt_explain_request, PART },
  { rt_explain_negotiation, WHOLE },
  { rt_explain_content, WHOLE },
  { rt_explain_ranges, WHOLE },
  { rt_explain_conditional, WHOLE },
  { rt_explain_caching, WHOLE },
  { rt_explain_dates, WHOLE },
  { rt_explain_cookies, WHOLE },
  { rt_explain_cors, WHOLE },
  { rt_explain_cors_request, WHOLE },
  { rt_explain_security, WHOLE },
  { rt_explain_guarding, WHOLE },
  { rt_explain_permissions, WHOLE },
  { rt_explain_csp, WHOLE },
  { rt_explain_reporting, WHOLE },
  { rt_explain_links, WHOLE },
  { rt_explain_retirement, WHOLE },
  { rt_explain_server_timing, WHOLE },
  { rt_explain_connection, PART },
  { rt_explain_fields, PART },
  { rt_explain_field_form, PART },
  { rt_explain_meaning, PART }, /* puts itself first */
};

GPtrArray *
rt_explain_exchange (RtTrail     *trail,
                     guint        position,
                     RtCatalogue *catalogue,
                     gint64       now)
{
  g_autoptr(RtCase) self = rt_case_new (trail, position, catalogue, now);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (topics[i].need == PART || !self->is_cut)
      topics[i].explain (self);

  return g_steal_pointer (&self->notes);
}
