/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One login an origin: a nonce of one is nothing to another. */

#include "config.h"

#include "logins-private.h"

#include <glib/gi18n-lib.h>

#include "failure.h"
#include "grammar.h"
#include "userinfo.h"

static RtLoginPlace *
place_new (RtCredentials *credentials,
           gboolean       for_proxy)
{
  RtLoginPlace *place = g_new0 (RtLoginPlace, 1);

  place->login = rt_login_new (credentials, for_proxy);

  return place;
}

static void
place_free (gpointer data)
{
  RtLoginPlace *place = data;

  g_clear_pointer (&place->login, rt_login_free);
  g_clear_pointer (&place->field, g_free);
  g_clear_pointer (&place->value, g_free);
  g_clear_pointer (&place->sent, g_free);
  g_free (place);
}

static gboolean
has_kind (RtCredentials *credentials)
{
  return rt_credentials_get_kind (credentials) != RT_CREDENTIALS_NONE;
}

/* "user:password@" before the host: a user that is sent at once. */
static RtCredentials *
from_userinfo (const char *userinfo)
{
  RtCredentials *credentials = rt_credentials_new ();
  g_autofree char *user = NULL;
  g_autofree char *secret = NULL;

  rt_userinfo_split (userinfo, &user, &secret);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_USER);
  rt_credentials_set_user (credentials, user);
  rt_credentials_set_secret (credentials, secret);
  rt_credentials_set_preemptive (credentials, TRUE);

  return credentials;
}

static gboolean
is_http_proxy (const char *proxy)
{
  return proxy != NULL && g_ascii_strncasecmp (proxy, "http:", 5) == 0;
}

RtLogins *
rt_logins_new (RtRequest   *request,
               const RtUrl *home)
{
  RtLogins *self;
  const char *userinfo;
  RtCredentials *for_proxy;

  g_return_val_if_fail (RT_IS_REQUEST (request) && home != NULL, NULL);

  self = g_new0 (RtLogins, 1);
  self->request = g_object_ref (request);
  self->home = rt_url_dup_origin (home);
  self->granted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  g_hash_table_add (self->granted, g_strdup (self->home));

  userinfo = rt_url_get_userinfo (home);
  self->from_url = !has_kind (rt_request_get_credentials (request)) &&
                   userinfo != NULL && *userinfo != '\0';
  self->credentials = self->from_url ? from_userinfo (userinfo)
                                     : rt_credentials_copy (rt_request_get_credentials (request));

  for_proxy = rt_request_get_proxy_credentials (request);
  if (has_kind (for_proxy) && is_http_proxy (rt_request_get_proxy (request)))
    self->proxy = place_new (for_proxy, TRUE);

  return self;
}

void
rt_logins_free (RtLogins *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->request);
  g_clear_object (&self->credentials);
  g_clear_pointer (&self->home, g_free);
  g_clear_pointer (&self->granted, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->proxy, place_free);
  g_free (self);
}

static gboolean
check_place (RtLoginPlace  *place,
             GError       **error)
{
  g_autofree char *fault = rt_login_dup_fault (place->login);

  if (fault != NULL)
    g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_FIELD,
                 _("The credentials cannot be sent. %s"), fault);

  return fault == NULL;
}

gboolean
rt_logins_exist (RtLogins *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_kind (self->credentials);
}

void
rt_logins_grant (RtLogins    *self,
                 const RtUrl *url)
{
  g_return_if_fail (self != NULL && url != NULL);

  g_hash_table_add (self->granted, rt_url_dup_origin (url));
}

void
rt_logins_set_withheld (RtLogins *self,
                        gboolean  withheld)
{
  g_return_if_fail (self != NULL);

  self->withheld = withheld;
}

gboolean
rt_logins_are_for (RtLogins    *self,
                   const RtUrl *url)
{
  g_autofree char *origin = NULL;

  g_return_val_if_fail (self != NULL && url != NULL, FALSE);

  origin = rt_url_dup_origin (url);

  return rt_logins_exist (self) && !self->withheld &&
         g_hash_table_contains (self->granted, origin);
}

static gboolean
is_typed (const RtOutgoing *outgoing,
          const char       *name)
{
  const RtOutgoingField *field = rt_outgoing_find_field (outgoing, name);

  return field != NULL && field->reason == NULL;
}

/* Where the credentials stand; NULL when it is the URL. */
const char *
rt_logins_get_field_name (RtLogins *self)
{
  if (rt_credentials_get_kind (self->credentials) != RT_CREDENTIALS_API_KEY)
    return "Authorization";
  if (rt_credentials_get_place (self->credentials) == RT_KEY_IN_QUERY)
    return NULL;

  return rt_credentials_get_name (self->credentials);
}

