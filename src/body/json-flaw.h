/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a text stops being JSON, and why. Plain data. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize offset;  /* bytes from the start */
  guint line;    /* from 1 */
  guint column;  /* in characters, from 1 */
  char *message; /* what was wrong there, translated, without a full stop */
} RtJsonFlaw;

/**
 * rt_json_flaw_set:
 * @text: the text up to @offset at least; line and column are counted in it
 * @message: translated
 */
void rt_json_flaw_set   (RtJsonFlaw *self,
                         const char *text,
                         gsize       offset,
                         const char *message);

void rt_json_flaw_clear (RtJsonFlaw *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtJsonFlaw, rt_json_flaw_clear)

G_END_DECLS
