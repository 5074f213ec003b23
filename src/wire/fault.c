/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the record of what is wrong with a response, and the error domain of
 * this layer. Explains nothing: the words for each kind stand in the
 * reference.
 */

#include "fault.h"

#include "text.h"

#define QUOTE_MAX 60

G_DEFINE_QUARK (rt-wire-error-quark, rt_wire_error)

RtFault *
rt_fault_new (RtFaultKind  kind,
              const char  *format,
              ...)
{
  RtFault *self;
  va_list args;

  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (RtFault, 1);
  self->kind = kind;
  va_start (args, format);
  self->evidence = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

RtFault *
rt_fault_copy (const RtFault *self)
{
  RtFault *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (RtFault, 1);
  copy->kind = self->kind;
  copy->evidence = g_strdup (self->evidence);

  return copy;
}

void
rt_fault_free (RtFault *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->evidence, g_free);
  g_free (self);
}

char *
rt_fault_quote (const void *bytes,
                gsize       length)
{
  const guint8 *data = bytes;
  gsize cut = QUOTE_MAX;
  g_autofree char *text = NULL;

  if (length <= QUOTE_MAX)
    return rt_text_from_wire (bytes, length);

  /* Not inside a character, if it is one. */
  while (cut > QUOTE_MAX - 3 && (data[cut] & 0xc0) == 0x80)
    cut--;
  text = rt_text_from_wire (bytes, cut);

  return g_strconcat (text, "\342\200\246", NULL);
}

const char *
rt_fault_kind_to_id (RtFaultKind kind)
{
  static const char *const ids[] = {
    [RT_FAULT_HEAD_CUT] = "head-cut",
    [RT_FAULT_START_LINE_MALFORMED] = "start-line-malformed",
    [RT_FAULT_FIELD_MALFORMED] = "field-malformed",
    [RT_FAULT_LENGTH_INVALID] = "length-invalid",
    [RT_FAULT_LENGTH_CONFLICT] = "length-conflict",
    [RT_FAULT_LENGTH_AND_CHUNKED] = "length-and-chunked",
    [RT_FAULT_TRANSFER_CODING_UNKNOWN] = "transfer-coding-unknown",
    [RT_FAULT_CONTENT_SHORT] = "content-short",
    [RT_FAULT_CHUNK_MALFORMED] = "chunk-malformed",
    [RT_FAULT_LAST_CHUNK_MISSING] = "last-chunk-missing",
    [RT_FAULT_TRAILERS_CUT] = "trailers-cut",
    [RT_FAULT_EXTRA_BYTES] = "extra-bytes",
    [RT_FAULT_CODING_TRUNCATED] = "coding-truncated",
    [RT_FAULT_CODING_DAMAGED] = "coding-damaged",
    [RT_FAULT_CODING_UNKNOWN] = "coding-unknown",
    [RT_FAULT_CODING_TRAILING] = "coding-trailing",
    [RT_FAULT_CODING_RATIO] = "coding-ratio",
    [RT_FAULT_H2_STREAM_RESET] = "h2-stream-reset",
    [RT_FAULT_H2_GOAWAY] = "h2-goaway",
    [RT_FAULT_H2_MALFORMED] = "h2-malformed",
    [RT_FAULT_NUL_IN_HEAD] = "nul-in-head",
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (ids), NULL);

  return ids[kind];
}
