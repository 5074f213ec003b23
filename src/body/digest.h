/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checksums of received bytes, made in a thread when asked for, and the
 * comparison with what a server says of them: Content-MD5 (RFC 1864), Digest
 * (RFC 3230, obsolete), Content-Digest and Repr-Digest (RFC 9530). No more than
 * damage on the way is found by them: who can change the body can change these.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rt_digest_compute_async:
 * @progress: (nullable): called with bytes done and bytes in all, at most 20
 *   times a second, on the main context of the caller
 *
 * SHA-256 and the like of @bytes, in a thread.
 */
void    rt_digest_compute_async  (GBytes                *bytes,
                                  GChecksumType          type,
                                  GFileProgressCallback  progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
/** (transfer full): lower-case hexadecimal; NULL when cancelled */
char   *rt_digest_compute_finish (GAsyncResult          *result,
                                  GError               **error);

G_END_DECLS
