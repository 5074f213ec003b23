/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands in a JSON Web Token: whether it has expired, its claims, its
 * header. The signature is not checked, and that is said.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_TOKEN_CARD (rt_token_card_get_type ())
G_DECLARE_FINAL_TYPE (RtTokenCard, rt_token_card, RT, TOKEN_CARD, GtkWidget)

GtkWidget *rt_token_card_new       (void);

/**
 * rt_token_card_set_token:
 * @now: Unix seconds
 *
 * Returns: FALSE when @token is not a JSON Web Token: there is nothing to show
 */
gboolean   rt_token_card_set_token (RtTokenCard *self,
                                    const char  *token,
                                    gint64       now);

G_END_DECLS
