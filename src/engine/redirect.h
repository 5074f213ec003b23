/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What follows a 3xx: one table of (status, method, origin) -> (method,
 * content, credentials), after the Fetch standard and RFC 9110 section 15.4.
 * Pure: decides, and says why; sends nothing.
 */

#pragma once

#include "exchange.h"
#include "outgoing.h"
#include "trail.h"

G_BEGIN_DECLS

/* What is to be done after a response. */
typedef struct
{
  RtTrailEnd  end;   /* NORMAL: see next; otherwise why the trail ends here */
  char       *words; /* the end in words; NULL when there is nothing to say */
  RtOutgoing *next;  /* the next request; NULL when the trail ends */
  RtNext     *link;  /* why it happens; NULL when the trail ends */
} RtRedirect;

/* Where a person decides otherwise than the standard. */
typedef enum
{
  RT_REDIRECT_STANDARD         = 0,
  RT_REDIRECT_KEEP_METHOD      = 1 << 0, /* with method and content, as a 307 has it */
  RT_REDIRECT_KEEP_CREDENTIALS = 1 << 1, /* typed ones too, also to another origin */
  RT_REDIRECT_DROP_CREDENTIALS = 1 << 2, /* also at the same origin */
  RT_REDIRECT_BY_PROXY         = 1 << 3, /* a fact: Proxy-Authorization goes to the same proxy */
} RtRedirectFlags;

/**
 * rt_redirect_is_redirect: TRUE for the codes whose Location says where to
 * send the request next: 301, 302, 303, 307, 308.
 */
gboolean    rt_redirect_is_redirect (int              status);

/**
 * rt_redirect_decide:
 * @sent: the request that was answered
 * @response: its response head
 * @flags: how the person wants it
 *
 * Returns: (transfer full): the decision
 */
RtRedirect *rt_redirect_decide      (const RtOutgoing *sent,
                                     RtHead           *response,
                                     RtRedirectFlags   flags);
void        rt_redirect_free        (RtRedirect       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRedirect, rt_redirect_free)

G_END_DECLS
