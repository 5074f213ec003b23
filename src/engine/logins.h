/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The credentials of one way along a trail: at which origins they may be used,
 * the login at each of them, and that at the proxy. Decides where credentials
 * go; how they are spelt is the business of src/auth. Sends nothing.
 */

#pragma once

#include "exchange.h"
#include "login.h"
#include "outgoing.h"

G_BEGIN_DECLS

typedef struct _RtLogins RtLogins;

/**
 * rt_logins_new:
 * @request: its credentials are copied; without any, the user information of
 *   @home counts as a user that is sent ahead
 * @home: the URL of the first request: its origin is that of the credentials
 */
RtLogins    *rt_logins_new            (RtRequest        *request,
                                       const RtUrl      *home);
void         rt_logins_free           (RtLogins         *self);

/**
 * rt_logins_check:
 * @error: RT_ENGINE_ERROR_FIELD: credentials that cannot be sent as they are
 */
gboolean     rt_logins_check          (RtRequest        *request,
                                       const RtUrl      *home,
                                       GError          **error);

/** There are credentials for an origin (not only for the proxy). */
gboolean     rt_logins_exist          (RtLogins         *self);
/** Lets them go to the origin of @url, too: the person wants it. */
void         rt_logins_grant          (RtLogins         *self,
                                       const RtUrl      *url);
/** While withheld, no credentials go to any origin: the person wants it. */
void         rt_logins_set_withheld   (RtLogins         *self,
                                       gboolean          withheld);
/** They may go to the origin of @url. */
gboolean     rt_logins_are_for        (RtLogins         *self,
                                       const RtUrl      *url);
/** A typed field of the name that they would use is in @outgoing: it wins. */
gboolean     rt_logins_are_replaced   (RtLogins         *self,
                                       const RtOutgoing *outgoing);

/**
 * rt_logins_dress:
 *
 * Adds to @outgoing what goes with it now: the answer to the last challenge, or
 * what is sent ahead; an API key may change the URL instead. In the clear, also
 * what the proxy is to get.
 */
void         rt_logins_dress          (RtLogins         *self,
                                       RtOutgoing       *outgoing);

/** Credentials for the origin went out with @dressed. */
gboolean     rt_logins_were_sent      (RtLogins         *self,
                                       const RtOutgoing *dressed);

/**
 * rt_logins_describe:
 * @dressed: the next request, made by rt_logins_dress()
 *
 * Returns: (transfer full) (nullable): in a sentence what was done with the
 *   credentials in it; %NULL when there are none
 */
char        *rt_logins_describe       (RtLogins         *self,
                                       const RtOutgoing *dressed);

/** The same before it is dressed: what would be done. (transfer full) (nullable) */
char        *rt_logins_preview        (RtLogins         *self,
                                       const RtOutgoing *outgoing);

/**
 * rt_logins_answer:
 * @dressed: the request as it was sent
 * @response: its 401
 *
 * Returns: (transfer full): what came of it; when ANSWERED, the next
 *   rt_logins_dress() has the answer in it
 */
RtLoginStep *rt_logins_answer         (RtLogins         *self,
                                       const RtOutgoing *dressed,
                                       RtHead           *response);

/** There are credentials for the proxy, and it is one that can ask for them. */
gboolean     rt_logins_know_proxy     (RtLogins         *self);
/** The same of a 407, for a request in the clear. (transfer full) */
RtLoginStep *rt_logins_answer_proxy   (RtLogins         *self,
                                       const RtOutgoing *dressed,
                                       RtHead           *response);
/** The same of a 407 to the CONNECT for @target, "host:port". (transfer full) */
RtLoginStep *rt_logins_answer_tunnel  (RtLogins         *self,
                                       const char       *target,
                                       RtHead           *response);
/** What goes as Proxy-Authorization with the CONNECT for @target. (transfer
 * full) (nullable) */
char        *rt_logins_dup_tunnel     (RtLogins         *self,
                                       const char       *target);

/**
 * rt_logins_take_info:
 * @url: (nullable): what was asked; %NULL for the proxy
 * @head: of a response that asks for nothing, or its trailers
 * @content: (nullable): of the response
 *
 * Keeps the next nonce.
 *
 * Returns: what the server proved
 */
RtProof      rt_logins_take_info      (RtLogins         *self,
                                       const RtUrl      *url,
                                       RtHead           *head,
                                       GBytes           *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLogins, rt_logins_free)

G_END_DECLS
