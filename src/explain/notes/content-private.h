/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of the topic "content", one file each. */

#pragma once

#include "case.h"
#include "media-type.h"

G_BEGIN_DECLS

/* The content without its codings, and its type. */
typedef struct
{
  const guint8 *data;
  gsize         length;
  RtMediaType  *type; /* NULL when missing or unreadable */
} RtContentSeen;

void rt_content_explain_charset     (RtCase              *self,
                                     const RtContentSeen *seen);
void rt_content_explain_coding      (RtCase              *self,
                                     const RtContentSeen *seen);
void rt_content_explain_framing     (RtCase              *self);
void rt_content_explain_disposition (RtCase              *self);
void rt_content_explain_digests     (RtCase              *self);

G_END_DECLS
