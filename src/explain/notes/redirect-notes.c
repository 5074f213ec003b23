/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic of redirects: in which order its parts speak. A clean redirect gets
 * one note that informs, at most.
 */

#include "redirect-topic.h"
#include "topics.h"

void
rt_explain_redirect (RtCase *self)
{
  g_autoptr(RtRedirectFacts) facts = NULL;
  gboolean said;

  if (self->response == NULL)
    return;
  facts = rt_redirect_facts_new (self);
  said = rt_redirect_explain_chain (self, facts);
  rt_redirect_explain_location (self, facts);
  rt_redirect_explain_way (self, facts, said);
}
