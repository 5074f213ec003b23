/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of the login pane. Whether something can be sent is decided by
 * those who send it (auth): here stands what a person should know before.
 */

#include "config.h"

#include "credentials-words.h"

#include "login.h"
#include "text.h"
#include "url.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static char *
explain_user (gboolean preemptive,
              gboolean for_proxy)
{
  if (preemptive)
    return g_strdup (for_proxy
                     ? _("Sent with the first request already, as Basic. If the proxy asks for "
                         "Digest all the same, that is answered.")
                     : _("Sent with the first request already, as Basic. If the server asks for "
                         "Digest all the same, that is answered."));

  return g_strdup (for_proxy
                   ? _("Sent when the proxy asks for it (407): as Digest where it offers that, "
                       "otherwise as Basic.")
                   : _("Sent when the server asks for it (401): as Digest where it offers that, "
                       "otherwise as Basic."));
}

static char *
explain_basic (gboolean preemptive,
               gboolean for_proxy)
{
  const char *form = _("Base64 is a spelling, not a secret: who reads it has the password.");
  const char *when;

  if (preemptive)
    when = _("Sent with the first request already.");
  else if (for_proxy)
    when = _("Sent when the proxy asks for Basic (407).");
  else
    when = _("Sent when the server asks for Basic (401).");

  return g_strdup_printf ("%s %s", when, form);
}

static char *
explain_key (RtCredentials *credentials)
{
  g_autofree char *name = rt_text_from_wire (rt_credentials_get_name (credentials), -1);

  if (*name == '\0')
    return g_strdup (_("The name is the one that the server expects, such as X-Api-Key."));
  if (rt_credentials_get_place (credentials) == RT_KEY_IN_QUERY)
    return g_strdup_printf (_("Added to the query as %s=…, with each request to this origin. It "
                              "then stands in the logs of servers and proxies."), name);

  return g_strdup_printf (_("Sent as the field %s with each request to this origin."), name);
}

char *
rt_credentials_words_explain (RtCredentials *credentials,
                              gboolean       for_proxy)
{
  gboolean preemptive;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  preemptive = rt_credentials_get_preemptive (credentials);
  switch (rt_credentials_get_kind (credentials))
    {
    case RT_CREDENTIALS_USER:
      return explain_user (preemptive, for_proxy);
    case RT_CREDENTIALS_BASIC:
      return explain_basic (preemptive, for_proxy);
    case RT_CREDENTIALS_DIGEST:
      return g_strdup (for_proxy
                       ? _("Sent when the proxy asks for Digest (407): a hash made with its nonce. "
                           "The password itself never goes out.")
                       : _("Sent when the server asks for Digest (401): a hash made with its "
                           "nonce. The password itself never goes out."));
    case RT_CREDENTIALS_BEARER:
      return g_strdup (_("Sent as “Bearer” and the token, with each request to this origin. "
                         "Who has the token has the access."));
    case RT_CREDENTIALS_NEGOTIATE:
      return g_strdup (for_proxy
                       ? _("When the proxy asks for Negotiate (407), the Kerberos ticket of who is "
                           "logged in here answers it.")
                       : _("When the server asks for Negotiate (401), the Kerberos ticket of who "
                           "is logged in here answers it."));
    case RT_CREDENTIALS_API_KEY:
      return explain_key (credentials);
    case RT_CREDENTIALS_TYPED:
      return g_strdup (for_proxy ? _("Sent as the value of Proxy-Authorization, as it stands.")
                                 : _("Sent as the value of Authorization, as it stands, with each "
                                     "request to this origin."));
    case RT_CREDENTIALS_NONE:
    default:
      return g_strdup (for_proxy ? _("Nothing is sent: a 407 is shown as it comes.")
                                 : _("Nothing is sent: a 401 is shown as it comes."));
    }
}

