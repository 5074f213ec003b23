/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bodies of a hundred megabytes whose every part can be told: a log of numbered
 * lines of one length, and JSON of numbered records on a single line.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a line of the log, its end included; where a word stands in it that
 * can be found: "marker" in each thousandth line, "needle" in the tenth from the
 * end, "filler" else. */
#define RT_TEST_LOG_LINE 100
#define RT_TEST_LOG_MARK 20

/* Bytes of a record of the JSON with its comma, and its lines when laid out. The
 * fifth from the end says "needle". */
#define RT_TEST_JSON_RECORD 104
#define RT_TEST_JSON_LINES 9

typedef struct
{
  char    *data;
  gsize    length;
  guint64  n;      /* lines or records */
} RtTestBig;

/** 1,050,000 lines. */
RtTestBig *rt_test_big_new_log       (void);
/** 1,000,000 records. */
RtTestBig *rt_test_big_new_json      (void);
void       rt_test_big_free          (RtTestBig *self);

/** What @line of the log begins with, and no other line. (transfer full) */
char      *rt_test_big_dup_start     (guint64    line);
/** Adds the record with this number (not one of the last ten) as it is laid out,
 * with its line ends. */
void       rt_test_big_append_pretty (GString   *text,
                                      guint64    record);

G_END_DECLS
