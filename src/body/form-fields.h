/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* application/x-www-form-urlencoded (URL standard, section 5.1) as names and
 * values in the order and spelling of the bytes. Nothing is copied until it is
 * decoded. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fields after which no more are listed. */
#define RT_FORM_MAX_FIELDS 1000000

typedef enum
{
  RT_FORM_BAD_PERCENT = 1 << 0, /* "%" without two hexadecimal digits: it stays */
  RT_FORM_NOT_UTF8 = 1 << 1,    /* the decoded bytes are not UTF-8: U+FFFD */
  RT_FORM_UNESCAPED = 1 << 2,   /* a byte that should have been escaped: control, space,
                                 * not ASCII */
} RtFormFault;

/* Ranges of the bytes that were read. */
typedef struct
{
  gsize    start; /* of the name */
  gsize    name_length;
  gsize    value_start;
  gsize    value_length;
  gboolean has_value; /* FALSE: no "=": the value is empty */
} RtFormField;

/**
 * rt_form_fields_read:
 * @data: bytes, not necessarily NUL-terminated
 * @cut: (out) (optional): TRUE when there are more than RT_FORM_MAX_FIELDS
 *
 * Pieces between "&"; an empty piece is none.
 *
 * Returns: (transfer full) (element-type RtFormField)
 */
GArray *rt_form_fields_read   (const char *data,
                               gsize       length,
                               gboolean   *cut);

/**
 * rt_form_fields_decode:
 * @raw: a name or value as sent
 * @faults: (out) (optional): RtFormFault
 *
 * "+" becomes a space, then "%NN" a byte, then the bytes are read as UTF-8;
 * a NUL becomes U+2400.
 *
 * Returns: (transfer full): UTF-8 text, perhaps of several lines
 */
char   *rt_form_fields_decode (const char *raw,
                               gsize       length,
                               guint      *faults);

/** What @faults say, translated: "“%” without two digits"; "" for 0. (transfer full) */
char   *rt_form_fault_words   (guint       faults);

G_END_DECLS
