/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests of sending share: an engine, the playground, and waiting for a
 * trail without a clock of its own.
 */

#pragma once

#include "engine.h"
#include "playground.h"

G_BEGIN_DECLS

typedef struct
{
  RtEngine     *engine;
  RtPlayground *playground;
  RtRequest    *request;
  RtTrail      *trail;
} Sending;

void        sending_set_up     (Sending       *self,
                                gconstpointer  data);
void        sending_tear_down  (Sending       *self,
                                gconstpointer  data);

/** Points the request at @path of the playground's http origin. */
void        sending_aim        (Sending       *self,
                                const char    *path);

/** Sends the request and iterates until the trail has finished. Returns the
 * last exchange. (transfer none) */
RtExchange *sending_run        (Sending       *self);

/** Sends the request and iterates until the trail waits. (transfer full) */
RtPending  *sending_run_until_pending (Sending *self);
/** Iterates until the trail has finished. */
void        sending_run_on     (Sending       *self);
/** Iterates until the trail waits for something else, or has finished. */
void        sending_iterate_on (Sending       *self);

/** The content of @exchange as text. (transfer full) */
char       *sending_dup_text   (RtExchange    *exchange);

/** Value of a response field, all of that name joined. (transfer full) */
char       *sending_dup_field  (RtExchange    *exchange,
                                const char    *name);

void        sending_assert_failure (RtExchange   *exchange,
                                    RtFailureKind kind);
void        sending_assert_fault   (RtExchange   *exchange,
                                    RtFaultKind   kind);
void        sending_assert_sound   (RtExchange   *exchange);

G_END_DECLS
