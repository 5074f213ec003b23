/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Trying again, as a person meets it: what is tried, how often, the countdown
 * that can be skipped and stopped.
 */

#include "config.h"

#include "sending.h"

#include <glib/gstdio.h>
#include <string.h>

/* Tries at once, but for what Retry-After asks. */
static void
set_policy (Sending *self,
            guint    tries)
{
  RtRetryPolicy policy = rt_retry_policy_default;

  policy.tries = tries;
  policy.base_delay = 1;
  policy.max_delay = 2;
  rt_request_set_retry (self->request, &policy);
}

static void
check_trail (Sending   *self,
             guint      n,
             int        last_status,
             RtTrailEnd end)
{
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, n);
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (self->trail)), ==, last_status);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, end);
  g_assert_cmpint (*rt_trail_get_end_words (self->trail) == '\0', ==, end == RT_TRAIL_END_NORMAL);
}

static void
test_passes (Sending       *self,
             gconstpointer  data)
{
  set_policy (self, 3);
  sending_aim (self, "/flaky/passes/2");
  sending_assert_sound (sending_run (self));
  check_trail (self, 3, 200, RT_TRAIL_END_NORMAL);
  for (guint i = 0; i < 2; i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (self->trail, i);
      const RtNext *next = rt_exchange_get_next (exchange);

      g_assert_cmpint (rt_exchange_get_status (exchange), ==, 503);
      g_assert_cmpint (next->reason, ==, RT_NEXT_RETRY);
      g_assert_cmpint (next->waited, >=, 1000);
      g_assert_true (g_str_has_prefix (next->rule, "503 after GET: tried again ("));
      g_assert_cmpstr (next->section, ==, "RFC 9110, section 15.6.4");
      g_assert_cmpstr (next->method_after, ==, "GET");
      g_assert_cmpuint (g_strv_length (next->dropped), ==, 0);
    }
}

static void
test_used_up (Sending       *self,
              gconstpointer  data)
{
  set_policy (self, 2);
  sending_aim (self, "/flaky/used-up/9?status=429");
  sending_run (self);
  check_trail (self, 3, 429, RT_TRAIL_END_TRIES_USED_UP);
  g_assert_null (rt_exchange_get_next (rt_trail_get_last (self->trail)));
}

static void
test_off (Sending       *self,
          gconstpointer  data)
{
  sending_aim (self, "/flaky/off/1");
  sending_run (self);
  check_trail (self, 1, 503, RT_TRAIL_END_NORMAL);
}

/* A POST could do its work twice. */
static void
test_unsafe (Sending       *self,
             gconstpointer  data)
{
  RtRetryPolicy policy;

  set_policy (self, 2);
  rt_request_set_method (self->request, "POST");
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  rt_request_set_text (self->request, "twelve bytes");
  sending_aim (self, "/flaky/unsafe/1");
  sending_run (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
  g_assert_nonnull (strstr (rt_trail_get_end_words (self->trail), "idempotent"));

  policy = *rt_request_get_retry (self->request);
  policy.any_method = TRUE;
  rt_request_set_retry (self->request, &policy);
  sending_aim (self, "/flaky/any-method/1");
  sending_run (self);
  check_trail (self, 2, 200, RT_TRAIL_END_NORMAL);
  {
    g_autofree char *text = sending_dup_text (rt_trail_get_last (self->trail));

    /* the content went out again, whole */
    g_assert_nonnull (strstr (text, "\"content_length\": 12"));
  }
}

static void
test_connect (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);

  g_socket_listener_close (listener);
  set_policy (self, 2);
  rt_request_set_url (self->request, url);
  rt_request_set_method (self->request, "POST");
  sending_assert_failure (sending_run (self), RT_FAILURE_REFUSED);
  check_trail (self, 3, 0, RT_TRAIL_END_TRIES_USED_UP);
}

/* A date is one of the server's clock. */
static void
test_too_long (Sending       *self,
               gconstpointer  data)
{
  static const char *const paths[] = {
    "/flaky/too-long-a/1?retry-after=3600", "/flaky/too-long-b/1?retry-at=3600",
  };

  set_policy (self, 2);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      sending_aim (self, paths[i]);
      sending_run (self);
      check_trail (self, 1, 503, RT_TRAIL_END_WAIT_TOO_LONG);
      g_assert_nonnull (strstr (rt_trail_get_end_words (self->trail), "Retry-After"));
    }

  sending_aim (self, "/flaky/whole-time/1?retry-after=100");
  rt_request_set_timeout (self->request, 20);
  sending_run (self);
  check_trail (self, 1, 503, RT_TRAIL_END_WAIT_TOO_LONG);
}

