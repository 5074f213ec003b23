/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases.h"

#include <stdio.h>
#include <string.h>

#include "exchange-private.h"
#include "trail-private.h"

RtTrail *
cases_new_trail (const char *url)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  rt_request_set_url (request, url);

  return rt_trail_new (NULL, request);
}

/* The text with CRLF, and the blank line. */
static RtHead *
parse (RtHeadKind  kind,
       const char *text)
{
  g_autoptr(GString) lines = g_string_new (text);
  g_autoptr(GBytes) bytes = NULL;

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\n", "\r\n", 0);
  if (!g_str_has_suffix (lines->str, "\r\n"))
    g_string_append (lines, "\r\n");
  g_string_append (lines, "\r\n");
  bytes = g_bytes_new (lines->str, lines->len);

  return rt_head_parse (kind, bytes);
}

static void
set_sizes (RtExchange *exchange,
           RtHead     *request,
           RtHead     *response,
           gsize       content)
{
  RtSizes sizes;
  g_autofree char *announced =
    response != NULL ? rt_head_dup_combined (response, "Content-Length") : NULL;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.request_head = rt_head_get_wire_length (request);
  sizes.response_head = response != NULL ? rt_head_get_wire_length (response) : 0;
  sizes.content_wire = sizes.content_encoded = sizes.content_decoded = content;
  if (announced != NULL)
    sizes.content_announced = g_ascii_strtoll (announced, NULL, 10);
  rt_exchange_set_sizes (exchange, &sizes);
}

RtExchange *
cases_add (RtTrail    *trail,
           const char *url,
           const char *request,
           const char *response,
           const char *content)
{
  g_autoptr(RtHead) request_head = parse (RT_HEAD_REQUEST, request);
  g_autoptr(RtHead) response_head = response != NULL ? parse (RT_HEAD_RESPONSE, response) : NULL;
  g_autofree char *method = rt_head_dup_method (request_head);
  g_autoptr(RtExchange) exchange = rt_exchange_new (NULL, method, url);
  gsize length = content != NULL ? strlen (content) : 0;

  rt_exchange_take_request_head (exchange, rt_head_ref (request_head));
  if (response_head != NULL)
    rt_exchange_take_response_head (exchange, rt_head_ref (response_head));
  if (length > 0)
    g_assert_true (rt_body_append (rt_exchange_get_body (exchange), content, length, NULL));
  set_sizes (exchange, request_head, response_head, length);
  rt_trail_append (trail, exchange);
  rt_exchange_finish (exchange);
  while (rt_trail_get_n_exchanges (trail) < rt_trail_count (trail))
    g_main_context_iteration (NULL, TRUE);

  return rt_trail_get_last (trail);
}

RtTrail *
cases_one (const char *fields,
           const char *response)
{
  RtTrail *trail = cases_new_trail ("http://example.org/");
  g_autofree char *request =
    g_strconcat ("GET / HTTP/1.1\nHost: example.org\n", fields, NULL);

  cases_add (trail, "http://example.org/", request, response, NULL);

  return trail;
}

RtCatalogue *
cases_get_catalogue (void)
{
  static RtCatalogue *catalogue;

  if (catalogue == NULL)
    {
      g_autoptr(GError) error = NULL;

      catalogue = rt_catalogue_new (&error);
      g_assert_no_error (error);
    }

  return catalogue;
}

/* A line for each note, in the file that test-coverage.c reads. */
static void
record (GPtrArray *notes)
{
  const char *path = g_getenv ("EXPLAIN_NOTES");
  FILE *file = path != NULL ? fopen (path, "a") : NULL;

  if (file == NULL)
    return;
  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      fprintf (file, "%s\t%s\t%s\t%s\n", rt_note_get_id (note), rt_note_get_section (note),
               rt_note_get_sentence (note), *rt_note_get_detail (note) != '\0' ? "detail" : "");
    }
  fclose (file);
}

GPtrArray *
cases_explain_at (RtTrail *trail,
                  guint    position)
{
  GPtrArray *notes = rt_explain_exchange (trail, position, cases_get_catalogue (), CASES_NOW);

  record (notes);

  return notes;
}

GPtrArray *
cases_explain (RtTrail *trail)
{
  return cases_explain_at (trail, rt_trail_get_n_exchanges (trail) - 1);
}

RtNote *
cases_find (GPtrArray  *notes,
            const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (rt_note_get_id (g_ptr_array_index (notes, i)), id))
      return g_ptr_array_index (notes, i);

  return NULL;
}

/* What vendors say of their codes stands in no RFC. */
static gboolean
is_unlinked (RtNote *note)
{
  return *rt_note_get_section_url (note) == '\0' &&
         !g_str_equal (rt_note_get_id (note), "status-unofficial");
}

void
cases_assert_well_formed (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      g_assert_cmpstr (rt_note_get_id (note), !=, "");
      g_assert_cmpstr (rt_note_get_sentence (note), !=, "");
      g_assert_cmpint (g_utf8_strlen (rt_note_get_sentence (note), -1), <=, 80);
      g_assert_false (g_str_has_suffix (rt_note_get_sentence (note), "…"));
      g_assert_cmpstr (rt_note_get_detail (note), !=, "");
      if (*rt_note_get_section (note) == '\0' || is_unlinked (note))
        g_error ("%s has no section with a link: “%s”", rt_note_get_id (note),
                 rt_note_get_section (note));
    }
}

void
cases_assert_ids (const char *url,
                  const char *request,
                  const char *response,
                  const char *prefix,
                  const char *ids)
{
  g_autoptr(RtTrail) trail = cases_new_trail (url);
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GString) got = g_string_new (NULL);

  cases_add (trail, url, request != NULL ? request : "GET / HTTP/1.1\nHost: example.org\n",
             response, NULL);
  notes = cases_explain (trail);
  for (guint i = 0; i < notes->len; i++)
    {
      const char *id = rt_note_get_id (g_ptr_array_index (notes, i));

      if (g_str_has_prefix (id, prefix))
        g_string_append_printf (got, "%s%s", got->len > 0 ? " " : "", id);
    }
  if (!g_str_equal (got->str, ids))
    g_test_message ("%s", response);
  g_assert_cmpstr (got->str, ==, ids);
  cases_assert_well_formed (notes);
}
