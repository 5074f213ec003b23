/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A name or value as a source of text. */

#include "config.h"

#include "form-copy.h"

#include "form-fields.h"
#include "text-provider.h"

#define PIECE (64 * 1024)

typedef struct
{
  GBytes *raw;
  gsize   at;
} Reading;

static gpointer
open_raw (gpointer what)
{
  Reading *self = g_new0 (Reading, 1);

  self->raw = g_bytes_ref (what);

  return self;
}

static gboolean
read_raw (gpointer reading,
          GString *out)
{
  Reading *self = reading;
  gsize length;
  const char *raw = g_bytes_get_data (self->raw, &length);
  gsize n = MIN (length - self->at, PIECE);
  guint faults = 0;

  if (n > 0)
    self->at += rt_form_fields_unescape (raw + self->at, n, self->at + n == length, out, &faults);

  return self->at < length;
}

static void
close_raw (gpointer reading)
{
  g_clear_pointer (&((Reading *) reading)->raw, g_bytes_unref);
  g_free (reading);
}

static void
raw_free (gpointer what)
{
  g_bytes_unref (what);
}

GdkContentProvider *
rt_form_copy_new (GBytes *raw)
{
  static const RtTextSource source = { open_raw, read_raw, close_raw, raw_free };

  g_return_val_if_fail (raw != NULL, NULL);

  return rt_text_provider_new (&source, g_bytes_ref (raw), 0);
}
