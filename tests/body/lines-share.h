/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much of a text its lines are, while it arrives. */

#pragma once

#include "decoded-text.h"
#include "lines.h"

/* Of what is announced, then of what there is. @text: 16 bytes, of which all
 * can be read; @decoded: where it will arrive; @lines: of that. */
static inline void
lines_share_check (RtDecodedText *decoded,
                   RtLines       *lines,
                   const char    *text)
{
  g_autoptr (GBytes) half = g_bytes_new_static (text, 8);
  g_autoptr (GBytes) all = g_bytes_new_static (text, 16);

  rt_decoded_text_set_expected (decoded, 16);
  rt_decoded_text_extend (decoded, half, FALSE);
  g_assert_cmpfloat (rt_lines_get_share (lines), ==, 0.5);
  rt_decoded_text_extend (decoded, all, TRUE);
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (rt_lines_get_share (lines), ==, 1);
}
