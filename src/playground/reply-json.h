/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON text whose every byte is decided here, so that tests can rely on it:
 * two spaces of indent, members in the order of the calls, one line end.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtReplyJson RtReplyJson;

/** Starts with an object open. */
RtReplyJson *rt_reply_json_new     (void);
void         rt_reply_json_free    (RtReplyJson *self);

/** @key is NULL for an element of an array; @bracket is '{' or '['. */
void         rt_reply_json_open    (RtReplyJson *self,
                                    const char  *key,
                                    char         bracket);
void         rt_reply_json_close   (RtReplyJson *self);
/** Any bytes: what is no UTF-8 is read as ISO-8859-1, so that nothing is lost.
 * NULL gives null. */
void         rt_reply_json_string  (RtReplyJson *self,
                                    const char  *key,
                                    const char  *value);
void         rt_reply_json_number  (RtReplyJson *self,
                                    const char  *key,
                                    gint64       value);
void         rt_reply_json_boolean (RtReplyJson *self,
                                    const char  *key,
                                    gboolean     value);
/** An array of two strings on one line: a field, a parameter. */
void         rt_reply_json_pair    (RtReplyJson *self,
                                    const char  *name,
                                    const char  *value);
/** Closes all that is open; (transfer none): the text. */
GString     *rt_reply_json_end     (RtReplyJson *self);

/** @value as a JSON string with its quotes, appended to @text. */
void         rt_reply_json_quote   (GString     *text,
                                    const char  *value,
                                    gssize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtReplyJson, rt_reply_json_free)

G_END_DECLS
