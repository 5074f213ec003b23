/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "issuer.h"

#define DAY (24 * 60 * 60)

static const RtLeaf good = { NULL, -DAY, 29 * DAY, FALSE };

static GTlsCertificateFlags
verify (GTlsCertificate *certificate,
        const char      *pem,
        const char      *host)
{
  g_autoptr (GSocketConnectable) identity = g_network_address_new (host, 443);
  g_autoptr (GTlsCertificate) authority = g_tls_certificate_new_from_pem (pem, -1, NULL);

  return g_tls_certificate_verify (certificate, identity, authority);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtIssuer) issuer = rt_issuer_new ("Test", &error);
  g_autoptr (GTlsCertificate) certificate = rt_issuer_issue (issuer, &good, &error);
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);

  g_assert_no_error (error);
  g_assert_cmpstr (subject, ==, "CN=127.0.0.1");
  g_assert_cmpint (verify (certificate, rt_issuer_get_pem (issuer), "127.0.0.1"), ==, 0);
  g_assert_cmpint (verify (certificate, rt_issuer_get_pem (issuer), "localhost"), ==, 0);
  g_assert_cmpint (verify (certificate, rt_issuer_get_pem (issuer), "example.com"), ==,
                   G_TLS_CERTIFICATE_BAD_IDENTITY);
  g_assert_nonnull (g_tls_certificate_get_issuer (certificate));
}

static void
test_self_signed (void)
{
  static const RtLeaf leaf = { NULL, -DAY, 29 * DAY, TRUE };
  g_autoptr (RtIssuer) issuer = rt_issuer_new ("Test", NULL);
  g_autoptr (GTlsCertificate) certificate = rt_issuer_issue (issuer, &leaf, NULL);

  g_assert_null (g_tls_certificate_get_issuer (certificate));
  g_assert_cmpint (verify (certificate, rt_issuer_get_pem (issuer), "127.0.0.1"), ==,
                   G_TLS_CERTIFICATE_UNKNOWN_CA);
}

static void
test_times (void)
{
  static const RtLeaf early = { NULL, 10 * DAY, 20 * DAY, FALSE };
  static const RtLeaf late = { NULL, -20 * DAY, -10 * DAY, FALSE };
  g_autoptr (RtIssuer) issuer = rt_issuer_new ("Test", NULL);
  g_autoptr (GTlsCertificate) not_yet = rt_issuer_issue (issuer, &early, NULL);
  g_autoptr (GTlsCertificate) expired = rt_issuer_issue (issuer, &late, NULL);

  g_assert_cmpint (verify (not_yet, rt_issuer_get_pem (issuer), "127.0.0.1"), ==,
                   G_TLS_CERTIFICATE_NOT_ACTIVATED);
  g_assert_cmpint (verify (expired, rt_issuer_get_pem (issuer), "127.0.0.1"), ==,
                   G_TLS_CERTIFICATE_EXPIRED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issuer/good", test_good);
  g_test_add_func ("/issuer/self-signed", test_self_signed);
  g_test_add_func ("/issuer/times", test_times);
  return g_test_run ();
}
