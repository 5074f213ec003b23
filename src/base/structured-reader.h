/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the two halves of the parser of structured fields share: a place in the
 * text, and the values without parameters. Only structured-*.c include it.
 */

#pragma once

#include "structured-field.h"

G_BEGIN_DECLS

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  RtSfError   error; /* the first one */
} RtSfReader;

/** Remembers place and @reason; always NULL, to be returned. */
gpointer   rt_sf_reader_fail (RtSfReader       *reader,
                              const char       *reason);
/** The next byte; NUL at the end. */
char       rt_sf_reader_peek (const RtSfReader *reader);
gboolean   rt_sf_reader_has  (const RtSfReader *reader);
/** Goes on when the next byte is @c. */
gboolean   rt_sf_reader_eat  (RtSfReader       *reader,
                              char              c);

/** A value without parameters and brackets (RFC 9651 section 4.2.3.1).
 * (transfer full) (nullable) */
RtSfValue *rt_sf_read_bare   (RtSfReader       *reader);

G_END_DECLS
