/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes a catalogue of XML files, wherever they come from. Private to this
 * layer; others take rt_catalogue_new().
 */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/* One file: its name says what it holds, its bytes are XML. */
typedef struct
{
  const char *name;
  GBytes     *xml;
} RtReferenceSource;

/**
 * rt_catalogue_load:
 * @sources: (array length=n_sources): classes.xml must be among them
 * @error: RT_REFERENCE_ERROR with file, line and reason
 *
 * Returns: (transfer full): the catalogue of all that is in @sources
 */
RtCatalogue *rt_catalogue_load (const RtReferenceSource  *sources,
                                gsize                     n_sources,
                                GError                  **error);

G_END_DECLS
