/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Redirects in step mode, as a person meets them: what is asked, and what each
 * decision does to the request that goes out.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

static void
set_post (Sending *self)
{
  rt_request_set_method (self->request, "POST");
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  rt_request_set_media_type (self->request, "text/plain");
  rt_request_set_text (self->request, "the content");
}

static RtPending *
run_to_redirect (Sending    *self,
                 const char *path)
{
  rt_request_set_step (self->request, TRUE);
  sending_aim (self, path);

  return sending_run_until_pending (self);
}

/* What the server got last. */
static void
check_echo (Sending    *self,
            const char *wanted,
            const char *unwanted)
{
  g_autofree char *text = sending_dup_text (rt_trail_get_last (self->trail));

  if (strstr (text, wanted) == NULL)
    g_error ("“%s” is not in %s", wanted, text);
  if (unwanted != NULL && strstr (text, unwanted) != NULL)
    g_error ("“%s” is in %s", unwanted, text);
}

static void
test_asked (Sending       *self,
            gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;
  g_autofree char *url = g_strconcat (rt_playground_get_http_origin (self->playground),
                                      "/anything#part", NULL);

  set_post (self);
  rt_request_add_field (self->request, "Content-Language", "de");
  rt_request_add_field (self->request, "X-Kept", "1");
  pending = run_to_redirect (self, "/redirect/code/302#part");
  g_assert_cmpint (pending->kind, ==, RT_PENDING_REDIRECT);
  g_assert_cmpuint (pending->position, ==, 0);
  g_assert_cmpint (pending->due, ==, 0);
  g_assert_false (pending->origin_changes);
  g_assert_true (pending->has_content);
  g_assert_false (pending->has_credentials);
  g_assert_cmpstr (pending->link->method_after, ==, "GET");
  g_assert_true (g_strv_contains ((const char *const *) pending->link->dropped, "content"));

  /* the request that would follow, to edit */
  g_assert_cmpstr (rt_request_get_method (pending->request), ==, "GET");
  g_assert_cmpstr (rt_request_get_url (pending->request), ==, url);
  g_assert_cmpint (rt_request_get_content_kind (pending->request), ==, RT_CONTENT_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (rt_request_get_fields (pending->request))), ==, 1);
  /* and the one that was sent is as it was */
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (rt_request_get_fields (rt_trail_get_request (self->trail)))),
                    ==, 2);

  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  sending_run_on (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_NORMAL);
  check_echo (self, "\"method\": \"GET\"", "the content");
  g_assert_cmpint (rt_exchange_get_next (rt_trail_get_exchange (self->trail, 0))->waited, >, 0);
}

static void
test_keep_method (Sending       *self,
                  gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;

  set_post (self);
  pending = run_to_redirect (self, "/redirect/code/303");
  rt_trail_decide (self->trail, RT_DECISION_KEEP_METHOD);
  sending_run_on (self);
  check_echo (self, "\"method\": \"POST\"", NULL);
  check_echo (self, "\"text\": \"the content\"", NULL);
  g_assert_nonnull (strstr (rt_exchange_get_next (rt_trail_get_exchange (self->trail, 0))->rule,
                            "as you chose"));
}

static void
test_stop_here (Sending       *self,
                gconstpointer  data)
{
  g_autoptr(RtPending) pending = run_to_redirect (self, "/redirect/2");

  rt_trail_decide (self->trail, RT_DECISION_STOP_HERE);
  sending_run_on (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_STOPPED_HERE);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
  g_assert_nonnull (strstr (rt_trail_get_end_words (self->trail), "/redirect/1"));
}

static void
test_stop (Sending       *self,
           gconstpointer  data)
{
  g_autoptr(RtPending) pending = run_to_redirect (self, "/redirect/2");

  rt_trail_stop (self->trail);
  sending_run_on (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_STOPPED_HERE);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
}

