/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pieces that challenges and credentials are made of (RFC 9110 sections
 * 11.2 to 11.4), read one after the other from bytes that need not end in NUL.
 * Internal to src/auth.
 */

#pragma once

#include "challenge.h"

G_BEGIN_DECLS

typedef struct
{
  const guchar *data;
  gsize         length;
  gsize         at;
  char         *fault;        /* the first one, translated; NULL while all is well */
  gsize         fault_offset;
} RtAuthReader;

void              rt_auth_reader_init          (RtAuthReader *self,
                                                GBytes       *bytes);
void              rt_auth_reader_clear         (RtAuthReader *self);

/** Keeps @words unless there was a fault before. */
void              rt_auth_reader_take_fault    (RtAuthReader *self,
                                                gsize         offset,
                                                char         *words);
gboolean          rt_auth_reader_at_end        (RtAuthReader *self);
/** OWS; a fold counts as white space. */
void              rt_auth_reader_skip_space    (RtAuthReader *self);
/** OWS and empty list elements (RFC 9110 section 5.6.1.2). */
void              rt_auth_reader_skip_commas   (RtAuthReader *self);
/** At the end or at a comma, behind white space. */
gboolean          rt_auth_reader_ends_element  (RtAuthReader *self);
/** A token follows, and "=" behind it: the form of a parameter. */
gboolean          rt_auth_reader_sees_param    (RtAuthReader *self);

/** (transfer full) (nullable): %NULL, and nothing read, when there is none. */
char             *rt_auth_reader_read_token    (RtAuthReader *self);
/** (transfer full) (nullable): %NULL, and nothing read, when what follows up
 * to the comma or the end is no token68. */
char             *rt_auth_reader_read_token68  (RtAuthReader *self);
/** (transfer full) (nullable): %NULL with a fault. */
RtChallengeParam *rt_auth_reader_read_param    (RtAuthReader *self);
/** Reads the white space between the scheme and what belongs to it.
 * Returns: %TRUE when parameters or a token68 may follow */
gboolean          rt_auth_reader_enter_scheme  (RtAuthReader *self);

/** A fault at the current byte, which does not fit there. */
void              rt_auth_reader_refuse_byte   (RtAuthReader *self,
                                                const char   *wanted);

RtChallengeParam *rt_challenge_param_copy      (const RtChallengeParam *self);
void              rt_challenge_param_free      (RtChallengeParam *self);
GPtrArray        *rt_challenge_params_new      (void);
/** Value of the first parameter @name (lower case); NULL when none. */
const char       *rt_challenge_params_get      (GPtrArray    *params,
                                                const char   *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtAuthReader, rt_auth_reader_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChallengeParam, rt_challenge_param_free)

G_END_DECLS
