/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The facts of a connection and of the certificates seen on it. */

#include "connection.h"

typedef struct
{
  RtConnection  facts;
  gatomicrefcount count;
} Counted;

RtConnection *
rt_connection_new (void)
{
  Counted *self = g_new0 (Counted, 1);

  g_atomic_ref_count_init (&self->count);
  self->facts.certificates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_certificate_free);

  return &self->facts;
}

RtConnection *
rt_connection_ref (RtConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Counted *) self)->count);

  return self;
}

void
rt_connection_unref (RtConnection *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&((Counted *) self)->count))
    return;

  g_clear_pointer (&self->remote_address, g_free);
  g_clear_pointer (&self->local_address, g_free);
  g_clear_pointer (&self->proxy, g_free);
  g_clear_pointer (&self->protocol, g_free);
  g_clear_pointer (&self->tls_version, g_free);
  g_clear_pointer (&self->cipher, g_free);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_free (self);
}

RtConnection *
rt_connection_copy_reused (RtConnection *self)
{
  RtConnection *copy = rt_connection_new ();

  copy->id = self->id;
  copy->reused = TRUE;
  copy->remote_address = g_strdup (self->remote_address);
  copy->local_address = g_strdup (self->local_address);
  copy->proxy = g_strdup (self->proxy);
  copy->protocol = g_strdup (self->protocol);
  copy->tls = self->tls;
  copy->tls_version = g_strdup (self->tls_version);
  copy->cipher = g_strdup (self->cipher);
  g_clear_pointer (&copy->certificates, g_ptr_array_unref);
  copy->certificates = g_ptr_array_ref (self->certificates);
  copy->certificate_errors = self->certificate_errors;
  copy->sent_anyway = self->sent_anyway;

  return copy;
}

void
rt_certificate_free (RtCertificate *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->issuer, g_free);
  g_clear_pointer (&self->not_before, g_date_time_unref);
  g_clear_pointer (&self->not_after, g_date_time_unref);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->sha256, g_free);
  g_free (self);
}

static char **
read_names (GTlsCertificate *certificate)
{
  g_autoptr(GPtrArray) dns = g_tls_certificate_get_dns_names (certificate);
  g_autoptr(GPtrArray) addresses = g_tls_certificate_get_ip_addresses (certificate);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; dns != NULL && i < dns->len; i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (g_ptr_array_index (dns, i), &length);
      g_autofree char *name = g_strndup (data, length);

      g_strv_builder_add (names, name);
    }

  for (guint i = 0; addresses != NULL && i < addresses->len; i++)
    {
      g_autofree char *name =
        g_inet_address_to_string (g_ptr_array_index (addresses, i));

      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static char *
read_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr(GByteArray) der = NULL;
  g_autofree char *hex = NULL;
  GString *text;

  g_object_get (certificate, "certificate", &der, NULL);
  if (der == NULL)
    return NULL;

  hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
  text = g_string_new (NULL);
  for (gsize i = 0; hex[i] != '\0'; i++)
    {
      if (i > 0 && i % 2 == 0)
        g_string_append_c (text, ':');
      g_string_append_c (text, g_ascii_toupper (hex[i]));
    }

  return g_string_free (text, FALSE);
}

GPtrArray *
rt_certificate_read_chain (GTlsCertificate *certificate)
{
  GPtrArray *chain =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_certificate_free);

  g_return_val_if_fail (certificate == NULL || G_IS_TLS_CERTIFICATE (certificate), chain);

  /* A server may send a chain of any length: sixteen is more than any real. */
  for (guint depth = 0; certificate != NULL && depth < 16; depth++)
    {
      RtCertificate *facts = g_new0 (RtCertificate, 1);

      facts->subject = g_tls_certificate_get_subject_name (certificate);
      facts->issuer = g_tls_certificate_get_issuer_name (certificate);
      facts->not_before = g_tls_certificate_get_not_valid_before (certificate);
      facts->not_after = g_tls_certificate_get_not_valid_after (certificate);
      facts->names = read_names (certificate);
      facts->sha256 = read_fingerprint (certificate);
      g_ptr_array_add (chain, facts);

      certificate = g_tls_certificate_get_issuer (certificate);
    }

  return chain;
}
