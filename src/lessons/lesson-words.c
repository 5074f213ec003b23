/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pattern for each kind of condition. */

#include "config.h"

#include "lesson-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lesson-trail.h"
#include "secret.h"
#include "text.h"
#include "url.h"

/* Longer values are cut: the panes show all of them. */
#define VALUE_MAX 80

/* One line of at most VALUE_MAX characters. */
static char *
dup_short (const char *value)
{
  g_autofree char *text = rt_text_from_wire (value, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= VALUE_MAX)
    return g_steal_pointer (&text);

  start = g_utf8_substring (text, 0, VALUE_MAX - 1);

  return g_strconcat (start, "…", NULL);
}

/* "Name: value", fit for the screen, without what is secret. */
static char *
dup_field (const char *name,
           const char *value)
{
  g_autofree char *masked = rt_secret_mask_value (name, value);
  g_autofree char *shown = dup_short (masked);

  return g_strdup_printf ("%s: %s", name, shown);
}

static const char *
get_failure_name (const char  *id,
                  RtCatalogue *catalogue)
{
  RtEntry *entry = catalogue != NULL ? rt_catalogue_find_failure (catalogue, id) : NULL;

  return entry != NULL ? rt_entry_get_name (entry) : id;
}

/* What is wanted. */

/* Of a value that an earlier step brought, also where it comes from. */
static char *
dup_wanted_value (const RtLessonCondition *self,
                  GPtrArray               *trails)
{
  g_autofree char *text = rt_lesson_condition_dup_text (self, trails);
  g_autofree char *origin = NULL;
  g_autofree char *value = NULL;

  if (text != NULL && self->name != NULL)
    {
      g_autofree char *masked = rt_secret_mask_value (self->name, text);

      value = dup_short (masked);
    }
  else if (text != NULL)
    value = dup_short (text);

  if (self->source == NULL)
    return g_strdup_printf (_("“%s”"), value);

  origin = rt_lesson_source_dup_words (self->source);
  if (value == NULL)
    return g_steal_pointer (&origin);

  return g_strdup_printf (_("“%s”, %s"), value, origin);
}

static char *
dup_wanted_field (const RtLessonCondition *self,
                  GPtrArray               *trails)
{
  gboolean request = self->kind == RT_CONDITION_REQUEST_FIELD;
  g_autofree char *value = NULL;

  if (self->match == RT_MATCH_PRESENT)
    return g_strdup_printf (request ? _("a request with %s") : _("a response with %s"),
                            self->name);
  if (self->match == RT_MATCH_ABSENT)
    return g_strdup_printf (request ? _("a request without %s") : _("a response without %s"),
                            self->name);

  value = dup_wanted_value (self, trails);
  if (self->match == RT_MATCH_IS)
    return g_strdup_printf (request ? _("the request field %s to be %s")
                                    : _("the response field %s to be %s"),
                            self->name, value);

  return g_strdup_printf (request ? _("the request field %s to contain %s")
                                  : _("the response field %s to contain %s"),
                          self->name, value);
}

static char *
dup_wanted_here (const RtLessonCondition *self,
                 GPtrArray               *trails,
                 RtCatalogue             *catalogue)
{
  g_autofree char *value = NULL;

  switch (self->kind)
    {
    case RT_CONDITION_METHOD:
      return g_strdup_printf (_("the method %s"), self->text);
    case RT_CONDITION_PATH:
      value = dup_wanted_value (self, trails);
      return g_strdup_printf (self->match == RT_MATCH_IS ? _("a request for %s")
                                                         : _("a request for a path with %s"),
                              value);
    case RT_CONDITION_REQUEST_FIELD:
    case RT_CONDITION_RESPONSE_FIELD:
      return dup_wanted_field (self, trails);
    case RT_CONDITION_EXCHANGES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u exchange", "%u exchanges",
                                           self->number), self->number);
    case RT_CONDITION_STATUS:
      return g_strdup_printf (_("a %u"), self->number);
    case RT_CONDITION_CLASS:
      return g_strdup_printf (_("a status of the class %uxx"), self->number);
    case RT_CONDITION_CONTENT:
      value = dup_short (self->text);
      return g_strdup_printf (_("“%s” in the content"), value);
    case RT_CONDITION_FAILURE:
      return g_strdup_printf (_("the failure “%s”"), get_failure_name (self->name, catalogue));
    case RT_CONDITION_FAULT:
      return g_strdup_printf (_("a response with the fault “%s”"),
                              get_failure_name (self->name, catalogue));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
rt_lesson_words_wanted (const RtLessonCondition *self,
                        GPtrArray               *trails,
                        RtCatalogue             *catalogue)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (self != NULL && trails != NULL, NULL);

  wanted = dup_wanted_here (self, trails, catalogue);
  if (self->exchange == RT_LESSON_LAST || self->kind == RT_CONDITION_EXCHANGES)
    return g_steal_pointer (&wanted);

  /* Translators: “a 401 in exchange 1” */
  return g_strdup_printf (_("%s in exchange %u"), wanted, self->exchange);
}

