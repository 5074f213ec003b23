/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Server-Timing: what the server says of its own time. Measures nothing. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "saying.h"
#include "tell.h"
#include "topics.h"

#define LISTED_MAX 8

static const char *
find_parameter (const RtDirective *metric,
                const char        *name)
{
  const RtDirective *parameter = rt_directives_find (metric->parameters, name);

  return parameter != NULL ? parameter->value : NULL;
}

static gboolean
is_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);

  return g_ascii_isdigit (*text) && *end == '\0';
}

/* "db 53 ms (PostgreSQL)". */
static void
describe (GString           *words,
          const RtDirective *metric)
{
  const char *duration = find_parameter (metric, "dur");
  const char *description = find_parameter (metric, "desc");
  g_autofree char *name = rt_case_quote (metric->name);

  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", name);
  if (duration != NULL && is_number (duration))
    /* Translators: milliseconds, behind the name of what took them */
    g_string_append_printf (words, _(": %s ms"), duration);
  if (description != NULL && *description != '\0')
    {
      g_autofree char *quoted = rt_case_quote (description);

      g_string_append_printf (words, " (%s)", quoted);
    }
}

static void
check_duration (RtCase            *self,
                const RtDirective *metric)
{
  const char *duration = find_parameter (metric, "dur");
  g_autofree char *quoted = NULL;
  g_autofree char *name = NULL;

  if (duration == NULL || is_number (duration) || rt_case_has_note (self, "server-timing-number"))
    return;

  quoted = rt_case_quote (duration);
  name = rt_case_quote (metric->name);
  rt_say_response (self, "Server-Timing", "server-timing-number", RT_NOTE_INFO, "Server Timing",
                   _("Server-Timing has a duration that is no number."),
                   _("dur of %s is %s. It is a number of milliseconds without a unit, such as "
                     "dur=53.2; browsers show 0 for anything else."), name, quoted);
}

void
rt_explain_server_timing (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Server-Timing");
  g_autoptr(GPtrArray) metrics = rt_directives_parse (value, -1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < metrics->len; i++)
    {
      if (i < LISTED_MAX)
        describe (words, g_ptr_array_index (metrics, i));
      check_duration (self, g_ptr_array_index (metrics, i));
    }
  if (metrics->len == 0)
    return;

  rt_say_response (self, "Server-Timing", "server-timing", RT_NOTE_INFO, "Server Timing",
                   _("The server says what it spent its time on."),
                   _("%s%s\n\nThese are its own figures; the Timing pane has what was measured "
                     "here."), words->str, metrics->len > LISTED_MAX ? "\n…" : "");
}
