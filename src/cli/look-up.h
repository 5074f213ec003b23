/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person means by a word or a number: pages of the reference that it
 * names, or a list of codes to choose from. Pure.
 */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *codes;   /* RtStatusCode: shown whole */
  GPtrArray *entries; /* RtEntry: shown whole */
  GPtrArray *matches; /* RtStatusCode: listed, best first */
  GPtrArray *names;   /* RtEntry: listed after them */
  guint      n_more;  /* codes and entries that there are besides, too many to list */
} RtFinding;

/**
 * rt_look_up:
 * @query: words or a number, as typed; what is not UTF-8 finds nothing
 *
 * A number of three or four digits, or the whole name of a code, is that code,
 * in the reference or not. The whole name of a method, field, scheme, class or
 * failure is that. A word that only one code has in its names is that code. A
 * section of a document ("RFC 9110 15.5.5") is what is defined there. All else
 * is a list: of numbers that begin so, or of the best twenty.
 *
 * Returns: (transfer full): what was found; everything empty when nothing
 */
RtFinding *rt_look_up        (RtCatalogue     *catalogue,
                              const char      *query);
gboolean   rt_finding_is_empty (const RtFinding *self);
void       rt_finding_free   (RtFinding       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtFinding, rt_finding_free)

G_END_DECLS
