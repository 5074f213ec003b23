/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of explanation.c: made in a thread, from a trail that may go on. */

#include "config.h"

#include "explanation.h"

#include "exchanges.h"
#include "widgets.h"

typedef struct
{
  RtExplanation *explanation;
  GError        *error;
  gboolean       done;
} Answer;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->explanation = rt_explanation_make_finish (result, &answer->error);
  answer->done = TRUE;
}

static RtTrail *
create_trail (void)
{
  return rt_test_trail_new (rt_test_exchange_new_at (0, "POST", "http://e/",
                                                     "HTTP/1.1 405 No\r\nAllow: GET\r\n\r\n",
                                                     "", 0), NULL);
}

static void
ask (Answer       *answer,
     GCancellable *cancellable)
{
  g_autoptr(RtTrail) trail = create_trail ();
  g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);

  rt_explanation_make_async (trail, 0, catalogue, cancellable, made_cb, answer);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_made (void)
{
  Answer answer = { NULL };
  g_autoptr(RtExplanation) explanation = NULL;

  ask (&answer, NULL);
  explanation = answer.explanation;
  g_assert_no_error (answer.error);
  g_assert_cmpuint (rt_explanation_get_notes (explanation)->len, >, 0);
  g_assert_cmpuint (rt_explanation_get_steps (explanation)->len, >, 0);
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { NULL };

  ask (&answer, cancellable);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.explanation);
  g_clear_error (&answer.error);
}

static void
gone_cb (gpointer  thread,
         GObject  *where_it_was)
{
  *(GThread **) thread = g_thread_self ();
}

/* The window may have left the trail: it goes in the window's thread. */
static void
test_end (void)
{
  g_autoptr(RtCatalogue) catalogue = rt_catalogue_new (NULL);

  for (int i = 0; i < 200; i++)
    {
      RtTrail *trail = create_trail ();
      Answer answer = { NULL };
      GThread *thread = NULL;

      g_object_weak_ref (G_OBJECT (rt_trail_get_last (trail)), gone_cb, &thread);
      rt_explanation_make_async (trail, 0, catalogue, NULL, made_cb, &answer);
      g_object_unref (trail);
      while (!answer.done)
        g_main_context_iteration (NULL, TRUE);
      g_clear_object (&answer.explanation);
      g_assert_true (thread == g_thread_self ());
    }
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/explanation/made", test_made);
  g_test_add_func ("/explanation/cancelled", test_cancelled);
  g_test_add_func ("/explanation/end", test_end);

  return g_test_run ();
}
