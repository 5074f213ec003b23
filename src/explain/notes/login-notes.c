/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic of logins: which parts speak at which status, and in what order. */

#include "login-topic.h"
#include "topics.h"

void
rt_explain_login (RtCase *self)
{
  g_autoptr(RtLoginFacts) facts = NULL;

  if (self->request == NULL && self->response == NULL)
    return;
  facts = rt_login_facts_new (self);
  switch (self->status)
    {
    case 401:
    case 407:
      rt_login_explain_refusal (self, facts);
      rt_login_explain_challenges (self, facts);
      break;
    case 403:
      rt_login_explain_forbidden (self, facts);
      break;
    case 404:
      rt_login_explain_hidden (self, facts);
      break;
    case 400:
      rt_login_explain_token (self, facts);
      break;
    default:
      break;
    }
  rt_login_explain_secrets (self);
}
