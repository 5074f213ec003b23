/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of the status codes, folded once so that each search only
 * compares. Private to this layer.
 */

#pragma once

#include <gio/gio.h>

#include "status-code.h"

G_BEGIN_DECLS

/* One code; all strings are folded. */
typedef struct
{
  RtStatusCode *code;   /* borrowed */
  char          number[8];
  char         *phrase;
  char        **aliases; /* the phrases of its owners too */
  char        **vendors;
  char         *text;
} RtSearchItem;

/* The items in the order of their numbers. */
typedef struct
{
  RtSearchItem *items;
  gsize         n_items;
} RtSearchIndex;

RtSearchIndex *rt_search_index_new  (GListModel    *codes);
void           rt_search_index_free (RtSearchIndex *self);

/**
 * rt_search_fold:
 *
 * Without case, without apostrophes, every other sign that is no letter and no
 * digit a space, words parted by one space: "I'm a Teapot" is "im a teapot".
 *
 * Returns: (transfer full): @text folded
 */
char          *rt_search_fold       (const char    *text);

G_END_DECLS
