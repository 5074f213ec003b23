/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns what the libraries report into the failure that a person reads: which
 * kind it is, and one sentence of evidence. The one place that knows the error
 * codes of GIO, GnuTLS's glue and libsoup.
 */

#pragma once

#include <gio/gio.h>

#include "connection.h"
#include "failure.h"

G_BEGIN_DECLS

/* What was seen until the error came. */
typedef struct
{
  RtPhase              phase;
  const char          *host;
  const char          *proxy;              /* (nullable) */
  gboolean             has_bytes;          /* of a response */
  gboolean             peer_closed;        /* the server ended the connection */
  gboolean             has_certificate;    /* and it was not accepted: */
  GTlsCertificateFlags certificate_errors;
  GPtrArray           *certificates;       /* (nullable) RtCertificate */
} RtFailureContext;

/**
 * rt_diagnose_error:
 * @error: as a library gave it
 * @kind: (out): what it is
 *
 * Returns: (transfer full): a sentence with the evidence, translated
 */
char *rt_diagnose_error       (const GError           *error,
                               const RtFailureContext *context,
                               RtFailureKind          *kind);

/** The same for a certificate that was not accepted. */
char *rt_diagnose_certificate (const RtFailureContext *context,
                               RtFailureKind          *kind);

G_END_DECLS
