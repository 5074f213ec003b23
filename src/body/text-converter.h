/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in a charset made UTF-8 piece by piece, in whatever pieces it comes.
 * Nothing is dropped: what cannot be read becomes U+FFFD, NUL becomes U+2400.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtTextConverter RtTextConverter;

/** (transfer full) (nullable): %NULL when this system has no such @converter */
RtTextConverter *rt_text_converter_new  (const char      *converter);
void             rt_text_converter_free (RtTextConverter *self);

/**
 * rt_text_converter_feed:
 * @data: the bytes after those that were read
 * @last: no more will come after them
 * @out: the text is added to it
 * @n_replaced: (inout): grows by one for each replacement
 *
 * Returns: how many bytes were read: all, but for half a character at the end
 * when @last is %FALSE; give these again with what follows
 */
gsize            rt_text_converter_feed (RtTextConverter *self,
                                         const guint8    *data,
                                         gsize            length,
                                         gboolean         last,
                                         GString         *out,
                                         gsize           *n_replaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTextConverter, rt_text_converter_free)

G_END_DECLS
