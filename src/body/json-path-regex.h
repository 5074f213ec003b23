/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* I-Regexp (RFC 9485) as a small program. Both it and the text come from outside:
 * a match takes time for their lengths, whatever they hold, for nothing is tried
 * again.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RT_REGEX_CHARACTER, /* c */
  RT_REGEX_ANY,       /* but a line end */
  RT_REGEX_CLASS,     /* one of the items from x on, y of them; c: or none of these */
  RT_REGEX_SPLIT,     /* goes on at x and at y */
  RT_REGEX_JUMP,      /* goes on at x */
  RT_REGEX_START,
  RT_REGEX_END,
  RT_REGEX_MATCH,
} RtRegexOp;

/* Jumps count from the instruction itself, so that a block can be copied. */
typedef struct
{
  RtRegexOp op;
  gint32    x;
  gint32    y;
  gunichar  c;
} RtRegexInstruction;

/* A range of characters, or those of some categories of Unicode. */
typedef struct
{
  gunichar first;
  gunichar last;
  guint32  categories; /* a bit for each GUnicodeType; 0: it is a range */
} RtRegexItem;

typedef struct
{
  GArray *code;  /* of RtRegexInstruction; the last is RT_REGEX_MATCH */
  GArray *items; /* of RtRegexItem */
} RtPathRegex;

/**
 * rt_path_regex_new:
 *
 * ^ and $ are anchors, as other implementations have them.
 *
 * Returns: (transfer full) (nullable): %NULL when @pattern is no I-Regexp, or
 *   its counts make it too large
 */
RtPathRegex *rt_path_regex_new   (const GString     *pattern);
void         rt_path_regex_free  (RtPathRegex       *self);

/**
 * rt_path_regex_match:
 * @text: UTF-8; it may hold NUL
 * @whole: all of @text, or any part of it
 *
 * Returns: FALSE also when it was cancelled
 */
gboolean     rt_path_regex_match (const RtPathRegex *self,
                                  const char        *text,
                                  gsize              length,
                                  gboolean           whole,
                                  GCancellable      *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPathRegex, rt_path_regex_free)

G_END_DECLS
