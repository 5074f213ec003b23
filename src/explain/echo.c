/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the list of notes that say the same. */

#include "echo.h"

static const struct { const char *id; const char *said; } pairs[] = {
  { "caching-age", "answered-by-cache" },
  { "condition-304-other", "status-304-other-tag" },
  { "range-content-length", "status-206-length" },
  { "range-if-range-changed", "status-200-if-range" },
  { "range-malformed", "status-206-unreadable-range" },
  { "range-multipart", "status-206-parts" },
  { "range-part", "status-206-as-asked" },
};

static gboolean
has_note (const RtCase *self,
          const char   *id)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_equal (rt_note_get_id (g_ptr_array_index (self->notes, i)), id))
      return TRUE;

  return FALSE;
}

gboolean
rt_echo_is_said (const RtCase *self,
                 const char   *id)
{
  const char *other;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  other = rt_echo_get_other (id);

  return other != NULL && has_note (self, other);
}

const char *
rt_echo_get_other (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].id, id))
      return pairs[i].said;

  return NULL;
}
