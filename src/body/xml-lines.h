/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* XML and HTML laid out anew as lines, without a second copy: a sparse index of
 * lines, made in a thread while bytes arrive, from each of which the layout can
 * go on. XML comes as rt_xml_pretty() lays it out; after a mistake the rest
 * follows as it stands. HTML has no mistakes, and nothing that shows is changed.
 */

#pragma once

#include "decoded-text.h"
#include "json-pretty.h"
#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_XML_LINES (rt_xml_lines_get_type ())
G_DECLARE_FINAL_TYPE (RtXmlLines, rt_xml_lines, RT, XML_LINES, RtLines)

/**
 * rt_xml_lines_new:
 * @text: followed until it is complete
 * @html: it is HTML, not XML
 */
RtLines          *rt_xml_lines_new      (RtDecodedText *text,
                                         gboolean       html);

/** The first mistake, or %NULL while there is none; valid until the object is
 * gone. What is not closed is one only when the text is complete. */
const RtJsonFlaw *rt_xml_lines_get_flaw (RtXmlLines    *self);

G_END_DECLS
