/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A server that keeps every head it gets, and answers each with the same bytes:
 * what it did not get was not sent. An origin of its own.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Witness Witness;

/** @answer: a whole response; %NULL for an empty 200 */
Witness    *witness_new        (const char *answer);
void        witness_free       (Witness    *self);
/** "http://127.0.0.1:41234" */
const char *witness_get_origin (Witness    *self);
/** All heads since the last call, one after the other. (transfer full) */
char       *witness_take_heads (Witness    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Witness, witness_free)

G_END_DECLS
