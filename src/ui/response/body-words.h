/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the Body pane says in words. Pure functions over what is known. */

#pragma once

#include "body-rendering.h"
#include "exchange.h"

G_BEGIN_DECLS

/** "JSON · 1.2 kB · UTF-8, by the charset in Content-Type". (transfer full) */
char *rt_body_words_summary (const RtBodyRendering *rendering);
/** What stands in place of a body that is empty or not there yet. (transfer full) */
char *rt_body_words_empty   (RtExchange            *exchange);
/** Flaws and cuts of what is shown, in sentences; "" for none. (transfer full) */
char *rt_body_words_note    (const RtBodyRendering *rendering,
                             gboolean               pretty);

G_END_DECLS
