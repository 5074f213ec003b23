/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checksums that a message carries about its content: Content-Digest and
 * Repr-Digest (RFC 9530), Digest (RFC 3230) and Content-MD5 of old. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *algorithm; /* as it is spelt, small letters */
  GBytes  *expected;  /* NULL when it is not base64 */
  gboolean is_known;  /* it can be computed here */
} RtContentDigest;

void       rt_content_digest_free   (RtContentDigest *self);

/** @name: one of the four fields. (transfer full) (nullable): RtContentDigest;
 * NULL when @value is not by the grammar */
GPtrArray *rt_content_digests_parse (const char      *name,
                                     const char      *value);

/** The checksum of the bytes; NULL when the algorithm is not known. (transfer full) (nullable) */
GBytes    *rt_content_digest_compute (const char     *algorithm,
                                      const guint8   *data,
                                      gsize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtContentDigest, rt_content_digest_free)

G_END_DECLS
