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

/* What is expected is delivered, also when nothing else comes; what comes with
 * it is delivered with it, and at once when it is urgent. */
static void
test_expect (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, deliver_cb, object);

  delivered = 0;
  rt_notifier_expect (notifier);
  run_until (context, 1);

  rt_notifier_expect (notifier);
  rt_notifier_poke (notifier, FALSE);
  rt_notifier_poke (notifier, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (delivered, ==, 2);
  g_assert_false (g_main_context_iteration (context, FALSE));

  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
}

static void
note_cb (gpointer object)
{
  GString *log = g_object_get_data (object, "log");

  g_string_append (log, g_object_get_data (object, "name"));
}

/* Those beside each other are told in one turn, in the order of their pokes,
 * also when only one is urgent; and each of them lives without the others. */
static void
test_beside (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GString) log = g_string_new (NULL);
  GObject *first = create_object ();
  GObject *second = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, note_cb, first);
  RtNotifier *beside = rt_notifier_new_beside (notifier, note_cb, second);

  g_object_set_data (first, "log", log);
  g_object_set_data (first, "name", "first ");
  g_object_set_data (second, "log", log);
  g_object_set_data (second, "name", "second ");

  rt_notifier_expect (notifier);
  rt_notifier_poke (beside, FALSE);
  rt_notifier_poke (notifier, FALSE);
  rt_notifier_poke (beside, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (log->str, ==, "first second ");
  g_assert_false (g_main_context_iteration (context, FALSE));

  rt_notifier_free (notifier);
  g_assert_finalize_object (first);
  rt_notifier_poke (beside, TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (log->str, ==, "first second second ");
  rt_notifier_free (beside);
  g_assert_finalize_object (second);
}

/* One that is told may run the context: it is told again in there. */
static void
nest_cb (gpointer object)
{
  GMainContext *context = g_object_get_data (object, "context");

  if (++delivered > 1)
    return;
  rt_notifier_poke (g_object_get_data (object, "notifier"), TRUE);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (delivered, ==, 2);
}

static void
test_nested (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  GObject *object = create_object ();
  RtNotifier *notifier = rt_notifier_new (context, nest_cb, object);

  delivered = 0;
  g_object_set_data (object, "context", context);
  g_object_set_data (object, "notifier", notifier);
  rt_notifier_poke (notifier, TRUE);
  run_until (context, 2);

  rt_notifier_free (notifier);
  g_assert_finalize_object (object);
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
  g_test_add_func ("/notifier/expect", test_expect);
  g_test_add_func ("/notifier/beside", test_beside);
  g_test_add_func ("/notifier/nested", test_nested);
  g_test_add_func ("/notifier/threads", test_threads);
  g_test_add_func ("/notifier/default-context", test_default_context);

  return g_test_run ();
}
