/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The inside of RtEntry, for the reader that fills it. Private to this layer. */

#pragma once

#include "entry.h"

G_BEGIN_DECLS

struct _RtEntry
{
  GObject     parent_instance;

  char       *id;
  char       *name;
  char       *summary;
  char       *meaning;
  char       *action;
  char       *specification;
  char       *specification_url;
  char      **aliases;
  char      **values;
  GHashTable *facts; /* name to value */
};

G_END_DECLS
