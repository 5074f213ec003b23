/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sink of the tap that keeps all that it is told, for the tests. Shared by the
 * test and the connection: under TLS a pool thread may drop the last reference
 * to the connection, and close it, after the test has let go of it.
 */

#pragma once

#include "tap.h"

typedef struct
{
  gatomicrefcount ref_count;
  GMutex      lock;
  GByteArray *received[RT_TAP_CLEAR + 1];
  GByteArray *sent[RT_TAP_CLEAR + 1];
  guint       n_ended[RT_TAP_CLEAR + 1];
  GError     *end_error; /* of the last end */
  gint        n_destroyed; /* atomic */
  guint       n_rewrites;
  gint64      last_time;

  /* orders */
  GBytes     *replacement;  /* for the first write of PLAIN or CLEAR */
  gsize       max_received; /* fail reads after so many bytes; 0: never */
} TapRecord;

extern const RtTapSink tap_record_sink;

TapRecord *tap_record_new     (void);
TapRecord *tap_record_ref     (TapRecord    *self);
void       tap_record_unref   (TapRecord    *self);
/** A GDestroyNotify for a reference: counts, and drops it. */
void       tap_record_destroy (gpointer      self);
/** Runs the main context until the connection is gone. */
void       tap_record_wait    (TapRecord    *self);
void       tap_record_check   (GByteArray   *bytes,
                               const char   *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TapRecord, tap_record_unref)
