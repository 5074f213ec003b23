/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Server-sent events (HTML standard, section 9.2.6) as a list that grows while
 * bytes arrive. Blocks of lines are kept as offsets; their fields are read when
 * one is looked at. What a browser would pass over is listed too, and said. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Blocks after which no more are listed. */
#define RT_EVENT_STREAM_MAX_BLOCKS 1000000

/* A block: lines up to an empty one. Offsets in all of the bytes. */
typedef struct
{
  guint64 start;
  guint64 length;  /* without the empty line */
  guint64 id_line; /* offset + 1 of the line whose id holds here, 0 when none does */
} RtEventBlock;

/* What a block says. */
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

typedef struct _RtEventStream RtEventStream;

RtEventStream      *rt_event_stream_new           (void);
void                rt_event_stream_free          (RtEventStream      *self);

/**
 * rt_event_stream_extend:
 * @data: all bytes from the first on; those of the call before and more
 * @complete: no more will come
 *
 * Takes time for the bytes that are new.
 */
void                rt_event_stream_extend        (RtEventStream      *self,
                                                   const guint8       *data,
                                                   gsize               length,
                                                   gboolean            complete);

guint               rt_event_stream_get_n_blocks  (RtEventStream      *self);
/** (transfer none): valid until more bytes are read */
const RtEventBlock *rt_event_stream_get_block     (RtEventStream      *self,
                                                   guint               index);
/** TRUE when the last block, of a stream that is complete, was not ended by an
 * empty line: a browser drops it. */
gboolean            rt_event_stream_is_unfinished (RtEventStream      *self);
/** TRUE when there are more blocks than are listed. */
gboolean            rt_event_stream_is_cut        (RtEventStream      *self);

/**
 * rt_event_block_read:
 * @data: all of the bytes that the block is in
 * @max_length: bytes of the block that are read, 0 for all
 *
 * Returns: (transfer full): the fields, as UTF-8
 */
RtServerEvent      *rt_event_block_read           (const RtEventBlock *self,
                                                   const guint8       *data,
                                                   gsize               max_length);
void                rt_server_event_free          (RtServerEvent      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtEventStream, rt_event_stream_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtServerEvent, rt_server_event_free)

G_END_DECLS
