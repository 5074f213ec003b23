/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of retry-editor.c: each control and its part of the policy. */

#include "config.h"

#include "retry-editor.h"

#include "widgets.h"

#define FIND(name) rt_test_find (editor, name)

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_RETRY_EDITOR);
}

static void
test_list_name (void)
{
  GtkWidget *editor = g_object_ref_sink (rt_retry_editor_new ());

  g_assert_nonnull (rt_test_find_as (editor, GTK_TYPE_LIST_BOX, "When it is sent again"));
  g_assert_finalize_object (editor);
}

static void
test_edit (void)
{
  static const struct
  {
    const char     *name;
    RtRetryOutcomes outcome;
  } checks[] = {
    { "Again after 429", RT_RETRY_ON_429 },
    { "Again after 502", RT_RETRY_ON_502 },
    { "Again after 503", RT_RETRY_ON_503 },
    { "Again after 504", RT_RETRY_ON_504 },
    { "Again when it cannot connect", RT_RETRY_ON_CONNECT },
    { "Again after a timeout", RT_RETRY_ON_TIMEOUT },
  };
  RtRequest *request = rt_request_new ();
  GtkWidget *editor = g_object_ref_sink (rt_retry_editor_new ());
  const RtRetryPolicy *policy = rt_request_get_retry (request);

  rt_retry_editor_set_request (RT_RETRY_EDITOR (editor), request);
  g_assert_true (rt_retry_policy_equal (policy, &rt_retry_policy_default));
  rt_test_assert_text (editor, "nothing is sent again");
  gtk_switch_set_active (GTK_SWITCH (FIND ("Try again by itself")), TRUE);
  g_assert_cmpuint (policy->tries, ==, 3);
  rt_test_assert_text (editor, "up to 3 more times");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Number of further tries")), 5);
  g_assert_cmpuint (policy->tries, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (FIND (checks[i].name)), FALSE);
      g_assert_false (policy->outcomes & checks[i].outcome);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (FIND (checks[i].name)), TRUE);
      g_assert_true (policy->outcomes & checks[i].outcome);
    }
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Milliseconds before the first further try")),
                             250);
  g_assert_cmpuint (policy->base_delay, ==, 250);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Seconds of the longest wait")), 1.5);
  g_assert_cmpuint (policy->max_delay, ==, 1500);
  gtk_switch_set_active (GTK_SWITCH (FIND ("Wait as Retry-After says")), FALSE);
  g_assert_false (policy->heed_retry_after);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Seconds that Retry-After may ask for")), 7);
  g_assert_cmpuint (policy->retry_after_limit, ==, 7);
  gtk_switch_set_active (GTK_SWITCH (FIND ("Try again with any method")), TRUE);
  g_assert_true (policy->any_method);

  /* Off and on again: the number of tries comes back. */
  gtk_switch_set_active (GTK_SWITCH (FIND ("Try again by itself")), FALSE);
  g_assert_cmpuint (policy->tries, ==, 0);
  gtk_switch_set_active (GTK_SWITCH (FIND ("Try again by itself")), TRUE);
  g_assert_cmpuint (policy->tries, ==, 5);
  g_assert_finalize_object (editor);
  g_assert_finalize_object (request);
}

/* What others set is shown, and not changed by being shown. */
static void
test_show (void)
{
  static const RtRetryPolicy mine = { .tries = 2, .base_delay = 123, .max_delay = 4500,
                                      .outcomes = RT_RETRY_ON_502, .any_method = TRUE,
                                      .heed_retry_after = FALSE, .retry_after_limit = 9 };
  RtRequest *request = rt_request_new ();
  GtkWidget *editor = g_object_ref_sink (rt_retry_editor_new ());

  rt_retry_editor_set_request (RT_RETRY_EDITOR (editor), request);
  rt_request_set_retry (request, &mine);
  g_assert_true (rt_retry_policy_equal (rt_request_get_retry (request), &mine));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (FIND ("Try again by itself"))));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (FIND ("Number of further tries"))),
                     ==, 2);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (FIND ("Again after 503"))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (FIND ("Again after 502"))));
  rt_request_set_method (request, "POST");
  rt_test_assert_text (editor, "done twice");
  g_assert_finalize_object (editor);
  g_assert_finalize_object (request);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/retry-editor/new-destroy", test_new_destroy);
  g_test_add_func ("/retry-editor/list-name", test_list_name);
  g_test_add_func ("/retry-editor/edit", test_edit);
  g_test_add_func ("/retry-editor/show", test_show);

  return g_test_run ();
}
