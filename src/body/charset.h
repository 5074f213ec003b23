/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which character encoding received bytes are in, how that is known, and the
 * bytes as UTF-8. Nothing is dropped: what cannot be read becomes a visible
 * replacement. Pure; any thread.
 */

#pragma once

#include <glib.h>

#include "encoding-labels.h"
#include "media-type.h"

G_BEGIN_DECLS

typedef enum
{
  RT_CHARSET_BY_MARK,        /* a byte order mark; it beats the header */
  RT_CHARSET_BY_PARAMETER,   /* "charset" of the Content-Type */
  RT_CHARSET_BY_DECLARATION, /* <?xml encoding> or <meta charset> */
  RT_CHARSET_BY_FORMAT,      /* the format has one: JSON and XML are UTF-8 */
  RT_CHARSET_BY_GUESS,       /* by the bytes alone */
  RT_CHARSET_BY_CHOICE,      /* the person said so */
} RtCharsetReason;

typedef struct
{
  const char     *name;      /* "UTF-8", as the Encoding standard spells it */
  const char     *converter; /* for rt_charset_convert() */
  RtCharsetReason reason;
  gsize           skip;      /* bytes of the byte order mark */
  char           *why;       /* one phrase, translated: "by the charset of Content-Type" */
} RtCharset;

/**
 * rt_charset_detect:
 * @type: (nullable): the media type of the response
 * @data: its first bytes, or all
 *
 * In the order of the Encoding and HTML standards: byte order mark, header,
 * declaration inside the text, the format's own rule, guess. A label that
 * nobody knows is said in the reason and passed over.
 *
 * Returns: (transfer full): never %NULL
 */
RtCharset *rt_charset_detect  (const RtMediaType *type,
                               const guint8      *data,
                               gsize              length);
/**
 * rt_charset_new_chosen:
 * @encoding: what the person wants the bytes to be read as
 * @data: the first bytes of the text: a byte order mark of this encoding is
 *   passed over
 */
RtCharset *rt_charset_new_chosen (const RtEncoding  *encoding,
                                  const guint8      *data,
                                  gsize              length);
void       rt_charset_free    (RtCharset         *self);

/**
 * rt_charset_convert:
 * @self: the encoding of @data
 * @n_replaced: (out) (optional): how many bytes could not be read
 *
 * Each byte that cannot be read becomes U+FFFD, each NUL U+2400. The byte
 * order mark, which is no text, is left out.
 *
 * Returns: (transfer full): valid UTF-8
 */
GString   *rt_charset_convert (const RtCharset   *self,
                               const guint8      *data,
                               gsize              length,
                               gsize             *n_replaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCharset, rt_charset_free)

G_END_DECLS
