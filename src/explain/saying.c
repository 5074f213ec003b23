/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the short ways to add a note. Knows no topic. */

#include "saying.h"

#include "echo.h"

void
rt_say_response (RtCase      *self,
                 const char  *name,
                 const char  *id,
                 RtNoteLevel  level,
                 const char  *section,
                 const char  *sentence,
                 const char  *format,
                 ...)
{
  int position = rt_case_find_response (self, name);
  g_autofree char *detail = NULL;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);

  if (rt_echo_is_said (self, id))
    return;
  if (position >= 0)
    rt_case_add_on_field (self, position, id, level, section, sentence, detail);
  else
    rt_case_add (self, id, level, RT_NOTE_ON_STATUS, section, sentence, detail);
}

void
rt_say_request (RtCase      *self,
                const char  *name,
                const char  *id,
                RtNoteLevel  level,
                const char  *section,
                const char  *sentence,
                const char  *format,
                ...)
{
  int position = rt_case_find_request (self, name);
  g_autofree char *detail = NULL;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);

  if (rt_echo_is_said (self, id))
    return;
  if (position >= 0)
    rt_case_add_on_request_field (self, position, id, level, section, sentence, detail);
  else
    rt_case_add (self, id, level, RT_NOTE_ON_REQUEST, section, sentence, detail);
}

void
rt_say (RtCase        *self,
        RtNoteSubject  subject,
        const char    *id,
        RtNoteLevel    level,
        const char    *section,
        const char    *sentence,
        const char    *format,
        ...)
{
  g_autofree char *detail = NULL;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);

  if (!rt_echo_is_said (self, id))
    rt_case_add (self, id, level, subject, section, sentence, detail);
}

gint64
rt_case_get_begun (const RtCase *self)
{
  RtTiming timing;

  g_return_val_if_fail (self != NULL, 0);

  rt_exchange_get_timing (self->exchange, &timing);

  return timing.wall_clock > 0 ? timing.wall_clock / G_USEC_PER_SEC : self->now;
}

gint64
rt_case_get_received (const RtCase *self)
{
  RtTiming timing;
  gint64 head;

  g_return_val_if_fail (self != NULL, 0);

  rt_exchange_get_timing (self->exchange, &timing);
  head = timing.phases[RT_PHASE_WAIT].end;
  if (timing.wall_clock <= 0 || timing.started < 0 || head < timing.started)
    return rt_case_get_begun (self);

  return (timing.wall_clock + head - timing.started) / G_USEC_PER_SEC;
}

gboolean
rt_case_get_date (const RtCase *self,
                  const char   *name,
                  RtHttpDate   *date)
{
  int position = rt_case_find_response (self, name);
  g_autofree char *value = NULL;

  if (position < 0)
    return FALSE;

  value = rt_head_dup_field_value (self->response, position);

  return rt_http_date_parse (value, -1, self->now, date);
}

char *
rt_case_quote_all (GPtrArray *texts,
                   guint      max)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < texts->len && i < max; i++)
    {
      g_autofree char *quoted = rt_case_quote (g_ptr_array_index (texts, i));

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (texts->len > max)
    g_string_append (out, ", …");

  return g_strdup (out->str);
}

gboolean
rt_case_may_have_content (const RtCase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->response != NULL && !rt_case_is_method (self, "HEAD") && self->status >= 200 &&
         self->status != 204 && self->status != 304 &&
         !(rt_case_is_method (self, "CONNECT") && self->status < 300);
}

gboolean
rt_case_is_whole (const RtCase *self)
{
  g_autoptr(GPtrArray) faults = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->response == NULL || self->failure != NULL)
    return FALSE;
  faults = rt_exchange_dup_faults (self->exchange);

  return faults->len == 0;
}
