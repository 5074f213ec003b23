/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What media say of themselves, read in a thread while they arrive: the facts may
 * lie anywhere in the bytes, which need not be in memory.
 */

#pragma once

#include "decoded-text.h"
#include "media-facts.h"

G_BEGIN_DECLS

#define RT_TYPE_FACTS_READER (rt_facts_reader_get_type ())
G_DECLARE_FINAL_TYPE (RtFactsReader, rt_facts_reader, RT, FACTS_READER, GObject)

/* Signal "changed": the facts are others, or complete. On the main context of the
 * thread that made the object. */

/** @bytes: of the body, followed until they are complete */
RtFactsReader *rt_facts_reader_new         (RtDecodedText *bytes);
/** @facts: (out): what is known so far */
void           rt_facts_reader_get_facts   (RtFactsReader *self,
                                            RtMediaFacts  *facts);
/** All bytes were there when the facts were read. */
gboolean       rt_facts_reader_is_complete (RtFactsReader *self);

G_END_DECLS
