/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps to another address: follow Location, the next and the previous page
 * of Link. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "redirect.h"
#include "wait.h"

#define WAIT_MAX (24 * 60 * 60)

/* Fetch standard, HTTP-redirect fetch. */
static const char *
choose_method (const RtStepCase *self)
{
  if ((self->status == 301 || self->status == 302) && rt_step_case_is_method (self, "POST"))
    return "GET";
  if (self->status == 303 && !rt_step_case_is_method (self, "HEAD"))
    return "GET";
  /* What was created, or the work that goes on, is looked at. */
  if (self->status / 100 == 2)
    return "GET";

  return self->method;
}

static const char *
peek_label (const RtStepCase *self)
{
  if (self->status == 201)
    return _("Get What Was Created");
  if (self->status == 202)
    return _("See How the Work Goes");

  return _("Follow");
}

static gboolean
is_followable (const RtStepCase *self)
{
  return (self->is_last && rt_redirect_is_redirect (self->status))
         || self->status == 300 || self->status == 201 || self->status == 202;
}

/* The one Location, without controls; NULL otherwise. Whether it can be used is
 * for the URL reader to say. */
static char *
dup_location (const RtStepCase *self)
{
  int position = self->response != NULL ? rt_head_find_field (self->response, "Location", 0) : -1;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;
  const char *data;

  if (position < 0 || rt_head_find_field (self->response, "Location", position + 1) >= 0)
    return NULL;
  bytes = rt_head_dup_field_bytes (self->response, position);
  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || !g_utf8_validate (data, length, NULL))
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (data[i]))
      return NULL;

  return g_strndup (data, length);
}

static void
find_location (RtStepCase *self)
{
  g_autofree char *location = dup_location (self);
  g_autoptr(RtUrl) url = NULL;
  g_autofree char *words = NULL;
  const char *method = choose_method (self);
  gint64 wait = self->response != NULL ? rt_wait_read (self->response, self->now) : -1;
  RtNextStep *step;

  if (location == NULL || !is_followable (self))
    return;
  url = rt_step_case_resolve (self, location);
  if (url == NULL)
    return;
  words = g_strdup_printf (_("Sends %s to %s.%s"), method, rt_url_get_text (url),
                           rt_step_case_peek_origin_words (self, url));
  /* The way to here is not needed to go on from here. */
  step = rt_next_step_new ("follow", peek_label (self), words);
  rt_next_step_set_url (step, rt_url_get_text (url));
  if (strcmp (method, rt_request_get_method (rt_trail_get_request (self->trail))) != 0)
    rt_next_step_set_method (step, method);
  if (wait > 0 && wait <= WAIT_MAX)
    rt_next_step_set_wait (step, wait);
  g_ptr_array_add (self->steps, step);
}

static void
find_page (RtStepCase *self,
           GPtrArray  *links,
           const char *rel,
           const char *id,
           const char *label)
{
  const RtLink *link = rt_link_list_find (links, rel);
  g_autoptr(RtUrl) url = link != NULL ? rt_step_case_resolve (self, link->target) : NULL;
  g_autofree char *words = NULL;
  RtNextStep *step;

  if (url == NULL)
    return;
  words = g_strdup_printf (_("Changes the URL to %s, as Link says.%s"), rt_url_get_text (url),
                           rt_step_case_peek_origin_words (self, url));
  step = rt_next_step_new (id, label, words);
  rt_next_step_set_url (step, rt_url_get_text (url));
  if (self->is_elsewhere)
    rt_next_step_set_method (step, self->method);
  g_ptr_array_add (self->steps, step);
}

static void
find_pages (RtStepCase *self)
{
  g_autofree char *value = rt_step_case_dup_response (self, "Link");
  g_autoptr(GPtrArray) links = value != NULL ? rt_link_list_parse (value) : NULL;

  if (links == NULL || self->status / 100 != 2
      || !(rt_step_case_is_method (self, "GET") || rt_step_case_is_method (self, "HEAD")))
    return;
  find_page (self, links, "next", "next-page", _("Next Page"));
  find_page (self, links, rt_link_list_find (links, "prev") != NULL ? "prev" : "previous",
             "previous-page", _("Previous Page"));
}

void
rt_steps_find_links (RtStepCase *self)
{
  find_location (self);
  find_pages (self);
}
