/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words and letters for decisions. Reads and writes nothing by itself.
 */

#include "config.h"

#include "step-prompt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each begins with another letter. */
typedef struct
{
  const char *word;
  RtDecision  decision;
} Answer;

static const Answer answers[] = {
  { "follow", RT_DECISION_FOLLOW },
  { "keep", RT_DECISION_KEEP_METHOD },
  { "without", RT_DECISION_WITHOUT_CREDENTIALS },
  { "along", RT_DECISION_WITH_CREDENTIALS },
  { "stop", RT_DECISION_STOP_HERE },
};

static const char *
explain (RtDecision decision)
{
  switch (decision)
    {
    case RT_DECISION_FOLLOW:
      return _("as the standard says");
    case RT_DECISION_KEEP_METHOD:
      return _("method and content as they were");
    case RT_DECISION_WITHOUT_CREDENTIALS:
      return _("no credentials go along");
    case RT_DECISION_WITH_CREDENTIALS:
      return _("credentials go along, also to another origin");
    case RT_DECISION_STOP_HERE:
    default:
      return _("the trail ends here");
    }
}

static gboolean
makes_sense (const RtPending *pending,
             RtDecision       decision)
{
  switch (decision)
    {
    case RT_DECISION_WITHOUT_CREDENTIALS:
    case RT_DECISION_WITH_CREDENTIALS:
      return pending->has_credentials;
    case RT_DECISION_KEEP_METHOD:
    case RT_DECISION_FOLLOW:
    case RT_DECISION_STOP_HERE:
    default:
      return TRUE;
    }
}

char *
rt_step_prompt_new_text (const RtPending *pending)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (pending != NULL, NULL);

  g_string_append_printf (text, "? %s\n", pending->words != NULL ? pending->words : "");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (makes_sense (pending, answers[i].decision))
      g_string_append_printf (text, "  %-8s %s\n", answers[i].word,
                              explain (answers[i].decision));
  g_string_append (text, "? ");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
rt_step_prompt_read (const RtPending *pending,
                     const char      *answer,
                     RtDecision      *decision)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (pending != NULL && answer != NULL && decision != NULL, FALSE);

  typed = g_strstrip (g_ascii_strdown (answer, -1));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (makes_sense (pending, answers[i].decision)
        && g_str_has_prefix (answers[i].word, typed))
      {
        *decision = answers[i].decision;
        return TRUE;
      }
  return FALSE;
}
