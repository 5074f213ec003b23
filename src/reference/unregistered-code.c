/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RFC 9110 section 15: a client treats a code that it does not know as the
 * x00 code of its class, and a number outside 100 to 599 as a server error.
 * This module puts that into words.
 */

#include "config.h"

#include "unregistered-code.h"

#include "status-code-private.h"

#ifndef GETTEXT_PACKAGE
#define GETTEXT_PACKAGE RT_GETTEXT_DOMAIN
#endif
#include <glib/gi18n-lib.h>

static char *
describe_state (int           code,
                RtStatusClass status_class)
{
  if (status_class == RT_CLASS_NONE)
    return g_strdup (_("No status code: no response"));

  if (status_class == RT_CLASS_OTHER)
    return g_strdup (_("Not valid: outside 100 to 599, so it counts as a server error"));

  /* Translators: %d is a status code such as 400 */
  return g_strdup_printf (_("Not registered with IANA: it counts as %d"),
                          code / 100 * 100);
}

/* What is known of this number, and then what its class means. */
static char *
describe_meaning (int           code,
                  RtStatusClass status_class,
                  RtEntry      *entry)
{
  const char *of_class = rt_entry_get_meaning (entry);
  g_autofree char *first = NULL;

  if (status_class == RT_CLASS_NONE)
    return g_strdup (of_class);

  if (status_class == RT_CLASS_OTHER)
    /* Translators: %d is a number that is no valid status code, such as 999 */
    first = g_strdup_printf (_("%03d is not a valid status code."), code);
  else
    /* Translators: the first number is a status code such as 470, the second
     * the general code of its class, such as 400 */
    first = g_strdup_printf (_("%d is not registered, and no use of it is known here. "
                               "A client treats it as %d, the general code of its class."),
                             code, code / 100 * 100);

  return g_strconcat (first, "\n\n", of_class, NULL);
}

static const char *
describe_content (RtStatusClass status_class)
{
  if (status_class == RT_CLASS_NONE)
    return _("No response came, so there is no content.");

  if (status_class == RT_CLASS_INFORMATIONAL)
    return _("No: an interim response ends with its header section.");

  return _("It may have content: only 1xx, 204 and 304 end with the header section.");
}

static const char *
describe_caching (RtStatusClass status_class)
{
  if (status_class == RT_CLASS_NONE || status_class == RT_CLASS_INFORMATIONAL)
    return _("No: only final responses can be stored.");

  return _("Not by default: a cache may only store it when the response says so.");
}

static void
fill_redirection (RtStatusCode *self)
{
  self->method_fate = RT_METHOD_FATE_NONE;
  self->method_note = g_strdup (_("Not known: without a rule of its own the "
                                  "redirect is not followed by itself."));
}

RtStatusCode *
rt_unregistered_code_new (int      code,
                          RtEntry *status_class)
{
  RtStatusClass number_class = rt_status_class_of (code);
  RtStatusCode *self = NULL;
  gboolean has_content;

  g_return_val_if_fail (RT_IS_ENTRY (status_class), NULL);

  has_content = number_class != RT_CLASS_NONE &&
                number_class != RT_CLASS_INFORMATIONAL;
  self = g_object_new (RT_TYPE_STATUS_CODE, NULL);
  self->code = code;
  self->state = RT_STATUS_UNREGISTERED;
  self->has_content = has_content ? RT_ANSWER_YES : RT_ANSWER_NO;
  self->cacheable = RT_ANSWER_NO;
  self->phrase = g_strdup ("");
  self->summary = g_strdup (rt_entry_get_summary (status_class));
  self->meaning = describe_meaning (code, number_class, status_class);
  self->when = g_strdup (number_class == RT_CLASS_NONE
                           ? _("Never: it stands for a response that did not come.")
                           : _("Only the documentation of the server that sent it can say."));
  self->action = g_strdup (rt_entry_get_action (status_class));
  self->content_note = g_strdup (describe_content (number_class));
  self->cache_note = g_strdup (describe_caching (number_class));
  self->state_note = describe_state (code, number_class);
  self->specification = g_strdup ("RFC 9110, section 15");
  self->specification_url = g_strdup ("https://www.rfc-editor.org/rfc/rfc9110.html#section-15");
  self->aliases = g_new0 (char *, 1);

  if (number_class == RT_CLASS_REDIRECTION)
    fill_redirection (self);
  else
    self->method_note = g_strdup ("");

  return self;
}
