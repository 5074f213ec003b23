/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bodies for the tests of their views. */

#pragma once

#include "body-content.h"

G_BEGIN_DECLS

/** A complete body of the bytes of @text. @media_type: (nullable) */
RtBodyContent *rt_test_content_new    (const char    *media_type,
                                       const char    *text,
                                       gssize         length);
/** More of it: @text is all from the first byte on. */
void           rt_test_content_extend (RtBodyContent *content,
                                       const char    *text,
                                       gssize         length,
                                       gboolean       complete);
/** All text of @lines, once it is complete. (transfer full) */
char          *rt_test_lines_dup      (RtLines       *lines);
/** A tree of the whole JSON text. */
RtJsonTree    *rt_test_tree_new       (const char    *text);
/** A PNG of half transparent red. (transfer full) */
GBytes        *rt_test_png_new        (int            width,
                                       int            height,
                                       gboolean       alpha);

G_END_DECLS