/* The words stay on this machine. RFC 6761 section 6.3. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);
  gsize length = strlen (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  if (length > 0 && host[length - 1] == '.')
    length--;

  return (length == strlen ("localhost") && g_ascii_strncasecmp (host, "localhost", length) == 0) ||
         (length > strlen (".localhost") &&
          g_ascii_strncasecmp (host + length - strlen (".localhost"), ".localhost",
                               strlen (".localhost")) == 0);
}

static gboolean
is_readable_on_the_way (const char *text)
{
  g_autoptr(RtUrl) url = text != NULL ? rt_url_parse (text, NULL) : NULL;

  return url != NULL && g_str_equal (rt_url_get_scheme (url), "http") &&
         !is_loopback (rt_url_get_host (url));
}

char *
rt_credentials_words_warn (RtCredentials *credentials,
                           const char    *url)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  if (!is_readable_on_the_way (url))
    return NULL;
  switch (rt_credentials_get_kind (credentials))
    {
    case RT_CREDENTIALS_USER:
      if (!rt_credentials_get_preemptive (credentials))
        return g_strdup (_("This goes over http: if Basic is all that is offered, everyone on the "
                           "way can read the password."));
      return g_strdup (_("This goes over http: everyone on the way can read the password."));
    case RT_CREDENTIALS_BASIC:
      return g_strdup (_("This goes over http: everyone on the way can read the password."));
    case RT_CREDENTIALS_BEARER:
      return g_strdup (_("This goes over http: everyone on the way can read the token and use "
                         "it."));
    case RT_CREDENTIALS_API_KEY:
      return g_strdup (_("This goes over http: everyone on the way can read the key and use it."));
    case RT_CREDENTIALS_TYPED:
      return g_strdup (_("This goes over http: everyone on the way can read the value."));
    case RT_CREDENTIALS_NONE:
    case RT_CREDENTIALS_DIGEST:
    case RT_CREDENTIALS_NEGOTIATE:
    default:
      return NULL;
    }
}

/* What may be sent as Digest, but not if Basic is asked for. RFC 7617 section 2. */
static char *
hint_at_colon (RtCredentials *credentials)
{
  if (strchr (rt_credentials_get_user (credentials), ':') == NULL ||
      rt_credentials_get_preemptive (credentials))
    return NULL;

  return g_strdup (_("A user with a colon can be sent as Digest, but not as Basic: what follows "
                     "the colon would be taken for the password (RFC 7617 section 2)."));
}

/* RFC 6750 section 2.1: b64token. White space around it is not sent. */
static char *
hint_at_token (const char *secret)
{
  g_autofree char *token = g_strstrip (g_strdup (secret));
  gsize good = strspn (token, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                              "0123456789-._~+/");

  if (g_ascii_strncasecmp (token, "Bearer ", strlen ("Bearer ")) == 0)
    return g_strdup (_("Leave the word “Bearer” out: it is added."));
  good += strspn (token + good, "=");
  if (token[good] != '\0' && !g_ascii_iscntrl (token[good]))
    return g_strdup_printf (_("The character at position %ld is not one of a token (RFC 6750 "
                              "section 2.1); it is sent all the same."),
                            g_utf8_strlen (token, good) + 1);

  return NULL;
}

static char *
hint_at_name (const char *secret)
{
  g_autofree char *value = g_strstrip (g_strdup (secret));

  if (g_ascii_strncasecmp (value, "Authorization:", strlen ("Authorization:")) == 0)
    return g_strdup (_("Leave the name of the field out: only its value stands here."));

  return NULL;
}

static char *
find_hint (RtCredentials *credentials)
{
  switch (rt_credentials_get_kind (credentials))
    {
    case RT_CREDENTIALS_USER:
      return hint_at_colon (credentials);
    case RT_CREDENTIALS_BEARER:
      return hint_at_token (rt_credentials_get_secret (credentials));
    case RT_CREDENTIALS_TYPED:
      return hint_at_name (rt_credentials_get_secret (credentials));
    case RT_CREDENTIALS_NONE:
    case RT_CREDENTIALS_BASIC:
    case RT_CREDENTIALS_DIGEST:
    case RT_CREDENTIALS_NEGOTIATE:
    case RT_CREDENTIALS_API_KEY:
    default:
      return NULL;
    }
}

char *
rt_credentials_words_fault (RtCredentials *credentials)
{
  g_autoptr(RtLogin) login = NULL;
  char *hint;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  hint = find_hint (credentials);
  if (hint != NULL)
    return hint;
  login = rt_login_new (credentials, FALSE);

  return rt_login_dup_fault (login);
}

char *
rt_credentials_words_empty (RtCredentials *credentials)
{
  RtCredentialsKind kind;
  gboolean user, secret;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  kind = rt_credentials_get_kind (credentials);
  user = *rt_credentials_get_user (credentials) == '\0';
  secret = *rt_credentials_get_secret (credentials) == '\0';
  if (kind == RT_CREDENTIALS_API_KEY && secret && *rt_credentials_get_name (credentials) != '\0')
    return g_strdup (_("The key is empty, and is sent so."));
  if (kind != RT_CREDENTIALS_USER && kind != RT_CREDENTIALS_BASIC && kind != RT_CREDENTIALS_DIGEST)
    return NULL;
  if (user && secret)
    return g_strdup (_("User and password are empty, and are sent so."));
  if (user)
    return g_strdup (_("The user is empty, and is sent so."));
  if (secret)
    return g_strdup (_("The password is empty, and is sent so."));

  return NULL;
}
