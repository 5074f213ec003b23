/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun, redirects: asks redirect.c, watches for loops, and in step mode asks
 * the person.
 */

#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>

#include "exchange-private.h"
#include "trail-private.h"

static gboolean
may_follow (RtRun            *self,
            const RtRedirect *redirect)
{
  const RtOutgoing *next = redirect->next;
  g_autofree char *visit = rt_run_dup_visit (self, next);
  g_autofree char *words = NULL;

  if (!rt_request_get_follow (self->request))
    {
      words = g_strdup_printf (_("Not followed to %s, because Follow redirects is off."),
                               rt_url_get_text (next->url));
      rt_run_end (self, RT_TRAIL_END_NOT_FOLLOWED, words);
      return FALSE;
    }

  /* The same request again brings the same answer: named at once. */
  if (g_hash_table_contains (self->visited, visit))
    {
      words = g_strdup_printf (_("A loop: %s %s was asked for already on this way."),
                               next->method, rt_url_get_text (next->url));
      rt_run_end (self, RT_TRAIL_END_LOOP, words);
      return FALSE;
    }

  if (self->redirects >= rt_request_get_max_redirects (self->request))
    {
      words = g_strdup_printf (ngettext ("Stopped after %u redirect, the maximum in the options.",
                                         "Stopped after %u redirects, the maximum in the options.",
                                         self->redirects),
                               self->redirects);
      rt_run_end (self, RT_TRAIL_END_TOO_MANY, words);
      return FALSE;
    }

  return TRUE;
}

/* What a typed field was given to the proxy for stays true along the way. */
static RtRedirectFlags
get_facts (RtRun *self)
{
  const char *proxy = rt_request_get_proxy (self->request);

  return proxy != NULL && *proxy != '\0' ? RT_REDIRECT_BY_PROXY : RT_REDIRECT_STANDARD;
}

static void
go (RtRun      *self,
    RtRedirect *redirect,
    gint64      waited)
{
  if (!rt_run_check_content (self, redirect->next))
    return;

  self->redirects++;
  self->tries = 0;
  self->rounds = 0;
  redirect->link->waited = waited;
  g_clear_pointer (&self->outgoing, rt_outgoing_unref);
  self->outgoing = g_steal_pointer (&redirect->next);
  rt_run_send (self, g_steal_pointer (&redirect->link));
}

/* Step mode. */

static RtRedirectFlags
flags_of (RtDecision decision)
{
  switch (decision)
    {
    case RT_DECISION_KEEP_METHOD:
      return RT_REDIRECT_KEEP_METHOD;
    case RT_DECISION_WITHOUT_CREDENTIALS:
      return RT_REDIRECT_DROP_CREDENTIALS;
    case RT_DECISION_WITH_CREDENTIALS:
      return RT_REDIRECT_KEEP_CREDENTIALS;
    case RT_DECISION_FOLLOW:
    case RT_DECISION_STOP_HERE:
    default:
      return RT_REDIRECT_STANDARD;
    }
}

static void
resume (RtRun      *self,
        RtDecision  decision)
{
  gint64 waited = g_get_monotonic_time () - self->wait_started;
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (self->last);
  g_autoptr(RtRedirect) redirect =
    rt_redirect_decide (self->outgoing, head, get_facts (self) | flags_of (decision));
  g_autofree char *words = NULL;

  /* A person who thinks takes nothing of the time for the whole send. */
  self->started += waited;

  if (decision == RT_DECISION_STOP_HERE)
    {
      words = g_strdup_printf (_("Stopped by you before it went on to %s."),
                               rt_url_get_text (redirect->next->url));
      rt_run_end (self, RT_TRAIL_END_STOPPED_HERE, words);
      return;
    }

  self->is_bare = decision == RT_DECISION_WITHOUT_CREDENTIALS;
  rt_logins_set_withheld (self->logins, self->is_bare);
  if (decision == RT_DECISION_WITH_CREDENTIALS)
    rt_logins_grant (self->logins, redirect->next->url);
  go (self, redirect, waited);
}

static void
remove_typed (GListStore *fields,
              const char *name)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (fields)); i > 0; i--)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (G_LIST_MODEL (fields), i - 1);

      if (rt_pair_get_enabled (pair) && g_ascii_strcasecmp (rt_pair_get_name (pair), name) == 0)
        g_list_store_remove (fields, i - 1);
    }
}

/* A name of one of the fields of @outgoing that were typed. */
static gboolean
is_typed (const RtOutgoing *outgoing,
          const char       *name)
{
  const RtOutgoingField *field = rt_outgoing_find_field (outgoing, name);

  return field != NULL && field->reason == NULL;
}

/* The request that would be sent, as one that can be edited. */
static RtRequest *
make_request (RtRun            *self,
              const RtOutgoing *next)
{
  RtRequest *request = rt_request_copy (self->request);
  GListStore *fields = rt_request_get_fields (request);

  rt_request_set_method (request, next->method);
  rt_request_set_url (request, rt_url_get_text (next->url));
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (fields)); i > 0; i--)
    {
      g_autoptr(RtPair) pair = NULL;

      if (i > g_list_model_get_n_items (G_LIST_MODEL (fields)))
        continue;
      pair = g_list_model_get_item (G_LIST_MODEL (fields), i - 1);
      if (rt_pair_get_enabled (pair) && !is_typed (next, rt_pair_get_name (pair)))
        remove_typed (fields, rt_pair_get_name (pair));
    }
  if (next->content == NULL)
    {
      rt_request_set_content_kind (request, RT_CONTENT_NONE);
      rt_request_set_media_type (request, "");
    }
  if (!rt_logins_are_for (self->logins, next->url))
    rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_NONE);

  return request;
}

static gboolean
has_credentials (RtRun *self)
{
  return rt_logins_exist (self->logins) || is_typed (self->outgoing, "Authorization") ||
         is_typed (self->outgoing, "Cookie");
}

/* In the link that is shown while the person decides. */
static void
preview_credentials (RtRun            *self,
                     RtNext           *link,
                     const RtOutgoing *next)
{
  g_autofree char *words = rt_logins_preview (self->logins, next);

  if (words != NULL)
    rt_next_add_credentials (link, words);
}

static void
ask (RtRun      *self,
     RtRedirect *redirect)
{
  RtPending *pending = rt_pending_new (RT_PENDING_REDIRECT, rt_trail_count (self->trail) - 1);

  pending->words = g_strdup_printf (_("The %d leads to %s. Decide how it goes on."),
                                    rt_exchange_get_status (self->last),
                                    rt_url_get_text (redirect->next->url));
  pending->origin_changes = !rt_url_same_origin (self->outgoing->url, redirect->next->url);
  pending->has_content = self->outgoing->content != NULL;
  pending->has_credentials = has_credentials (self);
  pending->request = make_request (self, redirect->next);
  pending->link = g_steal_pointer (&redirect->link);
  preview_credentials (self, pending->link, redirect->next);
  rt_run_wait (self, pending, resume);
}

void
rt_run_follow (RtRun  *self,
               RtHead *head)
{
  g_autoptr(RtRedirect) redirect =
    rt_redirect_decide (self->outgoing, head, get_facts (self));

  if (redirect->next == NULL)
    rt_run_end (self, redirect->end, redirect->words);
  else if (!may_follow (self, redirect))
    return;
  else if (rt_request_get_step (self->request))
    ask (self, redirect);
  else
    go (self, redirect, 0);
}
