/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What syntax.c chooses from. For the files of the lexers only. */

#pragma once

#include "syntax.h"

#include <string.h>

G_BEGIN_DECLS

/** Adds a token, or makes the last one longer. @tokens: (nullable) */
void rt_syntax_add        (GArray        *tokens,
                           gsize          start,
                           gsize          end,
                           RtTokenKind    kind);

void rt_syntax_scan_json  (const char    *text,
                           gsize          length,
                           RtSyntaxState *state,
                           GArray        *tokens);
void rt_syntax_guess_json (const char    *before,
                           gsize          length,
                           RtSyntaxState *state);

void rt_syntax_scan_xml   (const char    *text,
                           gsize          length,
                           RtSyntaxState *state,
                           GArray        *tokens);
void rt_syntax_guess_xml  (const char    *before,
                           gsize          length,
                           RtSyntaxState *state);

G_END_DECLS
