/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of the list of fields: a field line as received or sent, or the
 * heading of a section. Immutable.
 */

#pragma once

#include <gio/gio.h>

#include "catalogue.h"
#include "credentials.h"
#include "head.h"
#include "note.h"

G_BEGIN_DECLS

#define RT_TYPE_FIELD_ITEM (rt_field_item_get_type ())
G_DECLARE_FINAL_TYPE (RtFieldItem, rt_field_item, RT, FIELD_ITEM, GObject)

/** A heading; @note stands under it, "" for none. */
RtFieldItem *rt_field_item_new_section (const char  *title,
                                        const char  *note);

/**
 * rt_field_item_new_field:
 * @head: the head; a reference is kept
 * @index: of the field line
 * @catalogue: (nullable): knows what the field means
 */
RtFieldItem *rt_field_item_new_field   (RtHead      *head,
                                        guint        index,
                                        RtCatalogue *catalogue);

/**
 * rt_field_item_new_masked:
 * @credentials: (nullable): tells which API key is a secret
 *
 * The same, its secrets hidden in every text that it gives.
 */
RtFieldItem *rt_field_item_new_masked  (RtHead        *head,
                                        guint          index,
                                        RtCatalogue   *catalogue,
                                        RtCredentials *credentials);

/**
 * rt_field_item_set_notes:
 * @notes: (nullable) (element-type RtNote): of the exchange; those on this line
 *   are kept
 * @subject: RT_NOTE_ON_FIELD or RT_NOTE_ON_REQUEST_FIELD: whose head it is
 */
void         rt_field_item_set_notes   (RtFieldItem   *self,
                                        GPtrArray     *notes,
                                        RtNoteSubject  subject);

gboolean     rt_field_item_is_section  (RtFieldItem *self);
/** Text for the screen, bounded. (transfer full) */
char        *rt_field_item_dup_name    (RtFieldItem *self);
char        *rt_field_item_dup_value   (RtFieldItem *self);
/** What is odd about the line, in words; the note of a section; "" (transfer full) */
char        *rt_field_item_dup_note    (RtFieldItem *self);
/** What the field is for, or NULL when nobody knows it. (transfer full) (nullable) */
char        *rt_field_item_dup_meaning (RtFieldItem *self);
/** The value in words, where that helps and it is no secret. (transfer full) (nullable) */
char        *rt_field_item_dup_words   (RtFieldItem *self);
/** (element-type RtNote): what is to be said of this line. (transfer none) */
GPtrArray   *rt_field_item_get_notes   (RtFieldItem *self);
/** "Name: value" with the whole value; a section's title. (transfer full) */
char        *rt_field_item_to_text     (RtFieldItem *self);

G_END_DECLS
