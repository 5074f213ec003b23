/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a response says about where to go on, read once. Pure. */

#pragma once

#include "case.h"

G_BEGIN_DECLS

typedef enum
{
  RT_LOCATION_NONE,
  RT_LOCATION_EMPTY,
  RT_LOCATION_INVALID,  /* not a URL, even a relative one */
  RT_LOCATION_NOT_HTTP,
  RT_LOCATION_USABLE,
} RtLocationState;

typedef struct
{
  gboolean        is_redirect;   /* a status whose Location is followed */
  RtLocationState state;         /* of the first Location */
  int             field;         /* its position; -1 = none */
  guint           n_locations;
  gboolean        all_alike;     /* all of them have the same value */
  char           *location;      /* as text for the screen; NULL = none */
  char           *fault;         /* what is wrong with it, in words; NULL = nothing */
  gboolean        is_relative;
  gboolean        has_fragment;
  RtUrl          *target;        /* when USABLE, and the request's URL is known */
  const char     *method_after;  /* what the standard makes of the method; NULL = not followed */
  RtExchange     *after;         /* what followed because of it; NULL = nothing. The trail's */
} RtRedirectFacts;

RtRedirectFacts *rt_redirect_facts_new  (const RtCase    *about);
void             rt_redirect_facts_free (RtRedirectFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRedirectFacts, rt_redirect_facts_free)

G_END_DECLS
