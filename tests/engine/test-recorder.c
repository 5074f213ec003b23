/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/recorder.c, fed by hand. Times are small numbers. */

#include "recorder.h"

#include <string.h>

#include "exchange-private.h"

#define REQUEST "POST /a HTTP/1.1\r\nHost: b\r\n\r\n"

typedef struct
{
  GMainContext *context;
  RtExchange   *exchange;
  RtRecorder   *recorder;
  gint64        time;
} Fixture;

static void
begin (Fixture    *fixture,
       const char *method,
       guint64     content_length)
{
  fixture->context = g_main_context_new ();
  fixture->exchange = rt_exchange_new (fixture->context, method, "http://b/a");
  fixture->recorder = rt_recorder_new (fixture->exchange, strlen (REQUEST), content_length);
  fixture->time = 1000;
  g_assert_true (rt_recorder_get_exchange (fixture->recorder) == fixture->exchange);
  g_assert_cmpint (rt_exchange_get_state (fixture->exchange), ==, RT_EXCHANGE_SENDING);
}

static void
end (Fixture *fixture)
{
  rt_recorder_finish (fixture->recorder, ++fixture->time);
  g_assert_true (rt_recorder_is_finished (fixture->recorder));
  g_assert_cmpint (rt_exchange_get_state (fixture->exchange), ==, RT_EXCHANGE_DONE);
}

static void
clear (Fixture *fixture)
{
  rt_recorder_free (fixture->recorder);
  while (g_main_context_iteration (fixture->context, FALSE))
    ;
  g_assert_finalize_object (fixture->exchange);
  g_main_context_unref (fixture->context);
}

static void
sent (Fixture    *fixture,
      const char *text)
{
  g_autofree guint8 *exact = g_memdup2 (text, strlen (text));

  rt_recorder_sent (fixture->recorder, exact, strlen (text), ++fixture->time);
}

static void
received (Fixture    *fixture,
          const void *data,
          gsize       length)
{
  g_autofree guint8 *exact = g_memdup2 (data, length);
  g_autoptr(GError) error = NULL;

  g_assert_true (rt_recorder_received (fixture->recorder, exact, length, ++fixture->time, &error));
  g_assert_no_error (error);
}

static void
received_text (Fixture    *fixture,
               const char *text,
               gsize       piece)
{
  gsize length = strlen (text);

  for (gsize at = 0; at < length; at += piece)
    received (fixture, text + at, MIN (piece, length - at));
}

static char *
dup_text (RtBody *body)
{
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (body);

  return g_strndup (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "",
                    g_bytes_get_size (bytes));
}

static void
check_body (Fixture    *fixture,
            const char *expected)
{
  g_autofree char *text = dup_text (rt_exchange_get_body (fixture->exchange));

  g_assert_cmpstr (text, ==, expected);
}

static void
check_faults (Fixture *fixture,
              int      kind) /* -1: none */
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (fixture->exchange);

  g_assert_cmpuint (faults->len, ==, kind < 0 ? 0 : 1);
  if (kind >= 0)
    g_assert_cmpint (((RtFault *) g_ptr_array_index (faults, 0))->kind, ==, kind);
}

#define RESPONSE                                                       \
  "HTTP/1.1 103 Early\r\nLink: <x>\r\n\r\n"                            \
  "HTTP/1.1 201 Made it\r\nTransfer-Encoding: chunked\r\n\r\n"         \
  "5\r\nhello\r\n1;x=y\r\n!\r\n0\r\nTrail: er\r\n\r\n"

