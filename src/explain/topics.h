/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topics, one a file: NAME-notes.c. Each looks at a case and adds notes. */

#pragma once

#include "case.h"

G_BEGIN_DECLS

void rt_explain_answered (RtCase *self);
void rt_explain_caching (RtCase *self);
void rt_explain_condition_status (RtCase *self);
void rt_explain_conditional (RtCase *self);
void rt_explain_connection (RtCase *self);
void rt_explain_content (RtCase *self);
void rt_explain_cookies (RtCase *self);
void rt_explain_cors (RtCase *self);
void rt_explain_cors_request (RtCase *self);
void rt_explain_csp (RtCase *self);
void rt_explain_dates (RtCase *self);
void rt_explain_failure (RtCase *self);
void rt_explain_faults (RtCase *self);
void rt_explain_field_form (RtCase *self);
void rt_explain_fields (RtCase *self);
void rt_explain_guarding (RtCase *self);
void rt_explain_interim (RtCase *self);
void rt_explain_links (RtCase *self);
void rt_explain_login (RtCase *self);
void rt_explain_media_status (RtCase *self);
void rt_explain_method_status (RtCase *self);
void rt_explain_negotiation (RtCase *self);
void rt_explain_number (RtCase *self);
void rt_explain_permissions (RtCase *self);
void rt_explain_problem (RtCase *self);
void rt_explain_protocol_status (RtCase *self);
void rt_explain_proxy_status (RtCase *self);
void rt_explain_range_status (RtCase *self);
void rt_explain_ranges (RtCase *self);
void rt_explain_redirect (RtCase *self);
void rt_explain_refusal (RtCase *self);
void rt_explain_reporting (RtCase *self);
void rt_explain_request (RtCase *self);
void rt_explain_retirement (RtCase *self);
void rt_explain_security (RtCase *self);
void rt_explain_server_status (RtCase *self);
void rt_explain_server_timing (RtCase *self);
void rt_explain_size_status (RtCase *self);
void rt_explain_success (RtCase *self);
void rt_explain_wait_status (RtCase *self);
/** Has to come last: it looks at what the others have said. */
void rt_explain_meaning (RtCase *self);

G_END_DECLS
