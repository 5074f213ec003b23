/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Something that a person may type, with a line that says what it means. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_TYPE_SUGGESTION (rt_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (RtSuggestion, rt_suggestion, RT, SUGGESTION, GObject)

/** Immutable. @detail may be "". */
RtSuggestion *rt_suggestion_new        (const char   *text,
                                        const char   *detail);
const char   *rt_suggestion_get_text   (RtSuggestion *self);
const char   *rt_suggestion_get_detail (RtSuggestion *self);

/**
 * rt_suggestion_list_from_entries:
 * @entries: a list of RtEntry
 *
 * Returns: (transfer full): a list of RtSuggestion: name and summary of each
 */
GListModel   *rt_suggestion_list_from_entries (GListModel *entries);

/**
 * rt_suggestion_list_match:
 * @suggestions: (nullable): a list of RtSuggestion
 * @text: what was typed, compared without case; "" matches all
 * @matches: where to put those that match: first those that start with @text,
 *   then those that hold it
 */
void          rt_suggestion_list_match (GListModel   *suggestions,
                                        const char   *text,
                                        GListStore   *matches);

G_END_DECLS
