/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes that are made, appended and read while more are made: in memory while
 * few, then in an unlinked file of the cache directory. One thread appends and
 * maps; what was mapped may be read by any.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_SPOOL_MEMORY_MAX (1024 * 1024)

typedef struct _RtSpool RtSpool;

RtSpool *rt_spool_new    (void);
void     rt_spool_free   (RtSpool       *self);

/** @error: of G_IO_ERROR, such as G_IO_ERROR_NO_SPACE; nothing was added then */
gboolean rt_spool_append (RtSpool       *self,
                          gconstpointer  data,
                          gsize          length,
                          GError       **error);

/** All bytes so far; they stay as they are when @self is gone. (transfer full)
 * (nullable) */
GBytes  *rt_spool_map    (RtSpool       *self,
                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSpool, rt_spool_free)

G_END_DECLS
