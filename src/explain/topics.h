/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topics, one a file: NAME-notes.c. Each looks at a case and adds notes. */

#pragma once

#include "case.h"

G_BEGIN_DECLS

void rt_explain_connection (RtCase *self);
void rt_explain_cookies (RtCase *self);
void rt_explain_cors (RtCase *self);
void rt_explain_csp (RtCase *self);
void rt_explain_fields (RtCase *self);
void rt_explain_links (RtCase *self);
void rt_explain_login (RtCase *self);
void rt_explain_redirect (RtCase *self);
void rt_explain_security (RtCase *self);

G_END_DECLS
