/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hops.h"

#include <string.h>

#include "exchange-private.h"
#include "lesson-reader.h"
#include "trail-private.h"

static RtHead *
parse (RtHeadKind  kind,
       const char *start,
       const char *fields)
{
  g_autoptr(GString) lines = g_string_new (start);
  g_autoptr(GBytes) bytes = NULL;

  g_string_append_printf (lines, "\n%s\n", fields != NULL ? fields : "");
  g_string_replace (lines, "\n", "\r\n", 0);
  bytes = g_bytes_new (lines->str, lines->len);

  return rt_head_parse (kind, bytes);
}

static RtExchange *
create_exchange (const Hop *hop)
{
  g_autofree char *url = g_strconcat ("http://127.0.0.1:8080", hop->path, NULL);
  g_autofree char *line = g_strdup_printf ("%s %s HTTP/1.1", hop->method, hop->path);
  RtExchange *exchange = rt_exchange_new (NULL, hop->method, url);

  rt_exchange_take_request_head (exchange, parse (RT_HEAD_REQUEST, line, hop->request));
  if (hop->response != NULL)
    {
      g_autofree char *status = g_strdup_printf ("HTTP/1.1 %.3s x", hop->response);
      const char *fields = strchr (hop->response, '\n');

      rt_exchange_take_response_head (exchange, parse (RT_HEAD_RESPONSE, status,
                                                       fields != NULL ? fields + 1 : ""));
    }
  if (hop->content != NULL)
    g_assert_true (rt_body_append (rt_exchange_get_body (exchange), hop->content,
                                   strlen (hop->content), NULL));
  if (hop->reason != RT_NEXT_NONE)
    {
      RtNext *next = g_new0 (RtNext, 1);

      next->reason = hop->reason;
      rt_exchange_take_next (exchange, next);
    }
  rt_exchange_finish (exchange);

  return exchange;
}

static RtTrail *
finish (GPtrArray *exchanges)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  RtTrail *trail = rt_trail_new_finished (request, exchanges);

  while (g_main_context_iteration (NULL, FALSE))
    ;

  return trail;
}

RtTrail *
hops_new_trail (const Hop *hops)
{
  g_autoptr(GPtrArray) exchanges = g_ptr_array_new_with_free_func (g_object_unref);

  for (; hops->method != NULL; hops++)
    g_ptr_array_add (exchanges, create_exchange (hops));

  return finish (exchanges);
}

RtTrail *
hops_new_get (const char *path,
              const char *request,
              const char *response)
{
  Hop hops[] = { { "GET", path, request, response }, { NULL } };

  return hops_new_trail (hops);
}

RtTrail *
hops_new_failed (const char    *path,
                 RtFailureKind  kind)
{
  g_autoptr(GPtrArray) exchanges = g_ptr_array_new_with_free_func (g_object_unref);
  Hop hop = { "GET", path };
  RtExchange *exchange = create_exchange (&hop);

  rt_exchange_take_failure (exchange, rt_failure_new (kind, RT_PHASE_WAIT, "It failed.", NULL));
  g_ptr_array_add (exchanges, exchange);

  return finish (exchanges);
}

GBytes *
hops_new_bytes (const char *text)
{
  gsize length = strlen (text);

  return g_bytes_new_take (g_memdup2 (text, length), length);
}

RtLesson *
hops_new_lesson (const char *first_check,
                 ...)
{
  g_autoptr(GString) text = g_string_new ("<lesson><title>T</title><goal>G</goal>");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) xml = NULL;
  const char *check = first_check;
  RtLesson *lesson;
  va_list list;

  va_start (list, first_check);
  for (; check != NULL; check = va_arg (list, const char *))
    g_string_append_printf (text, "<step><task>Do</task><check>%s</check><why>W</why></step>",
                            check);
  va_end (list);
  g_string_append (text, "</lesson>");

  xml = hops_new_bytes (text->str);
  lesson = rt_lesson_read ("test", "test.xml", xml, &error);
  g_assert_no_error (error);

  return lesson;
}

void
hops_assert_refused (const char *xml,
                     const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = hops_new_bytes (xml);
  g_autoptr(RtLesson) lesson = rt_lesson_read ("test", "t.xml", bytes, &error);

  g_assert_null (lesson);
  g_assert_nonnull (error);
  g_assert_true (error->domain == RT_REFERENCE_ERROR);
  g_assert_cmpstr (error->message, ==, message);
}

RtCatalogue *
hops_get_catalogue (void)
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
