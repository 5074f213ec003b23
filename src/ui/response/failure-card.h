/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why no whole response came: what happened in which phase, what had arrived,
 * what to do; for a certificate that is not trusted, which check failed and the
 * way past it. Hides itself when there is no failure.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_FAILURE_CARD (rt_failure_card_get_type ())
G_DECLARE_FINAL_TYPE (RtFailureCard, rt_failure_card, RT, FAILURE_CARD, RtResponsePane)

/* Signal "send-anyway": accept the certificate for one send. */

G_END_DECLS
