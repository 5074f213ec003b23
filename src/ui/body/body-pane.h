/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the content: shows it in the body viewer from its first bytes on;
 * saves it, opens it elsewhere, makes its checksum.
 */

#pragma once

#include "response-pane.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_PANE (rt_body_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyPane, rt_body_pane, RT, BODY_PANE, RtResponsePane)

/* Property "busy" boolean, read-only, notifies: something is being made ready. */
gboolean rt_body_pane_is_busy      (RtBodyPane *self);

/** Where the views that were chosen are remembered; NULL: nowhere. */
void     rt_body_pane_set_settings (RtBodyPane *self,
                                    RtSettings *settings);

/** Opens what finds in the view that is shown. */
void     rt_body_pane_find         (RtBodyPane *self);

G_END_DECLS
