/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Credentials of Basic (RFC 7617). Pure. Internal to src/auth.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why @user and @secret cannot be sent as Basic, translated; NULL when they
 * can. (transfer full) (nullable) */
char *rt_basic_dup_fault   (const char *user,
                            const char *secret);

/**
 * rt_basic_dup_value:
 * @user: may be empty
 * @secret: may be empty
 * @compose: in Normalization Form C, as charset="UTF-8" asks for (RFC 7617
 *   section 2.1); otherwise as typed
 *
 * Returns: (transfer full) (nullable): "Basic …"; %NULL when there is a fault
 */
char *rt_basic_dup_value   (const char *user,
                            const char *secret,
                            gboolean    compose);

/** @text in Normalization Form C; as it is when it is no UTF-8. (transfer full) */
char *rt_basic_dup_composed (const char *text);

G_END_DECLS
