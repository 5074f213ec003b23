/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the server asked for: each challenge with its parameters, and malformed
 * lines as they are.
 */

#include "config.h"

#include "login-sheet.h"

#include "challenge-words.h"
#include "login-sheet-private.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
meaning_of_scheme (RtCatalogue *catalogue,
                   const char  *scheme)
{
  RtEntry *entry = catalogue != NULL ? rt_catalogue_find_scheme (catalogue, scheme) : NULL;

  return entry != NULL ? rt_entry_get_summary (entry) : _("A scheme that no standard knows.");
}

static void
add_challenge (GPtrArray         *facts,
               const RtChallenge *challenge,
               RtCatalogue       *catalogue)
{
  g_autofree char *label = rt_challenge_dup_label (challenge);

  rt_login_sheet_add_head (facts, label, meaning_of_scheme (catalogue, challenge->scheme));
  if (challenge->token68 != NULL)
    rt_login_sheet_add (facts, _("Data"), challenge->token68,
                        _("A value that only this scheme can read."));
  for (guint i = 0; i < challenge->params->len; i++)
    {
      const RtChallengeParam *param = g_ptr_array_index (challenge->params, i);
      g_autofree char *meaning =
        rt_challenge_words_meaning (challenge->scheme, param->name, param->value);

      rt_login_sheet_add (facts, param->name, param->value, meaning);
    }
}

/* The line as it came, and where it breaks. */
static void
add_malformed (GPtrArray             *facts,
               const RtChallengeList *list,
               GPtrArray             *values,
               const char            *name)
{
  gsize size;
  const char *data;
  g_autofree char *before = NULL;
  g_autofree char *title = g_strdup_printf (_("%s, malformed"), name);
  RtLoginFact *fact;

  if (list->fault_line >= values->len)
    return;
  data = g_bytes_get_data (g_ptr_array_index (values, list->fault_line), &size);
  before = rt_text_from_wire (data, MIN (list->fault_offset, size));
  rt_login_sheet_add_head (facts, title, "");
  fact = rt_login_sheet_add (facts, _("As received"), "", "");
  g_free (fact->value);
  fact->value = rt_text_from_wire (data, size);
  fact->fault = strlen (before);
  rt_login_fact_mark (fact, g_strdup_printf (_("Byte %zu: %s"),
                                             list->fault_offset + 1, list->fault));
}

GPtrArray *
rt_login_sheet_asked (RtExchange  *exchange,
                      RtCatalogue *catalogue)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_login_fact_free);
  const char *name;
  g_autoptr (RtHead) response = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (RtChallengeList) list = NULL;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), facts);

  name = rt_login_sheet_asking (exchange);
  response = rt_exchange_dup_response_head (exchange);
  values = rt_login_sheet_dup_values (response, name);
  list = rt_challenge_list_parse (values);
  for (guint i = 0; i < list->challenges->len; i++)
    add_challenge (facts, g_ptr_array_index (list->challenges, i), catalogue);
  if (!list->valid)
    add_malformed (facts, list, values, name);
  if (facts->len == 0)
    rt_login_sheet_add_head (facts, _("No challenge"),
                             rt_login_sheet_is_asked (exchange)
                               ? _("The response does not say how to log in, though it must.")
                               : _("The response asks for no login."));

  return facts;
}
