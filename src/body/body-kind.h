/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a body is, for the choice of its view: by what the server says it is,
 * and by its first bytes where it says nothing or plainly errs. Pure.
 */

#pragma once

#include <glib.h>

#include "media-type.h"

G_BEGIN_DECLS

typedef enum
{
  RT_BODY_KIND_EMPTY,
  RT_BODY_KIND_TEXT,
  RT_BODY_KIND_JSON,
  RT_BODY_KIND_NDJSON,    /* JSON documents one after the other */
  RT_BODY_KIND_XML,
  RT_BODY_KIND_HTML,
  RT_BODY_KIND_SVG,       /* XML that is also an image */
  RT_BODY_KIND_FORM,      /* application/x-www-form-urlencoded */
  RT_BODY_KIND_MULTIPART, /* its bytes need not be text */
  RT_BODY_KIND_EVENTS,    /* server-sent events */
  RT_BODY_KIND_IMAGE,
  RT_BODY_KIND_AUDIO,
  RT_BODY_KIND_VIDEO,
  RT_BODY_KIND_PDF,
  RT_BODY_KIND_BINARY,
} RtBodyKind;

/**
 * rt_body_kind_detect:
 * @type: (nullable): the media type that was sent
 * @data: the first bytes of the body, or all
 * @by_bytes: (out) (optional): TRUE when the bytes decided, because the type
 *   was missing, general, or cannot be true
 *
 * Returns: the kind
 */
RtBodyKind  rt_body_kind_detect   (const RtMediaType *type,
                                   const guint8      *data,
                                   gsize              length,
                                   gboolean          *by_bytes);

/**
 * rt_body_kind_dup_disagreement:
 *
 * For the note that the bytes are not what the server says. Types that say
 * nothing, like application/octet-stream, disagree with nothing.
 *
 * Returns: (transfer full) (nullable): "Sent as text/plain, but these bytes are
 *   a PNG image.", translated; %NULL when nothing speaks against @type
 */
char       *rt_body_kind_dup_disagreement (const RtMediaType *type,
                                           const guint8      *data,
                                           gsize              length);

/** "JSON", "an image", …: in words, translated. */
const char *rt_body_kind_to_words (RtBodyKind         kind);

/** TRUE for the kinds that are shown as characters. */
gboolean    rt_body_kind_is_text  (RtBodyKind         kind);

/** TRUE when @data, the first bytes, are no characters in any encoding. */
gboolean    rt_body_kind_looks_binary (const guint8 *data,
                                       gsize         length);

G_END_DECLS
