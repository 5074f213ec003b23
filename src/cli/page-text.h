/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page of the reference as text for a terminal. */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/** All that the reference says of a code. (transfer full) */
char *rt_page_text_of_code  (RtCatalogue  *catalogue,
                             RtStatusCode *code,
                             guint         width,
                             gboolean      colour);
/** The same of anything else. (transfer full) */
char *rt_page_text_of_entry (RtEntry      *entry,
                             guint         width,
                             gboolean      colour);
/** A few lines a code: number, phrase, summary. (transfer full) */
char *rt_page_text_of_list  (GPtrArray    *codes,
                             guint         width,
                             gboolean      colour);
/** The same of anything else: name, summary. (transfer full) */
char *rt_page_text_of_names (GPtrArray    *entries,
                             guint         width);

G_END_DECLS
