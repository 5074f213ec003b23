/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtExchange over two files: exchange.c makes it and lets it be read,
 * exchange-filling.c is how the engine fills it. For these two only.
 */

#pragma once

#include "exchange-private.h"

G_BEGIN_DECLS

struct _RtExchange
{
  GObject parent_instance;

  RtNotifier     *notifier;
  gboolean        is_in_trail; /* which tells at once of the end of both */
  guint           position; /* atomic */
  char           *method;
  char           *url;
  RtBody         *body;

  GMutex          mutex; /* guards all below */
  RtExchangeState state;
  RtHead         *request_head;
  RtHead         *response_head;
  RtHead         *trailers;
  GPtrArray      *interim_heads;
  GBytes         *partial_head;
  GBytes         *extra_bytes;
  GBytes         *request_content;
  RtBody         *content;
  GPtrArray      *faults;
  RtFailure      *failure;
  RtConnection   *connection;
  RtNext         *next;
  GPtrArray      *cookie_verdicts;
  RtProof         proof;
  char           *library_view;
  char           *frames;
  RtFraming       framing;
  RtTiming        timing;
  RtSizes         sizes;
};

G_END_DECLS
