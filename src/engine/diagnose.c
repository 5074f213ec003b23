/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From error codes to kinds of failure. */

#include "config.h"

#include "diagnose.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "fault.h"
#include "text.h"

/* A certificate that names itself as its issuer was signed by nobody else. */
static gboolean
is_self_signed (const RtCertificate *own)
{
  return own != NULL && own->subject != NULL && g_strcmp0 (own->subject, own->issuer) == 0;
}

static char *
describe_date (GDateTime *date)
{
  g_autoptr(GDateTime) local = NULL;

  if (date == NULL)
    return g_strdup (_("an unknown date"));

  local = g_date_time_to_local (date);

  return g_date_time_format (local, "%x %X");
}

static char *
describe_names (const RtCertificate *own)
{
  if (own == NULL || own->names == NULL || own->names[0] == NULL)
    return g_strdup (own != NULL && own->subject != NULL && *own->subject != '\0'
                       ? own->subject : _("no name"));

  return g_strjoinv (", ", own->names);
}

/* Names and certificates know no port. */
static char *
dup_bare_host (const RtFailureContext *context)
{
  const char *bracket = *context->host == '[' ? strchr (context->host, ']') : NULL;
  gsize length = bracket != NULL ? (gsize) (bracket + 1 - context->host)
                                 : strcspn (context->host, ":");

  return g_strndup (context->host, length);
}

static char *
describe_no_address (const RtFailureContext *context)
{
  g_autofree char *host = dup_bare_host (context);

  return g_strdup_printf (_("No address is known for %s."), host);
}

