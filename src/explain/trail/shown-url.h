/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* URLs that leave the program: as text for the screen, without the password of
 * the user information and without secret values of the query. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_shown_url_new:
 * @key_name: (nullable): a query parameter whose value is a secret, besides
 *   those whose names say so (access_token, api_key …)
 *
 * Returns: (transfer full): one line
 */
char *rt_shown_url_new           (const char *url,
                                  const char *key_name);

/** The same for each URL in a sentence. (transfer full) */
char *rt_shown_url_mask_sentence (const char *text,
                                  const char *key_name);

G_END_DECLS
