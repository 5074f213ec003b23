/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Private to media-pdf.c: the tokens of PDF (ISO 32000-1, section 7.2) and the
 * search for a key in a dictionary, as far as both stand there in plain bytes.
 */

#pragma once

#include "media-readers.h"

G_BEGIN_DECLS

/** The next token from *@position on, which then is its end: a number, a name
 * with its slash, a word, a whole string, or a bracket. FALSE: there is none. */
gboolean rt_pdf_next_token  (RtMediaBytes  bytes,
                             gsize        *position,
                             RtMediaBytes *token);
/** Whether @token is these letters. */
gboolean rt_pdf_is          (RtMediaBytes  token,
                             const char   *letters);
/** A number without sign or point. */
gboolean rt_pdf_to_number   (RtMediaBytes  token,
                             guint64      *number);
/** The @count numbers from @position on; FALSE when there are fewer. */
gboolean rt_pdf_get_numbers (RtMediaBytes  bytes,
                             gsize         position,
                             guint         count,
                             guint64      *numbers);

/**
 * rt_pdf_find_key:
 * @position: where the dictionary begins, white space before it included
 * @key: a name with its slash
 * @value: (out): where what stands behind the key begins; 0 when it is not there
 *
 * Returns: FALSE when there is no whole dictionary
 */
gboolean rt_pdf_find_key    (RtMediaBytes  bytes,
                             gsize         position,
                             const char   *key,
                             gsize        *value);

/** From the beginning of a dictionary to its end; FALSE when it is not whole. */
gboolean rt_pdf_skip_dictionary (RtMediaBytes  bytes,
                                 gsize        *position);

G_END_DECLS
