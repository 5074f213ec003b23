/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The two messages of a HAR entry. Private to the layer. */

#pragma once

#include "exchange.h"
#include "har.h"
#include "json-writer.h"

G_BEGIN_DECLS

void rt_har_write_request  (RtJsonWriter *writer,
                            RtExchange   *exchange,
                            RtHarFlags    flags);
void rt_har_write_response (RtJsonWriter *writer,
                            RtExchange   *exchange,
                            RtHarFlags    flags);

/** @head: (nullable): %NULL gives an empty list */
void rt_har_write_fields   (RtJsonWriter *writer,
                            const char   *name,
                            const RtHead *head,
                            RtHarFlags    flags);

G_END_DECLS
