/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps with conditions: ask again only if changed, lose the update race on
 * purpose, ask without the condition that failed. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "case.h"
#include "http-date.h"
#include "validator.h"

#define OTHER_TAG "\"not-the-current-version\""

static gboolean
is_read (const RtStepCase *self)
{
  return rt_step_case_is_method (self, "GET") || rt_step_case_is_method (self, "HEAD");
}

static void
offer_condition (RtStepCase *self,
                 const char *name,
                 const char *value)
{
  g_autofree char *quoted = rt_case_quote (value);
  g_autofree char *words = g_strdup_printf (_("Sets %s: %s; expect 304 and no content."), name,
                                            quoted);
  RtNextStep *step = rt_step_case_add (self, "only-if-changed", _("Ask Only If Changed"), words);

  rt_next_step_set_field (step, name, value);
}

static void
find_revalidation (RtStepCase *self)
{
  g_autofree char *tag = rt_step_case_dup_plain (self, "ETag");
  g_autofree char *modified = rt_step_case_dup_plain (self, "Last-Modified");
  g_autofree char *date = NULL;
  RtHttpDate read;

  if (self->status != 200 || !is_read (self))
    return;
  if (modified != NULL && rt_http_date_parse (modified, -1, self->now, &read)
      && !read.is_malformed)
    date = rt_http_date_to_string (read.time);
  if (tag != NULL && rt_validator_is_tag (tag))
    offer_condition (self, "If-None-Match", tag);
  else if (date != NULL)
    offer_condition (self, "If-Modified-Since", date);
}

static void
find_race (RtStepCase *self)
{
  static const char *const methods[] = { "GET", "HEAD", "PUT", "PATCH", "DELETE", NULL };
  g_autofree char *tag = rt_step_case_dup_plain (self, "ETag");
  RtNextStep *step;

  if (self->status / 100 != 2 || tag == NULL || !rt_validator_is_tag (tag)
      || !g_strv_contains (methods, self->method))
    return;
  step = rt_step_case_add (self, "lose-race", _("Lose the Update Race"),
                           is_read (self)
                             ? _("Sets If-Match to a tag that is not the current one; expect 412.")
                             : _("Sets If-Match to a tag that is not the current one; expect "
                                 "412. A server that passes over it makes the change again."));
  rt_next_step_set_field (step, "If-Match", OTHER_TAG);
}

static void
find_without (RtStepCase *self)
{
  static const char *const names[] = { "If-Match", "If-None-Match", "If-Modified-Since",
                                       "If-Unmodified-Since", "If-Range" };
  RtNextStep *step = NULL;

  /* A change without its condition could overwrite: only reading is offered. */
  if ((self->status != 304 && self->status != 412) || !is_read (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!rt_step_case_has_sent (self, names[i]))
        continue;
      if (step == NULL)
        step = rt_step_case_add (self, "without-condition", _("Ask without the Condition"),
                                 _("Leaves the If- fields out; expect 200 and the content."));
      rt_next_step_drop_field (step, names[i]);
    }
}

void
rt_steps_find_conditions (RtStepCase *self)
{
  find_without (self);
  find_revalidation (self);
  find_race (self);
}