static void
check_whole_sizes (Fixture *fixture)
{
  const char *head = strstr (RESPONSE, "HTTP/1.1 201");
  const char *content = strstr (RESPONSE, "5\r\nhello");
  RtSizes sizes;

  rt_exchange_get_sizes (fixture->exchange, &sizes);
  g_assert_cmpuint (sizes.request_head, ==, strlen (REQUEST));
  g_assert_cmpuint (sizes.request_content, ==, 3);
  g_assert_cmpuint (sizes.request_content_total, ==, 3);
  g_assert_cmpuint (sizes.interim, ==, head - RESPONSE);
  g_assert_cmpuint (sizes.response_head, ==, content - head);
  g_assert_cmpuint (sizes.content_wire, ==, strlen (content));
  g_assert_cmpuint (sizes.content_encoded, ==, 6);
  g_assert_cmpuint (sizes.content_decoded, ==, 6);
  g_assert_cmpint (sizes.content_announced, ==, -1);
}

/* A whole exchange, in pieces of every size. */
static void
test_whole (void)
{
  for (gsize piece = 1; piece <= strlen (RESPONSE); piece++)
    {
      Fixture fixture;
      g_autoptr(RtHead) request = NULL;
      g_autoptr(RtHead) trailers = NULL;
      g_autoptr(GPtrArray) interim = NULL;
      g_autoptr(RtBody) content = NULL;
      g_autofree char *reason = NULL;

      begin (&fixture, "POST", 3);
      g_assert_null (rt_exchange_dup_request_head (fixture.exchange));
      sent (&fixture, REQUEST "a");
      g_assert_cmpint (rt_exchange_get_state (fixture.exchange), ==, RT_EXCHANGE_SENDING);
      sent (&fixture, "bc");
      g_assert_cmpint (rt_exchange_get_state (fixture.exchange), ==, RT_EXCHANGE_AWAITING);
      g_assert_false (rt_recorder_has_bytes (fixture.recorder));
      received_text (&fixture, RESPONSE, piece);
      g_assert_true (rt_recorder_has_bytes (fixture.recorder));
      g_assert_true (rt_recorder_has_ended (fixture.recorder));
      g_assert_true (rt_recorder_is_complete (fixture.recorder));
      rt_recorder_closed (fixture.recorder, ++fixture.time);
      end (&fixture);

      request = rt_exchange_dup_request_head (fixture.exchange);
      trailers = rt_exchange_dup_trailers (fixture.exchange);
      interim = rt_exchange_dup_interim_heads (fixture.exchange);
      content = rt_exchange_dup_content (fixture.exchange);
      reason = rt_exchange_dup_reason (fixture.exchange);
      g_assert_cmpuint (rt_head_get_wire_length (request), ==, strlen (REQUEST));
      g_assert_cmpuint (rt_head_get_n_fields (trailers), ==, 1);
      g_assert_cmpuint (interim->len, ==, 1);
      g_assert_cmpint (rt_exchange_get_status (fixture.exchange), ==, 201);
      g_assert_cmpstr (reason, ==, "Made it");
      g_assert_cmpint (rt_exchange_get_framing (fixture.exchange), ==, RT_FRAMING_CHUNKED);
      g_assert_true (content == rt_exchange_get_body (fixture.exchange));
      g_assert_null (rt_exchange_dup_partial_head (fixture.exchange));
      g_assert_null (rt_exchange_dup_failure (fixture.exchange));
      check_body (&fixture, "hello!");
      check_faults (&fixture, -1);
      check_whole_sizes (&fixture);
      clear (&fixture);
    }
}

/* The request head is kept exactly, however it was written. */
static void
test_sent_pieces (void)
{
  for (gsize piece = 1; piece <= strlen (REQUEST); piece++)
    {
      Fixture fixture;
      g_autoptr(RtHead) head = NULL;
      RtSizes sizes;

      begin (&fixture, "POST", 0);
      for (gsize at = 0; at < strlen (REQUEST); at += piece)
        {
          g_autofree char *part = g_strndup (REQUEST + at, piece);

          g_assert_cmpint (rt_exchange_get_state (fixture.exchange), ==, RT_EXCHANGE_SENDING);
          sent (&fixture, part);
        }
      g_assert_cmpint (rt_exchange_get_state (fixture.exchange), ==, RT_EXCHANGE_AWAITING);
      head = rt_exchange_dup_request_head (fixture.exchange);
      g_assert_cmpmem (g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                       g_bytes_get_size (rt_head_peek_bytes (head)), REQUEST, strlen (REQUEST));
      rt_exchange_get_sizes (fixture.exchange, &sizes);
      g_assert_cmpuint (sizes.request_head, ==, strlen (REQUEST));
      g_assert_cmpuint (sizes.request_content, ==, 0);
      end (&fixture);
      clear (&fixture);
    }
}

