/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps with another form: accept what is offered (406, 300), send what is
 * accepted (415). */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "link-list.h"
#include "media-type.h"

#define TYPE_MAX 60
#define OFFERED_MAX 3

/* "type/subtype" in lower case, of tokens, without wildcards; NULL otherwise. */
static char *
read_type (const char *text)
{
  g_autoptr(RtMediaType) type = rt_media_type_parse (text);
  const char *essence = type != NULL ? rt_media_type_get_essence (type) : "";
  const char *slash = strchr (essence, '/');
  const char *weight = type != NULL ? rt_media_type_get_parameter (type, "q") : NULL;

  if (slash == NULL || strlen (essence) > TYPE_MAX || strchr (essence, '*') != NULL
      || !rt_grammar_is_token (essence, slash - essence) || !rt_grammar_is_token (slash + 1, -1)
      || (weight != NULL && g_ascii_strtod (weight, NULL) <= 0))
    return NULL;

  return g_strdup (essence);
}

static void
add_type (GPtrArray  *types,
          const char *text)
{
  g_autofree char *type = text != NULL ? read_type (text) : NULL;

  if (type != NULL && types->len < OFFERED_MAX
      && !g_ptr_array_find_with_equal_func (types, type, g_str_equal, NULL))
    g_ptr_array_add (types, g_steal_pointer (&type));
}

/* Forms that Link names as alternates. */
static GPtrArray *
read_alternates (const RtStepCase *self)
{
  g_autofree char *value = rt_step_case_dup_response (self, "Link");
  g_autoptr(GPtrArray) links = value != NULL ? rt_link_list_parse (value) : NULL;
  g_autoptr(GPtrArray) types = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (rt_link_has_rel (links->pdata[i], "alternate"))
      add_type (types, rt_link_get_parameter (links->pdata[i], "type"));

  return g_steal_pointer (&types);
}

static void
offer_type (RtStepCase *self,
            const char *type)
{
  g_autofree char *label = g_strdup_printf (_("Accept %s"), type);
  g_autofree char *words = g_strdup_printf (_("Sets Accept: %s, which the response offers."), type);

  rt_next_step_set_field (rt_step_case_add (self, "accept-offered", label, words), "Accept", type);
}

static void
offer_anything (RtStepCase *self)
{
  static const char *const names[] = { "Accept-Language", "Accept-Charset" };
  RtNextStep *step =
    rt_step_case_add (self, "accept-anything", _("Accept Anything"),
                      _("Sets Accept: */* and leaves out Accept-Language and Accept-Charset."));

  rt_next_step_set_field (step, "Accept", "*/*");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rt_step_case_has_sent (self, names[i]))
      rt_next_step_drop_field (step, names[i]);
}

static void
find_acceptable (RtStepCase *self)
{
  g_autoptr(GPtrArray) types = NULL;

  if (self->status != 406 && self->status != 300)
    return;
  types = read_alternates (self);
  for (guint i = 0; i < types->len; i++)
    offer_type (self, types->pdata[i]);
  if (self->status == 406)
    offer_anything (self);
}

/* What the server takes with this method. */
static GPtrArray *
read_accepted (const RtStepCase *self)
{
  const char *name = rt_step_case_is_method (self, "PATCH") ? "Accept-Patch"
                     : rt_step_case_is_method (self, "POST") ? "Accept-Post" : "Accept";
  g_autofree char *own = rt_step_case_dup_response (self, name);
  g_autofree char *value = own != NULL ? g_steal_pointer (&own)
                                       : rt_step_case_dup_response (self, "Accept");
  g_auto(GStrv) members = value != NULL ? rt_list_split (value) : NULL;
  g_autoptr(GPtrArray) types = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    add_type (types, members[i]);

  return g_steal_pointer (&types);
}

static void
find_sendable (RtStepCase *self)
{
  g_autoptr(GPtrArray) types = NULL;

  if (self->status != 415)
    return;
  types = read_accepted (self);
  for (guint i = 0; i < types->len; i++)
    {
      const char *type = types->pdata[i];
      g_autofree char *label = g_strdup_printf (_("Send as %s"), type);
      g_autofree char *words =
        g_strdup_printf (_("Sets Content-Type: %s, which the server takes. The content itself "
                           "stays as it is: make it fit."), type);

      rt_next_step_set_media_type (rt_step_case_add (self, "send-accepted", label, words), type);
    }
}

void
rt_steps_find_offers (RtStepCase *self)
{
  find_acceptable (self);
  find_sendable (self);
}
