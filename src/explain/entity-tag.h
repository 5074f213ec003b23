/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Entity tags and lists of them (RFC 9110 section 8.8.3). Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_ENTITY_TAG_GOOD,
  RT_ENTITY_TAG_UNQUOTED,
  RT_ENTITY_TAG_SMALL_W,   /* w/"x" */
  RT_ENTITY_TAG_MALFORMED, /* another trouble */
} RtEntityTagTrouble;

typedef struct
{
  char              *opaque;  /* between the quotes; as much as can be told when bad */
  gboolean           is_weak;
  RtEntityTagTrouble trouble;
} RtEntityTag;

/** @text: one tag, white space around it passed over. (transfer full) */
RtEntityTag *rt_entity_tag_parse      (const char        *text);
void         rt_entity_tag_free       (RtEntityTag       *self);

/** A list as of If-None-Match. Backslashes are plain characters here. "*" is no
 * list. (transfer full) (nullable): RtEntityTag; NULL when one is not good */
GPtrArray   *rt_entity_tags_parse     (const char        *text);

/** RFC 9110 section 8.8.3.2. */
gboolean     rt_entity_tag_matches    (const RtEntityTag *self,
                                       const RtEntityTag *other,
                                       gboolean           strongly);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtEntityTag, rt_entity_tag_free)

G_END_DECLS
