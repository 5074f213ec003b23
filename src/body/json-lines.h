/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON laid out anew as lines (see json-pretty.h), without a second copy: a
 * sparse index of where each 256th line begins, made in a thread while bytes
 * arrive. Where the text stops being JSON the lines end, and the rest of it
 * follows as it stands.
 */

#pragma once

#include "decoded-text.h"
#include "json-pretty.h"
#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_JSON_LINES (rt_json_lines_get_type ())
G_DECLARE_FINAL_TYPE (RtJsonLines, rt_json_lines, RT, JSON_LINES, RtLines)

/**
 * rt_json_lines_new:
 * @text: followed until it is complete
 * @several: documents may follow each other (JSON Lines, RFC 7464)
 */
RtLines          *rt_json_lines_new            (RtDecodedText *text,
                                                gboolean       several);

/** The first error, or %NULL while there is none; valid until the object is
 * gone. An unfinished document is one only when the text is complete. */
const RtJsonFlaw *rt_json_lines_get_flaw       (RtJsonLines   *self);

/** The first line that is as it stands in the text, because the JSON ended
 * before it; the number of lines when there is none. */
guint64           rt_json_lines_get_n_laid_out (RtJsonLines   *self);

/** Bytes of memory that the index takes now. */
gsize             rt_json_lines_get_index_size (RtJsonLines   *self);

G_END_DECLS
