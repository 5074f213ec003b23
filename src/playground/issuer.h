/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A certificate authority of one run, and the certificates that it signs:
 * good ones, and ones that are wrong in exactly one way.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one server certificate says. Times are seconds from now. */
typedef struct
{
  const char *host;      /* a name; NULL for 127.0.0.1 and localhost */
  gint64      not_before;
  gint64      not_after;
  gboolean    self_signed;
} RtLeaf;

typedef struct _RtIssuer RtIssuer;

/**
 * rt_issuer_new:
 * @name: the common name of the authority
 *
 * Makes an ECDSA P-256 key and a certificate for it, valid from yesterday for
 * 60 days.
 *
 * Returns: (transfer full) (nullable): the authority, or %NULL with @error set
 */
RtIssuer        *rt_issuer_new     (const char    *name,
                                    GError       **error);
void             rt_issuer_free    (RtIssuer      *self);
/** The authority's own certificate, PEM. */
const char      *rt_issuer_get_pem (RtIssuer      *self);

/**
 * rt_issuer_issue:
 * @leaf: what the certificate says
 *
 * Returns: (transfer full) (nullable): a certificate with its private key and,
 * unless it is self-signed, the authority as its issuer; or %NULL with @error
 */
GTlsCertificate *rt_issuer_issue   (RtIssuer      *self,
                                    const RtLeaf  *leaf,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtIssuer, rt_issuer_free)

G_END_DECLS
