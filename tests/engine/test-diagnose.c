/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/diagnose.c. */

#include "diagnose.h"

#include <libsoup/soup.h>
#include <string.h>

#include "fault.h"

static char *
diagnose (GQuark                  domain,
          int                     code,
          const RtFailureContext *context,
          RtFailureKind          *kind)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "as the library says");
  char *words = rt_diagnose_error (error, context, kind);

  g_assert_nonnull (words);
  g_assert_true (g_str_has_suffix (words, ".") || g_str_equal (words, "as the library says"));

  return words;
}

static void
test_errors (void)
{
  const struct
  {
    GQuark        domain;
    int           code;
    RtPhase       phase;
    gboolean      has_bytes;
    RtFailureKind kind;
  } cases[] = {
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, RT_PHASE_NAME, FALSE, RT_FAILURE_CANCELLED },
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, RT_PHASE_TLS, TRUE, RT_FAILURE_CANCELLED },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, RT_PHASE_CONNECT, FALSE, RT_FAILURE_REFUSED },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, RT_PHASE_CONNECT, FALSE, RT_FAILURE_UNREACHABLE },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, RT_PHASE_CONNECT, FALSE, RT_FAILURE_UNREACHABLE },
    { G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND, RT_PHASE_NAME, FALSE, RT_FAILURE_NAME_NOT_FOUND },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, RT_PHASE_CONNECT, FALSE, RT_FAILURE_UNREACHABLE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, RT_PHASE_WAIT, FALSE, RT_FAILURE_IDLE_TIMED_OUT },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, RT_PHASE_PROXY, FALSE, RT_FAILURE_PROXY },
    { G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH, RT_PHASE_PROXY, FALSE, RT_FAILURE_PROXY },
    { G_IO_ERROR, G_IO_ERROR_NO_SPACE, RT_PHASE_CONTENT, TRUE, RT_FAILURE_STORE },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, RT_PHASE_WAIT, FALSE, RT_FAILURE_RESET },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, RT_PHASE_CONTENT, TRUE, RT_FAILURE_RESET },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, RT_PHASE_TLS, FALSE, RT_FAILURE_TLS_HANDSHAKE },
    { G_IO_ERROR, G_IO_ERROR_FAILED, RT_PHASE_WAIT, FALSE, RT_FAILURE_CLOSED_EARLY },
    { G_IO_ERROR, G_IO_ERROR_FAILED, RT_PHASE_CONTENT, TRUE, RT_FAILURE_MALFORMED },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, RT_PHASE_NAME, FALSE,
      RT_FAILURE_NAME_NOT_FOUND },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, RT_PHASE_NAME, FALSE,
      RT_FAILURE_NAME_NOT_FOUND },
    { G_TLS_ERROR, G_TLS_ERROR_CERTIFICATE_REQUIRED, RT_PHASE_TLS, FALSE,
      RT_FAILURE_TLS_CERTIFICATE_REQUIRED },
    { G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, RT_PHASE_TLS, FALSE, RT_FAILURE_TLS_HANDSHAKE },
    { G_TLS_ERROR, G_TLS_ERROR_HANDSHAKE, RT_PHASE_TLS, FALSE, RT_FAILURE_TLS_HANDSHAKE },
    { RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE, RT_PHASE_WAIT, TRUE, RT_FAILURE_HEAD_TOO_LARGE },
    { RT_WIRE_ERROR, RT_WIRE_ERROR_TOO_MANY_INTERIM, RT_PHASE_WAIT, TRUE,
      RT_FAILURE_TOO_MANY_INTERIM },
    { RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT, RT_PHASE_REQUEST, FALSE, RT_FAILURE_CONTENT_READ },
    { RT_ENGINE_ERROR, RT_ENGINE_ERROR_STORE, RT_PHASE_CONTENT, TRUE, RT_FAILURE_STORE },
    { RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY, RT_PHASE_NAME, FALSE, RT_FAILURE_INVALID_REQUEST },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, RT_PHASE_WAIT, TRUE, RT_FAILURE_MALFORMED },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, RT_PHASE_WAIT, FALSE,
      RT_FAILURE_CLOSED_EARLY },
    { G_FILE_ERROR, G_FILE_ERROR_IO, RT_PHASE_WAIT, FALSE, RT_FAILURE_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtFailureContext context = { .phase = cases[i].phase, .host = "a.example",
                                   .has_bytes = cases[i].has_bytes, .peer_closed = TRUE };
      RtFailureKind kind;
      g_autofree char *words = diagnose (cases[i].domain, cases[i].code, &context, &kind);

      if (kind != cases[i].kind)
        g_error ("case %" G_GSIZE_FORMAT ": %s", i, rt_failure_kind_to_id (kind));
    }
}

