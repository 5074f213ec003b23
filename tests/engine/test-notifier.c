/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/notifier.c. Nothing is timed: what is due is counted. */

#include "notifier.h"

/* The object that a notifier serves. */
static GObject *
create_object (void)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

static guint delivered;
static GThread *thread_of_delivery;

static void
deliver_cb (gpointer object)
{
  g_assert_true (G_IS_OBJECT (object));
  delivered++;
  thread_of_delivery = g_thread_self ();
}

/* Runs @context until @count deliveries have come, and what is ready then. */
static void
run_until (GMainContext *context,
           guint         count)
{
  while (delivered < count)
    g_main_context_iteration (context, TRUE);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_cmpuint (delivered, ==, count);
}

static void
test_coalesces (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, deliver_cb, object);

  delivered = 0;
  for (guint round = 1; round <= 3; round++)
    {
      for (guint i = 0; i < 100; i++)
        rt_notifier_poke (notifier, FALSE);
      run_until (context, round);
    }
  g_assert_true (thread_of_delivery == g_thread_self ());

  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
}

/* Soon after a delivery the next waits; at once it does not. */
static void
test_at_once (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, deliver_cb, object);

  delivered = 0;
  rt_notifier_poke (notifier, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (delivered, ==, 1);
  rt_notifier_poke (notifier, FALSE);
  rt_notifier_poke (notifier, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (delivered, ==, 2);
  rt_notifier_poke (notifier, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (delivered, ==, 3);

  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
}

/* A delivery that is due keeps the object alive. */
static void
test_keeps_alive (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, deliver_cb, object);

  delivered = 0;
  g_object_set_data_full (object, "notifier", notifier, (GDestroyNotify) rt_notifier_free);
  g_object_add_weak_pointer (object, (gpointer *) &object);
  rt_notifier_poke (notifier, TRUE);
  g_object_unref (object);
  g_assert_nonnull (object);
  run_until (context, 1);
  g_assert_null (object);
}

static gpointer
poke_thread (gpointer notifier)
{
  for (guint i = 0; i < 1000; i++)
    rt_notifier_poke (notifier, i % 100 == 99);

  return NULL;
}

/* Whatever thread pokes, it is told in the context, after the last poke too. */
static void
test_threads (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, deliver_cb, object);
  GThread *threads[3];
  guint before;

  delivered = 0;
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("poke", poke_thread, notifier);
  while (delivered == 0)
    g_main_context_iteration (context, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  before = delivered;
  rt_notifier_poke (notifier, TRUE);
  run_until (context, before + 1);
  g_assert_true (thread_of_delivery == g_thread_self ());

  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
}

/* NULL is the default context. */
static void
test_default_context (void)
{
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (NULL, deliver_cb, object);

  delivered = 0;
  rt_notifier_poke (notifier, FALSE);
  run_until (NULL, 1);
  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notifier/coalesces", test_coalesces);
  g_test_add_func ("/notifier/at-once", test_at_once);
  g_test_add_func ("/notifier/keeps-alive", test_keeps_alive);
  g_test_add_func ("/notifier/threads", test_threads);
  g_test_add_func ("/notifier/default-context", test_default_context);

  return g_test_run ();
}
