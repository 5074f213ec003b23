/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the parts of the JSON scanner share: its state, which lasts from one read
 * to the next, and the text of a read. For them only.
 */

#pragma once

#include "json-scanner.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* What may come next. */
typedef enum
{
  RT_JSON_EXPECT_VALUE,
  RT_JSON_EXPECT_FIRST_ITEM, /* a value or "]" */
  RT_JSON_EXPECT_FIRST_KEY,  /* a key or "}" */
  RT_JSON_EXPECT_KEY,
  RT_JSON_EXPECT_COLON,
  RT_JSON_EXPECT_COMMA,      /* "," or the end of the array or object */
  RT_JSON_EXPECT_END,        /* white space, or another document */
} RtJsonExpect;

/* What of a token was read when the text ended. */
typedef enum
{
  RT_JSON_PART_NONE,
  RT_JSON_PART_STRING,
  RT_JSON_PART_MINUS,
  RT_JSON_PART_ZERO,
  RT_JSON_PART_INTEGER,
  RT_JSON_PART_POINT,
  RT_JSON_PART_FRACTION,
  RT_JSON_PART_E,
  RT_JSON_PART_SIGN,
  RT_JSON_PART_EXPONENT,
} RtJsonPart;

struct _RtJsonScanner
{
  gboolean    several;
  guint64     position;
  RtJsonExpect      expect;
  RtJsonPart        part;
  guint64     token; /* where the unfinished token begins */
  guint8     *stack; /* bits: 1 for an object */
  gsize       stack_size;
  gsize       depth;
  const char *message;
  guint64     flaw;
};

/* The text of one read. */
typedef struct
{
  const char *text;
  const char *end;
  gboolean    complete; /* no more will come */
} RtJsonScanText;

/* One read. */
typedef struct
{
  RtJsonScanner        *s;
  const RtJsonScanText *in;
  const char           *p;
  RtJsonExpect          expect;
  gboolean              in_object;
  RtJsonToken          *out;  /* where the next token goes */
  const RtJsonToken    *last; /* where no more than one goes */
} RtJsonScanRun;

/** A flaw at @where; nothing goes on after it. @message is translated here.
 * Always FALSE. */
gboolean    rt_json_scan_fail        (RtJsonScanner        *self,
                                      const RtJsonScanText *in,
                                      const char           *where,
                                      const char           *message);
/** The text ends within the token that begins at @start. Always FALSE. */
gboolean    rt_json_scan_suspend     (RtJsonScanner        *self,
                                      const RtJsonScanText *in,
                                      RtJsonPart            part,
                                      const char           *start);

/** Reads tokens until the last. FALSE: at the end of the text, or at a flaw. */
gboolean    rt_json_scan_tokens      (RtJsonScanRun        *run);
/** Hands out a number that only the end of the text has ended. */
void        rt_json_scan_end_number  (RtJsonScanRun        *run);

/** Within a string, at something that is not plain. Returns its length, 0 after
 * a flaw, -1 when the text ends within it. */
int         rt_json_scan_special     (RtJsonScanner        *self,
                                      const RtJsonScanText *in,
                                      const char           *p);

/** From @p, which is at the given part of the number that begins at @start.
 * Returns where it got to: the end of the number, or the scanner has a part. */
const char *rt_json_scan_number      (RtJsonScanner        *self,
                                      const RtJsonScanText *in,
                                      RtJsonPart            part,
                                      const char           *start,
                                      const char           *p);

/** Whether the innermost container is an object. */
static inline gboolean
rt_json_scan_is_in_object (const RtJsonScanner *self)
{
  gsize level = self->depth - 1;

  return self->depth > 0 && ((self->stack[level / 8] >> (level % 8)) & 1);
}

static inline const char *
rt_json_skip_digits (const char *p,
                     const char *end)
{
  while (p < end && (guchar) (*p - '0') < 10)
    p++;

  return p;
}

G_END_DECLS
