/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pieces of a line of source text are, for their colours. Made for the
 * slice of a line that is seen; never wrong by more than a colour. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_SYNTAX_NONE,
  RT_SYNTAX_JSON,
  RT_SYNTAX_XML, /* HTML too */
  RT_SYNTAX_HEX, /* the lines of RtHexLines */
} RtSyntax;

typedef enum
{
  RT_TOKEN_PLAIN,
  RT_TOKEN_PUNCTUATION,
  RT_TOKEN_KEY,     /* a key, an attribute */
  RT_TOKEN_STRING,
  RT_TOKEN_NUMBER,
  RT_TOKEN_KEYWORD, /* true, false, null; the name of an element */
  RT_TOKEN_ESCAPE,  /* \n, &amp; */
  RT_TOKEN_COMMENT,
  RT_TOKEN_DIM,     /* offsets and padding */
} RtTokenKind;

typedef struct
{
  gsize       start; /* bytes of the slice */
  gsize       end;
  RtTokenKind kind;
} RtToken;

/* Where a lexer stands between two bytes; all zero at the start of a text. */
typedef struct
{
  guint mode; /* private to the lexer of the syntax */
} RtSyntaxState;

/**
 * rt_syntax_scan:
 * @text: a slice of one line, not NUL-terminated, any bytes
 * @state: (inout): where the lexer stands before and after it; a caller that
 *   does not know gives what a lexer guesses from the bytes before the slice
 * @tokens: (nullable) (element-type RtToken): non-plain pieces are added in order
 */
void rt_syntax_scan (RtSyntax       syntax,
                     const char    *text,
                     gsize          length,
                     RtSyntaxState *state,
                     GArray        *tokens);

/**
 * rt_syntax_guess:
 * @before: some bytes before a slice, on its line; where they begin is not known
 * @state: (out): where the lexer most likely stands after them
 */
void rt_syntax_guess (RtSyntax       syntax,
                      const char    *before,
                      gsize          length,
                      RtSyntaxState *state);

G_END_DECLS
