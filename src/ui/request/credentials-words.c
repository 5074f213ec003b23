/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of the login pane. Whether something can be sent is decided by
 * those who send it (auth): here stands what a person should know before.
 */

#include "config.h"

#include "credentials-words.h"

#include "grammar.h"
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
    return g_strdup (_("A key without a name goes nowhere: type the name that the server expects."));
  if (rt_credentials_get_place (credentials) == RT_KEY_IN_QUERY)
    return g_strdup_printf (_("Added to the query as %s=…, with each request to this origin. It then "
                              "stands in the logs of servers and proxies."), name);

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
                       : _("Sent when the server asks for Digest (401): a hash made with its nonce. "
                           "The password itself never goes out."));
    case RT_CREDENTIALS_BEARER:
      return g_strdup (_("Sent as “Bearer” and the token, with each request to this origin. Who "
                         "has the token has the access."));
    case RT_CREDENTIALS_NEGOTIATE:
      return g_strdup (for_proxy
                       ? _("When the proxy asks for Negotiate (407), the Kerberos ticket of who is "
                           "logged in here answers it.")
                       : _("When the server asks for Negotiate (401), the Kerberos ticket of who is "
                           "logged in here answers it."));
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
      return g_strdup (_("This goes over http: everyone on the way can read the token and use it."));
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

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return TRUE;

  return FALSE;
}

/* RFC 7617 section 2. */
static char *
find_fault_of_basic (RtCredentials *credentials)
{
  const char *user = rt_credentials_get_user (credentials);
  gboolean sure = rt_credentials_get_kind (credentials) == RT_CREDENTIALS_BASIC ||
                  rt_credentials_get_preemptive (credentials);

  if (strchr (user, ':') != NULL)
    return g_strdup (sure
                     ? _("A user with a colon cannot be sent as Basic: what follows the colon would "
                         "be taken for the password (RFC 7617 section 2).")
                     : _("A user with a colon can be sent as Digest, but not as Basic: what follows "
                         "the colon would be taken for the password (RFC 7617 section 2)."));
  if (has_control (user) || has_control (rt_credentials_get_secret (credentials)))
    return g_strdup (_("There is a control character in it, perhaps the end of a line: Basic does "
                       "not allow that (RFC 7617 section 2)."));

  return NULL;
}

/* RFC 6750 section 2.1: b64token. White space around it is not sent. */
static char *
find_fault_of_token (const char *secret)
{
  g_autofree char *token = g_strstrip (g_strdup (secret));
  gsize good = strspn (token, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                              "0123456789-._~+/");

  if (*token == '\0')
    return g_strdup (_("Without a token nothing is sent."));
  if (g_ascii_strncasecmp (token, "Bearer ", strlen ("Bearer ")) == 0)
    return g_strdup (_("Leave the word “Bearer” out: it is added."));
  good += strspn (token + good, "=");
  if (token[good] != '\0')
    return g_strdup_printf (_("The character at position %ld is not one of a token (RFC 6750 "
                              "section 2.1); it is sent all the same."),
                            g_utf8_strlen (token, good) + 1);

  return NULL;
}

static char *
find_fault_of_key (RtCredentials *credentials)
{
  const char *name = rt_credentials_get_name (credentials);

  if (rt_credentials_get_place (credentials) != RT_KEY_IN_FIELD || *name == '\0')
    return NULL;
  if (!rt_grammar_is_token (name, -1))
    return g_strdup (_("This is not the name of a field: it is one word of letters, digits and "
                       "!#$%&'*+-.^_`|~ (RFC 9110 section 5.6.2). The key is not sent."));
  if (rt_grammar_find_breaking_byte (rt_credentials_get_secret (credentials), -1) >= 0)
    return g_strdup (_("The key holds the end of a line, which would break the field."));

  return NULL;
}

static char *
find_fault_of_typed (const char *secret)
{
  g_autofree char *value = g_strstrip (g_strdup (secret));

  if (*value == '\0')
    return g_strdup (_("Without a value nothing is sent."));
  if (rt_grammar_find_breaking_byte (value, -1) >= 0)
    return g_strdup (_("The value holds the end of a line, which would break the field."));
  if (g_ascii_strncasecmp (value, "Authorization:", strlen ("Authorization:")) == 0)
    return g_strdup (_("Leave the name of the field out: only its value stands here."));

  return NULL;
}

char *
rt_credentials_words_fault (RtCredentials *credentials)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  switch (rt_credentials_get_kind (credentials))
    {
    case RT_CREDENTIALS_USER:
    case RT_CREDENTIALS_BASIC:
      return find_fault_of_basic (credentials);
    case RT_CREDENTIALS_BEARER:
      return find_fault_of_token (rt_credentials_get_secret (credentials));
    case RT_CREDENTIALS_API_KEY:
      return find_fault_of_key (credentials);
    case RT_CREDENTIALS_TYPED:
      return find_fault_of_typed (rt_credentials_get_secret (credentials));
    case RT_CREDENTIALS_NONE:
    case RT_CREDENTIALS_DIGEST:
    case RT_CREDENTIALS_NEGOTIATE:
    default:
      return NULL;
    }
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