gboolean
rt_logins_are_replaced (RtLogins         *self,
                        const RtOutgoing *outgoing)
{
  const char *name;

  g_return_val_if_fail (self != NULL && outgoing != NULL, FALSE);

  name = rt_logins_get_field_name (self);

  return name != NULL && is_typed (outgoing, name);
}

RtLoginPlace *
rt_logins_get_place (RtLogins    *self,
                     const RtUrl *url)
{
  g_autofree char *origin = rt_url_dup_origin (url);
  RtLoginPlace *place = g_hash_table_lookup (self->places, origin);

  if (place == NULL)
    {
      place = place_new (self->credentials, FALSE);
      g_hash_table_insert (self->places, g_steal_pointer (&origin), place);
    }

  return place;
}

/* Content that comes from files is not read only to be hashed. */
void
rt_logins_fill_request (RtLoginRequest    *request,
                        const RtOutgoing  *outgoing,
                        const char        *target,
                        GBytes           **content)
{
  *content = outgoing->content != NULL ? rt_content_dup_bytes (outgoing->content) : NULL;
  *request = (RtLoginRequest) {
    .method = outgoing->method,
    .target = target,
    .host = rt_url_get_host (outgoing->url),
    .content = *content,
    .content_known = outgoing->content == NULL || *content != NULL,
  };
}

/* In the clear a proxy is asked for the whole URL; RFC 7616 section 3.4 wants
 * the target as the request line has it. The server behind gets the origin
 * form, whatever the proxy got (RFC 9112 section 3.2.2). */
char *
rt_logins_dup_proxy_target (const RtOutgoing *outgoing)
{
  g_autofree char *origin = rt_url_dup_origin (outgoing->url);

  return g_strconcat (origin, rt_url_get_target (outgoing->url), NULL);
}

/* The service that Negotiate is for is the proxy's. */
char *
rt_logins_dup_proxy_host (RtLogins *self)
{
  g_autoptr(GUri) uri = g_uri_parse (rt_request_get_proxy (self->request), G_URI_FLAGS_NONE, NULL);

  return g_strdup (uri != NULL ? g_uri_get_host (uri) : "");
}

/* What could break the framing or is no field does not go out: it was refused
 * when the request was checked, or comes of a challenge. */
gboolean
rt_logins_is_sound (const char *name,
                    const char *value)
{
  return name != NULL && value != NULL && rt_grammar_is_token (name, -1) &&
         rt_grammar_find_breaking_byte (value, -1) < 0;
}

char *
rt_logins_take_value (RtLoginPlace          *place,
                      const RtLoginRequest  *request,
                      char                 **name,
                      gboolean              *is_answer)
{
  *is_answer = place->value != NULL;
  if (*is_answer)
    {
      *name = g_steal_pointer (&place->field);
      return g_steal_pointer (&place->value);
    }

  return rt_login_dup_ahead (place->login, request, name);
}

static void
add (RtLogins   *self,
     RtOutgoing *outgoing,
     const char *name,
     const char *value,
     gboolean    is_answer,
     const char *reason)
{
  if (!rt_logins_is_sound (name, value) || rt_outgoing_find_field (outgoing, name) != NULL)
    return;
  if (!is_answer && rt_request_get_automatic_removed (self->request, name))
    return;

  rt_outgoing_add_field (outgoing, name, value, reason);
}

static void
dress_for_origin (RtLogins   *self,
                  RtOutgoing *outgoing)
{
  RtLoginPlace *place = rt_logins_get_place (self, outgoing->url);
  g_autofree char *target = rt_login_dup_target (place->login, rt_url_get_target (outgoing->url));
  g_autoptr(GBytes) content = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  RtLoginRequest request;
  gboolean is_answer;

  if (target != NULL)
    {
      RtUrl *with_key = rt_url_with_target (outgoing->url, target);

      g_clear_pointer (&outgoing->url, rt_url_free);
      outgoing->url = with_key;
    }

  rt_logins_fill_request (&request, outgoing, rt_url_get_target (outgoing->url), &content);
  value = rt_logins_take_value (place, &request, &name, &is_answer);
  add (self, outgoing, name, value, is_answer,
       is_answer ? _("Answers what the server asked for.")
       : self->from_url ? _("The user name and password that stand in the URL.")
                        : _("The credentials of this request."));
}

