/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which letters of a text are emphasised: the parts of a URL, or the words in
 * which two texts differ. Bold and underlined, never by colour alone. Pure.
 */

#pragma once

#include <pango/pango.h>

#include "hop.h"

G_BEGIN_DECLS

/** Emphasises the bytes from @start to @end (not included). */
void           rt_emphasis_add         (PangoAttrList *attributes,
                                        guint          start,
                                        guint          end);

/** The parts @parts of @url, as they stand in its text. (transfer full) */
PangoAttrList *rt_emphasis_for_url     (const char    *url,
                                        RtUrlParts     parts);

/**
 * rt_emphasis_for_changes:
 * @left_attributes: (out) (transfer full): of what stands in @left only
 * @right_attributes: (out) (transfer full): of what stands in @right only
 *
 * Word by word; texts of very many words only from the first to the last
 * difference.
 */
void           rt_emphasis_for_changes (const char     *left,
                                        const char     *right,
                                        PangoAttrList **left_attributes,
                                        PangoAttrList **right_attributes);

G_END_DECLS
