/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A client of plain sockets for the tests of the playground: it sends bytes as
 * they are and keeps what comes back as it came.
 */

#pragma once

#include "playground.h"

G_BEGIN_DECLS

typedef struct
{
  GByteArray *bytes; /* all that came until the end, then a NUL */
  gsize       length;
  gboolean    reset; /* the end was a reset */
  int         code;  /* of the first head; 0 without a status line */
  char       *head;  /* the first head with its empty line; "" without */
  const char *body;  /* behind it, NUL behind its end */
  gsize       body_length;
} Visit;

/** Starts the playground that the visits of this program go to. */
void           visit_open     (void);
void           visit_close    (void);
RtPlayground  *visit_playground (void);

/** A TCP connection to @origin. */
GSocketConnection *visit_connect (const char *origin);
/** Sends @request and reads to the end. */
Visit         *visit_raw      (const char *request,
                               gssize      length);
/** With Host, "Connection: close" and @fields ("Name: value\r\n…" or ""). */
Visit         *visit          (const char *method,
                               const char *target,
                               const char *fields);
Visit         *visit_get      (const char *target);
void           visit_free     (Visit      *self);
/** The value of the first field of this name; (transfer full). */
char          *visit_field    (Visit      *self,
                               const char *name);
/** How many fields have this name. */
guint          visit_count    (Visit      *self,
                               const char *name);
/** The content without chunks. */
GByteArray    *visit_unchunk  (Visit      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

G_END_DECLS
