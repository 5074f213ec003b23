/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words of the status head. */

#include "config.h"

#include "status-words.h"

#include "format.h"
#include "response-words.h"
#include "text.h"

#include <glib/gi18n-lib.h>

char *
rt_status_words_failure (RtCatalogue     *catalogue,
                         const RtFailure *failure)
{
  RtEntry *entry = NULL;

  g_return_val_if_fail (failure != NULL, NULL);

  if (catalogue != NULL)
    entry = rt_catalogue_find_failure (catalogue, rt_failure_kind_to_id (failure->kind));

  return g_strdup (entry != NULL ? rt_entry_get_name (entry) : _("No response came"));
}

static gboolean
is_http2 (RtExchange *exchange)
{
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);

  return head != NULL && rt_head_get_version (head) == 20;
}

char *
rt_status_words_reason (RtExchange   *exchange,
                        RtStatusCode *code)
{
  g_autofree char *reason = NULL;
  const char *phrase;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  reason = rt_exchange_dup_reason (exchange);
  phrase = code != NULL ? rt_status_code_get_phrase (code) : "";
  if (reason != NULL && *reason != '\0')
    return rt_words_bound (rt_text_from_wire (reason, -1));
  if (reason == NULL && !is_http2 (exchange))
    return g_strdup ("");
  if (*phrase == '\0')
    return g_strdup (reason != NULL ? _("empty reason phrase") : _("no reason phrase in HTTP/2"));
  if (reason != NULL)
    return g_strdup_printf (_("empty reason phrase (registered: %s)"), phrase);

  return g_strdup_printf (_("no reason phrase in HTTP/2 (registered: %s)"), phrase);
}

char *
rt_status_words_contrast (RtExchange   *exchange,
                          RtStatusCode *code)
{
  g_autofree char *reason = NULL;
  const char *phrase;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  reason = rt_exchange_dup_reason (exchange);
  phrase = code != NULL ? rt_status_code_get_phrase (code) : "";
  if (code == NULL || reason == NULL || *reason == '\0' || g_strcmp0 (reason, phrase) == 0)
    return g_strdup ("");

  if (*phrase == '\0')
    return g_strdup (_("No name is registered for this code."));
  if (rt_status_code_get_state (code) == RT_STATUS_UNOFFICIAL)
    return g_strdup_printf (_("the server's own words – unofficial name: %s"), phrase);

  return g_strdup_printf (_("the server's own words – registered name: %s"), phrase);
}

static char *
describe_size (const RtSizes *sizes)
{
  g_autofree char *wire = rt_format_size (sizes->content_wire);
  g_autofree char *decoded = rt_format_size (sizes->content_decoded);

  return sizes->content_wire != sizes->content_decoded
           ? g_strdup_printf (_("%s on the wire, %s decoded"), wire, decoded)
           : g_steal_pointer (&wire);
}

char *
rt_status_words_facts (RtExchange *exchange)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RtHead) head = NULL;
  RtTiming timing;
  RtSizes sizes;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  rt_exchange_get_timing (exchange, &timing);
  rt_exchange_get_sizes (exchange, &sizes);
  head = rt_exchange_dup_response_head (exchange);
  /* While it runs, the time would stand still between two changes. */
  if (timing.started > 0 && rt_exchange_get_state (exchange) == RT_EXCHANGE_DONE)
    g_ptr_array_add (words, rt_format_duration (rt_timing_get_total (&timing,
                                                                     g_get_monotonic_time ())));
  if (head != NULL)
    {
      g_autofree char *version = rt_head_dup_version (head);
      g_autofree char *shown = rt_words_bound (rt_text_from_wire (version, -1));

      g_ptr_array_add (words, describe_size (&sizes));
      if (*shown != '\0')
        g_ptr_array_add (words, g_steal_pointer (&shown));
    }
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

GStrv
rt_status_words_badges (RtExchange *exchange)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (RtConnection) connection = NULL;
  g_autoptr (RtFailure) failure = NULL;
  g_autoptr (RtHead) head = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  connection = rt_exchange_dup_connection (exchange);
  failure = rt_exchange_dup_failure (exchange);
  head = rt_exchange_dup_response_head (exchange);
  faults = rt_exchange_dup_faults (exchange);
  if (connection != NULL && connection->sent_anyway)
    g_strv_builder_add (builder, _("certificate not trusted, sent anyway"));
  if (failure != NULL && failure->kind == RT_FAILURE_CANCELLED)
    g_strv_builder_add (builder, _("stopped by you"));
  else if (failure != NULL && head != NULL)
    g_strv_builder_add (builder, _("not complete"));
  if (faults->len > 0 && head != NULL)
    g_strv_builder_add (builder, _("damaged response"));

  return g_strv_builder_end (builder);
}
