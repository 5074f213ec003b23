/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the layout of HTML must know of elements (HTML standard, sections 13.1.2
 * and 15.3). Those that are not listed are inline. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_HTML_BLOCK,      /* white space around it and at its ends shows nothing */
  RT_HTML_VOID_BLOCK, /* the same, without content */
  RT_HTML_HIDDEN,     /* shows nothing: white space next to it counts as if it were not there */
  RT_HTML_BREAK,      /* <br>: white space after it shows nothing */
  RT_HTML_INLINE,     /* listed for its raw content */
} RtHtmlElementKind;

typedef struct
{
  const char       *name;
  RtHtmlElementKind kind;
  gboolean          is_raw; /* its content is no markup, or its white space matters */
  const char       *ends;   /* open elements that it ends, between spaces */
} RtHtmlElement;

/** @text: begins with a name, in any case. (transfer none) (nullable) */
const RtHtmlElement *rt_html_element_find      (const char          *text,
                                                gsize                length);
/** From 1; it fits in a byte. */
guint                rt_html_element_get_index (const RtHtmlElement *self);
const char          *rt_html_element_get_name  (guint                index);
/** TRUE when the start of @next ends the open element @index; 0 is none. */
gboolean             rt_html_element_ends      (guint                index,
                                                const RtHtmlElement *next);

G_END_DECLS
