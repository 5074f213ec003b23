/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of notes: for each, exchanges where it appears and where it does not. */

#pragma once

#include "cases.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  gboolean    appears;
  const char *request;  /* "POST /path", then a line a field; Host and version are added */
  const char *response; /* the head; NULL for none */
  const char *content;  /* of the response; NULL for none */
  void      (*set_up) (RtExchange *exchange); /* (nullable) what a head cannot say */
} Row;

/** The trail of @row. (transfer full) */
RtTrail *rows_make  (const Row *row);
/** Runs all, and asserts that each id has a row of both kinds. */
void     rows_check (const Row *rows,
                     guint      length);

G_END_DECLS
