/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The grammar of JSON (RFC 8259) over bytes that may still arrive: one pass,
 * no recursion, nothing looser than the letter, UTF-8 checked. What was read
 * is handed out as tokens, many at a time. The only place that knows the
 * grammar; it keeps nothing of the text. Pure.
 */

#pragma once

#include "json-flaw.h"

G_BEGIN_DECLS

/* Tokens and runs of white space from this length on are worth remembering for
 * whoever has to get past them again. */
#define RT_JSON_LONG 4096

typedef enum
{
  RT_JSON_TOKEN_OBJECT,     /* "{" */
  RT_JSON_TOKEN_ARRAY,      /* "[" */
  RT_JSON_TOKEN_OBJECT_END,
  RT_JSON_TOKEN_ARRAY_END,
  RT_JSON_TOKEN_KEY,
  RT_JSON_TOKEN_STRING,
  RT_JSON_TOKEN_NUMBER,
  RT_JSON_TOKEN_WORD,       /* true, false, null */
  RT_JSON_TOKEN_SPACE,      /* RT_JSON_LONG or more bytes of it */
} RtJsonTokenKind;

typedef struct
{
  guint64         start;
  guint64         end;
  RtJsonTokenKind kind;
} RtJsonToken;

typedef enum
{
  RT_JSON_SCAN_FULL, /* no room for more tokens: call again */
  RT_JSON_SCAN_MORE, /* all that is there was read: call again with more text */
  RT_JSON_SCAN_END,  /* the text is complete and right */
  RT_JSON_SCAN_FLAW,
} RtJsonScan;

typedef struct _RtJsonScanner RtJsonScanner;

/** @several: documents may follow each other (JSON Lines, RFC 7464), also none */
RtJsonScanner *rt_json_scanner_new          (gboolean       several);
void           rt_json_scanner_free         (RtJsonScanner *self);

/**
 * rt_json_scanner_read:
 * @text: the text from its first byte on; it may stand elsewhere in memory than
 *   at the call before
 * @length: bytes of it that are there, never fewer than before
 * @complete: no more will come
 * @tokens: (out caller-allocates) (array length=max_tokens): what comes next
 * @max_tokens: at least 2
 * @n_tokens: (out): how many were filled
 *
 * Goes on where it stopped. A token is handed out when it is whole.
 */
RtJsonScan     rt_json_scanner_read         (RtJsonScanner *self,
                                             const char    *text,
                                             gsize          length,
                                             gboolean       complete,
                                             RtJsonToken   *tokens,
                                             gsize          max_tokens,
                                             gsize         *n_tokens);

/** Bytes that were read and found right, those of an unfinished string or
 * number included. */
guint64        rt_json_scanner_get_position (RtJsonScanner *self);

/**
 * rt_json_scanner_get_partial:
 * @token: (out): a key, string or number that began and has not ended, as far
 *   as it was read
 *
 * Returns: FALSE when there is none
 */
gboolean       rt_json_scanner_get_partial  (RtJsonScanner *self,
                                             RtJsonToken   *token);

/** After RT_JSON_SCAN_FLAW; @text as for the last read. */
void           rt_json_scanner_fill_flaw    (RtJsonScanner *self,
                                             const char    *text,
                                             RtJsonFlaw    *flaw);

/** Bytes of memory it takes: a bit a level. */
gsize          rt_json_scanner_get_size     (RtJsonScanner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtJsonScanner, rt_json_scanner_free)

G_END_DECLS