/* Each redirect is asked about. */
static void
test_each (Sending       *self,
           gconstpointer  data)
{
  g_autoptr(RtPending) first = run_to_redirect (self, "/redirect/3");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(RtPending) pending = rt_trail_dup_pending (self->trail);

      g_assert_cmpuint (pending->position, ==, i);
      rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
      sending_iterate_on (self);
    }
  sending_run_on (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 4);
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (self->trail)), ==, 200);
}

/* Typed credentials stay at home, unless the person sends them along. */
static void
test_credentials (Sending       *self,
                  gconstpointer  data)
{
  static const struct
  {
    const char *path;
    RtDecision  decision;
    gboolean    sent;
  } cases[] = {
    { "/redirect/to-other-host", RT_DECISION_FOLLOW, FALSE },
    { "/redirect/to-other-host", RT_DECISION_WITH_CREDENTIALS, TRUE },
    { "/redirect/to-other-host", RT_DECISION_WITHOUT_CREDENTIALS, FALSE },
    { "/redirect/code/302", RT_DECISION_FOLLOW, TRUE },
    { "/redirect/code/302", RT_DECISION_WITHOUT_CREDENTIALS, FALSE },
    { "/redirect/code/302", RT_DECISION_KEEP_METHOD, TRUE },
  };

  rt_request_add_field (self->request, "Authorization", "Basic c2VjcmV0");
  rt_request_add_field (self->request, "Cookie", "session=secret");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtPending) pending = run_to_redirect (self, cases[i].path);
      const RtNext *next;

      g_assert_true (pending->has_credentials);
      g_assert_cmpint (pending->origin_changes, ==,
                       g_str_equal (cases[i].path, "/redirect/to-other-host"));
      rt_trail_decide (self->trail, cases[i].decision);
      sending_run_on (self);
      g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (self->trail)), ==, 200);
      next = rt_exchange_get_next (rt_trail_get_exchange (self->trail, 0));
      g_assert_cmpint (g_strv_contains ((const char *const *) next->dropped, "Authorization"), ==,
                       !cases[i].sent);
      if (cases[i].sent)
        {
          check_echo (self, "Basic c2VjcmV0", NULL);
          check_echo (self, "session=secret", NULL);
        }
      else
        {
          check_echo (self, "\"method\"", "c2VjcmV0");
          check_echo (self, "\"method\"", "session=secret");
          g_assert_cmpuint (g_strv_length (next->credentials), >=, 2);
        }
    }
}

static void
note_gone (gpointer  gone,
           GObject  *where_it_was)
{
  g_atomic_int_set ((int *) gone, TRUE);
}

static void
test_dropped (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(RtPending) pending = run_to_redirect (self, "/redirect/2");
  int gone = FALSE;

  g_object_weak_ref (G_OBJECT (self->trail), note_gone, &gone);
  g_clear_object (&self->trail);
  while (!g_atomic_int_get (&gone))
    g_main_context_iteration (NULL, FALSE);

  rt_request_set_step (self->request, FALSE);
  sending_assert_sound (sending_run (self));
}

/* A person who thinks takes none of the time for the whole send: it would be
 * over here if it went on. */
static gboolean
thought_long_enough (gpointer done)
{
  *(gboolean *) done = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_thinking (Sending       *self,
               gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;
  gboolean done = FALSE;

  rt_request_set_timeout (self->request, 4);
  pending = run_to_redirect (self, "/redirect/1");
  g_timeout_add (4100, thought_long_enough, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  sending_run_on (self);
  sending_assert_sound (rt_trail_get_last (self->trail));
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);
}

#define SENDING(name, func) \
  g_test_add ("/run-redirect/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("asked", test_asked);
  SENDING ("keep-method", test_keep_method);
  SENDING ("stop-here", test_stop_here);
  SENDING ("stop", test_stop);
  SENDING ("each", test_each);
  SENDING ("credentials", test_credentials);
  SENDING ("dropped", test_dropped);
  SENDING ("thinking", test_thinking);

  return g_test_run ();
}
