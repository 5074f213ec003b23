/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that read a head share. Only head*.c include it. */

#pragma once

#include "head.h"

G_BEGIN_DECLS

struct _RtHead
{
  gatomicrefcount  ref_count;
  RtHeadKind       kind;
  GBytes          *bytes;
  const char      *text; /* the data of @bytes */
  gsize            size;
  gsize            wire_length;
  gboolean         is_rendition;
  gboolean         is_complete;

  RtStartOddities  start_oddities;
  RtSpan           start_line;
  RtSpan           version;
  RtSpan           reason;
  RtSpan           method;
  RtSpan           target;
  guint            version_number;
  int              status;

  GArray          *fields; /* of RtFieldLine */
};

/* One line of text as it stands in the bytes, its line end apart. */
typedef struct
{
  gsize    start;
  gsize    end;  /* of the line, without its line end */
  gsize    next; /* where the following line starts */
  gboolean is_cut; /* the bytes end before the line end */
  gboolean has_bare_lf;
} RtHeadLine;

RtHead     *rt_head_alloc             (RtHeadKind        kind,
                                       GBytes           *bytes);
gboolean    rt_head_next_line         (const RtHead     *self,
                                       gsize             at,
                                       RtHeadLine       *line);
/** Reads the start line at @at; returns where the field lines start. */
gsize       rt_head_read_start_line   (RtHead           *self);
void        rt_head_read_fields       (RtHead           *self,
                                       gsize             at);
/** What single bytes of a name or value give away. */
RtOddities  rt_head_judge_bytes       (const char       *text,
                                       gsize             length);

G_END_DECLS