static void
dress_for_proxy (RtLogins   *self,
                 RtOutgoing *outgoing)
{
  g_autofree char *target = rt_logins_dup_proxy_target (outgoing);
  g_autofree char *host = rt_logins_dup_proxy_host (self);
  g_autoptr(GBytes) content = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  RtLoginRequest request;
  gboolean is_answer;

  rt_logins_fill_request (&request, outgoing, target, &content);
  request.host = host;
  value = rt_logins_take_value (self->proxy, &request, &name, &is_answer);
  add (self, outgoing, name, value, is_answer,
       is_answer ? _("Answers what the proxy asked for.") : _("The credentials for the proxy."));
}

static gboolean
is_clear (const RtOutgoing *outgoing)
{
  return g_str_equal (rt_url_get_scheme (outgoing->url), "http");
}

void
rt_logins_dress (RtLogins   *self,
                 RtOutgoing *outgoing)
{
  g_return_if_fail (self != NULL && outgoing != NULL);

  if (rt_logins_are_for (self, outgoing->url) && !rt_logins_are_replaced (self, outgoing))
    dress_for_origin (self, outgoing);
  if (self->proxy != NULL && is_clear (outgoing) && !is_typed (outgoing, "Proxy-Authorization"))
    dress_for_proxy (self, outgoing);
}

gboolean
rt_logins_were_sent (RtLogins         *self,
                     const RtOutgoing *dressed)
{
  const char *name;
  const RtOutgoingField *field;

  g_return_val_if_fail (self != NULL && dressed != NULL, FALSE);

  name = rt_logins_get_field_name (self);
  field = name != NULL ? rt_outgoing_find_field (dressed, name) : NULL;

  return name == NULL || (field != NULL && field->reason != NULL);
}

gboolean
rt_logins_check (RtRequest    *request,
                 const RtUrl  *home,
                 GError      **error)
{
  g_autoptr(RtLogins) self = NULL;

  if (!has_kind (rt_request_get_credentials (request)) && rt_url_get_userinfo (home) == NULL &&
      !has_kind (rt_request_get_proxy_credentials (request)))
    return TRUE;

  self = rt_logins_new (request, home);

  return (!rt_logins_exist (self) || check_place (rt_logins_get_place (self, home), error)) &&
         (self->proxy == NULL || check_place (self->proxy, error));
}

/* Why they do not go to @origin; NULL when they may. */
static char *
describe_obstacle (RtLogins         *self,
                   const RtOutgoing *outgoing,
                   const char       *origin)
{
  if (self->withheld)
    return g_strdup (_("The credentials are withheld, as you chose."));
  if (!g_hash_table_contains (self->granted, origin))
    return g_strdup_printf (_("The credentials are withheld: they were given for %s, and this "
                              "goes to %s."), self->home, origin);
  if (rt_logins_are_replaced (self, outgoing))
    return g_strdup_printf (_("The credentials are not used: %s was typed."),
                            rt_logins_get_field_name (self));

  return NULL;
}

char *
rt_logins_describe (RtLogins         *self,
                    const RtOutgoing *dressed)
{
  g_autofree char *origin = NULL;
  g_autofree char *obstacle = NULL;

  g_return_val_if_fail (self != NULL && dressed != NULL, NULL);

  if (!rt_logins_exist (self))
    return NULL;

  origin = rt_url_dup_origin (dressed->url);
  obstacle = describe_obstacle (self, dressed, origin);
  if (obstacle != NULL)
    return g_steal_pointer (&obstacle);
  if (!rt_logins_were_sent (self, dressed))
    return g_strdup_printf (_("The credentials are for %s; they are sent when it asks."), origin);
  if (!g_str_equal (origin, self->home))
    return g_strdup_printf (_("The credentials go along to %s, as you chose, though they were "
                              "given for %s."), origin, self->home);

  return g_strdup_printf (_("The credentials go along: they were given for %s."), origin);
}

char *
rt_logins_preview (RtLogins         *self,
                   const RtOutgoing *outgoing)
{
  g_autofree char *origin = NULL;
  g_autofree char *obstacle = NULL;

  g_return_val_if_fail (self != NULL && outgoing != NULL, NULL);

  if (!rt_logins_exist (self))
    return NULL;

  origin = rt_url_dup_origin (outgoing->url);
  obstacle = describe_obstacle (self, outgoing, origin);
  if (obstacle != NULL)
    return g_steal_pointer (&obstacle);

  return g_strdup_printf (_("The credentials may go along: they were given for %s."), self->home);
}
