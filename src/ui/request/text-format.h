/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks and lays out the text of a request body, when a person asks for it.
 * Pure functions.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a text, and where. */
typedef struct
{
  char *words;  /* a sentence, translated */
  guint line;   /* from 0 */
  guint column; /* in characters, from 0 */
} RtTextFlaw;

void     rt_text_flaw_clear    (RtTextFlaw *self);

/** Whether text of @media_type (nullable) can be checked: JSON and XML. */
gboolean rt_text_format_knows  (const char *media_type);

/**
 * rt_text_format:
 * @media_type: one that is known
 * @text: UTF-8
 * @flaw: (out caller-allocates): filled when there is one
 *
 * Returns: (transfer full) (nullable): @text with other white space and nothing
 * else changed; %NULL with @flaw filled
 */
char    *rt_text_format        (const char *media_type,
                                const char *text,
                                RtTextFlaw *flaw);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtTextFlaw, rt_text_flaw_clear)

G_END_DECLS
