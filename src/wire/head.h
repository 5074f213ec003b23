/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A head: the start line and the field lines of a request, a response or a
 * trailer section, read tolerantly from the exact bytes. Every part keeps its
 * offset, nothing is merged, reordered or dropped, and what is odd about a
 * line is said in flags. Immutable and reference counted; safe to hand from
 * one thread to another. Pure: no network, no GObject.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_HEAD_REQUEST,
  RT_HEAD_RESPONSE,
  RT_HEAD_TRAILERS, /* field lines only */
} RtHeadKind;

/* A place in the bytes of the head. */
typedef struct
{
  gsize offset;
  gsize length;
} RtSpan;

typedef enum
{
  RT_ODDITY_NONE               = 0,
  RT_ODDITY_FOLDED             = 1 << 0, /* obs-fold, RFC 9112 section 5.2 */
  RT_ODDITY_NO_COLON           = 1 << 1, /* the whole line stands as the name */
  RT_ODDITY_SPACE_BEFORE_COLON = 1 << 2, /* RFC 9112 section 5.1 */
  RT_ODDITY_BAD_NAME           = 1 << 3, /* not a token */
  RT_ODDITY_EMPTY_NAME         = 1 << 4,
  RT_ODDITY_CONTROL            = 1 << 5, /* a control byte in the value */
  RT_ODDITY_NOT_ASCII          = 1 << 6, /* a byte of 0x80 or more */
  RT_ODDITY_BARE_LF            = 1 << 7, /* the line ends in LF alone */
  RT_ODDITY_BARE_CR            = 1 << 8, /* a CR inside the line */
  RT_ODDITY_NUL                = 1 << 9,
  RT_ODDITY_CUT                = 1 << 10, /* the bytes end before the line does */
  RT_ODDITY_LEADING_SPACE      = 1 << 11, /* the first field line starts with white space */
} RtOddities;

typedef struct
{
  RtSpan     line;  /* with its folded lines, without its last line end */
  RtSpan     name;
  RtSpan     value; /* without white space around it; inner folds included */
  RtOddities oddities;
} RtFieldLine;

/* What is odd about a start line. */
typedef enum
{
  RT_START_NONE          = 0,
  RT_START_MALFORMED     = 1 << 0, /* no status or method can be read */
  RT_START_BAD_VERSION   = 1 << 1, /* not HTTP/1.0 or HTTP/1.1 in that spelling */
  RT_START_BAD_STATUS    = 1 << 2, /* not three digits, or outside 100-599 */
  RT_START_NO_REASON_SP  = 1 << 3, /* the space after the status is missing */
  RT_START_EXTRA_SPACE   = 1 << 4, /* several spaces or a TAB as separator */
  RT_START_LEADING_LINES = 1 << 5, /* blank lines before it */
  RT_START_BARE_LF       = 1 << 6,
  RT_START_CONTROL       = 1 << 7, /* control bytes in the reason or target */
  RT_START_NOT_ASCII     = 1 << 8,
  RT_START_CUT           = 1 << 9,
} RtStartOddities;

typedef struct _RtHead RtHead;

/**
 * rt_head_parse:
 * @kind: what the bytes are
 * @bytes: the exact bytes, from the first to the blank line that ends the
 *   head, or fewer when the peer closed before
 *
 * Never fails: whatever cannot be read is left out of the parsed parts, stays
 * in the bytes, and is flagged.
 *
 * Returns: (transfer full): the head
 */
RtHead *rt_head_parse (RtHeadKind  kind,
                       GBytes     *bytes);

/**
 * rt_head_new_http2:
 * @kind: what the fields are
 * @names_and_values: (array) (element-type GBytes): name, value, name, value …
 *   in the order of the wire, pseudo header fields included
 * @encoded_length: bytes that the field block took on the wire (HPACK)
 *
 * A head of HTTP/2 has no text of its own. rt_head_peek_bytes() gives a
 * rendition, one "name: value" line a field, and rt_head_is_rendition() says so.
 *
 * Returns: (transfer full): the head
 */
RtHead *rt_head_new_http2 (RtHeadKind  kind,
                           GPtrArray  *names_and_values,
                           gsize       encoded_length);

RtHead *rt_head_ref   (RtHead *self);
void    rt_head_unref (RtHead *self);

RtHeadKind         rt_head_get_kind            (const RtHead *self);
GBytes            *rt_head_peek_bytes          (const RtHead *self);
gboolean           rt_head_is_rendition        (const RtHead *self);
/** Bytes on the wire: of the head, or of the HPACK block in HTTP/2. */
gsize              rt_head_get_wire_length     (const RtHead *self);
/** The blank line at the end was there. */
gboolean           rt_head_is_complete         (const RtHead *self);
RtStartOddities    rt_head_get_start_oddities  (const RtHead *self);
RtSpan             rt_head_get_start_line      (const RtHead *self);
/** The version as written, "HTTP/1.1", or "HTTP/2"; "" when none. */
char              *rt_head_dup_version         (const RtHead *self);
/** Number of the version times ten: 10, 11, 20; 0 when unknown. */
guint              rt_head_get_version         (const RtHead *self);
/** The status code as a number (0 to 9999 as written), -1 when unreadable. */
int                rt_head_get_status          (const RtHead *self);
/** Exact bytes of the reason phrase as text; NULL in HTTP/2, "" when empty. */
char              *rt_head_dup_reason          (const RtHead *self);
char              *rt_head_dup_method          (const RtHead *self);
char              *rt_head_dup_target          (const RtHead *self);

guint              rt_head_get_n_fields        (const RtHead *self);
const RtFieldLine *rt_head_get_field           (const RtHead *self,
                                                guint         index);
/** Name and value as text for the screen (rt_text_from_wire()); the folds of
 * a value become one space each (RFC 9112 section 5.2). (transfer full) */
char              *rt_head_dup_field_name      (const RtHead *self,
                                                guint         index);
char              *rt_head_dup_field_value     (const RtHead *self,
                                                guint         index);
/** The value's exact bytes, folds made one space. (transfer full) */
GBytes            *rt_head_dup_field_bytes     (const RtHead *self,
                                                guint         index);

/**
 * rt_head_find_field:
 * @name: a field name, compared without case
 * @from: the index to start at
 *
 * Only lines with a well-formed name count.
 *
 * Returns: the index of the first such line from @from on, or -1
 */
int                rt_head_find_field          (const RtHead *self,
                                                const char   *name,
                                                guint         from);

/**
 * rt_head_dup_combined:
 *
 * Returns: (transfer full) (nullable): all values of @name joined by ", "
 * (RFC 9110 section 5.2), or %NULL when there is no such field
 */
char              *rt_head_dup_combined        (const RtHead *self,
                                                const char   *name);

/** TRUE when the comma list @name holds @token, compared without case. */
gboolean           rt_head_has_token           (const RtHead *self,
                                                const char   *name,
                                                const char   *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtHead, rt_head_unref)

G_END_DECLS
