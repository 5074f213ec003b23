/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The login of an exchange as rows: what the server asked for, and what was
 * sent, with what does not fit marked. Pure.
 */

#pragma once

#include "catalogue.h"
#include "credentials.h"
#include "exchange.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean heading; /* only "title" and "meaning" */
  char    *title;   /* "Digest SHA-256"; the name of a parameter */
  char    *value;   /* text for the screen; may have several lines when "code" */
  char    *meaning; /* in words; "" for none */
  char    *mark;    /* what is wrong with it; "" when all is well */
  gboolean secret;  /* the value is to be hidden */
  gboolean code;    /* the value is laid out: lines count */
  gssize   fault;   /* where in the value, in bytes, its form breaks; -1 nowhere */
} RtLoginFact;

void       rt_login_fact_free      (RtLoginFact   *self);

/** TRUE when there is a challenge, or credentials were sent. */
gboolean   rt_login_sheet_has_any  (RtExchange    *exchange,
                                    RtCredentials *credentials);
/** TRUE for a 401 and a 407. */
gboolean   rt_login_sheet_is_asked (RtExchange    *exchange);

/** (transfer full) (element-type RtLoginFact): never empty */
GPtrArray *rt_login_sheet_asked    (RtExchange    *exchange,
                                    RtCatalogue   *catalogue);

/**
 * rt_login_sheet_sent:
 * @credentials: (nullable): of the request: they name an API key
 * @now: Unix seconds
 *
 * Returns: (transfer full) (element-type RtLoginFact): never empty
 */
GPtrArray *rt_login_sheet_sent     (RtExchange    *exchange,
                                    RtCredentials *credentials,
                                    gint64         now);

G_END_DECLS
