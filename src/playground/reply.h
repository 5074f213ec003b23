/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A well-formed final response: its fields leave in the order in which they
 * were added, then Content-Type, the framing, Date and Connection.
 */

#pragma once

#include "call.h"
#include "reply-json.h"

G_BEGIN_DECLS

typedef struct _RtReply RtReply;

/** @reason: NULL for the usual phrase of @code */
RtReply    *rt_reply_new           (RtCall      *call,
                                    guint        code,
                                    const char  *reason);
void        rt_reply_free          (RtReply     *self);

void        rt_reply_add           (RtReply     *self,
                                    const char  *name,
                                    const char  *value);
void        rt_reply_addf          (RtReply     *self,
                                    const char  *name,
                                    const char  *format,
                                    ...) G_GNUC_PRINTF (3, 4);
/** The connection ends after this response, and it says so. */
void        rt_reply_set_last      (RtReply     *self);

/** Sends head and content in one write. @type: NULL for no Content-Type. */
void        rt_reply_send          (RtReply     *self,
                                    const char  *type,
                                    const void  *content,
                                    gssize       length);
void        rt_reply_send_json     (RtReply     *self,
                                    RtReplyJson *json);

/**
 * rt_reply_begin:
 * @length: bytes that will follow, or -1 when not known
 *
 * Sends the head. Without a length the content is chunked, or ends with the
 * connection for an HTTP/1.0 client.
 *
 * Returns: TRUE when content is to follow: FALSE for HEAD, and when the client
 * has gone
 */
gboolean    rt_reply_begin         (RtReply     *self,
                                    const char  *type,
                                    gint64       length);
/** As a chunk of its own when chunked; FALSE when the client has gone. */
gboolean    rt_reply_write         (RtReply     *self,
                                    const void  *bytes,
                                    gsize        length);
/** @trailers: NULL, or whole field lines with their CRLF. */
void        rt_reply_end           (RtReply     *self,
                                    const char  *trailers);

/** The usual phrase; "Unassigned" or "Invalid Status Code" when there is none
 * (RFC 9110 section 15: valid are 100 to 599). */
const char *rt_reply_phrase        (guint        code);
/** Answers with @code and a sentence that says why. */
void        rt_reply_refuse        (RtCall      *call,
                                    guint        code,
                                    const char  *why);
/** (transfer full): "Sun, 06 Nov 1994 08:49:37 GMT" of Unix time @seconds. */
char       *rt_reply_format_date   (gint64       seconds);
/** The other way round (IMF-fixdate only); -1 when it is none. */
gint64      rt_reply_parse_date    (const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtReply, rt_reply_free)

G_END_DECLS
