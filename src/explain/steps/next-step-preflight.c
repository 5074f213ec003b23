/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The CORS preflight of a request: what a browser would ask first (Fetch standard,
 * CORS-preflight fetch). */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "media-type.h"

/* Where nothing says which page would ask. */
#define SOME_ORIGIN "https://example.com"

static gboolean
is_safelisted_type (const char *value)
{
  g_autoptr(RtMediaType) type = rt_media_type_parse (value);
  static const char *const types[] = { "application/x-www-form-urlencoded", "multipart/form-data",
                                       "text/plain", NULL };

  return type != NULL && g_strv_contains (types, rt_media_type_get_essence (type));
}

/* Names that a page cannot set, so that no preflight asks for them. */
static gboolean
is_forbidden (const char *name)
{
  static const char *const names[] = {
    "accept-charset", "accept-encoding", "access-control-request-headers",
    "access-control-request-method", "connection", "content-length", "cookie", "cookie2", "date",
    "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te", "trailer",
    "transfer-encoding", "upgrade", "via", "user-agent", NULL };

  return g_strv_contains (names, name) || g_str_has_prefix (name, "proxy-")
         || g_str_has_prefix (name, "sec-");
}

static gboolean
is_asked_for (const char *name,
              const char *value)
{
  static const char *const safe[] = { "accept", "accept-language", "content-language", NULL };

  if (!rt_grammar_is_token (name, -1) || is_forbidden (name))
    return FALSE;
  if (g_str_equal (name, "content-type"))
    return !is_safelisted_type (value);

  return !g_strv_contains (safe, name) || strlen (value) > 128;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Fields that need leave, in lower case, sorted, each once, joined by commas. */
static char *
list_fields (const RtStepCase *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->request != NULL && i < rt_head_get_n_fields (self->request); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (self->request, i);
      g_autofree char *lower = g_ascii_strdown (name, -1);
      g_autofree char *value = rt_head_dup_field_value (self->request, i);

      if (is_asked_for (lower, value)
          && !g_ptr_array_find_with_equal_func (names, lower, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&lower));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (",", (char **) names->pdata);
}

/* The Origin that was typed: scheme and authority, or "null". */
static char *
dup_origin (const RtStepCase *self)
{
  g_autofree char *value =
    self->request != NULL ? rt_head_dup_combined (self->request, "Origin") : NULL;
  g_autoptr(RtUrl) url = value != NULL ? rt_url_parse (value, NULL) : NULL;

  if (g_strcmp0 (value, "null") == 0)
    return g_strdup (value);
  if (url != NULL)
    return rt_url_dup_origin (url);

  return NULL;
}

static gboolean
speaks_of_cors (const RtStepCase *self)
{
  for (guint i = 0; self->response != NULL && i < rt_head_get_n_fields (self->response); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (self->response, i);

      if (g_ascii_strncasecmp (name, "Access-Control-", 15) == 0)
        return TRUE;
    }

  return FALSE;
}

void
rt_steps_find_preflights (RtStepCase *self)
{
  g_autofree char *origin = dup_origin (self);
  g_autofree char *fields = list_fields (self);
  g_autofree char *words = NULL;
  const char *shown = origin != NULL ? origin : SOME_ORIGIN;
  RtNextStep *step;

  if (rt_step_case_is_method (self, "OPTIONS") || (origin == NULL && !speaks_of_cors (self)))
    return;
  words = g_strdup_printf (_("Sends OPTIONS as a browser would for a page at %s, without your "
                             "fields, credentials, cookies and content; expect "
                             "Access-Control-Allow fields."),
                           shown);
  step = rt_step_case_add (self, "preflight", _("Send the CORS Preflight"), words);
  rt_next_step_set_method (step, "OPTIONS");
  rt_next_step_drop_fields (step);
  rt_next_step_set_field (step, "Origin", shown);
  rt_next_step_set_field (step, "Access-Control-Request-Method", self->method);
  if (fields[0] != '\0')
    rt_next_step_set_field (step, "Access-Control-Request-Headers", fields);
}
