/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One Digest challenge and the requests that answer it (RFC 7616): the nonce
 * and its count, the client's nonce, what the server proves. Internal to
 * src/auth.
 */

#pragma once

#include "login.h"

G_BEGIN_DECLS

typedef struct _RtDigestSession RtDigestSession;

/**
 * rt_digest_dup_obstacle:
 *
 * Returns: (transfer full) (nullable): why @challenge cannot be answered for
 * @request, translated; %NULL when it can
 */
char            *rt_digest_dup_obstacle         (const RtChallenge    *challenge,
                                                 const RtLoginRequest *request);
/** The server asks for the same again with another nonce. */
gboolean         rt_digest_is_stale             (const RtChallenge    *challenge);

/** @challenge must have no obstacle. (transfer full) */
RtDigestSession *rt_digest_session_new          (const RtChallenge    *challenge,
                                                 const char           *user,
                                                 const char           *secret);
void             rt_digest_session_free         (RtDigestSession      *self);
/** For tests: the client's nonce, which is random otherwise. */
void             rt_digest_session_set_cnonce   (RtDigestSession      *self,
                                                 const char           *cnonce);

/** The credentials for the next request; counts it. %NULL when qop is auth-int
 * and the content cannot be hashed. (transfer full) (nullable) */
char            *rt_digest_session_dup_value    (RtDigestSession      *self,
                                                 const RtLoginRequest *request);
/** Of the response to the last request; @content: (nullable). */
RtProof          rt_digest_session_take_info    (RtDigestSession      *self,
                                                 const char           *value,
                                                 GBytes               *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtDigestSession, rt_digest_session_free)

G_END_DECLS
