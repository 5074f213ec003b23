/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a text into an index while it arrives: its beginning at once, the rest
 * in a thread, a slice at a time. Owns the lock between that thread and those
 * who look into the index. Must not know what is in the index.
 */

#pragma once

#include "decoded-text.h"

G_BEGIN_DECLS

/* What there is; valid between begin and end. */
typedef struct
{
  GBytes  *bytes;    /* mapped: a reference may be kept */
  gsize    length;   /* bytes that the index speaks of; there may be more of them */
  gboolean complete; /* nothing will be added */
} RtReadText;

typedef struct
{
  /* Bytes that are read before somebody may look again. 0: all that there are, and
   * never in the caller's thread, as it may take long. */
  gsize      slice;
  /* Goes on up to @length; what it finds is not seen yet. Without the lock, never
   * twice at a time. @complete: no more will come. */
  void     (*read)       (gpointer    index,
                          const char *text,
                          gsize       length,
                          gboolean    complete);
  /* What was read is seen from now on. With the lock. TRUE: something changed. */
  gboolean (*publish)    (gpointer    index);
  void     (*free_index) (gpointer    index);
  /* On the main context of the thread that made the reader. */
  void     (*changed)    (gpointer    owner);
} RtTextReaderFuncs;

typedef struct _RtTextReader RtTextReader;

/**
 * rt_text_reader_new:
 * @text: followed until it is complete
 * @funcs: static
 * @index: (transfer full): what is filled
 * @owner: whom funcs->changed is called with; no reference is held
 *
 * Reads the first slice of what is there, then starts the thread for the rest.
 */
RtTextReader     *rt_text_reader_new         (RtDecodedText           *text,
                                              const RtTextReaderFuncs *funcs,
                                              gpointer                 index,
                                              GObject                 *owner);

/** From finalize of the owner: ends the thread soon, without waiting; neither
 * @self nor the index may be used any more. */
void              rt_text_reader_close       (RtTextReader            *self);

/** Takes the lock; not twice in one thread, and for a moment only. */
const RtReadText *rt_text_reader_begin       (RtTextReader            *self);
void              rt_text_reader_end         (RtTextReader            *self);

/** Takes the lock itself. */
gboolean          rt_text_reader_is_complete (RtTextReader            *self);
/** How much of all bytes was read, see rt_decoded_text_get_share(). Takes the lock
 * itself. */
double            rt_text_reader_get_share   (RtTextReader            *self);

G_END_DECLS
