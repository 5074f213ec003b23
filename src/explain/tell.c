/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes made with little ado. */

#include "config.h"

#include "tell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define METHOD_MAX 12
#define LISTED_MAX 6
/* What to make of a status that no document defines. */
#define UNREGISTERED_SECTION "RFC 9110, section 15"

void
rt_case_tell (RtCase      *self,
              const char  *id,
              RtNoteLevel  level,
              const char  *sentence,
              const char  *format,
              ...)
{
  g_autoptr(RtStatusCode) code = NULL;
  g_autofree char *detail = NULL;
  const char *section;
  va_list args;

  g_return_if_fail (self != NULL);

  code = rt_catalogue_describe_code (self->catalogue, self->status);
  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  section = rt_status_code_get_specification (code);
  rt_case_add (self, id, level, RT_NOTE_ON_STATUS,
               *section != '\0' ? section : UNREGISTERED_SECTION, sentence, detail);
}

void
rt_case_tell_plain (RtCase            *self,
                    const RtPlainNote *notes,
                    guint              n_notes)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].status == self->status)
      rt_case_tell (self, notes[i].id, RT_NOTE_INFO, _(notes[i].sentence), "%s",
                    _(notes[i].detail));
}

const char *
rt_case_peek_method (const RtCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return strlen (self->method) <= METHOD_MAX ? self->method : _("this method");
}

gboolean
rt_case_has_note (const RtCase *self,
                  const char   *prefix)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_has_prefix (rt_note_get_id (self->notes->pdata[i]), prefix))
      return TRUE;

  return FALSE;
}

char *
rt_case_quote_request (const RtCase *self,
                       const char   *name)
{
  g_autofree char *value = rt_case_dup_request (self, name);

  return value != NULL ? rt_case_quote (value) : NULL;
}

char *
rt_case_quote_response (const RtCase *self,
                        const char   *name)
{
  g_autofree char *value = rt_case_dup_response (self, name);

  return value != NULL ? rt_case_quote (value) : NULL;
}

guint64
rt_case_get_sent (const RtCase *self)
{
  g_autofree char *announced = NULL;

  g_return_val_if_fail (self != NULL, 0);

  if (self->sizes.request_content > 0)
    return self->sizes.request_content;
  announced = rt_case_dup_request (self, "Content-Length");

  return announced != NULL ? g_ascii_strtoull (announced, NULL, 10) : 0;
}

gboolean
rt_case_has_content (const RtCase *self)
{
  g_autoptr(GBytes) extra = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  extra = rt_exchange_dup_extra_bytes (self->exchange);

  return self->sizes.content_encoded > 0
         || (extra != NULL && g_bytes_get_size (extra) > 0);
}

const char *
rt_case_first_sent (const RtCase      *self,
                    const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (rt_case_find_request (self, names[i]) >= 0)
      return names[i];

  return NULL;
}

char *
rt_case_quote_list (char **members)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint length = g_strv_length (members);

  for (guint i = 0; i < MIN (length, LISTED_MAX); i++)
    {
      g_autofree char *quoted = rt_case_quote (members[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (length > LISTED_MAX)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more",
                                               " and %u more", length - LISTED_MAX),
                            length - LISTED_MAX);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
