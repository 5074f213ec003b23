/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The connection: who could read along, whether the certificate holds, which
 * version of HTTP was spoken, and what the server offers instead.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "span.h"
#include "directives.h"
#include "topics.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600)
/* Days before its end at which a certificate is worth a word. */
#define SOON 14

static const struct
{
  GTlsCertificateFlags flag;
  const char          *sentence;
  const char          *detail;
} certificate_faults[] = {
  { G_TLS_CERTIFICATE_UNKNOWN_CA, N_("The certificate’s issuer is not known here."),
    N_("Anybody can make such a certificate: it does not show who answered. On a network of one’s "
       "own the issuer can be named in the options.") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_("The certificate was made for another host."),
    N_("Its names do not hold the host of the URL: another server may have answered.") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_("The certificate is not valid yet."),
    N_("Its time has not come; or the clock here or there is wrong.") },
  { G_TLS_CERTIFICATE_EXPIRED, N_("The certificate has expired."),
    N_("Nobody renewed it; or the clock here is wrong.") },
  { G_TLS_CERTIFICATE_REVOKED, N_("The certificate was revoked by its issuer."),
    N_("Its key may be in other hands.") },
  { G_TLS_CERTIFICATE_INSECURE, N_("The certificate uses a weak algorithm."),
    N_("It could be forged.") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, N_("The certificate could not be checked."),
    N_("The library gave no nearer reason.") },
};

static void
check_certificate_faults (RtCase       *self,
                          RtConnection *connection)
{
  for (guint i = 0; i < G_N_ELEMENTS (certificate_faults); i++)
    if ((connection->certificate_errors & certificate_faults[i].flag) != 0)
      rt_case_add (self, "connection-certificate", RT_NOTE_FAULT, RT_NOTE_ON_CONNECTION,
                   "RFC 9110, section 4.3.4", _(certificate_faults[i].sentence),
                   _(certificate_faults[i].detail));
}

static void
check_certificate_end (RtCase       *self,
                       RtConnection *connection)
{
  RtCertificate *certificate;
  gint64 left;
  g_autofree char *words = NULL;

  if (connection->certificates == NULL || connection->certificates->len == 0)
    return;
  certificate = g_ptr_array_index (connection->certificates, 0);
  if (certificate->not_after == NULL)
    return;

  left = g_date_time_to_unix (certificate->not_after) - self->now;
  if (left < 0 || left > SOON * DAY)
    return;

  words = rt_span_words (left);
  rt_case_take (self, RT_NOTE_ON_CONNECTION, 0, "connection-certificate-ends", RT_NOTE_WARNING,
                "RFC 5280, section 4.1.2.5",
                g_strdup_printf (_("The certificate ends in %s."), words),
                g_strdup (_("From then on clients refuse the server until it has a new one.")));
}

static void
check_tls_version (RtCase       *self,
                   RtConnection *connection)
{
  const char *version = connection->tls_version;

  if (version == NULL ||
      (!g_str_has_suffix (version, "1.0") && !g_str_has_suffix (version, "1.1") &&
       !g_str_has_prefix (version, "SSL")))
    return;

  rt_case_take (self, RT_NOTE_ON_CONNECTION, 0, "connection-old-tls", RT_NOTE_WARNING,
                "RFC 8996", g_strdup_printf (_("%s is out of date and no longer safe."), version),
                g_strdup (_("TLS 1.2 or 1.3 should be spoken. Browsers refuse the older ones.")));
}

/* 127.0.0.0/8, ::1 and localhost: nobody on the way. */
static gboolean
is_loopback (const RtCase *self)
{
  const char *host = rt_url_get_host (self->url);

  return g_str_has_prefix (host, "127.") || g_str_equal (host, "::1") ||
         g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost");
}

static void
check_clear (RtCase *self)
{
  if (self->url == NULL || !g_str_equal (rt_url_get_scheme (self->url), "http") ||
      is_loopback (self))
    return;

  rt_case_add (self, "connection-in-clear", RT_NOTE_INFO, RT_NOTE_ON_CONNECTION,
               "RFC 9110, section 17.1",
               _("Everybody on the way could read and change this exchange."),
               _("http is not encrypted. Whether the server speaks https can be tried."));
}

static void
check_version (RtCase       *self,
               RtConnection *connection)
{
  RtRequest *request = rt_trail_get_request (self->trail);

  if (rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2 && connection->tls &&
      g_strcmp0 (connection->protocol, "h2") != 0)
    rt_case_add (self, "connection-not-http2", RT_NOTE_INFO, RT_NOTE_ON_CONNECTION,
                 "RFC 9113, section 3.2",
                 _("HTTP/2 was offered, and the server chose HTTP/1.1."),
                 _("The version is agreed on in the TLS handshake (ALPN). Servers choose HTTP/1.1 "
                   "when HTTP/2 is not switched on there."));
  else if (rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2 && !connection->tls)
    rt_case_add (self, "connection-http2-needs-tls", RT_NOTE_INFO, RT_NOTE_ON_CONNECTION,
                 "RFC 9113, section 3.1",
                 _("HTTP/2 was asked for, but over http HTTP/1.1 is spoken."),
                 _("HTTP/2 is agreed on in the TLS handshake, so it needs https."));
  if (self->response != NULL && rt_head_get_version (self->response) == 10)
    rt_case_add (self, "connection-http10", RT_NOTE_INFO, RT_NOTE_ON_CONNECTION,
                 "RFC 9112, appendix C.1",
                 _("The server speaks HTTP/1.0."),
                 _("It cannot send in chunks, and closes the connection unless both sides agree "
                   "otherwise. Often an old proxy or a very small server."));
}

/* "clear" takes back what was said before, and stands alone (RFC 7838 section 3). */
static gboolean
is_clear_with_others (const char *value)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

  return members->len > 1 && rt_directives_find (members, "clear") != NULL;
}

static void
check_alternatives (RtCase *self)
{
  int field = rt_case_find_response (self, "Alt-Svc");
  g_autofree char *value = rt_case_dup_response (self, "Alt-Svc");
  g_autofree char *quoted = NULL;

  if (field < 0)
    return;

  quoted = rt_case_quote (value);
  if (is_clear_with_others (value))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "connection-alternative-clear", RT_NOTE_WARNING,
                  "RFC 7838, section 3",
                  g_strdup (_("Alt-Svc takes everything back and offers something at once.")),
                  g_strdup_printf (_("Alt-Svc: %s. “clear” stands alone; with others beside it the "
                                     "field cannot be read."), quoted));
  else if (g_ascii_strcasecmp (value, "clear") != 0)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "connection-alternative", RT_NOTE_INFO,
                  "RFC 7838, section 3",
                  g_strdup (g_str_has_prefix (value, "h3")
                              ? _("The server can also be reached over HTTP/3.")
                              : _("The server can also be reached in another way.")),
                  g_strdup_printf (_("Alt-Svc: %s. A client may use it next time; this one does "
                                     "not."),
                                   quoted));
}

void
rt_explain_connection (RtCase *self)
{
  g_autoptr(RtConnection) connection = rt_exchange_dup_connection (self->exchange);

  if (connection != NULL)
    {
      check_certificate_faults (self, connection);
      check_certificate_end (self, connection);
      check_tls_version (self, connection);
      check_version (self, connection);
    }
  if (self->response != NULL)
    {
      check_clear (self);
      check_alternatives (self);
    }
}
