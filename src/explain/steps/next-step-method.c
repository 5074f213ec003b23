/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps with another method: one that Allow lists, OPTIONS to see what is
 * allowed, HEAD in place of GET, GET to see the current state. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "link-list.h"

#define METHOD_MAX 20
#define OFFERED_MAX 4
/* From here on, content is worth leaving out. */
#define LARGE (G_GUINT64_CONSTANT (1024) * 1024)

static gboolean
is_usable (const RtStepCase *self,
           const char       *method)
{
  return strlen (method) <= METHOD_MAX && rt_grammar_is_token (method, -1)
         && !rt_step_case_is_method (self, method)
         && strcmp (method, "CONNECT") != 0 && strcmp (method, "TRACE") != 0;
}

/* What the person hardly wants in place of another method comes last. */
static guint
rank (const char *method)
{
  if (strcmp (method, "GET") == 0)
    return 0;

  return strcmp (method, "HEAD") == 0 || strcmp (method, "OPTIONS") == 0 ? 2 : 1;
}

/* (element-type utf8): the usable ones, in the order in which they are offered */
static GPtrArray *
read_allow (const RtStepCase *self)
{
  g_autofree char *allow = rt_step_case_dup_response (self, "Allow");
  g_auto(GStrv) listed = allow != NULL ? rt_list_split (allow) : NULL;
  g_autoptr(GPtrArray) methods = g_ptr_array_new_with_free_func (g_free);

  for (guint wanted = 0; listed != NULL && wanted < 3; wanted++)
    for (guint i = 0; listed[i] != NULL; i++)
      if (rank (listed[i]) == wanted && is_usable (self, listed[i])
          && !g_ptr_array_find_with_equal_func (methods, listed[i], g_str_equal, NULL))
        g_ptr_array_add (methods, g_strdup (listed[i]));

  return g_steal_pointer (&methods);
}

static gboolean
drops_content (const char *method)
{
  return rank (method) != 1;
}

static void
offer_method (RtStepCase *self,
              const char *method)
{
  g_autofree char *label = g_strdup_printf (_("Send with %s"), method);
  g_autofree char *words =
    g_strdup_printf (drops_content (method)
                       ? _("Changes the method to %s, which Allow lists, and sends no content.")
                       : _("Changes the method to %s, which Allow lists; the content stays."),
                     method);

  rt_next_step_set_method (rt_step_case_add (self, "use-allowed-method", label, words), method);
}

static void
offer_options (RtStepCase *self)
{
  RtNextStep *step;

  if (rt_step_case_is_method (self, "OPTIONS"))
    return;
  step = rt_step_case_add (self, "ask-options", _("Ask What Is Allowed"),
                           _("Changes the method to OPTIONS, without content; expect a list in "
                             "Allow."));
  rt_next_step_set_method (step, "OPTIONS");
}

static void
find_allowed (RtStepCase *self)
{
  g_autoptr(GPtrArray) methods = NULL;

  if (self->status != 405 && self->status != 501)
    return;
  methods = read_allow (self);
  for (guint i = 0; i < MIN (methods->len, OFFERED_MAX); i++)
    offer_method (self, methods->pdata[i]);
  if (methods->len == 0)
    offer_options (self);
}

static gboolean
is_heavy (const RtStepCase *self)
{
  if (self->status == 200 && self->sizes.content_encoded >= LARGE)
    return TRUE;

  return self->failure != NULL && self->failure->phase == RT_PHASE_CONTENT
         && self->sizes.content_announced >= (gint64) LARGE;
}

static void
find_head (RtStepCase *self)
{
  RtNextStep *step;

  if (!rt_step_case_is_method (self, "GET") || !is_heavy (self))
    return;
  step = rt_step_case_add (self, "head-instead", _("Ask for the Head Only"),
                           _("Changes the method to HEAD: the same fields, without the content."));
  rt_next_step_set_method (step, "HEAD");
}

/* After a failed or missing condition: the state as it is now. */
static void
find_current (RtStepCase *self)
{
  static const char *const names[] = { "If-Match", "If-None-Match", "If-Modified-Since",
                                       "If-Unmodified-Since", "If" };
  RtNextStep *step;

  if ((self->status != 412 && self->status != 428 && self->status != 409)
      || rt_step_case_is_method (self, "GET"))
    return;
  step = rt_step_case_add (self, "get-current", _("Get the Current Version"),
                           _("Changes the method to GET, without content and conditions; note "
                             "the ETag of the answer."));
  rt_next_step_set_method (step, "GET");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rt_step_case_has_sent (self, names[i]))
      rt_next_step_drop_field (step, names[i]);
}

void
rt_steps_find_methods (RtStepCase *self)
{
  find_allowed (self);
  find_current (self);
  find_head (self);
}
