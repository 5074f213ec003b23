/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON (RFC 8259) with other white space: every number, key, escape, order
 * and repeat stays as it was sent. A scanner that copies; it builds no tree and
 * does not recurse, so that no nesting can hurt it. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Levels after which the indent grows no more: deeper ones would be nothing
 * but spaces. */
#define RT_JSON_MAX_INDENT 40

typedef struct
{
  gsize offset;  /* bytes from the start */
  guint line;    /* from 1 */
  guint column;  /* in characters, from 1 */
  char *message; /* what was wrong there, translated, without a full stop */
} RtJsonFlaw;

void     rt_json_flaw_clear (RtJsonFlaw *self);

/**
 * rt_json_pretty:
 * @text: UTF-8 text, not necessarily NUL-terminated
 * @length: its bytes
 * @several: documents may follow each other (JSON Lines, RFC 7464)
 * @max_length: bytes of output after which no more is written, 0 for no end;
 *   the rest is still checked
 * @cut: (out) (optional): whether that happened
 * @flaw: (out caller-allocates): the first error when there is one
 *
 * Two spaces a level, one member or item a line, "{}" and "[]" when empty.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @flaw filled:
 * it is not JSON by the letter
 */
GString *rt_json_pretty     (const char *text,
                             gsize       length,
                             gboolean    several,
                             gsize       max_length,
                             gboolean   *cut,
                             RtJsonFlaw *flaw);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtJsonFlaw, rt_json_flaw_clear)

G_END_DECLS
