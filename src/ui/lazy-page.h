/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A place for a widget that is made when it is first seen, or when code asks
 * for it. A page of a stack that nobody opens costs no more than this.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_LAZY_PAGE (rt_lazy_page_get_type ())
G_DECLARE_FINAL_TYPE (RtLazyPage, rt_lazy_page, RT, LAZY_PAGE, GtkWidget)

/* Property "child-type" string, construct-only: the name of a type, registered by
 * g_type_ensure(). As a GType a template would make its class, and with it the
 * templates of all that it is made of.
 * Property "placeholder" GtkWidget (nullable), construct-only: stands there until
 * code asks for the child; being seen does not make it then.
 * Signal "made" (GtkWidget *child): once, before the child is seen: who owns the
 * page gives it what it is to show. */

GtkWidget *rt_lazy_page_new        (GType       child_type);

/** (transfer none) (nullable): %NULL when it is not made yet */
GtkWidget *rt_lazy_page_get_child  (RtLazyPage *self);

/** (transfer none): made now when it was not */
GtkWidget *rt_lazy_page_have_child (RtLazyPage *self);

G_END_DECLS
