/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the topics on the status share: its notes, and small questions about a
 * case. Knows no status of its own. Notes on all else are made with saying.h.
 */

#pragma once

#include "case.h"

G_BEGIN_DECLS

/* A note whose words are always the same. */
typedef struct
{
  int         status;
  const char *id;
  const char *sentence; /* to be translated */
  const char *detail;   /* the same */
} RtPlainNote;

/** Adds a note on the status; its section is that of the status in the
 * catalogue, or the one on all statuses. @format: of the detail, translated. */
void        rt_case_tell         (RtCase      *self,
                                  const char  *id,
                                  RtNoteLevel  level,
                                  const char  *sentence,
                                  const char  *format,
                                  ...) G_GNUC_PRINTF (5, 6);
/** Adds the note of the status, at the level info, when @notes has one: for what
 * does not depend on the request. */
void        rt_case_tell_plain   (RtCase            *self,
                                  const RtPlainNote *notes,
                                  guint              n_notes);
/** The method, or words for one that is too long for a sentence. */
const char *rt_case_peek_method  (const RtCase *self);
/** TRUE when a note was added whose id begins with @prefix. */
gboolean    rt_case_has_note     (const RtCase *self,
                                  const char   *prefix);
/** The field quoted, or NULL when it is not there. (transfer full) (nullable) */
char       *rt_case_quote_request  (const RtCase *self,
                                    const char   *name);
char       *rt_case_quote_response (const RtCase *self,
                                    const char   *name);
/** Bytes of content that the request was sent with, or announced. */
guint64     rt_case_get_sent     (const RtCase *self);
/** Content of the response, or bytes where none can be. */
gboolean    rt_case_has_content  (const RtCase *self);
/** The first of the request fields, an array ending in NULL, that was sent; or NULL. */
const char *rt_case_first_sent   (const RtCase       *self,
                                  const char *const  *names);
/** "“a”, “b” and 3 more": at most six of them. (transfer full) */
char       *rt_case_quote_list   (char        **members);

G_END_DECLS