static void
test_countdown (Sending       *self,
                gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;

  set_policy (self, 2);
  sending_aim (self, "/flaky/countdown/1?retry-after=100");
  pending = sending_run_until_pending (self);
  g_assert_cmpint (pending->kind, ==, RT_PENDING_RETRY);
  g_assert_cmpuint (pending->position, ==, 0);
  g_assert_cmpuint (pending->try_number, ==, 2);
  g_assert_cmpuint (pending->tries, ==, 3);
  g_assert_cmpint (pending->due, >, g_get_monotonic_time () + 50 * G_USEC_PER_SEC);
  g_assert_cmpint (pending->due, <=, g_get_monotonic_time () + 100 * G_USEC_PER_SEC);
  g_assert_nonnull (strstr (pending->words, "Retry-After"));
  g_assert_cmpstr (pending->link->section, ==, "RFC 9110, section 10.2.3");

  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  sending_run_on (self);
  check_trail (self, 2, 200, RT_TRAIL_END_NORMAL);
  g_assert_null (rt_trail_dup_pending (self->trail));
}

static void
test_stop_here (Sending       *self,
                gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;

  set_policy (self, 2);
  sending_aim (self, "/flaky/stop-here/1?retry-after=100");
  pending = sending_run_until_pending (self);
  rt_trail_decide (self->trail, RT_DECISION_STOP_HERE);
  /* the first decision counts */
  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  sending_run_on (self);
  check_trail (self, 1, 503, RT_TRAIL_END_STOPPED_HERE);
  /* nothing is pending any more: nothing happens */
  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
}

static void
test_stop (Sending       *self,
           gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;

  set_policy (self, 2);
  sending_aim (self, "/flaky/stop/1?retry-after=100");
  pending = sending_run_until_pending (self);
  rt_trail_stop (self->trail);
  sending_run_on (self);
  check_trail (self, 1, 503, RT_TRAIL_END_STOPPED_HERE);
  g_assert_null (rt_trail_dup_pending (self->trail));
}

static void
note_gone (gpointer  gone,
           GObject  *where_it_was)
{
  g_atomic_int_set ((int *) gone, TRUE);
}

/* Nobody wants it any more: the engine ends it, and ends itself. */
static void
test_dropped (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;
  int gone = FALSE;

  set_policy (self, 2);
  sending_aim (self, "/flaky/dropped/1?retry-after=100");
  pending = sending_run_until_pending (self);
  g_object_weak_ref (G_OBJECT (self->trail), note_gone, &gone);
  g_clear_object (&self->trail);
  while (!g_atomic_int_get (&gone))
    g_main_context_iteration (NULL, FALSE);

  sending_aim (self, "/status/200");
  sending_assert_sound (sending_run (self));
}

static void
test_engine_ends (Sending       *self,
                  gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;

  set_policy (self, 2);
  sending_aim (self, "/flaky/engine-ends/1?retry-after=100");
  pending = sending_run_until_pending (self);
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  sending_run_on (self);
  check_trail (self, 1, 503, RT_TRAIL_END_STOPPED_HERE);
  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  self->engine = rt_engine_new (NULL);
}

/* The file has become another one between two tries. */
static void
test_content_gone (Sending       *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-retry-XXXXXX", NULL);
  g_autoptr(RtPending) pending = NULL;
  int fd = g_mkstemp (path);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  set_policy (self, 5);
  rt_request_set_method (self->request, "PUT");
  rt_request_set_content_kind (self->request, RT_CONTENT_FILE);
  rt_request_set_content_file (self->request, path);
  sending_aim (self, "/flaky/content/1");
  sending_run (self);
  check_trail (self, 2, 200, RT_TRAIL_END_NORMAL);

  /* each try fails, and the file is gone after the first wait */
  sending_aim (self, "/flaky/content-gone/9?retry-after=100");
  pending = sending_run_until_pending (self);
  g_unlink (path);
  rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
  sending_run_on (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_CONTENT_GONE);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
}

#define SENDING(name, func) \
  g_test_add ("/run-retry/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("passes", test_passes);
  SENDING ("used-up", test_used_up);
  SENDING ("off", test_off);
  SENDING ("unsafe", test_unsafe);
  SENDING ("connect", test_connect);
  SENDING ("too-long", test_too_long);
  SENDING ("countdown", test_countdown);
  SENDING ("stop-here", test_stop_here);
  SENDING ("stop", test_stop);
  SENDING ("dropped", test_dropped);
  SENDING ("engine-ends", test_engine_ends);
  SENDING ("content-gone", test_content_gone);

  return g_test_run ();
}
