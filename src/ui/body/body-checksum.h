/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The checksum of a body, and what the server's own say of it, in words. */

#pragma once

#include "exchange.h"

G_BEGIN_DECLS

/** SHA-256 of the body as received, and a comparison with each digest that the
 * response's fields and trailers give. Made in threads. */
void  rt_body_checksum_async  (RtExchange           *exchange,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
/** SHA-256 of a part of a body; nothing claims a digest of it. */
void  rt_body_checksum_part_async (GBytes              *part,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
/** (transfer full) (nullable): a line for each; NULL when cancelled */
char *rt_body_checksum_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
