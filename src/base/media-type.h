/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A media type, parsed as the MIME Sniffing standard says ("parse a MIME
 * type"), which is what every browser does with a Content-Type.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtMediaType RtMediaType;

/**
 * rt_media_type_parse:
 * @text: (nullable): the value of a Content-Type field, any bytes
 *
 * Returns: (transfer full) (nullable): the parsed type, or %NULL when @text
 * has no type and subtype. Free with rt_media_type_free().
 */
RtMediaType *rt_media_type_parse         (const char        *text);
void         rt_media_type_free          (RtMediaType       *self);
/** "text/html", lower case. */
const char  *rt_media_type_get_essence   (const RtMediaType *self);
/** The value of parameter @name (lower case), unquoted; NULL when absent. */
const char  *rt_media_type_get_parameter (const RtMediaType *self,
                                          const char        *name);
/** The serialised form with all parameters (MIME Sniffing, "serialize"). */
char        *rt_media_type_to_string     (const RtMediaType *self);
/** application/json, text/json, or any subtype that ends in +json. */
gboolean     rt_media_type_is_json       (const RtMediaType *self);
/** text/xml, application/xml, or any subtype that ends in +xml. */
gboolean     rt_media_type_is_xml        (const RtMediaType *self);
gboolean     rt_media_type_is_html       (const RtMediaType *self);
gboolean     rt_media_type_is_image      (const RtMediaType *self);
/** text/any, JSON, XML, JavaScript, form data: worth showing as characters. */
gboolean     rt_media_type_is_text       (const RtMediaType *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMediaType, rt_media_type_free)

G_END_DECLS
