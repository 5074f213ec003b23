/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtLogins, those who ask: challenges of servers and proxies, and what they say
 * of the login afterwards.
 */

#include "config.h"

#include "logins-private.h"

static RtChallengeList *
read_challenges (RtHead     *response,
                 const char *name)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int i = rt_head_find_field (response, name, 0); i >= 0;
       i = rt_head_find_field (response, name, i + 1))
    g_ptr_array_add (values, rt_head_dup_field_bytes (response, i));

  return rt_challenge_list_parse (values);
}

static RtLoginStep *
answer (RtLoginPlace         *place,
        const RtLoginRequest *request,
        RtHead               *response,
        const char           *field,
        const char           *sent)
{
  g_autoptr(RtChallengeList) challenges = read_challenges (response, field);
  RtLoginStep *step = rt_login_answer (place->login, challenges, request, sent);

  g_clear_pointer (&place->field, g_free);
  g_clear_pointer (&place->value, g_free);
  if (step->outcome == RT_LOGIN_ANSWERED && rt_logins_is_sound (step->field, step->value))
    {
      place->field = g_strdup (step->field);
      place->value = g_strdup (step->value);
    }
  else if (step->outcome == RT_LOGIN_ANSWERED)
    {
      step->outcome = RT_LOGIN_UNANSWERABLE;
    }

  return step;
}

static const char *
get_value (const RtOutgoing *outgoing,
           const char       *name)
{
  const RtOutgoingField *field = name != NULL ? rt_outgoing_find_field (outgoing, name) : NULL;

  return field != NULL ? field->value : NULL;
}

RtLoginStep *
rt_logins_answer (RtLogins         *self,
                  const RtOutgoing *dressed,
                  RtHead           *response)
{
  g_autoptr(GBytes) content = NULL;
  RtLoginRequest request;

  g_return_val_if_fail (self != NULL && dressed != NULL && response != NULL, NULL);

  rt_logins_fill_request (&request, dressed, rt_url_get_target (dressed->url), &content);

  return answer (rt_logins_get_place (self, dressed->url), &request, response, "WWW-Authenticate",
                 get_value (dressed, rt_logins_get_field_name (self)));
}

gboolean
rt_logins_know_proxy (RtLogins *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->proxy != NULL;
}

RtLoginStep *
rt_logins_answer_proxy (RtLogins         *self,
                        const RtOutgoing *dressed,
                        RtHead           *response)
{
  g_autofree char *target = NULL;
  g_autofree char *host = NULL;
  g_autoptr(GBytes) content = NULL;
  RtLoginRequest request;

  g_return_val_if_fail (self != NULL && self->proxy != NULL, NULL);

  target = rt_logins_dup_proxy_target (dressed);
  host = rt_logins_dup_proxy_host (self);
  rt_logins_fill_request (&request, dressed, target, &content);
  request.host = host;

  return answer (self->proxy, &request, response, "Proxy-Authenticate",
                 get_value (dressed, "Proxy-Authorization"));
}

static RtLoginRequest
make_tunnel_request (const char *target,
                     const char *host)
{
  return (RtLoginRequest) {
    .method = "CONNECT",
    .target = target,
    .host = host,
    .content_known = TRUE,
  };
}

RtLoginStep *
rt_logins_answer_tunnel (RtLogins   *self,
                         const char *target,
                         RtHead     *response)
{
  g_autofree char *host = NULL;
  RtLoginRequest request;

  g_return_val_if_fail (self != NULL && self->proxy != NULL, NULL);

  host = rt_logins_dup_proxy_host (self);
  request = make_tunnel_request (target, host);

  return answer (self->proxy, &request, response, "Proxy-Authenticate", self->proxy->sent);
}

char *
rt_logins_dup_tunnel (RtLogins   *self,
                      const char *target)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  RtLoginRequest request;
  gboolean is_answer;

  g_return_val_if_fail (self != NULL && target != NULL, NULL);

  if (self->proxy == NULL)
    return NULL;

  host = rt_logins_dup_proxy_host (self);
  request = make_tunnel_request (target, host);
  value = rt_logins_take_value (self->proxy, &request, &name, &is_answer);
  g_clear_pointer (&self->proxy->sent, g_free);
  if (rt_logins_is_sound (name, value) && g_ascii_strcasecmp (name, "Proxy-Authorization") == 0)
    self->proxy->sent = g_strdup (value);

  return g_strdup (self->proxy->sent);
}

/* Proof. */

static gboolean
is_negotiate (const char *value)
{
  return g_ascii_strncasecmp (value, "Negotiate", 9) == 0;
}

static RtProof
take (RtLoginPlace *place,
      RtHead       *head,
      const char   *info,
      const char   *challenge,
      GBytes       *content)
{
  g_autofree char *value = rt_head_dup_combined (head, info);
  g_autofree char *asked = rt_head_dup_combined (head, challenge);

  if (value != NULL)
    return rt_login_take_info (place->login, value, content);
  if (asked != NULL && is_negotiate (asked))
    return rt_login_take_info (place->login, asked, content);

  return RT_PROOF_NONE;
}

RtProof
rt_logins_take_info (RtLogins    *self,
                     const RtUrl *url,
                     RtHead      *head,
                     GBytes      *content)
{
  g_return_val_if_fail (self != NULL && head != NULL, RT_PROOF_NONE);

  if (url != NULL && rt_logins_are_for (self, url))
    return take (rt_logins_get_place (self, url), head, "Authentication-Info", "WWW-Authenticate", content);
  if (url == NULL && self->proxy != NULL)
    return take (self->proxy, head, "Proxy-Authentication-Info", "Proxy-Authenticate", NULL);

  return RT_PROOF_NONE;
}
