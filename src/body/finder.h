/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds a text in lines, in a thread, while they still grow. Matches are
 * counted a block and not kept: any of them is found again in its block, so
 * that a million cost no memory. A match lies within one line and is not empty.
 *
 * A line of more than 64 KiB is looked at by a regular expression in pieces: it
 * sees 64 KiB beyond the piece and 1 KiB before it, and a match that would be
 * longer ends there.
 */

#pragma once

#include <gio/gio.h>

#include "lines.h"

G_BEGIN_DECLS

typedef enum
{
  RT_FIND_CASE = 1 << 0,  /* case matters */
  RT_FIND_WORD = 1 << 1,  /* whole words */
  RT_FIND_REGEX = 1 << 2, /* a regular expression, as GRegex reads it */
} RtFindFlags;

typedef struct
{
  guint64 line;
  guint64 start; /* bytes of the text of the line */
  guint64 end;
} RtMatch;

#define RT_TYPE_FINDER (rt_finder_get_type ())
G_DECLARE_FINAL_TYPE (RtFinder, rt_finder, RT, FINDER, GObject)

/* Signal "changed": more was found or searched; as for RtLines. Disposing of
 * the object ends the search. */

/**
 * rt_finder_new:
 * @lines: where to look; followed while it grows
 * @pattern: UTF-8, not empty
 * @error: G_REGEX_ERROR, with a message for people, when @pattern is no regular
 *   expression
 *
 * Returns: (transfer full) (nullable): a search that has begun
 */
RtFinder *rt_finder_new           (RtLines       *lines,
                                   const char    *pattern,
                                   RtFindFlags    flags,
                                   GError       **error);

/** Matches so far. */
guint64   rt_finder_get_n_matches (RtFinder      *self);
/** TRUE when all lines that will ever be there were searched. */
gboolean  rt_finder_is_complete   (RtFinder      *self);
/** Why the search ended before the lines did, a sentence for people: a regular
 * expression that takes too many steps. (transfer full) (nullable) */
char     *rt_finder_dup_trouble   (RtFinder      *self);
/** Whether it also fits where there is nothing, as "x*" does everywhere. */
gboolean  rt_finder_takes_empty   (RtFinder      *self);

/**
 * rt_finder_find_next:
 * @from: where to look from
 * @backwards: the last match that ends at or before @from, else the first that
 *   begins at or after it; around the end when there is none
 * @match: (out caller-allocates): the match
 * @index: (out) (optional): its number from 0
 *
 * Among what was searched so far. Takes time for one block.
 */
gboolean  rt_finder_find_next     (RtFinder      *self,
                                   const RtPlace *from,
                                   gboolean       backwards,
                                   RtMatch       *match,
                                   guint64       *index);

/**
 * rt_finder_mark:
 * @text: a piece of the text of a line, as rt_lines_read() gave it
 * @matches: (element-type RtMatch): matches that lie in the piece are added,
 *   with offsets in the piece and line 0
 *
 * For the marks of what is seen. The piece is taken for a line of its own.
 */
void      rt_finder_mark          (RtFinder      *self,
                                   const char    *text,
                                   gsize          length,
                                   GArray        *matches);

G_END_DECLS
