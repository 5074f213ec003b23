/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The number itself: not registered, unofficial and whose, temporary, unused
 * or obsolete; and a reason phrase that says something else than the number. */

#include "config.h"

#include "topics.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tell.h"

/* Letters and digits only, in lower case: servers differ in the rest. */
static char *
fold (const char *phrase)
{
  g_autoptr(GString) folded = g_string_new (NULL);

  for (; *phrase != '\0'; phrase++)
    if (g_ascii_isalnum (*phrase))
      g_string_append_c (folded, g_ascii_tolower (*phrase));

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_same_phrase (const char *folded,
                const char *phrase)
{
  g_autofree char *other = fold (phrase);

  return g_str_equal (folded, other);
}

/* @with_owners: a vendor's phrase for the code counts too. */
static gboolean
has_phrase (RtStatusCode *code,
            const char   *folded,
            gboolean      with_owners)
{
  const char *const *aliases = rt_status_code_get_aliases (code);
  GPtrArray *owners = rt_status_code_get_owners (code);

  if (is_same_phrase (folded, rt_status_code_get_phrase (code)))
    return TRUE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (is_same_phrase (folded, aliases[i]))
      return TRUE;
  for (guint i = 0; with_owners && owners != NULL && i < owners->len; i++)
    if (is_same_phrase (folded, ((RtCodeOwner *) owners->pdata[i])->phrase))
      return TRUE;

  return FALSE;
}

/* The registered code whose name the phrase is; 0 when it is none's. */
static int
find_owner_of_phrase (RtCatalogue *catalogue,
                      const char  *folded)
{
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr(RtStatusCode) code = g_list_model_get_item (codes, i);
      RtStatusState state = rt_status_code_get_state (code);

      if (state != RT_STATUS_UNOFFICIAL && state != RT_STATUS_UNUSED
          && has_phrase (code, folded, FALSE))
        return rt_status_code_get_code (code);
    }

  return 0;
}

/* "200 404 Not Found": the phrase starts with a number of its own. */
static int
read_number (const char *reason)
{
  gsize digits = strspn (reason, "0123456789");

  if (digits != 3 || (reason[3] != ' ' && reason[3] != '\0'))
    return 0;

  return atoi (reason);
}

static gboolean
is_worth_saying (int code,
                 int other)
{
  /* "201 OK": not precise, and no contradiction. */
  if (code / 100 == 2 && other == 200)
    return FALSE;

  return other >= 100 && other <= 599 && other != code;
}

static void
explain_phrase (RtCase *self)
{
  g_autofree char *reason = rt_exchange_dup_reason (self->exchange);
  g_autoptr(RtStatusCode) code = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *sentence = NULL;
  int other;

  if (reason == NULL || reason[0] == '\0')
    return;
  code = rt_catalogue_describe_code (self->catalogue, self->status);
  folded = fold (reason);
  other = read_number (reason);
  if (folded[0] == '\0' || (other == 0 && has_phrase (code, folded, TRUE)))
    return;
  if (other == 0)
    other = find_owner_of_phrase (self->catalogue, folded);
  if (!is_worth_saying (self->status, other))
    return;

  quoted = rt_case_quote (reason);
  detail = g_strdup_printf (_("The phrase is %s. Programs go by the number alone and pass over "
                              "the phrase, so the number is what counts."), quoted);
  sentence = g_strdup_printf (_("The reason phrase is that of %d, the number says %03d."),
                              other, self->status);
  rt_case_add (self, "status-phrase-contradicts",
               other / 100 != self->status / 100 ? RT_NOTE_WARNING : RT_NOTE_INFO,
               RT_NOTE_ON_STATUS, "RFC 9112, section 4", sentence,
               detail);
}

/* RFC 9112 section 4: obs-text is to be taken, and not to be sent. */
static void
explain_phrase_bytes (RtCase *self)
{
  g_autofree char *reason = rt_exchange_dup_reason (self->exchange);
  g_autofree char *quoted = NULL;

  if (reason == NULL || self->response == NULL ||
      (rt_head_get_start_oddities (self->response) & RT_START_NOT_ASCII) == 0)
    return;

  quoted = rt_case_quote (reason);
  rt_case_add (self, "status-phrase-not-ascii", RT_NOTE_INFO, RT_NOTE_ON_STATUS,
               "RFC 9112, section 4", _("The reason phrase has letters that are not ASCII."),
               quoted);
}

