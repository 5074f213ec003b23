/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Private to media-pdf*.c: where an object of a PDF is, by its number. The newest
 * table that has it says so (ISO 32000-1, sections 7.5.4 to 7.5.8); the object
 * stands in the file, or in a stream with others.
 */

#pragma once

#include "media-pdf-lexer.h"

G_BEGIN_DECLS

typedef struct
{
  RtMediaBytes bytes;
  gsize        dictionary; /* where it begins in them; 0: there is none */
} RtPdfObject;

typedef struct
{
  RtMediaBytes file;
  guint64      table;        /* where the last one begins */
  gboolean     is_encrypted; /* streams cannot be read but for a table: set it */
  gsize        budget;       /* bytes of streams that may still be made */
  GPtrArray   *made;         /* those that were */
} RtPdfObjects;

void        rt_pdf_objects_init         (RtPdfObjects *self,
                                         RtMediaBytes  file,
                                         guint64       table);
void        rt_pdf_objects_clear        (RtPdfObjects *self);

/** The trailer: a dictionary behind the table, or that of the stream in its
 * place. */
RtPdfObject rt_pdf_objects_find_trailer (RtPdfObjects *self);
/** Valid until @self is cleared. */
RtPdfObject rt_pdf_objects_look_up      (RtPdfObjects *self,
                                         guint64       number);

/** The dictionary of the object that should begin at @position of a file; 0:
 * another one. @number: 0 for any */
gsize       rt_pdf_find_object          (RtMediaBytes  bytes,
                                         guint64       position,
                                         guint64       number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtPdfObjects, rt_pdf_objects_clear)

G_END_DECLS