/* What was seen. */

static char *
dup_seen_path (RtExchange *exchange)
{
  g_autofree char *text = rt_exchange_dup_url (exchange);
  g_autoptr(RtUrl) url = rt_url_parse (text, NULL);
  g_autofree char *shown = dup_short (url != NULL ? rt_url_get_target (url) : text);

  return g_strdup_printf (_("the request went to %s"), shown);
}

static char *
dup_seen_field (const RtLessonCondition *self,
                RtHead                  *head)
{
  gboolean request = self->kind == RT_CONDITION_REQUEST_FIELD;
  g_autofree char *value = head != NULL ? rt_head_dup_combined (head, self->name) : NULL;
  g_autofree char *field = NULL;

  if (value == NULL)
    return g_strdup_printf (request ? _("the request had no %s") : _("the response had no %s"),
                            self->name);

  field = dup_field (self->name, value);

  return g_strdup_printf (request ? _("the request had “%s”") : _("the response had “%s”"),
                          field);
}

static char *
dup_seen_status (RtExchange  *exchange,
                 RtCatalogue *catalogue)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);
  int status = rt_exchange_get_status (exchange);

  if (status > 0)
    return g_strdup_printf (_("the response was %d"), status);
  if (failure != NULL)
    return g_strdup_printf (_("no response came (%s)"),
                            get_failure_name (rt_failure_kind_to_id (failure->kind), catalogue));

  return g_strdup (_("no response came"));
}

static char *
dup_seen_content (RtExchange *exchange)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);

  return g_strdup (rt_body_get_length (content) > 0 ? _("the content does not have it")
                                                    : _("there was no content"));
}

static char *
dup_seen_failure (RtExchange  *exchange,
                  RtCatalogue *catalogue)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  if (failure == NULL)
    return g_strdup (_("a whole response came"));

  return g_strdup_printf (_("the failure was “%s”"),
                          get_failure_name (rt_failure_kind_to_id (failure->kind), catalogue));
}

static char *
dup_seen_fault (RtExchange  *exchange,
                RtCatalogue *catalogue)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);
  const RtFault *first;

  if (rt_exchange_get_status (exchange) <= 0)
    return dup_seen_status (exchange, catalogue);
  if (faults->len == 0)
    return g_strdup (_("the response had no fault"));

  first = g_ptr_array_index (faults, 0);

  return g_strdup_printf (_("the fault was “%s”"),
                          get_failure_name (rt_fault_kind_to_id (first->kind), catalogue));
}

static char *
dup_seen_here (const RtLessonCondition *self,
               RtExchange              *exchange,
               RtCatalogue             *catalogue)
{
  g_autoptr(RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr(RtHead) response = rt_exchange_dup_response_head (exchange);
  g_autofree char *method = rt_exchange_dup_method (exchange);

  switch (self->kind)
    {
    case RT_CONDITION_METHOD:
      return g_strdup_printf (_("the method was %s"), method);
    case RT_CONDITION_PATH:
      return dup_seen_path (exchange);
    case RT_CONDITION_REQUEST_FIELD:
      return dup_seen_field (self, request);
    case RT_CONDITION_RESPONSE_FIELD:
      return response != NULL ? dup_seen_field (self, response)
                              : dup_seen_status (exchange, catalogue);
    case RT_CONDITION_STATUS:
    case RT_CONDITION_CLASS:
      return dup_seen_status (exchange, catalogue);
    case RT_CONDITION_CONTENT:
      return dup_seen_content (exchange);
    case RT_CONDITION_FAILURE:
      return dup_seen_failure (exchange, catalogue);
    case RT_CONDITION_FAULT:
      return dup_seen_fault (exchange, catalogue);
    case RT_CONDITION_EXCHANGES:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
dup_seen_count (RtTrail *trail)
{
  guint count = rt_lesson_trail_count (trail);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "there was %u exchange",
                                       "there were %u exchanges", count), count);
}

char *
rt_lesson_words_seen (const RtLessonCondition *self,
                      RtTrail                 *trail,
                      RtCatalogue             *catalogue)
{
  RtExchange *exchange;
  g_autofree char *seen = NULL;

  g_return_val_if_fail (self != NULL && RT_IS_TRAIL (trail), NULL);

  exchange = rt_lesson_trail_pick (trail, self->exchange);
  if (self->kind == RT_CONDITION_EXCHANGES || exchange == NULL)
    return dup_seen_count (trail);

  seen = dup_seen_here (self, exchange, catalogue);
  if (self->exchange == RT_LESSON_LAST || rt_lesson_trail_count (trail) == 1)
    return g_steal_pointer (&seen);

  /* Translators: “in exchange 1 the response was 200” */
  return g_strdup_printf (_("in exchange %u %s"), self->exchange, seen);
}
