/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of the topic "conditional", one file each. */

#pragma once

#include "case.h"

G_BEGIN_DECLS

/** What the If-* fields of the request asked, and what became of it. */
void rt_conditional_explain_conditions (RtCase *self);

G_END_DECLS
