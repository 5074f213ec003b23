/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a JSON string says. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Adds what @text says to @out, its escapes undone. @text: what stands between
 * the quotes of a string that is right. Half a surrogate pair becomes U+FFFD. */
void  rt_json_string_decode   (const char *text,
                               gsize       length,
                               GString    *out);

/** As rt_json_string_decode(), of about @max bytes: goes on to the end of an escape,
 * but a character may be cut. Returns: how many bytes were read */
gsize rt_json_string_decode_some (const char *text,
                                  gsize       length,
                                  gsize       max,
                                  GString    *out);

/** The longest length up to @max at which @text can be cut without cutting a
 * character in two; @text is UTF-8 and longer. */
gsize rt_json_string_cut      (const char *text,
                               gsize       max);

G_END_DECLS
