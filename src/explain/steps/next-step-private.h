/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How next steps are made: what is looked at, and the changes that a step is
 * made of. One file a kind, next-step-KIND.c, with one function each. Private
 * to this layer. Values from outside are validated before they get here.
 */

#pragma once

#include "next-step.h"
#include "url.h"

G_BEGIN_DECLS

typedef struct
{
  RtTrail    *trail;
  RtExchange *exchange;
  gboolean    is_last;
  gboolean    is_elsewhere; /* a redirect led here: the request is to go here too */
  char       *method;
  RtUrl      *url;      /* NULL when it cannot be read */
  RtHead     *request;  /* NULL when nothing went out */
  RtHead     *response; /* NULL when none came */
  int         status;   /* 0 when none came */
  RtFailure  *failure;  /* NULL when all is well */
  RtSizes     sizes;
  gint64      now;      /* Unix seconds */
  GPtrArray  *steps;    /* RtNextStep */
} RtStepCase;

RtNextStep *rt_next_step_new         (const char *id,
                                       const char *label,
                                       const char *words);

/** Adds a step that changes nothing yet but the way to the exchange, when a
 * redirect led there. @label, @words: translated. (transfer none) */
RtNextStep *rt_step_case_add          (RtStepCase *self,
                                       const char *id,
                                       const char *label,
                                       const char *words);
gboolean    rt_step_case_is_method    (const RtStepCase *self,
                                       const char       *method);
/** The field when it is there once at most in a safe form: printable ASCII of
 * at most 2,000 bytes. (transfer full) (nullable) */
char       *rt_step_case_dup_plain    (const RtStepCase *self,
                                       const char       *name);
/** All values joined; text for reading, not for sending. (transfer full) (nullable) */
char       *rt_step_case_dup_response (const RtStepCase *self,
                                       const char       *name);
gboolean    rt_step_case_has_sent     (const RtStepCase *self,
                                       const char       *name);
/** The URL that @reference means from here; NULL when it is none of http or
 * https. (transfer full) (nullable) */
RtUrl      *rt_step_case_resolve      (const RtStepCase *self,
                                       const char       *reference);
/** " Credentials stay behind …" when @url has another origin than the request
 * that was sent, else "". */
const char *rt_step_case_peek_origin_words (const RtStepCase *self,
                                       const RtUrl      *url);

/* What a step changes, in the order of these calls. */
void rt_next_step_set_wait         (RtNextStep *self,
                                    guint       seconds);
void rt_next_step_set_wants_credentials (RtNextStep *self);
/** GET, HEAD, OPTIONS and TRACE also lose the content. */
void rt_next_step_set_method       (RtNextStep *self,
                                    const char *method);
/** Another origin also loses credentials, typed or not, and cookies typed; another
 * host a typed Host. */
void rt_next_step_set_url          (RtNextStep *self,
                                    const char *url);
/** Replaces the enabled field @name, further ones are switched off; adds one
 * when there is none. */
void rt_next_step_set_field        (RtNextStep *self,
                                    const char *name,
                                    const char *value);
/** Switches off what is typed as @name, or what adds it by itself. */
void rt_next_step_drop_field       (RtNextStep *self,
                                    const char *name);
/** Of the content: a typed Content-Type, or that of the content's own. */
void rt_next_step_set_media_type   (RtNextStep *self,
                                    const char *media_type);
void rt_next_step_set_protocol     (RtNextStep *self,
                                    RtProtocol  protocol);
/** All typed fields, credentials and cookies: a preflight has none. */
void rt_next_step_drop_fields      (RtNextStep *self);

/* The kinds, each in a file of its own. */
void rt_steps_find_conditions  (RtStepCase *self);
void rt_steps_find_connections (RtStepCase *self);
void rt_steps_find_links       (RtStepCase *self);
void rt_steps_find_logins      (RtStepCase *self);
void rt_steps_find_methods     (RtStepCase *self);
void rt_steps_find_offers      (RtStepCase *self);
void rt_steps_find_preflights  (RtStepCase *self);
void rt_steps_find_ranges      (RtStepCase *self);
void rt_steps_find_waits       (RtStepCase *self);

G_END_DECLS