/* Who uses the code, one line each. */
static char *
describe_owners (RtStatusCode *code)
{
  GPtrArray *owners = rt_status_code_get_owners (code);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    {
      const RtCodeOwner *owner = owners->pdata[i];

      /* Translators: a vendor, its phrase for a status, and what it means by it */
      g_string_append_printf (words, _("%s%s, “%s”: %s"), i > 0 ? "\n" : "",
                              owner->vendor, owner->phrase, owner->meaning);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
explain_unofficial (RtCase       *self,
                    RtStatusCode *code)
{
  GPtrArray *owners = rt_status_code_get_owners (code);
  g_autofree char *words = describe_owners (code);
  g_autofree char *sentence =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%03d is not registered: one vendor is known "
                                                   "to use it.",
                                  "%03d is not registered: %u vendors are known to use it.",
                                  owners->len), self->status, owners->len);

  rt_case_tell (self, "status-unofficial", RT_NOTE_INFO, sentence, "%s\n\n%s\n\n%s",
                rt_status_code_get_summary (code), words, rt_status_code_get_action (code));
}

static void
explain_unregistered (RtCase       *self,
                      RtStatusCode *code)
{
  g_autofree char *sentence =
    g_strdup_printf (_("%03d is not a registered status, and no use of it is known here."),
                     self->status);

  rt_case_tell (self, "status-unregistered",
                self->status >= 100 && self->status <= 599 ? RT_NOTE_INFO : RT_NOTE_WARNING,
                sentence, "%s\n\n%s", rt_status_code_get_meaning (code),
                rt_status_code_get_when (code));
}

/* A vendor's own meaning of a registered code, when the phrase is the vendor's. */
static void
explain_own_meaning (RtCase       *self,
                     RtStatusCode *code)
{
  g_autofree char *reason = rt_exchange_dup_reason (self->exchange);
  g_autofree char *folded = reason != NULL ? fold (reason) : NULL;
  GPtrArray *owners = rt_status_code_get_owners (code);

  for (guint i = 0; folded != NULL && owners != NULL && i < owners->len; i++)
    {
      const RtCodeOwner *owner = owners->pdata[i];

      if (!is_same_phrase (folded, owner->phrase))
        continue;
      rt_case_tell (self, "status-own-meaning", RT_NOTE_INFO,
                    _("The reason phrase is one that a vendor has for a use of its own."),
                    _("%s, “%s”: %s"), owner->vendor, owner->phrase, owner->meaning);
      return;
    }
}

static void
explain_state (RtCase       *self,
               RtStatusCode *code)
{
  RtStatusState state = rt_status_code_get_state (code);
  const char *note = rt_status_code_get_state_note (code);

  if (state == RT_STATUS_TEMPORARY)
    rt_case_tell (self, "status-temporary", RT_NOTE_INFO,
                  _("This number is registered for a draft only, for a time."), "%s", note);
  /* Of 306 the topic on redirects speaks. */
  else if (state == RT_STATUS_UNUSED && self->status != 306)
    rt_case_tell (self, "status-unused", RT_NOTE_INFO,
                  _("This number is reserved and has no meaning in HTTP."), "%s\n\n%s",
                  rt_status_code_get_summary (code), rt_status_code_get_meaning (code));
  else if (state == RT_STATUS_OBSOLETED)
    rt_case_tell (self, "status-obsolete", RT_NOTE_INFO,
                  _("This status is obsolete: hardly any server sends it."), "%s", note);
}

void
rt_explain_number (RtCase *self)
{
  g_autoptr(RtStatusCode) code = NULL;

  if (self->status <= 0)
    return;

  code = rt_catalogue_describe_code (self->catalogue, self->status);
  switch (rt_status_code_get_state (code))
    {
    case RT_STATUS_UNOFFICIAL:
      explain_unofficial (self, code);
      break;
    case RT_STATUS_UNREGISTERED:
      explain_unregistered (self, code);
      break;
    case RT_STATUS_REGISTERED:
    case RT_STATUS_TEMPORARY:
    case RT_STATUS_UNUSED:
    case RT_STATUS_OBSOLETED:
    default:
      explain_state (self, code);
      explain_own_meaning (self, code);
      break;
    }
  explain_phrase (self);
  explain_phrase_bytes (self);
}
