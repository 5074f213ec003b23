/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/attempt-transfer.c: whatever is read at once, in one turn
 * or in many, all of it arrives, and it can be stopped amid.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

/* Around what is read at once and in one turn. */
static const gsize lengths[] = {
  0, 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1,
  4 * 1024 * 1024, 5 * 1024 * 1024 + 3,
};

static void
aim_at_bytes (Sending    *self,
              const char *origin,
              gsize       length)
{
  g_autofree char *url = g_strdup_printf ("%s/bytes/%" G_GSIZE_FORMAT, origin, length);

  rt_request_set_url (self->request, url);
}

static void
assert_length (RtExchange *exchange,
               gsize       length)
{
  RtSizes sizes;

  sending_assert_sound (exchange);
  rt_exchange_get_sizes (exchange, &sizes);
  g_assert_cmpuint (sizes.content_encoded, ==, length);
  g_assert_cmpuint (rt_body_get_length (rt_exchange_get_body (exchange)), ==, length);
}

/* The same bytes each time: the shorter begin the longest. */
static void
receive_all (Sending    *self,
             const char *origin)
{
  g_autoptr(GBytes) longest = NULL;

  for (gsize i = G_N_ELEMENTS (lengths); i-- > 0;)
    {
      g_autoptr(GBytes) bytes = NULL;
      RtExchange *exchange;

      aim_at_bytes (self, origin, lengths[i]);
      exchange = sending_run (self);
      assert_length (exchange, lengths[i]);
      bytes = rt_body_dup_bytes (rt_exchange_get_body (exchange));
      if (longest == NULL)
        longest = g_bytes_ref (bytes);
      g_assert_true (lengths[i] == 0 ||
                     memcmp (g_bytes_get_data (bytes, NULL), g_bytes_get_data (longest, NULL),
                             lengths[i]) == 0);
    }
}

static void
test_lengths (Sending       *self,
              gconstpointer  data)
{
  receive_all (self, rt_playground_get_http_origin (self->playground));
}

static void
test_lengths_over_tls (Sending       *self,
                       gconstpointer  data)
{
  rt_request_set_insecure (self->request, TRUE);
  receive_all (self, rt_playground_get_https_origin (self->playground));
}

/* Without a length, each line comes as a chunk of its own. */
static void
test_chunks (Sending       *self,
             gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  sending_aim (self, "/stream/100");
  sending_assert_sound (sending_run (self));
  text = sending_dup_text (rt_trail_get_last (self->trail));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 100);
}

static void
test_stop_amid (Sending       *self,
                gconstpointer  data)
{
  RtExchange *exchange;
  RtSizes sizes;

  sending_aim (self, "/endless");
  self->trail = rt_engine_send (self->engine, self->request);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      exchange = rt_trail_get_last (self->trail);
    }
  while (exchange == NULL || rt_body_get_length (rt_exchange_get_body (exchange)) == 0);
  rt_trail_stop (self->trail);
  sending_run_on (self);

  sending_assert_failure (exchange, RT_FAILURE_CANCELLED);
  rt_exchange_get_sizes (exchange, &sizes);
  g_assert_cmpuint (sizes.content_encoded, ==,
                    rt_body_get_length (rt_exchange_get_body (exchange)));
}

#define SENDING(name, func) \
  g_test_add ("/attempt-transfer/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("lengths", test_lengths);
  SENDING ("lengths-over-tls", test_lengths_over_tls);
  SENDING ("chunks", test_chunks);
  SENDING ("stop-amid", test_stop_amid);

  return g_test_run ();
}
