/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/step-case.c. */

#include <string.h>

#include "exchange-private.h"
#include "next-step-private.h"
#include "steps.h"

/* POST to one host, redirected to a GET at another, which has a tag. */
static RtTrail *
new_redirected (const char *url)
{
  RtTrail *trail = cases_new_trail ("http://example.org/");
  RtExchange *first = cases_add (trail, "http://example.org/", "POST / HTTP/1.1\nHost: example.org",
                                 "HTTP/1.1 302 X\nLocation: /b", NULL);
  RtNext *next = g_new0 (RtNext, 1);

  rt_request_set_method (rt_trail_get_request (trail), "POST");
  next->reason = RT_NEXT_REDIRECT;
  next->dropped = g_new0 (char *, 1);
  next->credentials = g_new0 (char *, 1);
  rt_exchange_take_next (first, next);
  cases_add (trail, url, "GET /b HTTP/1.1\nHost: h", "HTTP/1.1 200 X\nETag: \"x\"", NULL);

  return trail;
}

static char *
apply (RtTrail    *trail,
       const char *id)
{
  g_autoptr(GPtrArray) steps = steps_of (trail);
  g_autoptr(RtRequest) request = steps_new_request ("POST /\nA: b\nCookie: c\nAuthorization: d");

  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_USER);
  rt_credentials_set_user (rt_request_get_credentials (request), "u");
  rt_next_step_apply (steps_find (steps, id), request);

  return steps_dump (request);
}

/* A step of a hop goes straight there; credentials only to the same origin. */
static void
test_elsewhere (void)
{
  g_autoptr(RtTrail) same = new_redirected ("http://example.org/b");
  g_autoptr(RtTrail) other = new_redirected ("http://other.org/b");
  g_autoptr(GPtrArray) steps = steps_of (other);
  g_autofree char *to_same = apply (same, "only-if-changed");
  g_autofree char *to_other = apply (other, "only-if-changed");

  g_assert_cmpstr (to_same, ==, "GET http://example.org/b | A: b | Cookie: c | Authorization: d"
                                " | If-None-Match: \"x\" | u");
  g_assert_cmpstr (to_other, ==, "GET http://other.org/b | A: b | -Cookie: c | -Authorization: d"
                                 " | If-None-Match: \"x\"");
  g_assert_nonnull (strstr (rt_next_step_get_words (steps_find (steps, "only-if-changed")),
                            "http://other.org/b"));
}

/* The hop that was followed offers no Follow. */
static void
test_followed (void)
{
  g_autoptr(RtTrail) trail = new_redirected ("http://example.org/b");
  g_autoptr(GPtrArray) steps = rt_next_steps_for_exchange (trail, 0, CASES_NOW);

  g_assert_null (steps_find (steps, "follow"));
}

/* A tunnel is the engine's; its login is the person's. */
static void
test_tunnel (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://example.org/");
  g_autoptr(GPtrArray) steps = NULL;

  cases_add (trail, "https://example.org/", "CONNECT example.org:443 HTTP/1.1\nHost: example.org",
             "HTTP/1.1 407 X\nProxy-Authenticate: Basic realm=x\nRetry-After: 5\nLocation: /b",
             NULL);
  steps = steps_of (trail);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (rt_next_step_get_id (steps->pdata[0]), ==, "answer-challenge");
}

static void
test_plain (void)
{
  static const struct { const char *field; const char *expected; } cases[] = {
    { "A: b c", "b c" }, { "A:", NULL }, { "B: a", NULL }, { "A: b\nA: c", NULL },
    { "A: \xc3\xa9", NULL }, { "A: a\tb", NULL }, { "a: \"x\"", "\"x\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *response = g_strconcat ("HTTP/1.1 200 X\n", cases[i].field, NULL);
      g_autoptr(RtTrail) trail = cases_one ("", response);
      g_autoptr(RtHead) head = rt_exchange_dup_response_head (rt_trail_get_last (trail));
      const RtStepCase self = { .response = head };
      g_autofree char *value = rt_step_case_dup_plain (&self, "A");

      g_assert_cmpstr (value, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-case/elsewhere", test_elsewhere);
  g_test_add_func ("/step-case/followed", test_followed);
  g_test_add_func ("/step-case/tunnel", test_tunnel);
  g_test_add_func ("/step-case/plain", test_plain);

  return g_test_run ();
}
