/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one block of an event stream says (HTML standard, section 9.2.6). Pure. */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Places of a block: offset + 1 of a line, 0 when there is none. */
enum
{
  RT_EVENT_ID_LINE,   /* whose id holds here; perhaps one of a block before */
  RT_EVENT_TYPE_LINE, /* the last "event" of the block */
};

/* Flags of a block. */
enum
{
  RT_EVENT_HAS_DATA = 1 << 0, /* else a browser dispatches nothing */
};

typedef struct
{
  char    *type;     /* "message" when none is given */
  char    *data;     /* lines joined by "\n" */
  char    *id;       /* the last event ID that holds after it, "" for none */
  char    *comments; /* lines joined by "\n", NULL for none */
  gint64   retry;    /* milliseconds, -1 when none is given */
  guint    n_unknown; /* lines with a field that nobody knows */
  gboolean has_data; /* FALSE: a browser dispatches nothing */
  gboolean has_id;   /* the block itself gives an id */
} RtServerEvent;

/**
 * rt_server_event_read:
 * @data: all of the bytes that @block is in
 * @max_length: bytes of the block that are read, 0 for all; type and id are found
 *   wherever they stand
 *
 * Returns: (transfer full): the fields, as UTF-8
 */
RtServerEvent *rt_server_event_read     (const RtRecord *block,
                                         const guint8   *data,
                                         gsize           max_length);
void           rt_server_event_free     (RtServerEvent  *self);

/** The type alone. (transfer full) */
char          *rt_server_event_dup_type (const RtRecord *block,
                                         const guint8   *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtServerEvent, rt_server_event_free)

G_END_DECLS
