/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the Body pane shows of a body, made in a thread from plain bytes: the
 * kind, the charset and why, the text as sent and laid out, or the picture.
 */

#pragma once

#include <gdk/gdk.h>

#include "body-kind.h"

G_BEGIN_DECLS

/* What is shown at first, in bytes of the body and characters of a line. */
#define RT_RENDERING_BYTES (1024 * 1024)
#define RT_RENDERING_LINE 10000
/* And after "Show all": more would stop the window. */
#define RT_RENDERING_ALL_BYTES (32 * 1024 * 1024)
#define RT_RENDERING_ALL_LINE 100000
/* Of a binary body. */
#define RT_RENDERING_HEX_BYTES (64 * 1024)
#define RT_RENDERING_ALL_HEX_BYTES (4 * 1024 * 1024)

typedef struct
{
  char       *text;
  gboolean    cut;  /* it is only the beginning */
} RtRenderedText;

typedef struct
{
  RtBodyKind     kind;
  gboolean       by_bytes;   /* not by the media type alone */
  gboolean       whole;      /* made for "Show all" */
  gsize          length;     /* bytes of the body */
  char          *charset;    /* NULL unless it is text */
  char          *charset_why;
  gsize          n_replaced; /* bytes that are no character */
  RtRenderedText raw;        /* text, or hexadecimal lines */
  RtRenderedText pretty;     /* its text is NULL when there is none */
  char          *flaw;       /* why not, in words; NULL when it is not JSON or XML */
  GdkTexture    *texture;
  int            width;
  int            height;
} RtBodyRendering;

void             rt_body_rendering_free        (RtBodyRendering      *self);

/** @media_type: (nullable): value of Content-Type as text. Any thread. */
RtBodyRendering *rt_body_rendering_make        (GBytes               *bytes,
                                                const char           *media_type,
                                                gboolean              whole);

void             rt_body_rendering_make_async  (GBytes               *bytes,
                                                const char           *media_type,
                                                gboolean              whole,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/** NULL only when it was cancelled. (transfer full) */
RtBodyRendering *rt_body_rendering_make_finish (GAsyncResult         *result,
                                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtBodyRendering, rt_body_rendering_free)

G_END_DECLS
