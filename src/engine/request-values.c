/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRequest: its plain values, each read and set by itself, told of only when
 * it changes.
 */

#include "request-private.h"

static void
replace_string (RtRequest  *self,
                char      **member,
                const char *text,
                guint       prop)
{
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  rt_request_notify (self, prop);
}

static void
replace_number (RtRequest *self,
                guint     *member,
                guint      number,
                guint      prop)
{
  if (*member == number)
    return;

  *member = number;
  rt_request_notify (self, prop);
}

const char *
rt_request_get_method (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->method;
}

const char *
rt_request_get_url (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->url;
}

GListStore *
rt_request_get_fields (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->fields;
}

GListStore *
rt_request_get_form_items (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->form_items;
}

RtContentKind
rt_request_get_content_kind (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), RT_CONTENT_NONE);

  return self->content_kind;
}

const char *
rt_request_get_media_type (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->media_type;
}

const char *
rt_request_get_text (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->text;
}

const char *
rt_request_get_content_file (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->content_file;
}

gboolean
rt_request_get_follow (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), FALSE);

  return self->follow;
}

guint
rt_request_get_max_redirects (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), 0);

  return self->max_redirects;
}

guint
rt_request_get_timeout (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), 0);

  return self->timeout;
}

guint
rt_request_get_idle_timeout (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), 0);

  return self->idle_timeout;
}

RtProtocol
rt_request_get_protocol (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), RT_PROTOCOL_HTTP1);

  return self->protocol;
}

gboolean
rt_request_get_insecure (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), FALSE);

  return self->insecure;
}

const char *
rt_request_get_ca_file (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->ca_file;
}

const char *
rt_request_get_proxy (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->proxy;
}

gboolean
rt_request_get_step (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), FALSE);

  return self->step;
}

gboolean
rt_request_get_use_cookies (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), FALSE);

  return self->use_cookies;
}

RtCookieJar *
rt_request_get_cookie_jar (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->cookie_jar;
}

RtCredentials *
rt_request_get_credentials (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->credentials;
}

RtCredentials *
rt_request_get_proxy_credentials (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->proxy_credentials;
}

const RtRetryPolicy *
rt_request_get_retry (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return &self->retry;
}

void
rt_request_get_secret_names (RtRequest     *self,
                             RtSecretNames *names)
{
  gboolean is_key;
  const char *name;

  g_return_if_fail (RT_IS_REQUEST (self) && names != NULL);

  is_key = rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_API_KEY;
  name = is_key ? rt_credentials_get_name (self->credentials) : NULL;
  *names = (RtSecretNames) { NULL, NULL };
  if (is_key && rt_credentials_get_place (self->credentials) == RT_KEY_IN_FIELD)
    names->field = name;
  else
    names->parameter = name;
}

void
rt_request_set_method (RtRequest  *self,
                       const char *method)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->method, method != NULL ? method : "", PROP_METHOD);
}

void
rt_request_set_url (RtRequest  *self,
                    const char *url)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->url, url != NULL ? url : "", PROP_URL);
}

void
rt_request_set_content_kind (RtRequest     *self,
                             RtContentKind  content_kind)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  if (self->content_kind == content_kind)
    return;

  self->content_kind = content_kind;
  rt_request_notify (self, PROP_CONTENT_KIND);
}

void
rt_request_set_media_type (RtRequest  *self,
                           const char *media_type)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->media_type, media_type != NULL ? media_type : "", PROP_MEDIA_TYPE);
}

void
rt_request_set_text (RtRequest  *self,
                     const char *text)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->text, text != NULL ? text : "", PROP_TEXT);
}

void
rt_request_set_content_file (RtRequest  *self,
                             const char *content_file)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->content_file, content_file, PROP_CONTENT_FILE);
}

void
rt_request_set_follow (RtRequest *self,
                       gboolean   follow)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  follow = !!follow;
  if (self->follow == follow)
    return;

  self->follow = follow;
  rt_request_notify (self, PROP_FOLLOW);
}

void
rt_request_set_max_redirects (RtRequest *self,
                              guint      max_redirects)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_number (self, &self->max_redirects, max_redirects, PROP_MAX_REDIRECTS);
}

void
rt_request_set_timeout (RtRequest *self,
                        guint      timeout)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_number (self, &self->timeout, timeout, PROP_TIMEOUT);
}

void
rt_request_set_idle_timeout (RtRequest *self,
                             guint      idle_timeout)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_number (self, &self->idle_timeout, idle_timeout, PROP_IDLE_TIMEOUT);
}

void
rt_request_set_protocol (RtRequest  *self,
                         RtProtocol  protocol)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  if (self->protocol == protocol)
    return;

  self->protocol = protocol;
  rt_request_notify (self, PROP_PROTOCOL);
}

void
rt_request_set_insecure (RtRequest *self,
                         gboolean   insecure)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  insecure = !!insecure;
  if (self->insecure == insecure)
    return;

  self->insecure = insecure;
  rt_request_notify (self, PROP_INSECURE);
}

void
rt_request_set_ca_file (RtRequest  *self,
                        const char *ca_file)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->ca_file, ca_file, PROP_CA_FILE);
}

void
rt_request_set_proxy (RtRequest  *self,
                      const char *proxy)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  replace_string (self, &self->proxy, proxy, PROP_PROXY);
}

void
rt_request_set_step (RtRequest *self,
                     gboolean   step)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  step = !!step;
  if (self->step == step)
    return;

  self->step = step;
  rt_request_notify (self, PROP_STEP);
}

void
rt_request_set_use_cookies (RtRequest *self,
                            gboolean   use)
{
  g_return_if_fail (RT_IS_REQUEST (self));

  use = !!use;
  if (self->use_cookies == use)
    return;

  self->use_cookies = use;
  rt_request_notify (self, PROP_USE_COOKIES);
}

void
rt_request_set_cookie_jar (RtRequest   *self,
                           RtCookieJar *jar)
{
  g_return_if_fail (RT_IS_REQUEST (self));
  g_return_if_fail (jar == NULL || RT_IS_COOKIE_JAR (jar));

  if (g_set_object (&self->cookie_jar, jar))
    rt_request_notify (self, PROP_COOKIE_JAR);
}

void
rt_request_set_retry (RtRequest           *self,
                      const RtRetryPolicy *policy)
{
  g_return_if_fail (RT_IS_REQUEST (self) && policy != NULL);

  if (rt_retry_policy_equal (&self->retry, policy))
    return;

  self->retry = *policy;
  rt_request_emit_changed (self);
}
