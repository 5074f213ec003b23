/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The options of "roundtrip send" that are about the way along a trail: who
 * logs in, what is tried again, whether cookies are kept, who decides.
 */

#pragma once

#include "request.h"

G_BEGIN_DECLS

/* As GOption gives them. */
typedef struct
{
  char    *user;
  char    *auth;
  char    *token;
  char    *proxy_user;
  char    *retry_on;
  int      retry;
  gboolean preemptive;
  gboolean no_cookies;
  gboolean step;
} RtTrailOptions;

/** Adds the options to @context, which fills @self when it parses. */
void     rt_trail_options_add   (RtTrailOptions       *self,
                                 GOptionContext       *context);

/** Fills @request. @error: bad usage, in words; never with a secret in it */
gboolean rt_trail_options_apply (const RtTrailOptions *self,
                                 RtRequest            *request,
                                 GError              **error);
void     rt_trail_options_clear (RtTrailOptions       *self);

G_END_DECLS
