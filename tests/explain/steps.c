/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "steps.h"

#include <string.h>

#include "pair.h"

GPtrArray *
steps_of (RtTrail *trail)
{
  return rt_next_steps_for_exchange (trail, rt_trail_get_n_exchanges (trail) - 1, CASES_NOW);
}

RtNextStep *
steps_find (GPtrArray  *steps,
            const char *id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (rt_next_step_get_id (steps->pdata[i]), id))
      return steps->pdata[i];

  return NULL;
}

static void
type_fields (RtRequest  *request,
             char      **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], ": ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        rt_request_add_field (request, parts[0], parts[1]);
    }
}

RtRequest *
steps_new_request (const char *text)
{
  static const char *const with_content[] = { "POST", "PUT", "PATCH", NULL };
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto(GStrv) start = g_strsplit (lines[0], " ", 2);
  g_autofree char *url = strstr (start[1], "://") != NULL
    ? g_strdup (start[1]) : g_strconcat ("http://example.org", start[1], NULL);
  RtRequest *request = rt_request_new ();

  rt_request_set_method (request, start[0]);
  rt_request_set_url (request, url);
  type_fields (request, lines + 1);
  rt_request_set_text (request, "abc");
  rt_request_set_media_type (request, "text/plain");
  if (g_strv_contains (with_content, start[0]))
    rt_request_set_content_kind (request, RT_CONTENT_TEXT);

  return request;
}

char *
steps_dump (RtRequest *request)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));

  g_string_printf (text, "%s %s", rt_request_get_method (request), rt_request_get_url (request));
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      g_string_append_printf (text, " | %s%s: %s", rt_pair_get_enabled (pair) ? "" : "-",
                              rt_pair_get_name (pair), rt_pair_get_value (pair));
    }
  if (rt_request_get_content_kind (request) != RT_CONTENT_NONE)
    g_string_append_printf (text, " | %s %s", rt_request_get_media_type (request),
                            rt_request_get_text (request));
  if (!rt_request_get_use_cookies (request))
    g_string_append (text, " | no cookies");
  if (rt_credentials_get_kind (rt_request_get_credentials (request)) != RT_CREDENTIALS_NONE)
    g_string_append_printf (text, " | %s",
                            rt_credentials_get_user (rt_request_get_credentials (request)));
  if (rt_request_get_automatic_removed (request, "User-Agent"))
    g_string_append (text, " | no User-Agent");
  if (rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2)
    g_string_append (text, " | h2");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What each step must be, whatever it is. */
static void
assert_well_formed (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      RtNextStep *step = steps->pdata[i];

      g_test_message ("  [%s] %s | %s", rt_next_step_get_id (step), rt_next_step_get_label (step),
                      rt_next_step_get_words (step));
      g_assert_cmpstr (rt_next_step_get_label (step), !=, "");
      g_assert_cmpint (g_utf8_strlen (rt_next_step_get_label (step), -1), <=, 80);
      g_assert_cmpstr (rt_next_step_get_words (step), !=, "");
      g_assert_cmpuint (rt_next_step_get_wait (step), <=, 24 * 60 * 60);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (rt_next_step_get_label (step), !=,
                         rt_next_step_get_label (steps->pdata[j]));
    }
}

/* Whatever is applied, what comes out can be sent. */
static void
assert_sendable (GPtrArray  *steps,
                 const char *typed)
{
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr(RtRequest) request = steps_new_request (typed);
      g_autoptr(GError) error = NULL;

      if (!rt_request_validate (request, NULL))
        continue;
      rt_next_step_apply (steps->pdata[i], request);
      rt_request_validate (request, &error);
      g_assert_no_error (error);
    }
}

static void
check_row (const StepRow *row)
{
  const Row base = { row->id, TRUE, row->request, row->response, row->content, row->set_up };
  g_autoptr(RtTrail) trail = rows_make (&base);
  g_autoptr(RtRequest) request = steps_new_request (row->request);
  g_autoptr(GPtrArray) steps = NULL;
  RtNextStep *step;

  rt_request_set_method (rt_trail_get_request (trail), rt_request_get_method (request));
  steps = steps_of (trail);
  g_test_message ("%s: %s", row->id, row->request);
  assert_well_formed (steps);
  assert_sendable (steps, row->request);
  step = steps_find (steps, row->id);
  g_assert_cmpint (step != NULL, ==, row->expected != NULL);
  if (step != NULL)
    {
      g_autofree char *dump = NULL;

      rt_next_step_apply (step, request);
      dump = steps_dump (request);
      g_assert_cmpstr (dump, ==, row->expected);
    }
}

void
steps_check (const StepRow *rows,
             guint          length)
{
  for (guint i = 0; i < length; i++)
    {
      gboolean has_other = FALSE;

      check_row (&rows[i]);
      for (guint j = 0; j < length; j++)
        has_other |= g_str_equal (rows[i].id, rows[j].id)
                     && (rows[i].expected == NULL) != (rows[j].expected == NULL);
      if (!has_other)
        g_error ("%s has only rows of one kind", rows[i].id);
    }
}
