/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of explainer.c: what is explained, when anew, and what never. */

#include "config.h"

#include "explainer.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  RtExplainer *explainer = rt_explainer_new ();

  g_assert_null (rt_explainer_get_explanation (explainer));
  g_assert_finalize_object (explainer);
}

static RtExchange *
create_exchange (guint position)
{
  return rt_test_exchange_new_at (position, "POST", "http://e/",
                                  "HTTP/1.1 405 No\r\nAllow: GET\r\n\r\n", "", 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_for (guint *n,
          guint  expected)
{
  while (*n < expected)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (*n, ==, expected);
}

/* The three may come in any order. */
static void
test_order (void)
{
  for (guint last = 0; last < 3; last++)
    {
      RtExplainer *explainer = rt_explainer_new ();
      g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);
      g_autoptr(RtTrail) trail = rt_test_trail_new (create_exchange (0), NULL);
      guint n = 0;

      g_signal_connect_swapped (explainer, "notify::explanation", G_CALLBACK (count_cb), &n);
      for (guint i = last + 1; i <= last + 3; i++)
        {
          g_assert_null (rt_explainer_get_explanation (explainer));
          if (i % 3 == 0)
            rt_explainer_set_catalogue (explainer, catalogue);
          else if (i % 3 == 1)
            rt_explainer_set_trail (explainer, trail);
          else
            rt_explainer_set_exchange (explainer, rt_trail_get_exchange (trail, 0));
        }
      wait_for (&n, 1);
      g_assert_nonnull (rt_explainer_get_explanation (explainer));
      g_assert_finalize_object (explainer);
    }
}

/* Explained when done, and again when the trail goes on and when it ends. */
static void
test_anew (void)
{
  RtExplainer *explainer = rt_explainer_new ();
  g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtTrail) trail = rt_trail_new (NULL, request);
  g_autoptr(RtExchange) first = create_exchange (0);
  g_autoptr(RtExchange) second = create_exchange (1);
  guint n = 0;

  g_signal_connect_swapped (explainer, "notify::explanation", G_CALLBACK (count_cb), &n);
  rt_explainer_set_catalogue (explainer, catalogue);
  rt_explainer_set_trail (explainer, trail);
  rt_explainer_set_exchange (explainer, first);
  rt_trail_append (trail, first);
  wait_for (&n, 1);
  rt_trail_append (trail, second);
  wait_for (&n, 2);
  rt_trail_finish (trail, RT_TRAIL_END_NORMAL, NULL);
  wait_for (&n, 3);
  g_assert_finalize_object (explainer);
}

/* Neither what still runs, nor what is of another trail. */
static void
test_not_ready (void)
{
  RtExplainer *explainer = rt_explainer_new ();
  g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr(RtTrail) trail = rt_test_trail_new (create_exchange (0), NULL);
  g_autoptr(RtExchange) running = rt_test_exchange_new_running ("http://e/");
  g_autoptr(RtExchange) other = create_exchange (0);
  guint n = 0;

  g_signal_connect_swapped (explainer, "notify::explanation", G_CALLBACK (count_cb), &n);
  rt_explainer_set_catalogue (explainer, catalogue);
  rt_explainer_set_trail (explainer, trail);
  rt_explainer_set_exchange (explainer, running);
  rt_explainer_set_exchange (explainer, other);
  /* Threads answer in this order: the first answer is that of the right one. */
  rt_explainer_set_exchange (explainer, rt_trail_get_exchange (trail, 0));
  wait_for (&n, 1);
  rt_explainer_set_exchange (explainer, other);
  wait_for (&n, 2);
  g_assert_null (rt_explainer_get_explanation (explainer));
  g_assert_finalize_object (explainer);
}

/* An answer on its way when the explainer goes is dropped. */
static void
test_gone (void)
{
  RtExplainer *explainer = rt_explainer_new ();
  RtExplainer *after = rt_explainer_new ();
  g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr(RtTrail) trail = rt_test_trail_new (create_exchange (0), NULL);
  guint n = 0;

  rt_explainer_set_catalogue (explainer, catalogue);
  rt_explainer_set_trail (explainer, trail);
  rt_explainer_set_exchange (explainer, rt_trail_get_exchange (trail, 0));
  g_assert_finalize_object (explainer);

  g_signal_connect_swapped (after, "notify::explanation", G_CALLBACK (count_cb), &n);
  rt_explainer_set_catalogue (after, catalogue);
  rt_explainer_set_trail (after, trail);
  rt_explainer_set_exchange (after, rt_trail_get_exchange (trail, 0));
  wait_for (&n, 1);
  g_assert_finalize_object (after);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/explainer/new-destroy", test_new_destroy);
  g_test_add_func ("/explainer/order", test_order);
  g_test_add_func ("/explainer/anew", test_anew);
  g_test_add_func ("/explainer/not-ready", test_not_ready);
  g_test_add_func ("/explainer/gone", test_gone);

  return g_test_run ();
}
