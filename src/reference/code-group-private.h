/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The inside of RtCodeGroup, for the reader that fills it. Private to this layer. */

#pragma once

#include "code-group.h"

G_BEGIN_DECLS

struct _RtCodeGroup
{
  GObject    parent_instance;

  char      *id;
  char      *title;
  char      *summary;
  gboolean   redirects;
  GPtrArray *members; /* of RtGroupMember */
};

void rt_group_member_free (RtGroupMember *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtGroupMember, rt_group_member_free)

G_END_DECLS
