/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One element of data/reference, which knows its file and line, and the checks
 * that every reader needs. Private to this layer and to src/lessons, which reads
 * files of the same kind. Strict: anything unexpected is an error, never skipped.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One element. @text is normalised, and empty when there are children. */
typedef struct
{
  const char *file; /* interned */
  int         line;
  char       *name;
  char      **attributes; /* name, value, name, value, NULL */
  char       *text;
  GPtrArray  *children; /* of RtNode */
} RtNode;

/* Where the text of a child element goes: a char * at @offset of a struct. */
typedef struct
{
  const char *name;
  gsize       offset;
  gboolean    required;
  gboolean    translated;
} RtTextSpec;

typedef enum
{
  RT_REFERENCE_ONCE,
  RT_REFERENCE_OPTIONAL,
} RtReferenceNeed;

void        rt_node_free               (RtNode              *self);

/** The value of the attribute @name, or NULL. */
const char *rt_node_get_attribute      (const RtNode        *self,
                                        const char          *name);

/** Sets @error to "file:line: <name> reason". */
void        rt_node_set_error          (const RtNode        *self,
                                        GError             **error,
                                        int                  code,
                                        const char          *format,
                                        ...) G_GNUC_PRINTF (4, 5);

/** FALSE and an error when an attribute is not in @allowed or has no value. */
gboolean    rt_node_check_attributes   (const RtNode        *self,
                                        const char * const  *allowed,
                                        GError             **error);

/** FALSE and an error when a child is not in @allowed. */
gboolean    rt_node_check_children     (const RtNode        *self,
                                        const char * const  *allowed,
                                        GError             **error);

/** FALSE and an error when @self has children or no text. */
gboolean    rt_node_check_text         (const RtNode        *self,
                                        GError             **error);

/**
 * rt_node_get_choice:
 * @attribute: a required attribute
 * @choices: its possible values, ending in NULL
 * @index: (out): which of them it has
 */
gboolean    rt_node_get_choice         (const RtNode        *self,
                                        const char          *attribute,
                                        const char * const  *choices,
                                        int                 *index,
                                        GError             **error);

/** Puts the texts of the children named in @specs into @target, a struct. An
 * element that appears twice, or that is required and missing, is an error;
 * one that is absent gives "". */
gboolean    rt_node_read_texts         (const RtNode        *self,
                                        const RtTextSpec    *specs,
                                        gsize                n_specs,
                                        gpointer             target,
                                        GError             **error);

/** The texts of all children named @name. (transfer full) */
char      **rt_node_dup_text_list      (const RtNode        *self,
                                        const char          *name,
                                        GError             **error);

/**
 * rt_node_read_reference:
 * @need: whether a <reference> must be there
 * @title: (out): "RFC 9110, section 15.5.5", or ""
 * @url: (out): its address, or ""
 */
gboolean    rt_node_read_reference     (const RtNode        *self,
                                        RtReferenceNeed      need,
                                        char               **title,
                                        char               **url,
                                        GError             **error);

/** The translation of @text. (transfer full) */
char       *rt_reference_translate     (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtNode, rt_node_free)

G_END_DECLS
