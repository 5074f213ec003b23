/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The content of a request as it will be sent: pieces of memory and of files,
 * in order, with its media type. Immutable and counted, so that a redirect can
 * send it again.
 */

#pragma once

#include "request.h"

G_BEGIN_DECLS

typedef struct _RtContent RtContent;

/**
 * rt_content_compose:
 * @boundary: for multipart; must not occur in the parts
 * @error: RT_ENGINE_ERROR_CONTENT: a file that cannot be read, a media type or
 *   a part's name that would break the framing
 *
 * Returns: (transfer full) (nullable): the content; %NULL without an error
 *   when the request has none
 */
RtContent    *rt_content_compose        (RtRequest        *request,
                                         const char       *boundary,
                                         GError          **error);
RtContent    *rt_content_ref            (RtContent        *self);
void          rt_content_unref          (RtContent        *self);

/** Bytes in all. */
guint64       rt_content_get_length     (const RtContent  *self);
/** Value for Content-Type; NULL when none is to be sent. */
const char   *rt_content_get_media_type (const RtContent  *self);
/** All of it when it is in memory; NULL when it comes from files. (transfer full) */
GBytes       *rt_content_dup_bytes      (const RtContent  *self);

/**
 * rt_content_check:
 * @error: RT_ENGINE_ERROR_CONTENT: a file that is gone, or has another length
 *
 * Returns: TRUE when it can be sent once more
 */
gboolean      rt_content_check          (const RtContent  *self,
                                         GError          **error);

/**
 * rt_content_open:
 *
 * A stream over all pieces from the first; files are opened as they are
 * reached. A file that has become shorter or longer is an error of the read:
 * the announced length could not be kept.
 *
 * Returns: (transfer full): the stream
 */
GInputStream *rt_content_open           (RtContent        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtContent, rt_content_unref)

G_END_DECLS
