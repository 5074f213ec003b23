/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

#include "exchange-private.h"
#include "trail-private.h"
#include "url.h"

RtExchange *
trail_cases_add (RtTrail      *trail,
                 const char   *url,
                 const char   *request,
                 const char   *response,
                 RtNextReason  reason)
{
  gsize length = strcspn (request, "\n");
  g_autoptr(RtUrl) parsed = rt_url_parse (url, NULL);
  g_autofree char *head =
    g_strdup_printf ("%.*s %s HTTP/1.1\nHost: %s%s", (int) length, request,
                     rt_url_get_target (parsed), rt_url_get_authority (parsed), request + length);
  g_autofree char *answer = response != NULL
                              ? g_strdup_printf ("HTTP/1.1 %.3s x%s", response,
                                                 response + 3) : NULL;
  RtExchange *exchange = cases_add (trail, url, head, answer, NULL);

  if (reason != RT_NEXT_NONE)
    {
      RtNext *next = g_new0 (RtNext, 1);

      next->reason = reason;
      rt_exchange_take_next (exchange, next);
    }

  return exchange;
}

RtTrail *
trail_cases_one (const char *url,
                 const char *request,
                 const char *response)
{
  RtTrail *trail = cases_new_trail (url);

  trail_cases_add (trail, url, request, response, RT_NEXT_NONE);

  return trail;
}

RtTrail *
trail_cases_chain (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "|", -1);
  RtTrail *trail = cases_new_trail ("http://example.org/");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *next = parts[i + 1];
      g_autofree char *response = NULL;

      if (next == NULL)
        {
          trail_cases_add (trail, parts[i], "GET", "200", RT_NEXT_NONE);
          break;
        }
      response = g_strdup_printf ("%.3s\nLocation: %s", parts[i],
                                  g_ascii_isdigit (*next) ? next + 4 : next);
      trail_cases_add (trail, parts[i] + 4, "GET", response, RT_NEXT_REDIRECT);
    }

  return trail;
}

void
trail_cases_end (RtTrail    *trail,
                 RtTrailEnd  end,
                 const char *words)
{
  rt_trail_finish (trail, end, words);
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
explain (RtTrail *trail,
         guint    position)
{
  return cases_explain_at (trail, position);
}

void
trail_cases_assert (RtTrail    *trail,
                    guint       position,
                    const char *prefix,
                    const char *ids)
{
  g_autoptr(GPtrArray) notes = explain (trail, position);
  g_autoptr(GPtrArray) own = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      if (!g_str_has_prefix (rt_note_get_id (note), prefix))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", rt_note_get_id (note));
      g_assert_cmpstr (rt_note_get_section (note), !=, "");
      g_assert_cmpstr (rt_note_get_section_url (note), !=, "");
      g_ptr_array_add (own, note);
    }
  g_assert_cmpstr (text->str, ==, ids);
  cases_assert_well_formed (own);
}

static RtNote *
find (GPtrArray  *notes,
      const char *id)
{
  RtNote *note = cases_find (notes, id);

  if (note == NULL)
    g_error ("no note %s", id);

  return note;
}

char *
trail_cases_sentence (RtTrail    *trail,
                      guint       position,
                      const char *id)
{
  g_autoptr(GPtrArray) notes = explain (trail, position);

  return g_strdup (rt_note_get_sentence (find (notes, id)));
}

char *
trail_cases_detail (RtTrail    *trail,
                    guint       position,
                    const char *id)
{
  g_autoptr(GPtrArray) notes = explain (trail, position);

  return g_strdup (rt_note_get_detail (find (notes, id)));
}
