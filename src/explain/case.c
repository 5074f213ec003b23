/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCase: gathers what topics ask for, once. */

#include "config.h"

#include "case.h"

#include <glib/gi18n-lib.h>

#include "text.h"

/* Characters of a quoted value. */
#define QUOTE_MAX 120

/* A head that a person pasted may lack its blank line and still be whole. */
static gboolean
has_cut_head (const RtCase *self)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (self->exchange);

  if (self->response == NULL || rt_head_is_complete (self->response))
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    if (((const RtFault *) g_ptr_array_index (faults, i))->kind == RT_FAULT_HEAD_CUT)
      return TRUE;

  return self->failure != NULL;
}

RtCase *
rt_case_new (RtTrail     *trail,
             guint        position,
             RtCatalogue *catalogue,
             gint64       now)
{
  RtCase *self;
  g_autofree char *url = NULL;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);
  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (position < rt_trail_get_n_exchanges (trail), NULL);

  self = g_new0 (RtCase, 1);
  self->trail = g_object_ref (trail);
  self->exchange = g_object_ref (rt_trail_get_exchange (trail, position));
  self->position = position;
  if (position > 0)
    self->before = g_object_ref (rt_trail_get_exchange (trail, position - 1));
  self->is_last = position + 1 == rt_trail_get_n_exchanges (trail);
  self->catalogue = g_object_ref (catalogue);
  self->now = now;

  url = rt_exchange_dup_url (self->exchange);
  self->url = rt_url_parse (url, NULL);
  self->method = rt_exchange_dup_method (self->exchange);
  self->request = rt_exchange_dup_request_head (self->exchange);
  self->response = rt_exchange_dup_response_head (self->exchange);
  self->status = rt_exchange_get_status (self->exchange);
  self->failure = rt_exchange_dup_failure (self->exchange);
  self->is_cut = has_cut_head (self);
  rt_exchange_get_sizes (self->exchange, &self->sizes);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
rt_case_free (RtCase *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->trail);
  g_clear_object (&self->exchange);
  g_clear_object (&self->before);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, rt_url_free);
  g_clear_pointer (&self->request, rt_head_unref);
  g_clear_pointer (&self->response, rt_head_unref);
  g_clear_pointer (&self->failure, rt_failure_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

void
rt_case_add (RtCase        *self,
             const char    *id,
             RtNoteLevel    level,
             RtNoteSubject  subject,
             const char    *section,
             const char    *sentence,
             const char    *detail)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->notes,
                   rt_note_new (id, level, subject, 0, section, sentence, detail));
}

void
rt_case_add_on_field (RtCase      *self,
                      guint        position,
                      const char  *id,
                      RtNoteLevel  level,
                      const char  *section,
                      const char  *sentence,
                      const char  *detail)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->notes, rt_note_new (id, level, RT_NOTE_ON_FIELD, position,
                                             section, sentence, detail));
}

void
rt_case_add_on_request_field (RtCase      *self,
                              guint        position,
                              const char  *id,
                              RtNoteLevel  level,
                              const char  *section,
                              const char  *sentence,
                              const char  *detail)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->notes, rt_note_new (id, level, RT_NOTE_ON_REQUEST_FIELD, position,
                                             section, sentence, detail));
}

void
rt_case_take (RtCase        *self,
              RtNoteSubject  subject,
              guint          field,
              const char    *id,
              RtNoteLevel    level,
              const char    *section,
              char          *sentence,
              char          *detail)
{
  g_autofree char *own_sentence = sentence;
  g_autofree char *own_detail = detail;

  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->notes,
                   rt_note_new (id, level, subject, field, section, sentence, detail));
}

char *
rt_case_dup_response (const RtCase *self,
                      const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->response != NULL ? rt_head_dup_combined (self->response, name) : NULL;
}

char *
rt_case_dup_request (const RtCase *self,
                     const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->request != NULL ? rt_head_dup_combined (self->request, name) : NULL;
}

int
rt_case_find_response (const RtCase *self,
                       const char   *name)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->response != NULL ? rt_head_find_field (self->response, name, 0) : -1;
}

int
rt_case_find_request (const RtCase *self,
                      const char   *name)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->request != NULL ? rt_head_find_field (self->request, name, 0) : -1;
}

gboolean
rt_case_is_method (const RtCase *self,
                   const char   *method)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->method, method) == 0;
}

char *
rt_case_quote (const char *value)
{
  g_autofree char *text = rt_text_from_wire (value, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTE_MAX)
    return g_strdup_printf (_("“%s”"), text);

  start = g_utf8_substring (text, 0, QUOTE_MAX - 1);

  return g_strdup_printf (_("“%s…”"), start);
}
