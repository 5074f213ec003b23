/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a retry policy will do. The waits are those before the jitter. */

#include "config.h"

#include "retry-words.h"

#include "format.h"
#include "text.h"

#include <glib/gi18n-lib.h>

#define MAX_WAITS 4 /* that are told one by one */

static const struct
{
  RtRetryOutcomes outcome;
  const char     *words;
} outcomes[] = {
  { RT_RETRY_ON_429, N_("429") },
  { RT_RETRY_ON_502, N_("502") },
  { RT_RETRY_ON_503, N_("503") },
  { RT_RETRY_ON_504, N_("504") },
  { RT_RETRY_ON_CONNECT, N_("a failure to connect") },
  { RT_RETRY_ON_TIMEOUT, N_("a timeout") },
};

/* RFC 9110 section 9.2.2. Methods are compared with case. */
static gboolean
is_idempotent (const char *method)
{
  static const char * const names[] = { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", NULL };

  return g_strv_contains (names, method);
}

static char *
dup_outcomes (const RtRetryPolicy *policy)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (policy->outcomes & outcomes[i].outcome)
      g_ptr_array_add (words, (gpointer) _(outcomes[i].words));
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 < words->len ? ", " : _(" or "));
      g_string_append (text, g_ptr_array_index (words, i));
    }

  return g_string_free (text, FALSE);
}

/* "0.5 s, 1 s, 2 s": each twice the one before, up to the longest. */
static char *
dup_waits (const RtRetryPolicy *policy)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *longest = NULL;
  guint64 wait = MIN (policy->base_delay, policy->max_delay);

  for (guint i = 0; i < policy->tries && i < MAX_WAITS; i++)
    {
      g_autofree char *words = rt_format_duration (wait * 1000);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words);
      wait = MIN (wait * 2, policy->max_delay);
    }
  if (policy->tries <= MAX_WAITS)
    return g_strdup (text->str);

  longest = rt_format_duration ((gint64) policy->max_delay * 1000);

  /* Translators: the first of several spans of time, and the longest one */
  return g_strdup_printf (_("%s … at most %s"), text->str, longest);
}

static void
append_method (GString             *text,
               const RtRetryPolicy *policy,
               const char          *method)
{
  g_autofree char *shown = rt_text_from_wire (method, -1);

  if (policy->any_method && !is_idempotent (method))
    g_string_append_printf (text, _(" Careful: if the first %s arrived after all, it is done "
                                    "twice."),
                            shown);
  else if (!is_idempotent (method))
    g_string_append_printf (text, _(" But %s is not sent again: it could be done twice "
                                    "(RFC 9110 section 9.2.2)."), shown);
}

char *
rt_retry_words (const RtRetryPolicy *policy,
                const char          *method)
{
  g_autofree char *after = NULL;
  g_autofree char *waits = NULL;
  GString *text;

  g_return_val_if_fail (policy != NULL && method != NULL, NULL);

  if (policy->tries == 0)
    return g_strdup (_("What comes back is shown; nothing is sent again."));
  if (policy->outcomes == RT_RETRY_ON_NOTHING)
    return g_strdup (_("Choose after what it is to be sent again; until then it is not."));

  text = g_string_new (NULL);
  after = dup_outcomes (policy);
  waits = dup_waits (policy);
  g_string_append_printf (text, ngettext ("After %s it is sent %u more time, after about %s.",
                                          "After %s it is sent up to %u more times, after about "
                                          "%s.", policy->tries),
                          after, policy->tries, waits);
  append_method (text, policy, method);

  return g_string_free (text, FALSE);
}