/* It is being sent until all of it went out. */
static void
test_phase_sending (void)
{
  Fixture fixture;

  begin (&fixture, "POST", 4);
  sent (&fixture, REQUEST "ab");
  g_assert_cmpint (rt_recorder_get_phase (fixture.recorder), ==, RT_PHASE_REQUEST);
  sent (&fixture, "cd");
  g_assert_cmpint (rt_recorder_get_phase (fixture.recorder), ==, RT_PHASE_WAIT);
  end (&fixture);
  clear (&fixture);
}

static void
test_phases (void)
{
  Fixture fixture;
  RtTiming timing;

  begin (&fixture, "GET", 0);
  rt_recorder_begin_phase (fixture.recorder, RT_PHASE_NAME, 100);
  rt_recorder_begin_phase (fixture.recorder, RT_PHASE_CONNECT, 110);
  rt_recorder_end_phase (fixture.recorder, RT_PHASE_CONNECT, 130);
  rt_recorder_end_phase (fixture.recorder, RT_PHASE_CONNECT, 150); /* ended already */
  rt_recorder_end_phase (fixture.recorder, RT_PHASE_PROXY, 150);   /* never began */
  g_assert_cmpint (rt_recorder_get_phase (fixture.recorder), ==, RT_PHASE_CONNECT);
  fixture.time = 199;
  sent (&fixture, REQUEST);                                        /* 200 */
  g_assert_cmpint (rt_recorder_get_phase (fixture.recorder), ==, RT_PHASE_WAIT);
  received_text (&fixture, "HTTP/1.1 200 OK\r\n", 99);             /* 201 */
  received_text (&fixture, "Content-Length: 2\r\n\r\na", 99);      /* 202 */
  g_assert_cmpint (rt_recorder_get_phase (fixture.recorder), ==, RT_PHASE_CONTENT);
  received_text (&fixture, "b", 1);                                /* 203 */
  end (&fixture);                                                  /* 204 */

  rt_exchange_get_timing (fixture.exchange, &timing);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_NAME, 0), ==, 10);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_CONNECT, 0), ==, 20);
  g_assert_false (rt_timing_happened (&timing, RT_PHASE_PROXY));
  g_assert_false (rt_timing_happened (&timing, RT_PHASE_TLS));
  g_assert_true (rt_timing_happened (&timing, RT_PHASE_REQUEST));
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_WAIT, 0), ==, 2);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_CONTENT, 0), ==, 1);
  g_assert_cmpint (timing.ended, ==, 204);
  for (guint i = 0; i < RT_N_PHASES; i++)
    g_assert_cmpint (timing.phases[i].start < 0, ==, timing.phases[i].end < 0);
  clear (&fixture);
}

/* Cut anywhere by the server: never complete, and it is said. */
static void
test_closed_early (void)
{
  const char *text = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  for (gsize length = 1; length < strlen (text); length++)
    {
      Fixture fixture;
      g_autofree char *part = g_strndup (text, length);
      g_autoptr(GPtrArray) faults = NULL;

      begin (&fixture, "GET", 0);
      sent (&fixture, REQUEST);
      received_text (&fixture, part, 7);
      g_assert_false (rt_recorder_has_ended (fixture.recorder));
      rt_recorder_closed (fixture.recorder, ++fixture.time);
      g_assert_true (rt_recorder_has_ended (fixture.recorder));
      g_assert_false (rt_recorder_is_complete (fixture.recorder));
      end (&fixture);
      faults = rt_exchange_dup_faults (fixture.exchange);
      g_assert_cmpuint (faults->len, >, 0);
      clear (&fixture);
    }
}

