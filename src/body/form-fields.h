/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* application/x-www-form-urlencoded (URL standard, section 5.1) as names and
 * values in the order and spelling of the bytes, found while they arrive. Nothing
 * is copied until it is decoded.
 */

#pragma once

#include "records.h"

G_BEGIN_DECLS

typedef enum
{
  RT_FORM_BAD_PERCENT = 1 << 0, /* "%" without two hexadecimal digits: it stays */
  RT_FORM_NOT_UTF8 = 1 << 1,    /* the decoded bytes are not UTF-8: U+FFFD */
  RT_FORM_UNESCAPED = 1 << 2,   /* a byte that should have been escaped: control, space,
                                 * not ASCII */
} RtFormFault;

/* Offsets in the whole body. */
typedef struct
{
  gsize    start; /* of the name */
  gsize    name_length;
  gsize    value_start;
  gsize    value_length;
  gboolean has_value; /* FALSE: no "=": the value is empty */
} RtFormField;

/** The fields: pieces between "&"; an empty piece is none. (transfer full) */
RtRecords *rt_form_fields_new    (RtDecodedText  *bytes);

/** What one of them is. */
void       rt_form_field_init    (RtFormField    *self,
                                  const RtRecord *record);

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
char      *rt_form_fields_decode (const char     *raw,
                                  gsize           length,
                                  guint          *faults);

/**
 * rt_form_fields_unescape:
 * @last: nothing follows on @length bytes
 * @faults: (inout): those that were found are added
 *
 * The bytes that a name or value stands for are added to @out; what they mean is
 * not looked at.
 *
 * Returns: how many bytes of @raw were read: all, but for the beginning of an
 *   escape at the end when @last is %FALSE; give these again with what follows
 */
gsize      rt_form_fields_unescape (const char   *raw,
                                  gsize           length,
                                  gboolean        last,
                                  GString        *out,
                                  guint          *faults);

/** What @faults say, translated: "“%” without two digits"; "" for 0. (transfer full) */
char      *rt_form_fault_words   (guint           faults);

G_END_DECLS
