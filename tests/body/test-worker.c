/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Work in slices: all of it, one at a time, and ended at any moment. */

#include "config.h"

#include "worker.h"

typedef struct
{
  int todo;    /* atomic */
  int done;    /* atomic */
  int inside;  /* atomic */
  int forever; /* atomic */
  int freed_in_wrong_thread;
  GThread *thread;
  gboolean *freed;
} Core;

static int n_told;

static gboolean
step (RtWorker *worker,
      gpointer  data)
{
  Core *core = data;

  g_assert_cmpint (g_atomic_int_add (&core->inside, 1), ==, 0);
  if (g_atomic_int_get (&core->done) < g_atomic_int_get (&core->todo))
    g_atomic_int_inc (&core->done);
  rt_worker_tell (worker);
  g_atomic_int_add (&core->inside, -1);

  return g_atomic_int_get (&core->forever) ||
         g_atomic_int_get (&core->done) < g_atomic_int_get (&core->todo);
}

static void
free_core (Core *core)
{
  g_assert_true (core->thread == g_thread_self ());
  *core->freed = TRUE;
  g_free (core);
}

static void
tell (gpointer owner)
{
  g_assert_true (G_IS_OBJECT (owner));
  n_told++;
}

static Core *
make (GObject   *owner,
      RtWorker **worker,
      gboolean  *freed)
{
  Core *core = g_new0 (Core, 1);

  n_told = 0;
  *freed = FALSE;
  core->freed = freed;
  core->thread = g_thread_self ();
  *worker = rt_worker_new (owner, core, (GDestroyNotify) free_core, step, tell);

  return core;
}

static void
finish (GObject  *owner,
        RtWorker *worker,
        gboolean *freed)
{
  rt_worker_end (worker);
  while (!*freed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (owner);
}

static void
test_all (void)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  RtWorker *worker;
  gboolean freed;
  Core *core = make (owner, &worker, &freed);

  for (int i = 0; i < 1000; i++)
    {
      g_atomic_int_inc (&core->todo);
      if (i % 2 == 0)
        rt_worker_wake (worker);
      else
        rt_worker_run_here (worker);
    }
  while (g_atomic_int_get (&core->done) < 1000)
    g_thread_yield ();
  finish (owner, worker, &freed);
}

/* A slice is done when the call is back, and one word of it is out. */
static void
test_here (void)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  RtWorker *worker;
  gboolean freed;
  Core *core = make (owner, &worker, &freed);

  core->todo = 1;
  rt_worker_run_here (worker);
  g_assert_cmpint (core->done, ==, 1);
  g_assert_cmpint (n_told, ==, 0);
  rt_worker_tell_here (worker);
  g_assert_cmpint (n_told, ==, 1);

  /* The next is not at once, but it comes, and once. */
  for (int i = 0; i < 100; i++)
    rt_worker_tell (worker);
  rt_worker_tell_here (worker);
  g_assert_cmpint (n_told, <=, 2);
  while (n_told < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_told, ==, 2);
  finish (owner, worker, &freed);
}

/* Ended while the thread works: it stops, its data goes, nobody hears of it. */
static void
test_end (void)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);

  for (int i = 0; i < 50; i++)
    {
      RtWorker *worker;
      gboolean freed;
      Core *core = make (owner, &worker, &freed);

      g_atomic_int_set (&core->forever, TRUE);
      rt_worker_wake (worker);
      rt_worker_tell (worker);
      rt_worker_end (worker);
      while (!freed)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (n_told, ==, 0);
    }
  g_assert_finalize_object (owner);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/all", test_all);
  g_test_add_func ("/worker/here", test_here);
  g_test_add_func ("/worker/end", test_end);

  return g_test_run ();
}
