/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person reads when something cannot be done: the one place that
 * chooses words by the domain and code of a GError.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What went wrong, a few words without a full stop, translated. */
const char *rt_error_text_get_title  (const GError *error);

/** What to do about it, one sentence, translated; never NULL. */
const char *rt_error_text_get_advice (const GError *error);

/** The whole in one line: title, the error's own words, advice. The error's
 * message may hold anything. (transfer full): valid UTF-8 */
char       *rt_error_text_dup_line   (const GError *error);

G_END_DECLS