/* Cut by us: what arrived is kept, and nobody is blamed. */
static void
test_cut (void)
{
  Fixture fixture;
  RtFailure *failure;

  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", 99);
  rt_recorder_fail (fixture.recorder, RT_FAILURE_CANCELLED, "words", "detail");
  rt_recorder_cut (fixture.recorder, ++fixture.time);
  end (&fixture);

  g_assert_false (rt_recorder_is_complete (fixture.recorder));
  check_faults (&fixture, -1);
  check_body (&fixture, "hel");
  failure = rt_exchange_dup_failure (fixture.exchange);
  g_assert_cmpint (failure->kind, ==, RT_FAILURE_CANCELLED);
  g_assert_cmpint (failure->phase, ==, RT_PHASE_CONTENT);
  rt_failure_free (failure);
  clear (&fixture);
}

static void
test_until_close (void)
{
  Fixture fixture;

  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.0 200 OK\r\n\r\nall of it", 4);
  g_assert_false (rt_recorder_has_ended (fixture.recorder));
  rt_recorder_closed (fixture.recorder, ++fixture.time);
  g_assert_true (rt_recorder_is_complete (fixture.recorder));
  end (&fixture);
  check_body (&fixture, "all of it");
  check_faults (&fixture, -1);
  clear (&fixture);
}

static void
test_garbage (void)
{
  Fixture fixture;
  g_autoptr(GBytes) partial = NULL;

  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "SSH-2.0-OpenSSH\r\n", 3);
  rt_recorder_closed (fixture.recorder, ++fixture.time);
  end (&fixture);
  partial = rt_exchange_dup_partial_head (fixture.exchange);
  g_assert_cmpuint (g_bytes_get_size (partial), ==, 17);
  g_assert_cmpint (rt_exchange_get_status (fixture.exchange), ==, 0);
  g_assert_null (rt_exchange_dup_response_head (fixture.exchange));
  check_faults (&fixture, RT_FAULT_START_LINE_MALFORMED);
  clear (&fixture);
}

static void
test_extra_bytes (void)
{
  Fixture fixture;
  g_autoptr(GBytes) extra = NULL;

  begin (&fixture, "HEAD", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 99);
  end (&fixture);
  extra = rt_exchange_dup_extra_bytes (fixture.exchange);
  g_assert_cmpuint (g_bytes_get_size (extra), ==, 5);
  g_assert_cmpint (rt_exchange_get_framing (fixture.exchange), ==, RT_FRAMING_NONE);
  check_body (&fixture, "");
  check_faults (&fixture, RT_FAULT_EXTRA_BYTES);
  clear (&fixture);
}

/* "hello" in gzip. */
static const guint8 gzip_hello[] = {
  0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x48, 0xcd,
  0xc9, 0xc9, 0x07, 0x00, 0x86, 0xa6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
};

