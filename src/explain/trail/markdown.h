/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text made fit for Markdown (CommonMark, and what GitHub adds to it), so that
 * nothing in it is markup, a link, a mention or a line end. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A code span that shows @text as it is; "" for "". (transfer full) */
char *rt_markdown_code     (const char *text);

/**
 * rt_markdown_sentence:
 *
 * A sentence in which words from outside may stand: what could be taken for
 * markup is escaped; words that a renderer could make a link or a mention of
 * become code.
 *
 * Returns: (transfer full): one line of Markdown
 */
char *rt_markdown_sentence (const char *text);

G_END_DECLS
