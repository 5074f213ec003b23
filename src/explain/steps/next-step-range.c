/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps with ranges: a part, the rest of what broke off or of what was only a
 * part, and the whole. */

#include "config.h"

#include "next-step-private.h"

#include <glib/gi18n-lib.h>

#include "byte-range.h"
#include "validator.h"

#define PART 100

/* Ranges count bytes as they are coded: parts of a compressed whole are of use
 * to programs only. */
static gboolean
is_coded (const RtStepCase *self)
{
  return rt_head_find_field (self->response, "Content-Encoding", 0) >= 0;
}

static gboolean
takes_ranges (const RtStepCase *self)
{
  return rt_head_has_token (self->response, "Accept-Ranges", "bytes");
}

static void
offer_part (RtStepCase *self)
{
  guint64 total = self->sizes.content_encoded;
  guint64 last = MIN (PART, total / 2) - 1;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;

  if (self->status != 200 || total < 2 || is_coded (self) || !takes_ranges (self)
      || rt_step_case_has_sent (self, "Range"))
    return;
  value = g_strdup_printf ("bytes=0-%" G_GUINT64_FORMAT, last);
  words = g_strdup_printf (_("Sets Range: %s; expect 206 with Content-Range."), value);
  rt_next_step_set_field (rt_step_case_add (self, "ask-part", _("Ask for a Part"), words),
                          "Range", value);
}

static gboolean
is_cut (const RtStepCase *self)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (self->exchange);

  for (guint i = 0; i < faults->len; i++)
    {
      const RtFault *fault = faults->pdata[i];

      if (fault->kind == RT_FAULT_CONTENT_SHORT || fault->kind == RT_FAULT_LAST_CHUNK_MISSING)
        return TRUE;
    }

  return self->failure != NULL && self->failure->phase == RT_PHASE_CONTENT;
}

/* The first byte that is missing; -1 when none is. */
static gint64
find_rest (const RtStepCase *self)
{
  g_autofree char *value = rt_step_case_dup_plain (self, "Content-Range");
  guint64 length = self->sizes.content_encoded;
  RtContentRange range;

  if (length > G_MAXINT64 / 2)
    return -1;
  if (self->status == 200)
    return length > 0 && is_cut (self) && !is_coded (self) ? (gint64) length : -1;
  if (self->status != 206 || value == NULL || !rt_content_range_read (value, &range)
      || range.first < 0)
    return -1;
  if (is_cut (self))
    return range.first + (gint64) length;

  return range.total < 0 || range.last + 1 < range.total ? range.last + 1 : -1;
}

static void
offer_rest (RtStepCase *self)
{
  gint64 first = find_rest (self);
  g_autofree char *tag = rt_step_case_dup_plain (self, "ETag");
  gboolean is_guarded = tag != NULL && rt_validator_is_strong_tag (tag);
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  RtNextStep *step;

  if (first < 0)
    return;
  value = g_strdup_printf ("bytes=%" G_GINT64_FORMAT "-", first);
  words = g_strdup_printf (is_guarded
                             ? _("Sets Range: %s, and If-Range so that only a part of the same "
                                 "version comes; expect 206.")
                             : _("Sets Range: %s; expect 206. Nothing shows whether it will "
                                 "still be the same version."), value);
  step = rt_step_case_add (self, "ask-rest", _("Ask for the Rest"), words);
  rt_next_step_set_field (step, "Range", value);
  if (is_guarded)
    rt_next_step_set_field (step, "If-Range", tag);
  else if (rt_step_case_has_sent (self, "If-Range"))
    rt_next_step_drop_field (step, "If-Range");
}

static void
offer_whole (RtStepCase *self)
{
  RtNextStep *step;

  if ((self->status != 206 && self->status != 416) || !rt_step_case_has_sent (self, "Range"))
    return;
  step = rt_step_case_add (self, "ask-whole", _("Ask for the Whole"),
                           _("Leaves Range out; expect 200."));
  rt_next_step_drop_field (step, "Range");
  if (rt_step_case_has_sent (self, "If-Range"))
    rt_next_step_drop_field (step, "If-Range");
}

void
rt_steps_find_ranges (RtStepCase *self)
{
  if (!rt_step_case_is_method (self, "GET") || self->response == NULL)
    return;

  offer_rest (self);
  offer_part (self);
  offer_whole (self);
}
