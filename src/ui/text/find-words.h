/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the find bar says. No widgets. */

#pragma once

#include "finder.h"

G_BEGIN_DECLS

/* What a match cannot reach beyond. */
typedef enum
{
  RT_FIND_WITHIN_TEXT,
  RT_FIND_WITHIN_LINE,
  RT_FIND_WITHIN_ROW, /* of bytes */
} RtFindWithin;

/** "3 of 1,204"; more to come: "3 of 1,204…". @index: (nullable): the number of
 * the match that one stands on, from 0. (transfer full) */
char *rt_find_words_count (RtFinder      *finder,
                           RtFindWithin   within,
                           const guint64 *index);

/** Where and why @pattern is no regular expression. @message: that of the error
 * of rt_finder_new(). (transfer full) */
char *rt_find_words_flaw  (const char    *pattern,
                           const char    *message);

G_END_DECLS
