/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of an event are joined in one go: it is its data that is wanted. */

#include "config.h"

#include "event-copy.h"

#include "server-event.h"
#include "text-provider.h"

typedef struct
{
  GBytes  *bytes;
  RtRecord event;
} Place;

static Place *
place_new (GBytes         *bytes,
           const RtRecord *event)
{
  Place *self = g_new0 (Place, 1);

  self->bytes = g_bytes_ref (bytes);
  self->event = *event;

  return self;
}

static void
place_free (gpointer place)
{
  Place *self = place;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gpointer
open_event (gpointer what)
{
  Place *self = what;

  return place_new (self->bytes, &self->event);
}

static gboolean
read_event (gpointer  reading,
            GString  *out)
{
  Place *self = reading;
  g_autoptr (RtServerEvent) event =
    rt_server_event_read (&self->event, g_bytes_get_data (self->bytes, NULL), 0);

  g_string_append (out, event->data);

  return FALSE;
}

GdkContentProvider *
rt_event_copy_new (GBytes         *bytes,
                   const RtRecord *event)
{
  static const RtTextSource source = { open_event, read_event, place_free, place_free };

  g_return_val_if_fail (bytes != NULL && event != NULL, NULL);

  return rt_text_provider_new (&source, place_new (bytes, event), 0);
}
