/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which view a person wants to see a body in: what was chosen for the last one
 * of the same media type. No widgets.
 */

#pragma once

#include "body-content.h"
#include "settings.h"

G_BEGIN_DECLS

/** @settings: (nullable): nothing is remembered. One that @content has. */
RtBodyView rt_view_choice_find     (RtSettings    *settings,
                                    RtBodyContent *content);
void       rt_view_choice_remember (RtSettings    *settings,
                                    RtBodyContent *content,
                                    RtBodyView     view);

G_END_DECLS
