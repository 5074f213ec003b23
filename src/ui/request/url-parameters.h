/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parameters in the query of a request's URL as a list that is edited:
 * both stay in step.
 */

#pragma once

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_URL_PARAMETERS (rt_url_parameters_get_type ())
G_DECLARE_FINAL_TYPE (RtUrlParameters, rt_url_parameters, RT, URL_PARAMETERS, GObject)

RtUrlParameters *rt_url_parameters_new         (void);

/** Follows another request; @request may be NULL. */
void             rt_url_parameters_set_request (RtUrlParameters *self,
                                                RtRequest       *request);

/** A list of RtPair to edit, the same one for ever. Those that are not enabled
 * are here and not in the URL. (transfer none) */
GListStore      *rt_url_parameters_get_pairs   (RtUrlParameters *self);

G_END_DECLS
