/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The request of a step, as its file says it; and the real one made of it, with
 * the values that earlier steps brought.
 */

#pragma once

#include "lesson-source.h"
#include "request.h"

G_BEGIN_DECLS

/* One field: a text, or a value that an earlier step brought. */
typedef struct
{
  char           *name;
  char           *value;  /* NULL when there is a source */
  RtLessonSource *source;
} RtLessonField;

typedef struct
{
  char             *method;
  char             *path;       /* on the playground: "/cache?a=1" */
  gboolean          follow;
  guint             tries;      /* further tries by itself; 0 = none */
  GPtrArray        *fields;     /* (element-type RtLessonField) */
  char             *content;    /* NULL = none */
  char             *media_type; /* "" when there is no content */
  RtCredentialsKind credentials;
  char             *user;
  char             *secret;
} RtLessonRequest;

void             rt_lesson_field_free   (RtLessonField   *self);
/** GET, followed, nothing else; the path is to be set. */
RtLessonRequest *rt_lesson_request_new  (void);
void             rt_lesson_request_free (RtLessonRequest *self);

/**
 * rt_lesson_request_fill:
 * @request: what is edited: its timeouts, cookies and jar stay, all that a
 *   lesson is not about becomes as in a new request
 * @origin: of the playground, without a slash at its end
 * @trails: (element-type RtTrail): by step, NULL where a step has none
 *
 * Returns: (transfer full) (nullable): in words the value that did not come
 *   yet; its field is then left out. %NULL when all is there
 */
char            *rt_lesson_request_fill (const RtLessonRequest *self,
                                         RtRequest             *request,
                                         const char            *origin,
                                         GPtrArray             *trails);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLessonField, rt_lesson_field_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLessonRequest, rt_lesson_request_free)

G_END_DECLS
