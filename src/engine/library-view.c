/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Spells out the headers of a SoupMessage. */

#include "library-view.h"

#include "text.h"

static void
append_field (const char *name,
              const char *value,
              gpointer    user_data)
{
  g_autofree char *shown_name = rt_text_from_wire (name, -1);
  g_autofree char *shown_value = rt_text_from_wire (value, -1);
  GString *text = user_data;

  g_string_append (text, shown_name);
  g_string_append (text, ": ");
  g_string_append (text, shown_value);
  g_string_append_c (text, '\n');
}

static const char *
describe_version (SoupHTTPVersion version)
{
  switch (version)
    {
    case SOUP_HTTP_1_0:
      return "HTTP/1.0";
    case SOUP_HTTP_2_0:
      return "HTTP/2";
    case SOUP_HTTP_1_1:
    default:
      return "HTTP/1.1";
    }
}

char *
rt_library_view_describe (SoupMessage *message)
{
  const char *reason = soup_message_get_reason_phrase (message);
  g_autofree char *shown = rt_text_from_wire (reason != NULL ? reason : "", -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u %s\n",
                          describe_version (soup_message_get_http_version (message)),
                          (guint) soup_message_get_status (message), shown);
  soup_message_headers_foreach (soup_message_get_response_headers (message), append_field, text);

  return g_string_free (text, FALSE);
}
