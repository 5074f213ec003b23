/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtLoginFacts: reads challenges and credentials out of the heads. */

#include "config.h"

#include "login-facts.h"

#include <glib/gi18n-lib.h>

#include "http-date.h"
#include "text.h"
#include "word-list.h"

/* Challenges that are named. */
#define ASKED_MAX 4

RtChallengeList *
rt_login_facts_read_challenges (RtHead     *head,
                                const char *name)
{
  g_autoptr(GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  int index = -1;

  while (head != NULL && (index = rt_head_find_field (head, name, index + 1)) >= 0)
    g_ptr_array_add (values, rt_head_dup_field_bytes (head, index));

  return rt_challenge_list_parse (values);
}

static void
read_sent (RtLoginFacts *self,
           const RtCase *about)
{
  g_autoptr(GBytes) value = NULL;

  self->sent_field = rt_case_find_request (about, self->credentials_name);
  if (self->sent_field < 0)
    return;
  value = rt_head_dup_field_bytes (about->request, self->sent_field);
  self->sent = rt_sent_credentials_parse (value);
  if (g_ascii_strcasecmp (self->sent->scheme, "Bearer") == 0 && self->sent->secret != NULL)
    self->token = rt_web_token_parse (self->sent->secret);
}

static gboolean
has_authorization (RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_request_head (exchange);

  return head != NULL && rt_head_find_field (head, "Authorization", 0) >= 0;
}

/* Back along the redirects that led here. */
static int
find_drop (const RtCase *about)
{
  for (guint i = about->position; i > 0; i--)
    {
      RtExchange *before = rt_trail_get_exchange (about->trail, i - 1);
      const RtNext *next = rt_exchange_get_next (before);

      if (next == NULL || next->reason != RT_NEXT_REDIRECT)
        return -1;
      if (has_authorization (before))
        return (int) i - 1;
    }

  return -1;
}

static void
read_date (RtLoginFacts *self,
           const RtCase *about)
{
  int index = rt_case_find_response (about, "Date");
  g_autofree char *value = index >= 0 ? rt_head_dup_field_value (about->response, index) : NULL;
  RtHttpDate date;

  self->has_date = value != NULL && rt_http_date_parse (value, -1, about->now, &date);
  self->server_time = self->has_date ? date.time : about->now;
}

RtLoginFacts *
rt_login_facts_new (const RtCase *about)
{
  RtLoginFacts *self;

  g_return_val_if_fail (about != NULL, NULL);

  self = g_new0 (RtLoginFacts, 1);
  self->for_proxy = about->status == 407;
  self->challenge_name = self->for_proxy ? "Proxy-Authenticate" : "WWW-Authenticate";
  self->credentials_name = self->for_proxy ? "Proxy-Authorization" : "Authorization";
  self->challenge_field = rt_case_find_response (about, self->challenge_name);
  self->challenges = rt_login_facts_read_challenges (about->response, self->challenge_name);
  read_sent (self, about);
  self->dropped_at = self->sent == NULL && !self->for_proxy ? find_drop (about) : -1;
  read_date (self, about);

  return self;
}

void
rt_login_facts_free (RtLoginFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->challenges, rt_challenge_list_free);
  g_clear_pointer (&self->sent, rt_sent_credentials_free);
  g_clear_pointer (&self->token, rt_web_token_free);
  g_free (self);
}

RtChallenge *
rt_login_facts_find (const RtChallengeList *list,
                     const char            *scheme)
{
  g_return_val_if_fail (list != NULL && scheme != NULL, NULL);

  for (guint i = 0; i < list->challenges->len; i++)
    if (rt_challenge_is (g_ptr_array_index (list->challenges, i), scheme))
      return g_ptr_array_index (list->challenges, i);

  return NULL;
}

char *
rt_login_facts_dup_asked (const RtLoginFacts *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->challenges->challenges->len; i++)
    {
      g_autofree char *label =
        rt_challenge_dup_label (g_ptr_array_index (self->challenges->challenges, i));

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, g_steal_pointer (&label));
    }

  return rt_word_list_shorten (labels, ASKED_MAX);
}

char *
rt_login_facts_dup_sent (const RtLoginFacts *self)
{
  g_autofree char *scheme = NULL;
  g_autofree char *user = NULL;

  g_return_val_if_fail (self != NULL && self->sent != NULL, NULL);

  if (*self->sent->scheme == '\0')
    return g_strdup (_("a value without a scheme"));
  scheme = rt_text_from_wire (self->sent->scheme, -1);
  if (self->sent->user == NULL)
    return g_steal_pointer (&scheme);
  user = rt_case_quote (self->sent->user);

  /* Translators: a scheme such as Basic, and a user in quotes */
  return g_strdup_printf (_("%s for %s"), scheme, user);
}