static void
test_coded (void)
{
  static const struct
  {
    gsize length; /* of the 25 bytes that arrive */
    int   fault;
    const char *content; /* NULL: the bytes as received */
  } cases[] = {
    { 25, -1, "hello" }, { 20, RT_FAULT_CODING_TRUNCATED, "hello" },
    { 5, RT_FAULT_CODING_TRUNCATED, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr(RtBody) content = NULL;
      g_autofree char *text = NULL;
      RtSizes sizes;

      begin (&fixture, "GET", 0);
      sent (&fixture, REQUEST);
      received_text (&fixture, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", 99);
      received (&fixture, gzip_hello, cases[i].length);
      rt_recorder_closed (fixture.recorder, ++fixture.time);
      end (&fixture);

      content = rt_exchange_dup_content (fixture.exchange);
      text = dup_text (content);
      rt_exchange_get_sizes (fixture.exchange, &sizes);
      g_assert_cmpint (content == rt_exchange_get_body (fixture.exchange), ==,
                       cases[i].content == NULL);
      g_assert_true (rt_body_is_finished (content));
      g_assert_cmpuint (sizes.content_encoded, ==, cases[i].length);
      g_assert_cmpuint (sizes.content_decoded, ==, 5);
      if (cases[i].content != NULL)
        g_assert_cmpstr (text, ==, cases[i].content);
      check_faults (&fixture, cases[i].fault);
      clear (&fixture);
    }
}

static void
test_unknown_coding (void)
{
  Fixture fixture;

  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\nContent-Encoding: x\r\nContent-Length: 2\r\n\r\nab",
                 99);
  end (&fixture);
  check_body (&fixture, "ab");
  check_faults (&fixture, RT_FAULT_CODING_UNKNOWN);
  clear (&fixture);
}

static void
test_limit (void)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *junk = g_malloc (1024 * 1024);
  gboolean go_on;

  memset (junk, 'x', 1024 * 1024);
  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\nX: ", 99);
  go_on = rt_recorder_received (fixture.recorder, junk, 1024 * 1024, ++fixture.time, &error);
  g_assert_false (go_on);
  g_assert_error (error, RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE);
  end (&fixture);
  clear (&fixture);
}

/* A disk that takes no more: what is in memory stays, and it is named. */
static void
test_cannot_store (void)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *data = g_malloc0 (RT_BODY_MEMORY_MAX);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("XDG_CACHE_HOME", "/dev/null", TRUE);
  begin (&fixture, "GET", 0);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\n\r\n", 99);
  received (&fixture, data, RT_BODY_MEMORY_MAX);
  g_assert_false (rt_recorder_received (fixture.recorder, data, 1, ++fixture.time, &error));
  g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (rt_recorder_received (fixture.recorder, data, 1, ++fixture.time, &error));
  g_assert_cmpuint (rt_body_get_length (rt_exchange_get_body (fixture.exchange)), ==,
                    RT_BODY_MEMORY_MAX);
  end (&fixture);
  clear (&fixture);
}

/* Nothing is recorded once it is finished. */
static void
test_after_finish (void)
{
  Fixture fixture;
  RtSizes sizes;

  begin (&fixture, "GET", 0);
  end (&fixture);
  sent (&fixture, REQUEST);
  received_text (&fixture, "HTTP/1.1 200 OK\r\n\r\n", 99);
  rt_recorder_fail (fixture.recorder, RT_FAILURE_RESET, "words", NULL);
  rt_recorder_begin_phase (fixture.recorder, RT_PHASE_TLS, 5000);
  rt_recorder_closed (fixture.recorder, 5000);
  rt_recorder_finish (fixture.recorder, 5000);
  rt_exchange_get_sizes (fixture.exchange, &sizes);
  g_assert_cmpuint (sizes.request_head, ==, 0);
  g_assert_cmpint (rt_exchange_get_status (fixture.exchange), ==, 0);
  g_assert_null (rt_exchange_dup_failure (fixture.exchange));
  clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recorder/whole", test_whole);
  g_test_add_func ("/recorder/sent-pieces", test_sent_pieces);
  g_test_add_func ("/recorder/phases", test_phases);
  g_test_add_func ("/recorder/phase-sending", test_phase_sending);
  g_test_add_func ("/recorder/closed-early", test_closed_early);
  g_test_add_func ("/recorder/cut", test_cut);
  g_test_add_func ("/recorder/until-close", test_until_close);
  g_test_add_func ("/recorder/garbage", test_garbage);
  g_test_add_func ("/recorder/extra-bytes", test_extra_bytes);
  g_test_add_func ("/recorder/coded", test_coded);
  g_test_add_func ("/recorder/unknown-coding", test_unknown_coding);
  g_test_add_func ("/recorder/limit", test_limit);
  g_test_add_func ("/recorder/cannot-store", test_cannot_store);
  g_test_add_func ("/recorder/after-finish", test_after_finish);

  return g_test_run ();
}
