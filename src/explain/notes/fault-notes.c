/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is wrong with a response that did arrive: the faults of the exchange, each
 * with its evidence, in the words of the catalogue. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "tell.h"

/* A status that cannot have content has said this already, and better. */
static gboolean
is_said (const RtCase  *self,
         const RtFault *fault)
{
  return fault->kind == RT_FAULT_EXTRA_BYTES
         && (rt_case_has_note (self, "status-204-content")
             || rt_case_has_note (self, "status-304-content")
             || rt_case_has_note (self, "status-head-content"));
}

static RtNoteSubject
find_subject (RtEntry *entry)
{
  return g_strcmp0 (rt_entry_get_fact (entry, "phase"), "content") == 0 ? RT_NOTE_ON_CONTENT
                                                                        : RT_NOTE_ON_CONNECTION;
}

static void
explain_fault (RtCase        *self,
               const RtFault *fault)
{
  const char *kind = rt_fault_kind_to_id (fault->kind);
  RtEntry *entry = rt_catalogue_find_failure (self->catalogue, kind);
  g_autofree char *id = g_strconcat ("fault-", kind, NULL);
  g_autofree char *detail = NULL;

  if (entry == NULL || rt_case_has_note (self, id) || is_said (self, fault))
    return;
  /* Translators: the evidence, then what it means, then what to do */
  detail = g_strdup_printf (_("Seen: %s.\n\n%s\n\n%s"),
                            fault->evidence != NULL ? fault->evidence : "",
                            rt_entry_get_meaning (entry), rt_entry_get_action (entry));
  rt_case_add (self, id, RT_NOTE_FAULT, find_subject (entry), rt_entry_get_specification (entry),
               rt_entry_get_summary (entry), detail);
}

void
rt_explain_faults (RtCase *self)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (self->exchange);

  for (guint i = 0; i < faults->len; i++)
    explain_fault (self, faults->pdata[i]);
}
