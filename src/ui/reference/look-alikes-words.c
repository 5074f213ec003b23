/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads trails, says what is in them, keeps nothing. */

#include "config.h"

#include "look-alikes-words.h"

#include <glib/gi18n-lib.h>

#include "format.h"
#include "text.h"

const char *
rt_look_alikes_words_permanent (gboolean permanent)
{
  return permanent ? _("For good") : _("For now");
}

const char *
rt_look_alikes_words_method (RtMethodFate fate)
{
  switch (fate)
    {
    case RT_METHOD_FATE_KEPT:
      return _("Kept");
    case RT_METHOD_FATE_MAY_CHANGE:
      return _("May become GET");
    case RT_METHOD_FATE_GET:
      return _("Becomes GET");
    case RT_METHOD_FATE_NONE:
    default:
      return "";
    }
}

static char *
dup_method (RtExchange *exchange)
{
  g_autofree char *method = rt_exchange_dup_method (exchange);

  return rt_text_from_wire (method, -1);
}

static char *
dup_request (RtExchange *exchange)
{
  g_autofree char *method = dup_method (exchange);
  g_autofree char *size = NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  if (sizes.request_content == 0)
    /* Translators: a method of HTTP */
    return g_strdup_printf (_("%s, no content"), method);

  size = rt_format_size (sizes.request_content);

  /* Translators: a method of HTTP, and the size of the content: "POST, 26 bytes" */
  return g_strdup_printf (_("%s, %s"), method, size);
}

char *
rt_look_alikes_words_dup_arrived (RtTrail *trail)
{
  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);

  if (rt_trail_is_running (trail))
    return g_strdup ("…");
  if (rt_trail_get_n_exchanges (trail) < 2)
    return g_strdup (_("Nothing arrived"));

  return dup_request (rt_trail_get_last (trail));
}

char *
rt_look_alikes_words_dup_happened (RtTrail *trail)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (trail, i);
      g_autofree char *method = dup_method (exchange);
      int status = rt_exchange_get_status (exchange);

      if (i > 0)
        g_string_append (text, " → ");
      if (status > 0)
        g_string_append_printf (text, "%s %03d", method, status);
      else
        g_string_append_printf (text, "%s %s", method,
                                rt_exchange_get_state (exchange) == RT_EXCHANGE_DONE
                                  ? _("no response") : "…");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_look_alikes_words_dup_row (const RtGroupMember *member,
                              RtMethodFate         fate,
                              RtTrail             *trail)
{
  const char *permanent = rt_look_alikes_words_permanent (member->permanent);
  const char *method = rt_look_alikes_words_method (fate);
  g_autofree char *arrived = NULL;
  g_autofree char *happened = NULL;

  if (trail == NULL)
    /* Translators: "308: For good. Method: Kept. Not sent yet." */
    return g_strdup_printf (_("%d: %s. Method: %s. Not sent yet."), member->code, permanent,
                            method);

  arrived = rt_look_alikes_words_dup_arrived (trail);
  happened = rt_look_alikes_words_dup_happened (trail);

  /* Translators: "308: For good. Method: Kept. At the end: POST, 26 bytes. POST 308 → POST 200" */
  return g_strdup_printf (_("%d: %s. Method: %s. At the end: %s. %s"), member->code, permanent,
                          method, arrived, happened);
}
