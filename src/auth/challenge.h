/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The challenges of WWW-Authenticate and Proxy-Authenticate (RFC 9110 section
 * 11.3), read strictly, with the place of the fault when they are malformed.
 * Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *name;   /* in lower case */
  char    *value;  /* quotes and quoted pairs undone; made fit for the screen by who shows it */
  gboolean quoted;
} RtChallengeParam;

typedef struct
{
  char      *scheme;  /* as sent */
  char      *token68; /* (nullable) */
  GPtrArray *params;  /* RtChallengeParam, in order, unknown and repeated ones too */
  guint      line;    /* which of the field lines it starts in, from 0 */
} RtChallenge;

typedef struct
{
  GPtrArray *challenges;   /* RtChallenge in order; of a malformed line those before the fault */
  gboolean   valid;        /* no line is malformed */
  guint      fault_line;   /* the first malformed line */
  gsize      fault_offset; /* bytes into the value of that line */
  char      *fault;        /* what is wrong there, translated; NULL when valid */
} RtChallengeList;

/**
 * rt_challenge_list_parse:
 * @values: (element-type GBytes): the value of each field line, in order;
 *   one line may hold several challenges
 *
 * Returns: (transfer full): never %NULL
 */
RtChallengeList *rt_challenge_list_parse (GPtrArray             *values);
void             rt_challenge_list_free  (RtChallengeList       *self);

RtChallenge     *rt_challenge_copy       (const RtChallenge     *self);
void             rt_challenge_free       (RtChallenge           *self);
/** Value of the first parameter @name (lower case); NULL when none. */
const char      *rt_challenge_get        (const RtChallenge     *self,
                                          const char            *name);
gboolean         rt_challenge_is         (const RtChallenge     *self,
                                          const char            *scheme);
/** "Basic", "Digest SHA-256": scheme, and algorithm where it has one. (transfer full) */
char            *rt_challenge_dup_label  (const RtChallenge     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChallengeList, rt_challenge_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChallenge, rt_challenge_free)

G_END_DECLS
