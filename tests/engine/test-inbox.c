/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/inbox.c. */

#include "inbox.h"

static GString *log_text;

static void
note (gpointer data)
{
  g_string_append_printf (log_text, "%s ", (const char *) data);
}

static void
note_end (gpointer data)
{
  g_string_append_printf (log_text, "(%s) ", (const char *) data);
}

/* In their order, each with its end, and nothing when there is nothing. */
static void
test_order (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(RtInbox) inbox = rt_inbox_new (context);

  g_string_truncate (log_text, 0);
  g_assert_false (g_main_context_iteration (context, FALSE));
  rt_inbox_post (inbox, note, (gpointer) "a", note_end);
  rt_inbox_post (inbox, note, (gpointer) "b", NULL);
  rt_inbox_post (inbox, note, (gpointer) "c", note_end);
  g_assert_cmpstr (log_text->str, ==, "");
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (log_text->str, ==, "a (a) b c (c) ");
  g_assert_false (g_main_context_iteration (context, FALSE));
}

/* Only the data of what is left is given free. */
static void
test_left (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  RtInbox *inbox = rt_inbox_new (context);

  g_string_truncate (log_text, 0);
  rt_inbox_post (inbox, note, (gpointer) "a", note_end);
  rt_inbox_free (inbox);
  g_assert_false (g_main_context_iteration (context, FALSE));
  g_assert_cmpstr (log_text->str, ==, "(a) ");
}

#define N_POSTS 1000

static guint n_called;
static GThread *receiver;

static void
count (gpointer data)
{
  g_assert_true (g_thread_self () == receiver);
  g_assert_cmpuint (n_called % N_POSTS, ==, GPOINTER_TO_UINT (data));
  n_called++;
}

static gpointer
post_thread (gpointer inbox)
{
  for (guint i = 0; i < N_POSTS; i++)
    rt_inbox_post (inbox, count, GUINT_TO_POINTER (i), NULL);

  return NULL;
}

/* Called in the context's thread, also when that waits already. */
static void
test_threads (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(RtInbox) inbox = rt_inbox_new (context);

  receiver = g_thread_self ();
  n_called = 0;
  for (guint round = 1; round <= 3; round++)
    {
      GThread *thread = g_thread_new ("post", post_thread, inbox);

      while (n_called < round * N_POSTS)
        g_main_context_iteration (context, TRUE);
      g_thread_join (thread);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  log_text = g_string_new (NULL);

  g_test_add_func ("/inbox/order", test_order);
  g_test_add_func ("/inbox/left", test_left);
  g_test_add_func ("/inbox/threads", test_threads);

  result = g_test_run ();
  g_string_free (log_text, TRUE);

  return result;
}
