/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The inside of RtCatalogue, for the loader that fills it and the search that
 * keeps its index there. Private to this layer.
 */

#pragma once

#include "catalogue.h"
#include "entry-reader.h"
#include "search-index.h"

G_BEGIN_DECLS

struct _RtCatalogue
{
  GObject        parent_instance;

  /* RtFixedList once all is loaded: explanations are made in a thread. */
  GListModel    *codes;                       /* by number */
  GHashTable    *codes_by_number;             /* borrows from codes */
  GListModel    *entries[RT_N_ENTRY_KINDS];   /* in the order of the header */
  GHashTable    *entries_by_key[RT_N_ENTRY_KINDS];
  GListModel    *groups;                      /* in the order of the file */
  RtEntry       *no_response;                 /* the class "none" */

  RtSearchIndex *index;                       /* made at the first search */
};

/** The key of @name among the entries of @kind: methods keep their case, names
 * of fields and schemes have none, failures and classes have ids. */
char        *rt_catalogue_make_key         (RtEntryKind   kind,
                                            const char   *name);

G_END_DECLS
