/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document or a section of it, as a person names one. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *document; /* "RFC 9110"; NULL when only a section was named */
  char *section;  /* "15.5.5"; NULL when only a document was named */
} RtCitation;

typedef enum
{
  RT_CITED_NOT,
  RT_CITED_WITHIN,  /* in a section below, or in the document */
  RT_CITED_EXACTLY, /* this section */
} RtCited;

/**
 * rt_citation_parse:
 * @text: "RFC 9110", "rfc9110 15.5.5", "RFC 9110, section 15.5.5", "15.5.5"
 *
 * Returns: (transfer full) (nullable): what it names; NULL when it is no citation
 */
RtCitation *rt_citation_parse   (const char       *text);
/** Whether @specification, "RFC 9110, section 15.5.5", is what was named. */
RtCited     rt_citation_compare (const RtCitation *self,
                                 const char       *specification);
void        rt_citation_free    (RtCitation       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCitation, rt_citation_free)

G_END_DECLS