/* A name has no port, and an address is shown as it stands in a URL. */
static void
test_bare_host (void)
{
  static const struct { const char *host; const char *words; } cases[] = {
    { "a.example:8443", "No address is known for a.example." },
    { "a.example", "No address is known for a.example." },
    { "[fe80::1]:8443", "No address is known for [fe80::1]." },
    { "[fe80::1]", "No address is known for [fe80::1]." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtFailureContext context = { .phase = RT_PHASE_NAME, .host = cases[i].host };
      RtFailureKind kind;
      g_autofree char *words = diagnose (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, &context,
                                         &kind);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Until it is connected, the proxy is to blame; unless the person stopped it. */
static void
test_proxy (void)
{
  RtFailureContext context = { .host = "a.example", .proxy = "http://p:1" };
  RtFailureKind kind;
  g_autofree char *name = NULL;
  g_autofree char *stopped = NULL;
  g_autofree char *later = NULL;

  context.phase = RT_PHASE_CONNECT;
  name = diagnose (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, &context, &kind);
  g_assert_cmpint (kind, ==, RT_FAILURE_PROXY);
  g_assert_nonnull (strstr (name, "http://p:1"));
  stopped = diagnose (G_IO_ERROR, G_IO_ERROR_CANCELLED, &context, &kind);
  g_assert_cmpint (kind, ==, RT_FAILURE_CANCELLED);
  context.phase = RT_PHASE_WAIT;
  later = diagnose (G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, &context, &kind);
  g_assert_cmpint (kind, ==, RT_FAILURE_RESET);
}

static GPtrArray *
create_chain (const char *subject,
              const char *issuer,
              const char *name)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_certificate_free);
  RtCertificate *own = g_new0 (RtCertificate, 1);

  own->subject = g_strdup (subject);
  own->issuer = g_strdup (issuer);
  own->names = g_strsplit (name, " ", -1);
  own->not_before = g_date_time_new_utc (2020, 1, 2, 3, 4, 5);
  own->not_after = g_date_time_new_utc (2021, 1, 2, 12, 4, 5);
  g_ptr_array_add (chain, own);

  return chain;
}

static void
test_certificates (void)
{
  static const struct
  {
    GTlsCertificateFlags errors;
    gboolean             own_issuer;
    RtFailureKind        kind;
    const char          *words;
  } cases[] = {
    { G_TLS_CERTIFICATE_EXPIRED, FALSE, RT_FAILURE_TLS_EXPIRED, "until" },
    { G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_UNKNOWN_CA, TRUE, RT_FAILURE_TLS_EXPIRED, "21" },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, FALSE, RT_FAILURE_TLS_NOT_YET_VALID, "20" },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, FALSE, RT_FAILURE_TLS_WRONG_HOST,
      "for b.example, c.example, not for a.example" },
    { G_TLS_CERTIFICATE_REVOKED, FALSE, RT_FAILURE_TLS_REVOKED, "b.example" },
    { G_TLS_CERTIFICATE_INSECURE, FALSE, RT_FAILURE_TLS_INSECURE, "b.example" },
    { G_TLS_CERTIFICATE_UNKNOWN_CA, TRUE, RT_FAILURE_TLS_SELF_SIGNED, "itself" },
    { G_TLS_CERTIFICATE_UNKNOWN_CA, FALSE, RT_FAILURE_TLS_UNKNOWN_ISSUER, "CN=Issuer" },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, FALSE, RT_FAILURE_TLS_UNKNOWN_ISSUER, "CN=Issuer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) chain =
        create_chain ("CN=Own", cases[i].own_issuer ? "CN=Own" : "CN=Issuer",
                      "b.example c.example");
      RtFailureContext context = { .phase = RT_PHASE_TLS, .host = "a.example",
                                   .has_certificate = TRUE, .certificate_errors = cases[i].errors,
                                   .certificates = chain };
      RtFailureKind kind;
      g_autofree char *words =
        diagnose (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, &context, &kind);

      g_assert_cmpint (kind, ==, cases[i].kind);
      if (strstr (words, cases[i].words) == NULL)
        g_error ("“%s” lacks “%s”", words, cases[i].words);
    }
}

/* A certificate of which nothing is known. */
static void
test_bare_certificate (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) chain = i == 0 ? NULL : g_ptr_array_new_with_free_func (
        (GDestroyNotify) rt_certificate_free);

      if (i == 2)
        g_ptr_array_add (chain, g_new0 (RtCertificate, 1));
      for (guint flag = 1; flag < 128; flag <<= 1)
        {
          RtFailureContext context = { .phase = RT_PHASE_TLS, .host = "a.example",
                                       .has_certificate = TRUE, .certificate_errors = flag,
                                       .certificates = chain };
          RtFailureKind kind;
          g_autofree char *words = rt_diagnose_certificate (&context, &kind);

          g_assert_null (strstr (words, "(null)"));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagnose/errors", test_errors);
  g_test_add_func ("/diagnose/bare-host", test_bare_host);
  g_test_add_func ("/diagnose/proxy", test_proxy);
  g_test_add_func ("/diagnose/certificates", test_certificates);
  g_test_add_func ("/diagnose/bare-certificate", test_bare_certificate);

  return g_test_run ();
}
