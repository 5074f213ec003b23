/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ways to look at a body, and which of them a kind of body has. Pure. */

#pragma once

#include "body-kind.h"

G_BEGIN_DECLS

typedef enum
{
  RT_BODY_VIEW_TREE,
  RT_BODY_VIEW_PARTS,
  RT_BODY_VIEW_FORM,
  RT_BODY_VIEW_EVENTS,
  RT_BODY_VIEW_IMAGE,
  RT_BODY_VIEW_MEDIA,  /* what it is, and another program to open it */
  RT_BODY_VIEW_PRETTY,
  RT_BODY_VIEW_RAW,
  RT_BODY_VIEW_HEX,
} RtBodyView;

#define RT_N_BODY_VIEWS (RT_BODY_VIEW_HEX + 1)

/** "tree": the name in settings and actions. */
const char *rt_body_view_get_nick    (RtBodyView  view);
/** The view of this name; FALSE when there is none. */
gboolean    rt_body_view_from_nick   (const char *nick,
                                      RtBodyView *view);
/** "Tree", translated. */
const char *rt_body_view_get_title   (RtBodyView  view);
/** A sentence on what it shows, translated. */
const char *rt_body_view_get_tooltip (RtBodyView  view);

/** Whether a body of this @kind can be seen so. */
gboolean    rt_body_view_fits        (RtBodyView  view,
                                      RtBodyKind  kind);
/** What is shown when nobody has chosen. */
RtBodyView  rt_body_view_get_default (RtBodyKind  kind);

G_END_DECLS
