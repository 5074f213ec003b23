/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of small exchanges and the notes that they must, or must not, bring. */

#pragma once

#include "cases.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;       /* must be there; "!id": must not */
  int         status;
  const char *request;  /* "Name: value\n" …; NULL for none */
  const char *response; /* the same */
  const char *content;  /* NULL for none */
  const char *method;   /* NULL for GET */
} TopicRow;

/** The one exchange of @row, finished. (transfer full) */
RtTrail *topic_row_new_trail (const TopicRow *row);

/** Explains each row and looks for its note; all notes must be well formed. */
void     topic_rows_check    (const TopicRow *rows,
                              guint           n_rows);

/** Every id in src/explain/notes that begins with @prefix has a row where it is there
 * and one where it is not. Skips when the sources are not there. */
void     topic_rows_check_reach (const char     *prefix,
                                 const TopicRow *rows,
                                 guint           n_rows);

G_END_DECLS
