/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The connection that an exchange used: facts only, immutable, counted. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char                *subject;    /* as the certificate names itself */
  char                *issuer;
  GDateTime           *not_before; /* (nullable) */
  GDateTime           *not_after;  /* (nullable) */
  char               **names;      /* subject alternative names: DNS and IP */
  char                *sha256;     /* fingerprint of the DER, upper-case hex with colons */
} RtCertificate;

typedef struct
{
  guint64              id;             /* unique in the process */
  gboolean             reused;         /* opened by an earlier exchange */
  char                *remote_address; /* "93.184.216.34:443"; NULL when unknown */
  char                *local_address;
  char                *proxy;          /* "http://host:port", NULL when direct */
  char                *protocol;       /* by ALPN: "http/1.1", "h2"; NULL without */
  gboolean             tls;
  char                *tls_version;    /* "TLS 1.3" */
  char                *cipher;         /* "TLS_AES_256_GCM_SHA384" */
  GPtrArray           *certificates;   /* RtCertificate, the server's own first */
  GTlsCertificateFlags certificate_errors;
  gboolean             sent_anyway;    /* they were overridden for this send */
} RtConnection;

RtConnection *rt_connection_new   (void);
RtConnection *rt_connection_ref   (RtConnection *self);
void          rt_connection_unref (RtConnection *self);
/** The same facts for a later exchange: reused. (transfer full) */
RtConnection *rt_connection_copy_reused (RtConnection *self);

void          rt_certificate_free (RtCertificate *self);
/** Reads the facts of @certificate and of its issuers. (transfer full) */
GPtrArray    *rt_certificate_read_chain (GTlsCertificate *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtConnection, rt_connection_unref)

G_END_DECLS
