/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out a trail as text and as Markdown. Heads are not shown, so that the
 * only secrets to mask stand in URLs.
 */

#include "config.h"

#include "ladder.h"

#include <glib/gi18n-lib.h>

#include "format.h"
#include "hop.h"
#include "markdown.h"
#include "shown-url.h"
#include "text.h"

/* The name of the query parameter that holds the API key; NULL for none. */
static const char *
find_key_name (RtTrail *trail)
{
  RtCredentials *credentials = rt_request_get_credentials (rt_trail_get_request (trail));
  const char *name = rt_credentials_get_name (credentials);

  if (rt_credentials_get_kind (credentials) != RT_CREDENTIALS_API_KEY ||
      rt_credentials_get_place (credentials) != RT_KEY_IN_QUERY || *name == '\0')
    return NULL;

  return name;
}

static char *
dup_shown_url (RtTrail    *trail,
               RtExchange *exchange)
{
  g_autofree char *url = rt_exchange_dup_url (exchange);

  return rt_shown_url_new (url, find_key_name (trail));
}

/* "302 Found"; a phrase that was not sent stands in brackets. */
static char *
dup_status (RtExchange  *exchange,
            RtCatalogue *catalogue)
{
  int status = rt_exchange_get_status (exchange);
  g_autofree char *reason = rt_exchange_dup_reason (exchange);
  g_autofree char *shown = NULL;
  g_autoptr(RtStatusCode) code = NULL;

  if (reason != NULL && *reason != '\0')
    {
      shown = rt_text_from_wire (reason, -1);

      return g_strdup_printf ("%03d %s", status, shown);
    }
  code = rt_catalogue_describe_code (catalogue, status);
  if (*rt_status_code_get_phrase (code) == '\0')
    return g_strdup_printf ("%03d", status);

  return g_strdup_printf ("%03d (%s)", status, rt_status_code_get_phrase (code));
}

/* "12 ms, 1.2 kB" */
static char *
dup_numbers (RtExchange *exchange)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);
  g_autofree char *size = rt_format_size (rt_body_get_length (content));
  g_autofree char *time = NULL;
  RtTiming timing;

  rt_exchange_get_timing (exchange, &timing);
  time = rt_format_duration (MAX (rt_timing_get_total (&timing, g_get_monotonic_time ()), 0));

  return g_strdup_printf ("%s, %s", time, size);
}

static char *
dup_failure (RtExchange  *exchange,
             RtCatalogue *catalogue)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);
  g_autofree char *message = NULL;
  const char *id;
  RtEntry *entry;

  if (failure == NULL)
    return NULL;
  id = rt_failure_kind_to_id (failure->kind);
  entry = rt_catalogue_find_failure (catalogue, id);
  message = rt_text_from_wire (failure->message != NULL ? failure->message : "", -1);

  return g_strdup_printf ("%s: %s", entry != NULL ? rt_entry_get_name (entry) : id, message);
}

/* The sentences between an exchange and the next; the first is the reason. */
static char **
dup_hop_lines (RtTrail *trail,
               guint    position)
{
  g_autoptr(RtHop) hop = rt_hop_new (trail, position);
  g_autoptr(GStrvBuilder) masked = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;

  if (hop == NULL)
    return g_new0 (char *, 1);
  lines = rt_hop_dup_all_lines (hop);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = rt_shown_url_mask_sentence (lines[i], find_key_name (trail));

      g_strv_builder_add (masked, line);
    }

  return g_strv_builder_end (masked);
}

static char *
dup_end_words (RtTrail *trail)
{
  const char *words = rt_trail_get_end_words (trail);

  return rt_shown_url_mask_sentence (words != NULL ? words : "", find_key_name (trail));
}

static void
append_exchange_text (GString     *text,
                      RtTrail     *trail,
                      guint        position,
                      RtCatalogue *catalogue)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);
  g_autofree char *raw_method = rt_exchange_dup_method (exchange);
  g_autofree char *method = rt_text_from_wire (raw_method, -1);
  g_autofree char *url = dup_shown_url (trail, exchange);
  g_autofree char *failure = dup_failure (exchange, catalogue);
  g_auto(GStrv) lines = dup_hop_lines (trail, position);

  g_string_append_printf (text, "%u. %s %s\n", position + 1, method, url);
  if (rt_exchange_get_status (exchange) > 0)
    {
      g_autofree char *status = dup_status (exchange, catalogue);
      g_autofree char *numbers = dup_numbers (exchange);

      g_string_append_printf (text, "   %s, %s\n", status, numbers);
    }
  if (failure != NULL)
    g_string_append_printf (text, "   ! %s\n", failure);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "   %s %s\n", i == 0 ? "↓" : "│", lines[i]);
}

char *
rt_ladder_to_text (RtTrail     *trail,
                   RtCatalogue *catalogue)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *end = NULL;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);
  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue), NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    append_exchange_text (text, trail, i, catalogue);
  end = dup_end_words (trail);
  if (*end != '\0')
    g_string_append_printf (text, "%s\n", end);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_item (GString    *text,
             const char *sentence)
{
  g_autofree char *escaped = rt_markdown_sentence (sentence);

  g_string_append_printf (text, "   - %s\n", escaped);
}

static void
append_exchange_markdown (GString     *text,
                          RtTrail     *trail,
                          guint        position,
                          RtCatalogue *catalogue)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *url = dup_shown_url (trail, exchange);
  g_autofree char *request = g_strdup_printf ("%s %s", method, url);
  g_autofree char *code = rt_markdown_code (request);
  g_autofree char *failure = dup_failure (exchange, catalogue);
  g_auto(GStrv) lines = dup_hop_lines (trail, position);

  g_string_append_printf (text, "%u. %s", position + 1, code);
  if (rt_exchange_get_status (exchange) > 0)
    {
      g_autofree char *status = dup_status (exchange, catalogue);
      g_autofree char *escaped = rt_markdown_sentence (status);
      g_autofree char *numbers = dup_numbers (exchange);

      g_string_append_printf (text, " → **%s**, %s", escaped, numbers);
    }
  g_string_append_c (text, '\n');
  if (failure != NULL)
    append_item (text, failure);
  for (guint i = 0; lines[i] != NULL; i++)
    append_item (text, lines[i]);
}

char *
rt_ladder_to_markdown (RtTrail     *trail,
                       RtCatalogue *catalogue)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *end = NULL;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);
  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue), NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    append_exchange_markdown (text, trail, i, catalogue);
  end = dup_end_words (trail);
  if (*end != '\0')
    {
      g_autofree char *escaped = rt_markdown_sentence (end);

      g_string_append_printf (text, "\n%s\n", escaped);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
