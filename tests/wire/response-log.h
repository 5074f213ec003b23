/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a response reader told, as lines of text, for the tests. */

#pragma once

#include "response-reader.h"

typedef struct
{
  GString    *heads;    /* "interim 100|head 200|trailers 2|" */
  GByteArray *content;
  GByteArray *head_bytes; /* of all heads and trailers, one after the other */
  GPtrArray  *faults;   /* ids, in their order */
  GPtrArray  *evidence;
  GString    *end;      /* "complete" or "cut", once */
  GError     *error;
  RtFraming   framing;
  gint64      length;
  guint64     wire;
  GBytes     *extra;
  GBytes     *partial;
  guint       n_ends;
} ResponseLog;

/* How to cut the input into pieces. */
typedef enum
{
  FEED_WHOLE,
  FEED_BYTES,
  FEED_RANDOM,
  FEED_N,
} FeedMode;

typedef struct
{
  gsize    max_head; /* 0: as it is */
  guint    max_interim;
  gboolean is_aborted;
  gboolean stays_open;
} FeedOptions;

ResponseLog *response_log_run      (const char        *method,
                                    const void        *bytes,
                                    gsize              length,
                                    FeedMode           mode,
                                    const FeedOptions *options);
void         response_log_free     (ResponseLog       *self);
gboolean     response_log_has      (const ResponseLog *self,
                                    const char        *fault_id);
/** The faults as one line, sorted, "a,b". */
char        *response_log_faults   (const ResponseLog *self);
/** All that must not depend on the pieces. */
void         response_log_assert_same (const ResponseLog *a,
                                       const ResponseLog *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ResponseLog, response_log_free)
