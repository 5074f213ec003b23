/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a text through the JSON scanner while it arrives, its beginning at
 * once and the rest in a thread, and hands the tokens to an index. Owns the
 * lock between that thread and those who read the index. Must not know what is
 * in the index.
 */

#pragma once

#include "decoded-text.h"
#include "json-scanner.h"

G_BEGIN_DECLS

/* What there is; valid between begin and end. The bytes may be kept. */
typedef struct
{
  GBytes     *bytes;       /* the text and perhaps more; NULL before the first */
  const char *text;
  guint64     length;      /* bytes of the text that were read */
  guint64     limit;       /* bytes that are JSON */
  gboolean    has_partial; /* whether a token was cut at the limit */
  RtJsonToken partial;
  gboolean    has_flaw;
  RtJsonFlaw  flaw;
  gboolean    done;        /* nothing will be added */
} RtJsonView;

typedef struct
{
  /* Tokens, in order. In one thread at a time, and with the lock held unless
   * there is a function to publish them. */
  void (*take_tokens) (gpointer           index,
                       const RtJsonToken *tokens,
                       gsize              n_tokens);
  /* (nullable): the text from @from to @to, none of it given before, as it
   * follows on a flaw. The same. */
  void (*take_rest)   (gpointer           index,
                       const RtJsonView  *view,
                       guint64            from,
                       guint64            to);
  void (*free_index)  (gpointer           index);
  /* On the main context of the thread that made the feed. */
  void (*changed)     (gpointer           owner);
  /* (nullable): what was given may be read from now on. The lock is held, and
   * whoever draws the window waits for it. */
  void (*publish)     (gpointer           index);
} RtJsonFeedFuncs;

typedef struct _RtJsonFeed RtJsonFeed;

/**
 * rt_json_feed_new:
 * @funcs: static
 * @index: (transfer full): what the tokens are handed to
 * @owner: whom funcs->changed is called with; no reference is held
 *
 * Reads the first 64 KiB of what is there, then starts the thread.
 */
RtJsonFeed       *rt_json_feed_new       (RtDecodedText         *text,
                                          gboolean               several,
                                          const RtJsonFeedFuncs *funcs,
                                          gpointer               index,
                                          GObject               *owner);

/** From finalize of the owner: ends the thread soon, without waiting; nothing
 * of @self may be used any more. */
void              rt_json_feed_close     (RtJsonFeed            *self);

/** Takes the lock for reading; not twice in one thread. When what is read is
 * published, for an instant only: whoever draws the window waits for the reader
 * who waits for it. */
const RtJsonView *rt_json_feed_begin     (RtJsonFeed            *self);
void              rt_json_feed_end       (RtJsonFeed            *self);

/** The first flaw or %NULL; it stays until the feed is gone. */
const RtJsonFlaw *rt_json_feed_get_flaw  (RtJsonFeed            *self);

gboolean          rt_json_feed_is_done   (RtJsonFeed            *self);

/** Bytes of memory of the scanner. */
gsize             rt_json_feed_get_size  (RtJsonFeed            *self);

G_END_DECLS
