/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A suggestion in the list of its entry: the text, and under it what it is. */

#pragma once

#include <gtk/gtk.h>

#include "suggestion.h"

G_BEGIN_DECLS

/** A GtkListBoxRow, named by the text and described by the detail. */
GtkWidget *rt_suggestion_row_new (RtSuggestion *suggestion);

G_END_DECLS