char *
rt_diagnose_certificate (const RtFailureContext *context,
                         RtFailureKind          *kind)
{
  const RtCertificate *own =
    context->certificates != NULL && context->certificates->len > 0
      ? g_ptr_array_index (context->certificates, 0) : NULL;
  GTlsCertificateFlags errors = context->certificate_errors;
  g_autofree char *names = describe_names (own);
  g_autofree char *from = describe_date (own != NULL ? own->not_before : NULL);
  g_autofree char *until = describe_date (own != NULL ? own->not_after : NULL);
  g_autofree char *host = dup_bare_host (context);

  if (errors & G_TLS_CERTIFICATE_EXPIRED)
    {
      *kind = RT_FAILURE_TLS_EXPIRED;
      return g_strdup_printf (_("The certificate of %s was valid until %s."), names, until);
    }
  if (errors & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    {
      *kind = RT_FAILURE_TLS_NOT_YET_VALID;
      return g_strdup_printf (_("The certificate of %s is valid from %s on."), names, from);
    }
  if (errors & G_TLS_CERTIFICATE_BAD_IDENTITY)
    {
      *kind = RT_FAILURE_TLS_WRONG_HOST;
      return g_strdup_printf (_("The certificate is for %s, not for %s."), names, host);
    }
  if (errors & G_TLS_CERTIFICATE_REVOKED)
    {
      *kind = RT_FAILURE_TLS_REVOKED;
      return g_strdup_printf (_("The certificate of %s was revoked by its issuer."), names);
    }
  if (errors & G_TLS_CERTIFICATE_INSECURE)
    {
      *kind = RT_FAILURE_TLS_INSECURE;
      return g_strdup_printf (_("The certificate of %s uses an algorithm that is not safe."), names);
    }

  if (is_self_signed (own))
    {
      *kind = RT_FAILURE_TLS_SELF_SIGNED;
      return g_strdup_printf (_("The certificate of %s is signed by itself."), names);
    }

  *kind = RT_FAILURE_TLS_UNKNOWN_ISSUER;

  return g_strdup_printf (_("The certificate of %s was issued by %s, which is not trusted here."),
                          names, own != NULL && own->issuer != NULL ? own->issuer : _("nobody known"));
}

static char *
diagnose_io (const GError           *error,
             const RtFailureContext *context,
             RtFailureKind          *kind)
{
  switch (error->code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      *kind = RT_FAILURE_REFUSED;
      return g_strdup_printf (_("%s refused the connection."), context->host);
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      *kind = RT_FAILURE_UNREACHABLE;
      return g_strdup_printf (_("There is no way to %s from here."), context->host);
    case G_IO_ERROR_HOST_NOT_FOUND:
      *kind = RT_FAILURE_NAME_NOT_FOUND;
      return describe_no_address (context);
    case G_IO_ERROR_TIMED_OUT:
      *kind = context->phase <= RT_PHASE_CONNECT ? RT_FAILURE_UNREACHABLE
                                                 : RT_FAILURE_IDLE_TIMED_OUT;
      return g_strdup_printf (_("%s did not answer."), context->host);
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      *kind = RT_FAILURE_PROXY;
      return g_strdup (_("The proxy could not be used."));
    case G_IO_ERROR_NO_SPACE:
      *kind = RT_FAILURE_STORE;
      return g_strdup (_("The disk is full: the content could not be kept."));
    default:
      break;
    }

  if (context->phase == RT_PHASE_TLS)
    {
      *kind = RT_FAILURE_TLS_HANDSHAKE;
      return g_strdup_printf (_("%s ended the connection during the TLS handshake."), context->host);
    }

  if (error->code == G_IO_ERROR_CONNECTION_CLOSED)
    {
      *kind = RT_FAILURE_RESET;
      return g_strdup_printf (_("%s reset the connection."), context->host);
    }

  /* libsoup gives up on a head of more than 64 KiB (100 KiB since 3.6). */
  if (error->code == G_IO_ERROR_PARTIAL_INPUT && context->has_bytes && !context->peer_closed)
    {
      *kind = RT_FAILURE_HEAD_TOO_LARGE;
      return g_strdup (_("The head of the response is longer than libsoup reads; it was given up."));
    }

  *kind = context->has_bytes ? RT_FAILURE_MALFORMED : RT_FAILURE_CLOSED_EARLY;

  return context->has_bytes
           ? g_strdup (_("What came is not a whole HTTP response."))
           : g_strdup_printf (_("%s closed the connection without an answer."), context->host);
}

static char *
diagnose_tls (const GError           *error,
              const RtFailureContext *context,
              RtFailureKind          *kind)
{
  if (context->has_certificate && context->certificate_errors != 0)
    return rt_diagnose_certificate (context, kind);

  if (error->code == G_TLS_ERROR_CERTIFICATE_REQUIRED)
    {
      *kind = RT_FAILURE_TLS_CERTIFICATE_REQUIRED;
      return g_strdup_printf (_("%s asks for a certificate of the client."), context->host);
    }

  *kind = RT_FAILURE_TLS_HANDSHAKE;
  if (error->code == G_TLS_ERROR_NOT_TLS)
    return g_strdup_printf (_("%s does not speak TLS on this port."), context->host);

  return g_strdup_printf (_("%s and Roundtrip could not agree on a TLS connection."), context->host);
}

static char *
diagnose_wire (const GError  *error,
               RtFailureKind *kind)
{
  *kind = error->code == RT_WIRE_ERROR_TOO_MANY_INTERIM ? RT_FAILURE_TOO_MANY_INTERIM
                                                        : RT_FAILURE_HEAD_TOO_LARGE;

  return g_strdup (error->message);
}

/* Until it is connected, it is the proxy that is spoken to. */
static gboolean
concerns_proxy (const RtFailureContext *context)
{
  return context->proxy != NULL &&
         (context->phase <= RT_PHASE_CONNECT || context->phase == RT_PHASE_PROXY);
}

char *
rt_diagnose_error (const GError           *error,
                   const RtFailureContext *context,
                   RtFailureKind          *kind)
{
  g_return_val_if_fail (error != NULL && context != NULL && kind != NULL, NULL);

  if (error->domain == RT_WIRE_ERROR)
    return diagnose_wire (error, kind);
  if (error->domain == RT_ENGINE_ERROR)
    {
      *kind = error->code == RT_ENGINE_ERROR_CONTENT ? RT_FAILURE_CONTENT_READ
              : error->code == RT_ENGINE_ERROR_STORE ? RT_FAILURE_STORE
                                                     : RT_FAILURE_INVALID_REQUEST;
      return g_strdup (error->message);
    }
  if (concerns_proxy (context) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      *kind = RT_FAILURE_PROXY;
      return g_strdup_printf (_("The proxy %s could not be used."), context->proxy);
    }
  if (error->domain == G_RESOLVER_ERROR)
    {
      *kind = RT_FAILURE_NAME_NOT_FOUND;
      return describe_no_address (context);
    }
  if (error->domain == G_TLS_ERROR)
    return diagnose_tls (error, context, kind);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      *kind = RT_FAILURE_CANCELLED;
      return g_strdup (_("Stopped by you."));
    }
  if (error->domain == G_IO_ERROR)
    return diagnose_io (error, context, kind);

  if (error->domain == SOUP_SESSION_ERROR)
    {
      *kind = context->has_bytes ? RT_FAILURE_MALFORMED : RT_FAILURE_CLOSED_EARLY;
      return g_strdup (_("What came is not HTTP that can be read on."));
    }

  *kind = RT_FAILURE_OTHER;

  return g_strdup (error->message);
}
