/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes that arrive, for the tests of those who follow them. */

#pragma once

#include "decoded-text.h"

/* Gives @data to @text, @step bytes at a time, each time in a buffer of its exact
 * size; whoever follows it has read them when this returns, if they are few. */
static inline void
rt_test_feed (RtDecodedText *text,
              const char    *data,
              gsize          length,
              gsize          step)
{
  gsize at = 0;

  do
    {
      g_autoptr (GBytes) bytes = NULL;

      at = MIN (at + step, length);
      bytes = g_bytes_new (data, at);
      rt_decoded_text_extend (text, bytes, at == length);
      g_signal_emit_by_name (text, "changed");
    }
  while (at < length);
}
