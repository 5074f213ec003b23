/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-meaning-notes.c. */

#include <string.h>

#include "exchange-private.h"
#include "next-step.h"
#include "rows.h"
#include "trail-private.h"

static const Row rows[] = {
  { "status-meaning", TRUE, "GET /a", "HTTP/1.1 200 OK", "x" },
  { "status-meaning", TRUE, "ODD /a", "HTTP/1.1 200 OK", "x" },
  { "status-meaning", TRUE, "GET /a", "HTTP/1.1 301 Moved Permanently\nLocation: /b" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 305 Use Proxy\nLocation: http://p.example/" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 306 X" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 401 Unauthorized" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 407 Proxy Authentication Required" },
  { "status-meaning", TRUE, "GET /a", "HTTP/1.1 503 Service Unavailable\nRetry-After: 5" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 599 X" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 477 X" },
  { "status-meaning", FALSE, "GET /a", "HTTP/1.1 418 X" },
  { "status-meaning", FALSE, "GET /a", NULL },
};

/* An ordinary response has its meaning first, and hardly more. */
static void
test_quiet (void)
{
  static const char *const methods[] = { "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH",
                                         "OPTIONS", "TRACE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *request = g_strconcat (methods[i], " /a", NULL);
      const Row row = { "", TRUE, request, "HTTP/1.1 200 OK\nServer: nginx\nContent-Length: 0" };
      g_autoptr(RtTrail) trail = rows_make (&row);
      g_autoptr(GPtrArray) notes = cases_explain (trail);

      for (guint j = 0; j < notes->len; j++)
        g_assert_cmpint (rt_note_get_level (notes->pdata[j]), <=, RT_NOTE_INFO);
      g_assert_cmpstr (rt_note_get_id (notes->pdata[0]), ==, "status-meaning");
      g_assert_cmpint (rt_note_get_level (notes->pdata[0]), ==, RT_NOTE_GOOD);
      g_assert_true (g_str_has_prefix (rt_note_get_sentence (notes->pdata[0]),
                                       "The request succeeded: "));
    }
}

/* Every number there can be is explained by something. */
static void
test_all (void)
{
  for (int code = 100; code < 1000; code++)
    {
      g_autofree char *response = g_strdup_printf ("HTTP/1.1 %d X", code);
      g_autoptr(RtTrail) trail = cases_one ("", response);
      g_autoptr(GPtrArray) notes = cases_explain (trail);
      gboolean found = FALSE;

      cases_assert_well_formed (notes);
      for (guint i = 0; i < notes->len; i++)
        found |= g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "status-") ||
                 g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "login-") ||
                 g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "redirect-");
      g_assert_true (found);
    }
}

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

/* Only a response, as in a file: what was asked is not known, so nothing may be
 * said of it, but for what a response shows by itself. */
static void
test_without_request (void)
{
  static const char *const shown[] = { "status-300-without-choices", "status-405-without-allow",
                                       "status-426-without-upgrade",
                                       "status-206-without-content-range",
                                       "redirect-location-missing", "login-no-challenge",
                                       "dates-missing", "redirect-use-proxy",
                                       "redirect-unused-code", "login-proxy-unexpected",
                                       NULL };

  for (int code = 100; code < 600; code++)
    {
      g_autofree char *text = g_strdup_printf ("HTTP/1.1 %d X\r\n\r\n", code);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(RtTrail) trail = cases_new_trail ("http://example.org/");
      g_autoptr(RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://example.org/");
      g_autoptr(GPtrArray) notes = NULL;
      g_autoptr(GPtrArray) steps = NULL;

      rt_exchange_take_response_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, bytes));
      rt_trail_append (trail, exchange);
      rt_exchange_finish (exchange);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      notes = cases_explain (trail);
      cases_assert_well_formed (notes);
      g_assert_cmpuint (notes->len, >, 0);
      for (guint i = 0; i < notes->len; i++)
        if (rt_note_get_level (notes->pdata[i]) >= RT_NOTE_WARNING
            && !g_strv_contains (shown, rt_note_get_id (notes->pdata[i])))
          g_error ("%s", rt_note_get_id (notes->pdata[i]));
      steps = rt_next_steps_for_exchange (trail, 0, CASES_NOW);
      g_assert_nonnull (steps);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-meaning-notes/rows", test_rows);
  g_test_add_func ("/status-meaning-notes/quiet", test_quiet);
  g_test_add_func ("/status-meaning-notes/all", test_all);
  g_test_add_func ("/status-meaning-notes/without-request", test_without_request);

  return g_test_run ();
}
