/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/connection.c. */

#include "connection.h"

/* A certificate for tests, signed by itself; nobody has its key. */
static const char pem[] =
  "-----BEGIN CERTIFICATE-----\n"
  "MIIBujCCAWCgAwIBAgIUeQPdedeQhd6veAtORUuNhctrVHowCgYIKoZIzj0EAwIw\n"
  "EzERMA8GA1UEAwwIVGVzdCBPd24wIBcNMjYxMTIxMDU0NDEzWhgPMjEyNjEwMjgw\n"
  "NTQ0MTNaMBMxETAPBgNVBAMMCFRlc3QgT3duMFkwEwYHKoZIzj0CAQYIKoZIzj0D\n"
  "AQcDQgAEexdnkwOhn1KOgOd7X2wa/EuVtr2ClO4et4UMxuBHCKXu7h9J7R2pOB6l\n"
  "V3QpSvVjw6U3mepHYE5FCnh2DVGRXKOBjzCBjDAdBgNVHQ4EFgQUmdetevPjDFON\n"
  "iJEPc7MW6iCv7ywwHwYDVR0jBBgwFoAUmdetevPjDFONiJEPc7MW6iCv7ywwDwYD\n"
  "VR0TAQH/BAUwAwEB/zA5BgNVHREEMjAwgglhLmV4YW1wbGWCCyouYi5leGFtcGxl\n"
  "hwR/AAABhxAAAAAAAAAAAAAAAAAAAAABMAoGCCqGSM49BAMCA0gAMEUCIQDBu3Gm\n"
  "Ub3cbU50T7FVGPhdlxO7yw5M9Lm9FkDqOkVdEQIgWZi6k0SFa+zC54deSwHVquBt\n"
  "xNL3g8lTo8Ifyp2i3lQ=\n"
  "-----END CERTIFICATE-----\n";
#define FINGERPRINT \
  "7D:AD:EE:12:A8:88:2C:E7:4E:33:2E:C8:35:3C:7D:CD:" \
  "09:9B:5B:F1:B8:2F:4E:9E:69:C2:DB:FC:81:20:3A:42"

static void
test_chain (void)
{
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_pem (pem, -1, NULL);
  g_autoptr(GPtrArray) chain = NULL;
  const RtCertificate *own;

  g_assert_nonnull (certificate);
  chain = rt_certificate_read_chain (certificate);
  g_assert_cmpuint (chain->len, ==, 1);
  own = g_ptr_array_index (chain, 0);
  g_assert_cmpstr (own->subject, ==, "CN=Test Own");
  g_assert_cmpstr (own->issuer, ==, "CN=Test Own");
  g_assert_cmpstr (own->sha256, ==, FINGERPRINT);
  g_assert_cmpint (g_date_time_get_year (own->not_before), ==, 2026);
  g_assert_cmpint (g_date_time_get_year (own->not_after), ==, 2126);
  g_assert_cmpuint (g_strv_length (own->names), ==, 4);
  g_assert_cmpstr (own->names[0], ==, "a.example");
  g_assert_cmpstr (own->names[1], ==, "*.b.example");
  g_assert_cmpstr (own->names[2], ==, "127.0.0.1");
  g_assert_cmpstr (own->names[3], ==, "::1");
}

static void
test_no_certificate (void)
{
  g_autoptr(GPtrArray) chain = rt_certificate_read_chain (NULL);

  g_assert_cmpuint (chain->len, ==, 0);
}

static void
test_copy_reused (void)
{
  RtConnection *connection = rt_connection_new ();
  g_autoptr(RtConnection) copy = NULL;
  RtConnection *same;

  g_assert_false (connection->reused);
  g_assert_nonnull (connection->certificates);
  connection->id = 7;
  connection->remote_address = g_strdup ("r");
  connection->local_address = g_strdup ("l");
  connection->proxy = g_strdup ("p");
  connection->protocol = g_strdup ("h2");
  connection->tls = TRUE;
  connection->tls_version = g_strdup ("TLS 1.3");
  connection->cipher = g_strdup ("c");
  connection->certificate_errors = G_TLS_CERTIFICATE_EXPIRED;
  connection->sent_anyway = TRUE;
  g_ptr_array_add (connection->certificates, g_new0 (RtCertificate, 1));

  same = rt_connection_ref (connection);
  copy = rt_connection_copy_reused (connection);
  rt_connection_unref (connection);
  rt_connection_unref (same);

  g_assert_true (copy->reused);
  g_assert_cmpuint (copy->id, ==, 7);
  g_assert_cmpstr (copy->remote_address, ==, "r");
  g_assert_cmpstr (copy->local_address, ==, "l");
  g_assert_cmpstr (copy->proxy, ==, "p");
  g_assert_cmpstr (copy->protocol, ==, "h2");
  g_assert_true (copy->tls);
  g_assert_cmpstr (copy->tls_version, ==, "TLS 1.3");
  g_assert_cmpstr (copy->cipher, ==, "c");
  g_assert_cmpint (copy->certificate_errors, ==, G_TLS_CERTIFICATE_EXPIRED);
  g_assert_true (copy->sent_anyway);
  g_assert_cmpuint (copy->certificates->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection/chain", test_chain);
  g_test_add_func ("/connection/no-certificate", test_no_certificate);
  g_test_add_func ("/connection/copy-reused", test_copy_reused);

  return g_test_run ();
}
