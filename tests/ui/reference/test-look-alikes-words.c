/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of look-alikes-words.c: what a row of the table says. */

#include "config.h"

#include "look-alikes-words.h"

#include "exchanges.h"

static void
test_standard (void)
{
  g_assert_cmpstr (rt_look_alikes_words_permanent (TRUE), ==, "For good");
  g_assert_cmpstr (rt_look_alikes_words_permanent (FALSE), ==, "For now");
  g_assert_cmpstr (rt_look_alikes_words_method (RT_METHOD_FATE_KEPT), ==, "Kept");
  g_assert_cmpstr (rt_look_alikes_words_method (RT_METHOD_FATE_GET), ==, "Becomes GET");
  g_assert_cmpstr (rt_look_alikes_words_method (RT_METHOD_FATE_MAY_CHANGE), ==,
                   "May become GET");
  g_assert_cmpstr (rt_look_alikes_words_method (RT_METHOD_FATE_NONE), ==, "");
}

static RtExchange *
create (guint       position,
        const char *method,
        const char *status_line,
        guint64     content)
{
  g_autofree char *head = g_strconcat (status_line, "\r\nContent-Length: 0\r\n\r\n", NULL);
  RtExchange *exchange = rt_test_exchange_new_at (position, method, "http://127.0.0.1/", head, "",
                                                  0);
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.request_content = content;
  rt_exchange_set_sizes (exchange, &sizes);

  return exchange;
}

static void
test_trail (void)
{
  static const struct
  {
    const char *method;
    guint64 content;
    const char *arrived;
    const char *happened;
  } cases[] = {
    { "POST", 26, "POST, 26 bytes", "POST 307 → POST 200" },
    { "GET", 0, "GET, no content", "POST 307 → GET 200" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtTrail) trail =
        rt_test_trail_new (create (0, "POST", "HTTP/1.1 307 Temporary Redirect", 26),
                           create (1, cases[i].method, "HTTP/1.1 200 OK", cases[i].content), NULL);
      g_autofree char *arrived = rt_look_alikes_words_dup_arrived (trail);
      g_autofree char *happened = rt_look_alikes_words_dup_happened (trail);

      g_assert_cmpstr (arrived, ==, cases[i].arrived);
      g_assert_cmpstr (happened, ==, cases[i].happened);
    }
}

static void
test_not_arrived (void)
{
  g_autoptr (RtTrail) redirect =
    rt_test_trail_new (create (0, "POST", "HTTP/1.1 302 Found", 26), NULL);
  g_autoptr (RtTrail) failed =
    rt_test_trail_new (rt_test_exchange_new_failed ("http://127.0.0.1/", RT_FAILURE_REFUSED,
                                                    RT_PHASE_CONNECT, "refused"), NULL);
  g_autofree char *arrived = rt_look_alikes_words_dup_arrived (redirect);
  g_autofree char *happened = rt_look_alikes_words_dup_happened (redirect);
  g_autofree char *failure = rt_look_alikes_words_dup_happened (failed);

  g_assert_cmpstr (arrived, ==, "Nothing arrived");
  g_assert_cmpstr (happened, ==, "POST 302");
  g_assert_cmpstr (failure, ==, "GET no response");
}

static void
test_row (void)
{
  const RtGroupMember member = { 308, NULL, NULL, NULL, TRUE };
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (create (0, "POST", "HTTP/1.1 308 Permanent Redirect", 26),
                       create (1, "POST", "HTTP/1.1 200 OK", 26), NULL);
  g_autofree char *before = rt_look_alikes_words_dup_row (&member, RT_METHOD_FATE_KEPT, NULL);
  g_autofree char *after = rt_look_alikes_words_dup_row (&member, RT_METHOD_FATE_KEPT, trail);

  g_assert_cmpstr (before, ==, "308: For good. Method: Kept. Not sent yet.");
  g_assert_cmpstr (after, ==, "308: For good. Method: Kept. At the end: POST, 26 bytes. "
                   "POST 308 → POST 200");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-alikes-words/standard", test_standard);
  g_test_add_func ("/look-alikes-words/trail", test_trail);
  g_test_add_func ("/look-alikes-words/not-arrived", test_not_arrived);
  g_test_add_func ("/look-alikes-words/row", test_row);

  return g_test_run ();
}
