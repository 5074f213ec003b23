/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtPending: what a trail waits for, as a counted value. */

#include "trail.h"

#include "trail-private.h"

G_DEFINE_BOXED_TYPE (RtPending, rt_pending, rt_pending_ref, rt_pending_unref)

RtPending *
rt_pending_new (RtPendingKind kind,
                guint         position)
{
  RtPending *self = g_atomic_rc_box_new0 (RtPending);

  self->kind = kind;
  self->position = position;

  return self;
}

RtPending *
rt_pending_ref (RtPending *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RtPending *self = data;

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->link, rt_next_free);
  g_clear_object (&self->request);
}

void
rt_pending_unref (RtPending *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
