/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of a body that is neither text nor a picture: what it is, and what
 * can be done with it.
 */

#pragma once

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_MEDIA_PAGE (rt_media_page_get_type ())
G_DECLARE_FINAL_TYPE (RtMediaPage, rt_media_page, RT, MEDIA_PAGE, GtkWidget)

G_END_DECLS
