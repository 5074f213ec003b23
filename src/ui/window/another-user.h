/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks for the user, or the token, of one Send. Keeps nothing. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_ANOTHER_USER (rt_another_user_get_type ())
G_DECLARE_FINAL_TYPE (RtAnotherUser, rt_another_user, RT, ANOTHER_USER, GtkPopover)

/* Signal "send" (user string, secret string). */
GtkWidget *rt_another_user_new (void);
/** Opens it, empty. @token: there is no user, only a token. */
void       rt_another_user_ask (RtAnotherUser *self,
                                gboolean       token);

G_END_DECLS
