/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes JSON (RFC 8259) to a stream, value by value, so that a document with a
 * body of any size needs no memory of its own. Indented by two spaces. Nesting
 * is the caller's duty; errors are kept and told at the end.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RtJsonWriter RtJsonWriter;

/** @stream: (transfer none): buffered here, neither flushed nor closed before
 * rt_json_writer_finish(). */
RtJsonWriter *rt_json_writer_new          (GOutputStream *stream,
                                           GCancellable  *cancellable);
void          rt_json_writer_free         (RtJsonWriter  *self);

/* @name is the member's in an object, and NULL in an array or at the top. */
void          rt_json_writer_begin_object (RtJsonWriter  *self,
                                           const char    *name);
void          rt_json_writer_end_object   (RtJsonWriter  *self);
void          rt_json_writer_begin_array  (RtJsonWriter  *self,
                                           const char    *name);
void          rt_json_writer_end_array    (RtJsonWriter  *self);
/** @value: (nullable): valid UTF-8; %NULL is written as an empty string */
void          rt_json_writer_string       (RtJsonWriter  *self,
                                           const char    *name,
                                           const char    *value);
/** @length: bytes of @value, which must be valid UTF-8; NUL is allowed */
void          rt_json_writer_text         (RtJsonWriter  *self,
                                           const char    *name,
                                           const char    *value,
                                           gsize          length);
/** Any bytes, as a string in base64 (RFC 4648 section 4). */
void          rt_json_writer_base64       (RtJsonWriter  *self,
                                           const char    *name,
                                           const guint8  *value,
                                           gsize          length);
void          rt_json_writer_int          (RtJsonWriter  *self,
                                           const char    *name,
                                           gint64         value);
/** Three decimals; never in the spelling of a locale. */
void          rt_json_writer_decimal      (RtJsonWriter  *self,
                                           const char    *name,
                                           double         value);
void          rt_json_writer_boolean      (RtJsonWriter  *self,
                                           const char    *name,
                                           gboolean       value);

/**
 * rt_json_writer_finish:
 * @error: the first error of the stream
 *
 * Ends the document with a line end and flushes.
 *
 * Returns: TRUE when all was written
 */
gboolean      rt_json_writer_finish       (RtJsonWriter  *self,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtJsonWriter, rt_json_writer_free)

G_END_DECLS
