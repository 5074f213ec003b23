/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

static void
test_ids (void)
{
  static const struct { const char *url; const char *request; const char *response;
                        const char *ids; } cases[] = {
    { "http://a.example/", "GET", "302\nLocation: http://a.example/x", "" },
    { "http://a.example/", "GET", "302", "redirect-location-missing" },
    { "http://a.example/", "GET", "308", "redirect-location-missing" },
    { "http://a.example/", "GET", "302\nLocation: ", "redirect-location-empty" },
    { "http://a.example/", "GET", "302\nLocation: app:open", "redirect-location-not-http" },
    { "http://a.example/", "GET", "302\nLocation: http://[x", "redirect-location-invalid" },
    { "http://a.example/", "GET", "302\nLocation: http://a.example:99999/",
      "redirect-location-invalid" },
    { "http://a.example/", "GET", "302\nLocation: /x\nLocation: /x",
      "redirect-location-repeated redirect-relative" },
    { "http://a.example/", "GET", "302\nLocation: /x\nLocation: /y",
      "redirect-location-conflicting redirect-relative" },
    { "http://a.example/#top", "GET", "302\nLocation: http://a.example/x",
      "redirect-fragment-inherited" },
    { "http://a.example/#top", "GET", "302\nLocation: http://a.example/x#end",
      "redirect-fragment-lost" },
    { "http://a.example/#top", "GET", "302\nLocation: http://a.example/x#top", "" },
    { "http://a.example/", "GET", "302\nLocation: http://a.example/x#end", "" },
    /* Where it has a meaning, and where not. */
    { "http://a.example/", "POST", "201\nLocation: /x", "" },
    { "http://a.example/", "POST", "202\nLocation: /x", "" },
    { "http://a.example/", "GET", "200\nLocation: /x", "redirect-location-without-meaning" },
    { "http://a.example/", "GET", "404\nLocation: /x", "redirect-location-without-meaning" },
    { "http://a.example/", "GET", "304\nLocation: /x", "redirect-location-without-meaning" },
    { "http://a.example/", "GET", "399\nLocation: /x", "redirect-location-without-meaning" },
    { "http://a.example/", "GET", "304", "" },
    { "http://a.example/", "GET", "200\nContent-Location: /x", "" },
    { "http://a.example/", "GET", "300\nLocation: /x", "" },
    { "http://a.example/", "GET", "305\nLocation: http://p.example/", "redirect-use-proxy" },
    { "http://a.example/", "GET", "306", "redirect-unused-code" },
    { "http://a.example/", "GET", "200", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one (cases[i].url, cases[i].request,
                                                  cases[i].response);

      g_test_message ("%s %s", cases[i].url, cases[i].response);
      trail_cases_assert (trail, 0, "redirect-", cases[i].ids);
    }
}

/* A value too long for a sentence is left out of it. */
static void
test_long (void)
{
  g_autofree char *filled = g_strnfill (300, 'x');
  g_autofree char *location = g_strconcat ("302\nLocation: /", filled, NULL);
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/", "GET", location);

  trail_cases_assert (trail, 0, "redirect-", "redirect-relative");
}

static void
test_values (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/", "GET",
                                              "302\nLocation: /<b>\377\nLocation: /y");
  g_autofree char *sentence = trail_cases_sentence (trail, 0, "redirect-location-conflicting");
  g_autofree char *detail = trail_cases_detail (trail, 0, "redirect-location-conflicting");

  g_assert_cmpstr (sentence, ==, "2 Locations that differ: clients go different ways.");
  g_assert_true (g_str_has_prefix (detail, "Location: “/<b>\\xFF”\nLocation: “/y”\n\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect-location-notes/ids", test_ids);
  g_test_add_func ("/redirect-location-notes/long", test_long);
  g_test_add_func ("/redirect-location-notes/values", test_values);

  return g_test_run ();
}
