/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Received bytes as UTF-8 text, whatever their charset, while they still
 * arrive. Bytes that are UTF-8 already are passed on as they are, not copied
 * and not checked; others are converted in a thread into a file that is mapped.
 */

#pragma once

#include <gio/gio.h>

#include "charset.h"

G_BEGIN_DECLS

#define RT_TYPE_DECODED_TEXT (rt_decoded_text_get_type ())
G_DECLARE_FINAL_TYPE (RtDecodedText, rt_decoded_text, RT, DECODED_TEXT, GObject)

/* Signal "changed": there is more text, or it is complete. On the main context
 * of the thread that made the object, at most 20 times a second. */

/** @charset: (transfer full): what the bytes are in */
RtDecodedText   *rt_decoded_text_new          (RtCharset     *charset);
/** The bytes themselves, from the first on, whatever they are. */
RtDecodedText   *rt_decoded_text_new_plain    (void);

/**
 * rt_decoded_text_extend:
 * @received: all bytes from the first on; those of the call before and more
 * @complete: no more will come
 *
 * Returns at once; the beginning can be read then. On the thread that made the
 * object.
 */
void             rt_decoded_text_extend       (RtDecodedText *self,
                                               GBytes        *received,
                                               gboolean       complete);

/** So many bytes will be received, as far as anybody knows; 0: nobody does. */
void             rt_decoded_text_set_expected (RtDecodedText *self,
                                               guint64        n_bytes);

/** How much the first @length bytes of the text are of all of it, over 0 to 1;
 * of what is there when the rest is not known. Any thread. */
double           rt_decoded_text_get_share    (RtDecodedText *self,
                                               guint64        length);

/** What the bytes are read as. (transfer none) */
const RtCharset *rt_decoded_text_get_charset  (RtDecodedText *self);

/**
 * rt_decoded_text_dup_bytes:
 * @complete: (out) (optional): whether this is all of it
 *
 * The text so far, without the byte order mark. It may hold bytes that are not
 * UTF-8 when the bytes were passed on, NUL, and half a character at the end of
 * what is there. Any thread. The bytes stay valid and unchanged.
 *
 * Returns: (transfer full): mapped, not copied
 */
GBytes          *rt_decoded_text_dup_bytes    (RtDecodedText *self,
                                               gboolean      *complete);

/** Why the text ends before the bytes do, a sentence for people: a full disk.
 * (transfer full) (nullable). Any thread. */
char            *rt_decoded_text_dup_trouble  (RtDecodedText *self);

G_END_DECLS
