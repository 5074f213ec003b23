/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One attempt to get an answer to one outgoing request: one message of libsoup
 * under the tap, recorded as one exchange (and one for the CONNECT to a proxy,
 * and one more each time libsoup finds a kept connection closed). The engine's
 * thread only.
 */

#pragma once

#include "logins.h"
#include "outgoing.h"
#include "recorder.h"
#include "session-pool.h"
#include "trail.h"

G_BEGIN_DECLS

typedef struct _RtAttempt RtAttempt;

/* Called once, when the exchange is done. */
typedef void (*RtAttemptDone) (RtAttempt *attempt, gpointer user_data);

/**
 * rt_attempt_new:
 * @trail: where its exchanges are added
 * @request: the options of the send
 * @context: (nullable): where changes are told
 */
RtAttempt    *rt_attempt_new            (RtTrail          *trail,
                                         GMainContext     *context,
                                         RtRequest        *request,
                                         RtOutgoing       *outgoing,
                                         RtSession        *session);
/** Takes part in counting: libsoup may call back after it is done. */
RtAttempt    *rt_attempt_ref            (RtAttempt        *self);
void          rt_attempt_unref          (RtAttempt        *self);

/** The jar that cookies of the response go to; NULL for none. Before the start. */
void          rt_attempt_set_jar        (RtAttempt        *self,
                                         RtCookieJar      *jar);

/** Who knows what a proxy wants with CONNECT; must live until it is done.
 * Before the start. */
void          rt_attempt_set_logins     (RtAttempt        *self,
                                         RtLogins         *logins);
/** Goes on with the exchange of an attempt that is held, in place of one of its
 * own. Before the start. */
void          rt_attempt_set_exchange   (RtAttempt        *self,
                                         RtExchange       *exchange);

void          rt_attempt_start          (RtAttempt        *self,
                                         RtAttemptDone     done,
                                         gpointer          user_data);

/** Monotonic time after which no byte is read any more; 0 for none. Also holds
 * where the library's own loops would starve a timer. */
void          rt_attempt_set_deadline   (RtAttempt        *self,
                                         gint64            time);

/**
 * rt_attempt_abort: ends it at once, whatever goes on; what has arrived stays.
 * @done is called before this returns, unless it was before.
 */
void          rt_attempt_abort          (RtAttempt        *self,
                                         RtFailureKind     kind,
                                         const char       *message);

/** The exchange that holds the answer. (transfer none) */
RtExchange   *rt_attempt_get_exchange   (RtAttempt        *self);
/** TRUE when it is done, but the proxy wants credentials for the tunnel first:
 * its exchange has not begun. To be released, or gone on with by another. */
gboolean      rt_attempt_is_held        (RtAttempt        *self);
/** Ends the exchange of an attempt that is held: stopped, or refused by the proxy. */
void          rt_attempt_release        (RtAttempt        *self,
                                         gboolean          stopped);
/** The CONNECT before the exchange; NULL when there was none. (transfer none) */
RtExchange   *rt_attempt_get_tunnel     (RtAttempt        *self);
/** TRUE when libsoup is through with it and its connection may be kept. */
gboolean      rt_attempt_is_settled     (RtAttempt        *self);
/** Monotonic time at which the last byte went out or came in. */
gint64        rt_attempt_get_active_at  (RtAttempt        *self);
RtPhase       rt_attempt_get_phase      (RtAttempt        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtAttempt, rt_attempt_unref)

G_END_DECLS
