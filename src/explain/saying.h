/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the topics on fields share: notes with a detail made of values, and
 * small questions to the heads of a case.
 */

#pragma once

#include "case.h"
#include "http-date.h"

G_BEGIN_DECLS

/** A note on the first response field @name; on the status when there is none.
 * @format makes the detail. Not added when echo.h knows that it was said. */
void rt_say_response (RtCase        *self,
                      const char    *name,
                      const char    *id,
                      RtNoteLevel    level,
                      const char    *section,
                      const char    *sentence,
                      const char    *format,
                      ...) G_GNUC_PRINTF (7, 8);
/** The same on a request field; on the request when there is none. */
void rt_say_request  (RtCase        *self,
                      const char    *name,
                      const char    *id,
                      RtNoteLevel    level,
                      const char    *section,
                      const char    *sentence,
                      const char    *format,
                      ...) G_GNUC_PRINTF (7, 8);
/** The same on @subject, which is no field. */
void rt_say          (RtCase        *self,
                      RtNoteSubject  subject,
                      const char    *id,
                      RtNoteLevel    level,
                      const char    *section,
                      const char    *sentence,
                      const char    *format,
                      ...) G_GNUC_PRINTF (7, 8);

/** Unix seconds at which the exchange began, as far as it is known; else now. */
gint64   rt_case_get_begun         (const RtCase *self);
/** The same of the moment at which the head of the response was there. */
gint64   rt_case_get_received      (const RtCase *self);

/** Reads the first response field @name as a date. FALSE when there is none or
 * it cannot be read. */
gboolean rt_case_get_date          (const RtCase *self,
                                    const char   *name,
                                    RtHttpDate   *date);

/** “a”, “b”: quoted, at most @max of them. (transfer full) */
char    *rt_case_quote_all         (GPtrArray    *texts,
                                    guint         max);

/** Content can follow: by method and status (RFC 9110 section 6.4.1). */
gboolean rt_case_may_have_content  (const RtCase *self);

/** The whole response came: nothing failed, nothing is missing. */
gboolean rt_case_is_whole          (const RtCase *self);

G_END_DECLS
