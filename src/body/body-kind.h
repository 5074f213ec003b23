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
  RT_BODY_KIND_XML,  /* SVG too: it is shown as its text */
  RT_BODY_KIND_HTML,
  RT_BODY_KIND_IMAGE,
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

/** "JSON", "an image", …: in words, translated. */
const char *rt_body_kind_to_words (RtBodyKind         kind);

/** TRUE for the kinds that are shown as characters. */
gboolean    rt_body_kind_is_text  (RtBodyKind         kind);

G_END_DECLS
