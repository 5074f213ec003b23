/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One body, made ready for its views while it arrives: what it is, in which
 * charset, and its lines. A model without widgets; each view takes from it what
 * it shows, and what nobody looks at is not made.
 */

#pragma once

#include "body-kind.h"
#include "body-view.h"
#include "decoded-text.h"
#include "json-tree.h"
#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_CONTENT (rt_body_content_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyContent, rt_body_content, RT, BODY_CONTENT, GObject)

/* Signals: "reset": it is of another kind or is read in another charset, so that
 * all that was taken from it is to be taken anew; "changed": there is more of it,
 * it is complete, or a flaw was found. */

/** @media_type: (nullable): value of Content-Type, as text */
RtBodyContent   *rt_body_content_new            (const char    *media_type);

/**
 * rt_body_content_extend:
 * @bytes: all from the first on; those of the call before and more
 * @complete: no more will come
 *
 * Returns at once: what takes time is done in threads.
 */
void             rt_body_content_extend         (RtBodyContent *self,
                                                 GBytes        *bytes,
                                                 gboolean       complete);

/** So many bytes are announced; 0: none are. Before the first ones come, so that
 * what shows them knows how much room to keep. */
void             rt_body_content_set_expected   (RtBodyContent *self,
                                                 guint64        n_bytes);

/** The bytes so far. (transfer full) */
GBytes          *rt_body_content_dup_bytes      (RtBodyContent *self);
guint64          rt_body_content_get_length     (RtBodyContent *self);
gboolean         rt_body_content_is_complete    (RtBodyContent *self);

RtBodyKind       rt_body_content_get_kind       (RtBodyContent *self);
/** The bytes decided on the kind, not the media type alone. */
gboolean         rt_body_content_is_by_bytes    (RtBodyContent *self);
/** As it was given; NULL when none was. */
const char      *rt_body_content_get_media_type (RtBodyContent *self);
/** The same without parameters; "" for none and for a malformed one. (transfer
 * full) */
char            *rt_body_content_dup_essence    (RtBodyContent *self);

/** What the text is read as; NULL when there is none. (transfer none) */
const RtCharset *rt_body_content_get_charset    (RtBodyContent *self);
/** Reads the text as another one; NULL: as it was found. */
void             rt_body_content_choose_charset (RtBodyContent    *self,
                                                 const RtEncoding *encoding);
/** The one that was chosen; NULL: it is read as it was found. */
const RtEncoding *rt_body_content_get_chosen    (RtBodyContent *self);

/** Whether it can be seen so: its kind has this view, and the bytes allow it. */
gboolean         rt_body_content_has_view       (RtBodyContent *self,
                                                 RtBodyView     view);
/** The lines of a view that is text; NULL for another one. (transfer none) */
RtLines         *rt_body_content_get_lines      (RtBodyContent *self,
                                                 RtBodyView     view);
/** Of JSON; else NULL. (transfer none) */
RtJsonTree      *rt_body_content_get_tree       (RtBodyContent *self);
/** The bytes as they come, for who finds records in them. (transfer none) */
RtDecodedText   *rt_body_content_get_plain      (RtBodyContent *self);

/** What its bytes say against its media type, in words; NULL for nothing.
 * (transfer full) */
char            *rt_body_content_dup_disagreement (RtBodyContent *self);

/** The first mistake that kept the text from being laid out, in words; NULL
 * when none is known. (transfer full) */
char            *rt_body_content_dup_flaw       (RtBodyContent *self);

/** Why only the beginning of the text is there, in words (no room to decode it
 * into); NULL when nothing went wrong. (transfer full) */
char            *rt_body_content_dup_trouble    (RtBodyContent *self);

G_END_DECLS
