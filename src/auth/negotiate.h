/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Negotiate (RFC 4559): the ticket of the person who is logged in, through
 * GSSAPI. Internal to src/auth.
 *
 * GSSAPI has no way not to block: it may read files, ask the name service, and
 * talk to a ticket server until that answers or its own time is up. Never call
 * it in the thread of a window.
 */

#pragma once

#include "login.h"

G_BEGIN_DECLS

typedef struct _RtNegotiate RtNegotiate;

/** Why it cannot be answered at all, translated: the build lacks GSSAPI; NULL
 * when it can be tried. (transfer full) (nullable) */
char        *rt_negotiate_dup_obstacle (void);

/** @host: without port; the service is HTTP@@host. (transfer full) */
RtNegotiate *rt_negotiate_new          (const char   *host);
void         rt_negotiate_free         (RtNegotiate  *self);

/**
 * rt_negotiate_step:
 * @token: (nullable): what stands behind "Negotiate" in the challenge
 * @fault: (out): why there is no answer, translated
 *
 * One round; blocks.
 *
 * Returns: (transfer full) (nullable): "Negotiate …"
 */
char        *rt_negotiate_step         (RtNegotiate  *self,
                                        const char   *token,
                                        char        **fault);

/** The token that came with a success; blocks. */
RtProof      rt_negotiate_finish       (RtNegotiate  *self,
                                        const char   *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtNegotiate, rt_negotiate_free)

G_END_DECLS
