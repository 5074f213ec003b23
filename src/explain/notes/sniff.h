/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What content is by its bytes, where these leave no doubt. Small on purpose:
 * a note must not be a guess. Pure.
 */

#pragma once

#include <glib.h>

#include "media-type.h"

G_BEGIN_DECLS

typedef enum
{
  RT_SNIFF_UNSURE,
  RT_SNIFF_JSON,
  RT_SNIFF_HTML,
  RT_SNIFF_XML,
  RT_SNIFF_PNG,
  RT_SNIFF_JPEG,
  RT_SNIFF_GIF,
  RT_SNIFF_WEBP,
  RT_SNIFF_PDF,
  RT_SNIFF_GZIP,
  RT_SNIFF_ZIP,
} RtSniff;

RtSniff     rt_sniff           (const guint8      *data,
                                gsize              length);
/** "PNG", "JSON"; not translated: names. */
const char *rt_sniff_to_name   (RtSniff            sniff);
/** The type that such content has. */
const char *rt_sniff_to_type   (RtSniff            sniff);
/** @type plainly cannot be the type of such content. */
gboolean    rt_sniff_contradicts (RtSniff          sniff,
                                const RtMediaType *type);
/** TRUE when the bytes cannot be the beginning of a JSON text. */
gboolean    rt_sniff_is_no_json (const guint8     *data,
                                gsize              length);

G_END_DECLS
