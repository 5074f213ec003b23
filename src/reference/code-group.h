/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Status codes that are easily taken for each other, to be put side by side,
 * with what tells them apart. Immutable; all texts are translated.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int      code;
  char    *question;  /* the one that decides for this code */
  char    *answer;    /* of this code to it, a sentence or two */
  char    *next;      /* what the client does next */
  gboolean permanent; /* of redirects: it is for good */
} RtGroupMember;

#define RT_TYPE_CODE_GROUP (rt_code_group_get_type ())
G_DECLARE_FINAL_TYPE (RtCodeGroup, rt_code_group, RT, CODE_GROUP, GObject)

/** "redirects": stable. */
const char          *rt_code_group_get_id       (RtCodeGroup *self);
const char          *rt_code_group_get_title    (RtCodeGroup *self); /* a few words */
const char          *rt_code_group_get_summary  (RtCodeGroup *self); /* a sentence or two */
/** Each member is a redirect, and says whether it is permanent. */
gboolean             rt_code_group_is_redirects (RtCodeGroup *self);
/** Element type RtGroupMember, at least two, in the order of the data. (transfer none) */
GPtrArray           *rt_code_group_get_members  (RtCodeGroup *self);
/** %NULL when @code is not in it. (transfer none) */
const RtGroupMember *rt_code_group_find_member  (RtCodeGroup *self,
                                                 int          code);
/** "401, 403, 407, 511" with ", " as @separator: all members but @except,
 * which may be 0. (transfer full) */
char                *rt_code_group_dup_numbers  (RtCodeGroup *self,
                                                 int          except,
                                                 const char  *separator);

G_END_DECLS
