/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a structured field (RFC 9651) is made of: values, and the keyed members
 * of dictionaries and parameters. Plain data, owned from the top.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_SF_INTEGER,
  RT_SF_DECIMAL,
  RT_SF_STRING,
  RT_SF_TOKEN,
  RT_SF_BYTES,
  RT_SF_BOOLEAN,
  RT_SF_DATE,
  RT_SF_DISPLAY_STRING,
  RT_SF_INNER_LIST,
} RtSfType;

typedef struct
{
  RtSfType   type;
  gint64     number;     /* integer; seconds of a date; thousandths of a decimal;
                          * 0 or 1 of a boolean */
  char      *text;       /* string, token, display string (UTF-8) */
  GBytes    *bytes;
  GPtrArray *items;      /* RtSfValue of an inner list */
  GPtrArray *parameters; /* RtSfMember; never NULL */
  gsize      offset;     /* of the value in the text, without its parameters */
  gsize      length;
} RtSfValue;

typedef struct
{
  char      *key;
  RtSfValue *value;
  gsize      offset;      /* of the key */
  gboolean   is_repeated; /* the key stood there before: the last value holds */
} RtSfMember;

RtSfValue        *rt_sf_value_new   (RtSfType    type);
void              rt_sf_value_free  (RtSfValue  *self);
/** Takes @value. */
RtSfMember       *rt_sf_member_new  (const char *key,
                                     gsize       offset,
                                     RtSfValue  *value);
void              rt_sf_member_free (RtSfMember *self);

/** The value of @key among RtSfMember @members; NULL when there is none. */
const RtSfValue  *rt_sf_find        (GPtrArray  *members,
                                     const char *key);
/** TRUE when it is an item of @type with exactly @text (string, token). */
gboolean          rt_sf_is_text     (const RtSfValue *self,
                                     RtSfType         type,
                                     const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSfValue, rt_sf_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSfMember, rt_sf_member_free)

G_END_DECLS
