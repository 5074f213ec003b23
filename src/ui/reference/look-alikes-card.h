/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One code among those that it is confused with: the question that decides,
 * and what the client does next.
 */

#pragma once

#include <gtk/gtk.h>

#include "code-group.h"
#include "status-code.h"

G_BEGIN_DECLS

#define RT_TYPE_LOOK_ALIKES_CARD (rt_look_alikes_card_get_type ())
G_DECLARE_FINAL_TYPE (RtLookAlikesCard, rt_look_alikes_card, RT, LOOK_ALIKES_CARD, GtkWidget)

/* Signals: "show-code" (int): the person asks for the page of the code;
 * "try-code" (int): for a response with it. */
GtkWidget *rt_look_alikes_card_new         (void);
void       rt_look_alikes_card_show        (RtLookAlikesCard    *self,
                                            RtStatusCode        *code,
                                            const RtGroupMember *member);
/** Whether there is a server that can send the code. */
void       rt_look_alikes_card_set_can_try (RtLookAlikesCard    *self,
                                            gboolean             can_try);

G_END_DECLS
