/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of a login, and where the heads have what they are made of. */

#include "config.h"

#include "login-sheet.h"

#include "login-sheet-private.h"
#include "response-words.h"
#include "text.h"

void
rt_login_fact_free (RtLoginFact *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->meaning, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_free (self);
}

RtLoginFact *
rt_login_sheet_add (GPtrArray  *facts,
                    const char *title,
                    const char *value,
                    const char *meaning)
{
  RtLoginFact *fact = g_new0 (RtLoginFact, 1);

  fact->title = rt_words_bound (rt_text_from_wire (title, -1));
  fact->value = rt_words_bound (rt_text_from_wire (value, -1));
  fact->meaning = g_strdup (meaning);
  fact->mark = g_strdup ("");
  fact->fault = -1;
  g_ptr_array_add (facts, fact);

  return fact;
}

RtLoginFact *
rt_login_sheet_add_head (GPtrArray  *facts,
                         const char *title,
                         const char *meaning)
{
  RtLoginFact *fact = rt_login_sheet_add (facts, title, "", meaning);

  fact->heading = TRUE;

  return fact;
}

void
rt_login_fact_mark (RtLoginFact *self,
                    char        *words)
{
  g_autofree char *taken = words;

  if (*self->mark != '\0')
    return;
  g_free (self->mark);
  self->mark = g_steal_pointer (&taken);
}

GPtrArray *
rt_login_sheet_dup_values (const RtHead *head,
                           const char   *name)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int i = head != NULL ? rt_head_find_field (head, name, 0) : -1; i >= 0;
       i = rt_head_find_field (head, name, i + 1))
    g_ptr_array_add (values, rt_head_dup_field_bytes (head, i));

  return values;
}

static gboolean
has_field (RtHead     *head,
           const char *name)
{
  return head != NULL && rt_head_find_field (head, name, 0) >= 0;
}

/* Of a proxy when it said so, or when only it has a part in the exchange. */
static gboolean
is_of_proxy (RtExchange *exchange)
{
  g_autoptr (RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr (RtHead) response = rt_exchange_dup_response_head (exchange);
  int status = rt_exchange_get_status (exchange);

  if (status == 401 || status == 407)
    return status == 407;

  return !has_field (request, "Authorization") && !has_field (response, "WWW-Authenticate") &&
         (has_field (request, "Proxy-Authorization") ||
          has_field (response, "Proxy-Authenticate"));
}

const char *
rt_login_sheet_asking (RtExchange *exchange)
{
  return is_of_proxy (exchange) ? "Proxy-Authenticate" : "WWW-Authenticate";
}

const char *
rt_login_sheet_sending (RtExchange *exchange)
{
  return is_of_proxy (exchange) ? "Proxy-Authorization" : "Authorization";
}

RtChallengeList *
rt_login_sheet_dup_challenges (RtExchange *exchange)
{
  g_autoptr (RtHead) response = rt_exchange_dup_response_head (exchange);
  g_autoptr (GPtrArray) values =
    rt_login_sheet_dup_values (response, rt_login_sheet_asking (exchange));

  return rt_challenge_list_parse (values);
}

gboolean
rt_login_sheet_is_asked (RtExchange *exchange)
{
  int status;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), FALSE);

  status = rt_exchange_get_status (exchange);

  return status == 401 || status == 407;
}

gboolean
rt_login_sheet_has_any (RtExchange    *exchange,
                        RtCredentials *credentials)
{
  g_autoptr (RtHead) request = NULL;
  g_autoptr (RtHead) response = NULL;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), FALSE);

  request = rt_exchange_dup_request_head (exchange);
  response = rt_exchange_dup_response_head (exchange);

  return rt_login_sheet_is_asked (exchange) || has_field (request, "Authorization") ||
         has_field (request, "Proxy-Authorization") || has_field (response, "WWW-Authenticate") ||
         has_field (response, "Proxy-Authenticate") ||
         (credentials != NULL && rt_credentials_get_kind (credentials) == RT_CREDENTIALS_API_KEY &&
          has_field (request, rt_credentials_get_name (credentials)));
}
