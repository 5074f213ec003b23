/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The two messages of a HAR entry. Private to the layer. */

#pragma once

#include "exchange.h"
#include "har.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* @own: what is masked besides the fields of the standard; %NULL to mask
 * nothing at all. */

void rt_har_write_request  (RtJsonWriter *writer,
                            RtExchange   *exchange,
                            const RtSecretNames *own);
void rt_har_write_response (RtJsonWriter *writer,
                            RtExchange   *exchange,
                            const RtSecretNames *own);

/** @head: (nullable): %NULL gives an empty list */
void rt_har_write_fields   (RtJsonWriter *writer,
                            const char   *name,
                            const RtHead *head,
                            const RtSecretNames *own);

G_END_DECLS
