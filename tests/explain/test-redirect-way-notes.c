/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

/* One redirect that is followed: the notes of its first exchange. */
static void
test_ids (void)
{
  static const struct { const char *from; const char *request; const char *response;
                        const char *to; const char *next; const char *ids; } cases[] = {
    { "http://a.example/", "GET", "302\nLocation: http://a.example/x", "http://a.example/x", "GET",
      "" },
    { "http://a.example/", "GET", "302\nLocation: /x", "http://a.example/x", "GET",
      "redirect-relative" },
    { "http://a.example/", "GET", "301\nLocation: https://a.example/", "https://a.example/", "GET",
      "" },
    { "https://a.example/", "GET", "301\nLocation: http://a.example/", "http://a.example/", "GET",
      "redirect-downgrade" },
    { "http://a.example/", "GET", "302\nLocation: http://b.example/", "http://b.example/", "GET",
      "redirect-other-host" },
    { "http://a.example/", "GET", "302\nLocation: //b.example/", "http://b.example/", "GET",
      "redirect-other-host" },
    { "http://a.example/", "POST\nContent-Length: 1", "302\nLocation: /x", "http://a.example/x",
      "GET", "redirect-post-became-get" },
    { "http://a.example/", "POST\nContent-Length: 1", "303\nLocation: http://a.example/x",
      "http://a.example/x", "GET", "" },
    { "http://a.example/", "POST\nContent-Length: 1", "307\nLocation: http://a.example/x",
      "http://a.example/x", "POST\nContent-Length: 1", "" },
    { "http://a.example/", "POST", "302\nLocation: http://a.example/x", "http://a.example/x",
      "POST", "" },
    { "http://a.example/", "PUT", "301\nLocation: http://a.example/x", "http://a.example/x", "PUT",
      "redirect-method-unclear" },
    { "http://a.example/", "PUT", "308\nLocation: http://a.example/x", "http://a.example/x", "PUT",
      "" },
    /* Secrets. */
    { "http://a.example/", "GET\nAuthorization: Basic a", "302\nLocation: https://a.example/",
      "https://a.example/", "GET", "redirect-credentials-dropped" },
    { "http://a.example/", "GET\nAuthorization: Basic a", "302\nLocation: http://a.example/x",
      "http://a.example/x", "GET", "" },
    { "http://a.example/", "GET\nAuthorization: Basic a", "302\nLocation: http://b.example/",
      "http://b.example/", "GET\nAuthorization: Basic a", "redirect-credentials-sent-on" },
    { "http://a.example/", "GET\nAuthorization: Basic a", "302\nLocation: http://b.example/",
      "http://b.example/", "GET\nAuthorization: Basic other", "redirect-other-host" },
    { "http://a.example/", "GET\nX-Api-Key: k\nA: b", "302\nLocation: http://b.example/",
      "http://b.example/", "GET\nA: b\nx-api-key: k", "redirect-secret-sent-on" },
    { "http://a.example/", "GET\nX-Api-Key: k", "302\nLocation: http://b.example/",
      "http://b.example/", "GET", "redirect-other-host" },
    { "http://a.example/", "GET\nX-Api-Key: k", "302\nLocation: http://a.example/x",
      "http://a.example/x", "GET\nX-Api-Key: k", "" },
    { "http://a.example/", "GET\nIdempotency-Key: k", "302\nLocation: http://b.example/",
      "http://b.example/", "GET\nIdempotency-Key: k", "redirect-other-host" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = cases_new_trail (cases[i].from);

      g_test_message ("%u %s %s", i, cases[i].request, cases[i].response);
      trail_cases_add (trail, cases[i].from, cases[i].request, cases[i].response, RT_NEXT_REDIRECT);
      trail_cases_add (trail, cases[i].to, cases[i].next, "200", RT_NEXT_NONE);
      trail_cases_assert (trail, 0, "redirect-", cases[i].ids);
    }
}

/* Nothing is said of what was not sent. */
static void
test_not_followed (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/",
                                              "POST\nAuthorization: Basic a\nX-Api-Key: k",
                                              "302\nLocation: http://b.example/");

  trail_cases_assert (trail, 0, "redirect-", "redirect-other-host");
}

static void
test_values (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  trail_cases_add (trail, "http://a.example/", "GET\nX-Api-Key: SECRET",
                   "302\nLocation: https://b.example/", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "https://b.example/", "GET\nX-Api-Key: SECRET", "200", RT_NEXT_NONE);
  sentence = trail_cases_sentence (trail, 0, "redirect-secret-sent-on");
  detail = trail_cases_detail (trail, 0, "redirect-secret-sent-on");
  g_assert_cmpstr (sentence, ==, "X-Api-Key went on to another origin, https://b.example.");
  g_assert_null (strstr (detail, "SECRET"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect-way-notes/ids", test_ids);
  g_test_add_func ("/redirect-way-notes/not-followed", test_not_followed);
  g_test_add_func ("/redirect-way-notes/values", test_values);

  return g_test_run ();
}
