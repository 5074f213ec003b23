/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Certificates by GnuTLS. Owns the authority's key, which never leaves this
 * process. Knows nothing of sockets.
 */

#include "issuer.h"

#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <string.h>

#define DAY (24 * 60 * 60)

struct _RtIssuer
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t     certificate;
  char                 *pem;
};

typedef struct gnutls_x509_crt_int Crt;
typedef struct gnutls_x509_privkey_int Key;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Crt, gnutls_x509_crt_deinit)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Key, gnutls_x509_privkey_deinit)

/* Turns a GnuTLS result into a GError; TRUE when @result is good. */
static gboolean
check (int      result,
       GError **error)
{
  if (result >= 0)
    return TRUE;
  g_set_error (error, G_TLS_ERROR, G_TLS_ERROR_MISC,
               "%s", gnutls_strerror (result));
  return FALSE;
}

static Key *
make_key (GError **error)
{
  g_autoptr (Key) key = NULL;

  if (!check (gnutls_x509_privkey_init (&key), error))
    return NULL;
  if (!check (gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA,
                                            GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0),
              error))
    return NULL;
  return g_steal_pointer (&key);
}

static gboolean
set_serial (Crt     *crt,
            GError **error)
{
  guint8 serial[16];

  if (!check (gnutls_rnd (GNUTLS_RND_NONCE, serial, sizeof serial), error))
    return FALSE;
  /* Positive and of full length (RFC 5280 section 4.1.2.2). */
  serial[0] = (serial[0] & 0x3f) | 0x40;
  return check (gnutls_x509_crt_set_serial (crt, serial, sizeof serial), error);
}

/* What every certificate has: version, serial, name, key, time. */
static Crt *
make_certificate (const char  *common_name,
                  Key         *key,
                  gint64       not_before,
                  gint64       not_after,
                  GError     **error)
{
  g_autoptr (Crt) crt = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint8 id[64];
  size_t id_length = sizeof id;

  if (!check (gnutls_x509_crt_init (&crt), error)
      || !check (gnutls_x509_crt_set_version (crt, 3), error)
      || !set_serial (crt, error)
      || !check (gnutls_x509_crt_set_dn_by_oid (crt, GNUTLS_OID_X520_COMMON_NAME, 0, common_name,
                                                strlen (common_name)), error)
      || !check (gnutls_x509_crt_set_key (crt, key), error)
      || !check (gnutls_x509_crt_set_activation_time (crt, now + not_before), error)
      || !check (gnutls_x509_crt_set_expiration_time (crt, now + not_after), error)
      || !check (gnutls_x509_crt_get_key_id (crt, 0, id, &id_length), error)
      || !check (gnutls_x509_crt_set_subject_key_id (crt, id, id_length), error))
    return NULL;
  return g_steal_pointer (&crt);
}

static char *
dup_pem (gnutls_datum_t *datum)
{
  char *pem = g_strndup ((const char *) datum->data, datum->size);

  gnutls_free (datum->data);
  return pem;
}

static char *
export_certificate (Crt     *crt,
                    GError **error)
{
  gnutls_datum_t datum = { NULL, 0 };

  if (!check (gnutls_x509_crt_export2 (crt, GNUTLS_X509_FMT_PEM, &datum), error))
    return NULL;
  return dup_pem (&datum);
}

/* PKCS #8, which GTlsCertificate reads whatever the kind of key. */
static char *
export_key (Key     *key,
            GError **error)
{
  gnutls_datum_t datum = { NULL, 0 };

  if (!check (gnutls_x509_privkey_export2_pkcs8 (key, GNUTLS_X509_FMT_PEM, NULL,
                                                 GNUTLS_PKCS_PLAIN, &datum), error))
    return NULL;
  return dup_pem (&datum);
}

