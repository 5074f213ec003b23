/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of the topic of redirects: where it leads, what happens on the way,
 * and the whole chain.
 */

#pragma once

#include "redirect-facts.h"

G_BEGIN_DECLS

void     rt_redirect_explain_location (RtCase                *self,
                                       const RtRedirectFacts *facts);
/** Returns TRUE when a note says all that there is to say of a clean redirect. */
gboolean rt_redirect_explain_chain    (RtCase                *self,
                                       const RtRedirectFacts *facts);
/** @quiet: leaves out notes that only inform. */
void     rt_redirect_explain_way      (RtCase                *self,
                                       const RtRedirectFacts *facts,
                                       gboolean               quiet);

G_END_DECLS
