/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests of lessons share: trails made out of texts, and parts of a lesson
 * made out of XML. No network.
 */

#pragma once

#include "lesson.h"

G_BEGIN_DECLS

/* One exchange. Fields are "Name: value\n" lines. */
typedef struct
{
  const char  *method;   /* NULL ends a trail */
  const char  *path;
  const char  *request;  /* fields, nullable */
  const char  *response; /* "304\nETag: x\n"; NULL: none came */
  const char  *content;  /* nullable */
  RtNextReason reason;   /* why the next one happened */
} Hop;

/** A finished trail of all up to the end. (transfer full) */
RtTrail     *hops_new_trail    (const Hop  *hops);
/** The same of one GET. (transfer full) */
RtTrail     *hops_new_get      (const char *path,
                                const char *request,
                                const char *response);
/** A trail of one GET that failed. (transfer full) */
RtTrail     *hops_new_failed   (const char    *path,
                                RtFailureKind  kind);

/** Bytes without a NUL behind them. (transfer full) */
GBytes      *hops_new_bytes    (const char *text);

/** A lesson of one step for each of @checks, NULL at the end: the elements of
 * its <check>. (transfer full) */
RtLesson    *hops_new_lesson   (const char *first_check,
                                ...) G_GNUC_NULL_TERMINATED;

/** The lesson of @xml must be refused with this message. */
void         hops_assert_refused (const char *xml,
                                  const char *message);

/** The catalogue, made once. (transfer none) */
RtCatalogue *hops_get_catalogue (void);

G_END_DECLS
