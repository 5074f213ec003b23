/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of next steps: where each appears, where it does not, and exactly what
 * it makes of the request. */

#pragma once

#include "next-step.h"
#include "rows.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *request;  /* as in Row; its fields are typed, and POST, PUT and PATCH
                         * have the text "abc" as content */
  const char *response;
  const char *content;
  const char *expected; /* what it makes of the request, see steps_dump(); NULL
                         * when the step does not appear */
  void      (*set_up) (RtExchange *exchange);
} StepRow;

/** The steps of the last exchange at CASES_NOW. (transfer full) */
GPtrArray  *steps_of         (RtTrail    *trail);
/** The first step @id, or NULL. (transfer none) */
RtNextStep *steps_find       (GPtrArray  *steps,
                              const char *id);
/** What was typed for @request, as in StepRow. (transfer full) */
RtRequest  *steps_new_request (const char *request);
/** "GET http://h/ | A: b | -Off: c | text/plain abc | …". (transfer full) */
char       *steps_dump       (RtRequest  *request);
/** Runs all, and asserts that each id has a row of both kinds. */
void        steps_check      (const StepRow *rows,
                              guint          length);

G_END_DECLS
