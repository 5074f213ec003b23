/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Waiting for what works in a thread: looks often, as the signal may come up to
 * 50 ms late.
 */

#pragma once

#include "decoded-text.h"

G_BEGIN_DECLS

#define WAIT_UNTIL(done)                         \
  while (!(done))                                \
    if (!g_main_context_iteration (NULL, FALSE)) \
      g_usleep (500)

/** All of @bytes as UTF-8. */
static inline RtDecodedText *
text_of (GBytes *bytes)
{
  g_autoptr(RtMediaType) type = rt_media_type_parse ("text/plain; charset=utf-8");
  RtDecodedText *text =
    rt_decoded_text_new (rt_charset_detect (type, g_bytes_get_data (bytes, NULL),
                                            MIN (4096, g_bytes_get_size (bytes))));

  rt_decoded_text_extend (text, bytes, TRUE);

  return text;
}

G_END_DECLS
