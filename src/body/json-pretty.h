/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON (RFC 8259) with other white space: every number, key, escape, order
 * and repeat stays as it was sent. It builds no tree and does not recurse, so
 * that no nesting can hurt it. Pure.
 */

#pragma once

#include "json-layout.h"

G_BEGIN_DECLS

/**
 * rt_json_pretty:
 * @text: UTF-8 text, not necessarily NUL-terminated
 * @length: its bytes
 * @several: documents may follow each other (JSON Lines, RFC 7464), also none
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

/** Gets a piece of the text, which is gone afterwards. */
typedef void (*RtJsonPieceFunc) (const char *piece,
                                 gsize       length,
                                 gpointer    data);

/**
 * rt_json_pretty_pieces:
 * @take: is given the text piece by piece, in order
 *
 * As rt_json_pretty(), for a text that is written to somewhere and need never
 * be in memory as a whole.
 *
 * Returns: %FALSE with @flaw filled when it is not JSON; pieces of what is right
 * before the flaw may have been given
 */
gboolean rt_json_pretty_pieces (const char     *text,
                                gsize           length,
                                gboolean        several,
                                RtJsonPieceFunc take,
                                gpointer        data,
                                RtJsonFlaw     *flaw);

G_END_DECLS
