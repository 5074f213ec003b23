/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Received bytes, kept once: in memory up to 8 MiB, beyond that in an unlinked
 * file of the cache directory, always readable as mapped bytes. One thread
 * appends, any thread reads.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_BODY_MEMORY_MAX (8 * 1024 * 1024)

#define RT_TYPE_BODY (rt_body_get_type ())
G_DECLARE_FINAL_TYPE (RtBody, rt_body, RT, BODY, GObject)

RtBody  *rt_body_new        (void);

/**
 * rt_body_append:
 * @error: G_IO_ERROR_NO_SPACE or another of the file system; what was there
 *   before stays readable
 */
gboolean rt_body_append     (RtBody        *self,
                             gconstpointer  data,
                             gsize          length,
                             GError       **error);

/**
 * rt_body_gather:
 *
 * Like rt_body_append(), for many small pieces: in a file, some may be kept
 * back, neither counted nor readable before rt_body_flush(). Call that before
 * waiting for more, and at the end.
 */
gboolean rt_body_gather     (RtBody        *self,
                             gconstpointer  data,
                             gsize          length,
                             GError       **error);
/** What cannot be written is lost. */
gboolean rt_body_flush      (RtBody        *self,
                             GError       **error);

/** No more will come. */
void     rt_body_finish     (RtBody        *self);
gboolean rt_body_is_finished (RtBody       *self);

/** Bytes so far. */
guint64  rt_body_get_length (RtBody        *self);

/** TRUE once the bytes are in a file. */
gboolean rt_body_is_in_file (RtBody        *self);

/**
 * rt_body_dup_bytes:
 *
 * The bytes up to the length of now, mapped and not copied; they stay valid
 * and unchanged for as long as the result lives, also while more arrive.
 *
 * Returns: (transfer full): the bytes
 */
GBytes  *rt_body_dup_bytes  (RtBody        *self);

G_END_DECLS
