/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds where a head ends, from whatever pieces arrive, and says what is wrong
 * with a head in the form of faults. Only the readers and their tests include
 * it.
 */

#pragma once

#include "fault.h"
#include "head.h"

G_BEGIN_DECLS

typedef struct
{
  GByteArray *bytes;       /* of the head so far */
  gsize       line_length; /* of the last line, its LF apart */
  gboolean    is_in_fields; /* a blank line ends the head from here on */
} RtHeadScan;

void     rt_head_scan_init   (RtHeadScan   *self,
                              RtHeadKind    kind);
void     rt_head_scan_clear  (RtHeadScan   *self);

/**
 * rt_head_scan_feed:
 * @room: bytes that may still be taken
 * @is_done: (out): the blank line was found
 *
 * Returns: how many bytes were taken
 */
gsize    rt_head_scan_feed   (RtHeadScan   *self,
                              const guint8 *data,
                              gsize         length,
                              gsize         room,
                              gboolean     *is_done);

typedef enum
{
  RT_HEAD_GUESS_UNSURE,      /* too few bytes to tell */
  RT_HEAD_GUESS_STATUS_LINE, /* begins as a status line does */
  RT_HEAD_GUESS_GARBAGE,
} RtHeadGuess;

/** Whether the bytes so far can become a response at all: they begin, blank
 * lines and white space apart, with "HTTP" or "ICY " in any case. */
RtHeadGuess rt_head_scan_guess (const RtHeadScan *self);

/** @faults: (element-type RtFault): takes what is wrong with @head */
void     rt_head_add_faults  (const RtHead *head,
                              GPtrArray    *faults);

G_END_DECLS
