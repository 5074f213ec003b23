/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content-Disposition (RFC 6266) with the extended parameters of RFC 8187,
 * read as tolerantly as clients do. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtContentDisposition RtContentDisposition;

/** @text: the value as text. (transfer full): never NULL */
RtContentDisposition *rt_content_disposition_parse (const char *text);
void         rt_content_disposition_free          (RtContentDisposition *self);

/** The type in small letters; "" when it is missing. */
const char  *rt_content_disposition_get_type      (const RtContentDisposition *self);
/** The grammar was not kept: what was read is a guess. */
gboolean     rt_content_disposition_is_malformed  (const RtContentDisposition *self);
/** The value of @name (small letters), of "name*" decoded when that is there and
 * good; NULL when there is none. Not made fit for the screen. */
const char  *rt_content_disposition_get           (const RtContentDisposition *self,
                                                   const char                 *name);
/** The same without the decoding: exactly the parameter of that name. */
const char  *rt_content_disposition_get_plain     (const RtContentDisposition *self,
                                                   const char                 *name);
/** "filename*" is there and cannot be decoded. */
gboolean     rt_content_disposition_is_undecodable (const RtContentDisposition *self,
                                                    const char                 *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtContentDisposition, rt_content_disposition_free)

G_END_DECLS
