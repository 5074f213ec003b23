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
  rt_explain_login,
  rt_explain_redirect,
  rt_explain_cookies,
  rt_explain_cors,
  rt_explain_security,
  rt_explain_csp,
  rt_explain_links,
  rt_explain_connection,
  rt_explain_fields,
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