static gboolean
set_names (Crt         *crt,
           const char  *host,
           GError     **error)
{
  static const guint8 loopback[] = { 127, 0, 0, 1 };

  if (host != NULL)
    return check (gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_DNSNAME, host,
                                                        strlen (host), GNUTLS_FSAN_SET), error);
  return check (gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_IPADDRESS, loopback,
                                                      sizeof loopback, GNUTLS_FSAN_SET), error)
         && check (gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_DNSNAME, "localhost",
                                                         strlen ("localhost"),
                                                         GNUTLS_FSAN_APPEND), error);
}

static gboolean
set_leaf_usage (Crt     *crt,
                GError **error)
{
  return check (gnutls_x509_crt_set_basic_constraints (crt, 0, -1), error)
         && check (gnutls_x509_crt_set_key_usage (crt, GNUTLS_KEY_DIGITAL_SIGNATURE), error)
         && check (gnutls_x509_crt_set_key_purpose_oid (crt, GNUTLS_KP_TLS_WWW_SERVER, 0), error);
}

static gboolean
set_authority_id (Crt     *crt,
                  Crt     *issuer,
                  GError **error)
{
  guint8 id[64];
  size_t length = sizeof id;

  return check (gnutls_x509_crt_get_subject_key_id (issuer, id, &length, NULL), error)
         && check (gnutls_x509_crt_set_authority_key_id (crt, id, length), error);
}

RtIssuer *
rt_issuer_new (const char  *name,
               GError     **error)
{
  g_autoptr (RtIssuer) self = g_new0 (RtIssuer, 1);

  g_return_val_if_fail (name != NULL, NULL);

  self->key = make_key (error);
  if (self->key == NULL)
    return NULL;
  self->certificate = make_certificate (name, self->key, -DAY, 59 * DAY, error);
  if (self->certificate == NULL
      || !check (gnutls_x509_crt_set_basic_constraints (self->certificate, 1, 0), error)
      || !check (gnutls_x509_crt_set_key_usage (self->certificate, GNUTLS_KEY_KEY_CERT_SIGN
                                                | GNUTLS_KEY_CRL_SIGN), error)
      || !check (gnutls_x509_crt_sign2 (self->certificate, self->certificate, self->key,
                                        GNUTLS_DIG_SHA256, 0), error))
    return NULL;
  self->pem = export_certificate (self->certificate, error);
  if (self->pem == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
rt_issuer_free (RtIssuer *self)
{
  g_clear_pointer (&self->certificate, gnutls_x509_crt_deinit);
  g_clear_pointer (&self->key, gnutls_x509_privkey_deinit);
  g_clear_pointer (&self->pem, g_free);
  g_free (self);
}

const char *
rt_issuer_get_pem (RtIssuer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pem;
}

GTlsCertificate *
rt_issuer_issue (RtIssuer      *self,
                 const RtLeaf  *leaf,
                 GError       **error)
{
  g_autoptr (Key) key = NULL;
  g_autoptr (Crt) crt = NULL;
  g_autofree char *certificate_pem = NULL;
  g_autofree char *key_pem = NULL;
  g_autofree char *pem = NULL;

  g_return_val_if_fail (self != NULL && leaf != NULL, NULL);

  key = make_key (error);
  if (key == NULL)
    return NULL;
  crt = make_certificate (leaf->host != NULL ? leaf->host : "127.0.0.1", key,
                          leaf->not_before, leaf->not_after, error);
  if (crt == NULL
      || !set_names (crt, leaf->host, error)
      || !set_leaf_usage (crt, error)
      || !set_authority_id (crt, leaf->self_signed ? crt : self->certificate, error)
      || !check (gnutls_x509_crt_sign2 (crt, leaf->self_signed ? crt : self->certificate,
                                        leaf->self_signed ? key : self->key,
                                        GNUTLS_DIG_SHA256, 0), error))
    return NULL;
  certificate_pem = export_certificate (crt, error);
  key_pem = certificate_pem != NULL ? export_key (key, error) : NULL;
  if (key_pem == NULL)
    return NULL;
  pem = g_strconcat (certificate_pem, leaf->self_signed ? "" : self->pem, key_pem, NULL);
  return g_tls_certificate_new_from_pem (pem, -1, error);
}
