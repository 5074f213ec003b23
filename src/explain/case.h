/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a topic looks at: one exchange of a trail, with what is asked of it most
 * at hand; and where it puts its notes. A topic is one function in one file:
 * void rt_explain_NAME (RtCase *self), a line in the table of explain.c.
 */

#pragma once

#include "catalogue.h"
#include "note.h"
#include "trail.h"
#include "url.h"

G_BEGIN_DECLS

typedef struct
{
  RtTrail     *trail;
  RtExchange  *exchange;
  guint        position;  /* of the exchange in the trail */
  RtExchange  *before;    /* the one before it; NULL at the first */
  gboolean     is_last;
  RtCatalogue *catalogue;
  gint64       now;       /* Unix seconds */

  char        *method;
  RtUrl       *url;       /* NULL when it cannot be read */
  RtHead      *request;   /* NULL when nothing went out */
  RtHead      *response;  /* NULL when none came */
  gboolean     is_cut;    /* its head broke off: what it lacks may have been to come */
  int          status;    /* 0 when none came */
  RtFailure   *failure;   /* NULL when all is well */
  RtSizes      sizes;

  GPtrArray   *notes;     /* RtNote */
} RtCase;

/** @now: Unix seconds. (transfer full) */
RtCase     *rt_case_new           (RtTrail       *trail,
                                   guint          position,
                                   RtCatalogue   *catalogue,
                                   gint64         now);
void        rt_case_free          (RtCase        *self);

/** Adds a note. @sentence and @detail are translated texts. */
void        rt_case_add           (RtCase        *self,
                                   const char    *id,
                                   RtNoteLevel    level,
                                   RtNoteSubject  subject,
                                   const char    *section,
                                   const char    *sentence,
                                   const char    *detail);
/** Adds a note on the field at @position of the response head. */
void        rt_case_add_on_field  (RtCase        *self,
                                   guint          position,
                                   const char    *id,
                                   RtNoteLevel    level,
                                   const char    *section,
                                   const char    *sentence,
                                   const char    *detail);
/** The same of the request head. */
void        rt_case_add_on_request_field (RtCase *self,
                                   guint          position,
                                   const char    *id,
                                   RtNoteLevel    level,
                                   const char    *section,
                                   const char    *sentence,
                                   const char    *detail);

/** The same with texts that it takes, for those that were put together.
 * @field: position of the field when @subject is one. */
void        rt_case_take          (RtCase        *self,
                                   RtNoteSubject  subject,
                                   guint          field,
                                   const char    *id,
                                   RtNoteLevel    level,
                                   const char    *section,
                                   char          *sentence,
                                   char          *detail);

/* All values of a field joined by ", "; NULL when there is none. (transfer full) (nullable) */
char       *rt_case_dup_response  (const RtCase  *self,
                                   const char    *name);
char       *rt_case_dup_request   (const RtCase  *self,
                                   const char    *name);
/* Position of the first field @name, -1 when there is none. */
int         rt_case_find_response (const RtCase  *self,
                                   const char    *name);
int         rt_case_find_request  (const RtCase  *self,
                                   const char    *name);
gboolean    rt_case_is_method     (const RtCase  *self,
                                   const char    *method);
/** "“…”": a value quoted for a text, at most 120 characters of it. (transfer full) */
char       *rt_case_quote         (const char    *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCase, rt_case_free)

G_END_DECLS
