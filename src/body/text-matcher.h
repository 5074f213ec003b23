/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One thing to look for, found in a piece of text. Plain text in its own case is
 * found in the bytes as they are; everything else by GRegex, as UTF-8 by the
 * rules of Unicode: there a byte that is not UTF-8 counts as one character,
 * U+001A. A match lies within one line and is not empty.
 */

#pragma once

#include <glib.h>

#include "finder.h"

G_BEGIN_DECLS

/* A piece of text, of one line or more. */
typedef struct
{
  const char *data;
  gsize       length;
  gboolean    ends_in_crlf; /* a CR before LF is no part of its line */
  gboolean    cut_before;   /* something of the first line stands before it */
  gboolean    cut_after;    /* and of the last line after it */

  /* Private. */
  const char *utf8;
  char       *valid;
} RtMatchText;

void           rt_match_text_clear    (RtMatchText *self);

typedef struct _RtTextMatcher RtTextMatcher;

/** @pattern, @flags, @error: see rt_finder_new(). (transfer full) (nullable) */
RtTextMatcher *rt_text_matcher_new    (const char           *pattern,
                                       RtFindFlags           flags,
                                       GError              **error);
void           rt_text_matcher_free   (RtTextMatcher        *self);

/** How many bytes after the beginning of a match it may need to see. */
gsize          rt_text_matcher_get_reach (const RtTextMatcher *self);
/** Whether it takes so long for a text that only a little should be asked of
 * it at a time. */
gboolean       rt_text_matcher_is_slow (const RtTextMatcher *self);

/** Whether an empty text, or a place in a short one, is a match; such are never
 * given out. */
gboolean       rt_text_matcher_takes_empty (const RtTextMatcher *self);

/**
 * rt_text_matcher_next:
 * @text: its private part is kept from call to call
 * @from: where to look from: 0, or the end of the match before
 * @start: (out): the match
 * @end: (out): and its end
 * @error: when the search in this text was given up: G_REGEX_ERROR_MATCH
 *
 * Any thread.
 */
gboolean       rt_text_matcher_next   (RtTextMatcher        *self,
                                       RtMatchText          *text,
                                       gsize                 from,
                                       gsize                *start,
                                       gsize                *end,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTextMatcher, rt_text_matcher_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtMatchText, rt_match_text_clear)

G_END_DECLS
