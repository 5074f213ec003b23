/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of pending-bar.c: what is offered, and what is decided. */

#include "config.h"

#include "pending-bar.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

typedef struct
{
  RtTrail      *trail;
  RtPendingBar *bar;
  int           decision; /* -1: none yet */
  RtRequest    *edited;
} Fixture;

static void
decided_cb (RtDecision decision,
            gpointer   user_data)
{
  ((Fixture *) user_data)->decision = decision;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (RtRequest) request = rt_request_new ();

  self->trail = rt_trail_new (NULL, request);
  self->bar = g_object_ref_sink (g_object_new (RT_TYPE_PENDING_BAR, NULL));
  self->decision = -1;
  rt_trail_set_decided (self->trail, decided_cb, self);
  rt_pending_bar_set_trail (self->bar, self->trail);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->bar)));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->bar);
  rt_trail_set_decided (self->trail, NULL, NULL);
  rt_trail_finish (self->trail, RT_TRAIL_END_NORMAL, NULL);
  while (rt_trail_is_running (self->trail))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->trail);
  g_clear_object (&self->edited);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static RtPending *
redirect (const char *method_after,
          const char *url_after)
{
  RtPending *pending = rt_pending_new (RT_PENDING_REDIRECT, 0);

  pending->words = g_strdup ("302: the next would be a GET.");
  pending->link = g_new0 (RtNext, 1);
  pending->link->method_before = g_strdup ("POST");
  pending->link->method_after = g_strdup (method_after);
  pending->link->rule = g_strdup ("302 after POST");
  pending->link->section = g_strdup ("RFC 9110, section 15.4.3");
  pending->link->url_after = g_strdup (url_after);
  pending->request = rt_request_new ();

  return pending;
}

static void
show (Fixture   *self,
      RtPending *pending)
{
  rt_trail_take_pending (self->trail, pending);
  rt_test_wait (is_shown, self->bar);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
offers (Fixture    *self,
        const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (self->bar), label);

  return button != NULL && gtk_widget_get_visible (button);
}

static void
press (Fixture    *self,
       const char *label)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (self->bar), label), "clicked");
}

/* The same method, no content, no credentials: nothing to choose but to go on. */
static void
test_plain (Fixture       *self,
            gconstpointer  data)
{
  show (self, redirect ("POST", "http://e/2"));
  rt_test_assert_text (GTK_WIDGET (self->bar), "302: the next would be a GET.");
  rt_test_assert_text (GTK_WIDGET (self->bar),
                       "Follow: 302 after POST (RFC 9110, section 15.4.3)");
  g_assert_true (offers (self, "Follow"));
  g_assert_true (offers (self, "Edit, then follow"));
  g_assert_true (offers (self, "Stop here"));
  g_assert_false (offers (self, "Keep method"));
  g_assert_false (offers (self, "Without credentials"));
  g_assert_false (offers (self, "With credentials"));
  press (self, "Follow");
  g_assert_cmpint (self->decision, ==, RT_DECISION_FOLLOW);
  self->decision = -1;
  /* A second press does not decide what comes next. */
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (self->bar), "Follow")));
  rt_trail_take_pending (self->trail, NULL);
  rt_test_wait (is_hidden, self->bar);
}

static void
test_keep (Fixture       *self,
           gconstpointer  data)
{
  RtPending *pending = redirect ("GET", "http://e/2");

  pending->has_content = TRUE;
  show (self, pending);
  g_assert_true (offers (self, "Keep method and content"));
  press (self, "Keep method and content");
  g_assert_cmpint (self->decision, ==, RT_DECISION_KEEP_METHOD);
}

static void
test_same_origin_credentials (Fixture       *self,
                              gconstpointer  data)
{
  RtPending *pending = redirect ("GET", "http://e/2");

  pending->has_credentials = TRUE;
  show (self, pending);
  g_assert_true (offers (self, "Keep method"));
  g_assert_true (offers (self, "Without credentials"));
  g_assert_false (offers (self, "With credentials"));
  rt_test_assert_no_text (GTK_WIDGET (self->bar), "Another origin");
  press (self, "Without credentials");
  g_assert_cmpint (self->decision, ==, RT_DECISION_WITHOUT_CREDENTIALS);
}

static void
test_other_origin_credentials (Fixture       *self,
                               gconstpointer  data)
{
  RtPending *pending = redirect ("GET", "http://u:p@other/");

  pending->has_credentials = TRUE;
  pending->origin_changes = TRUE;
  show (self, pending);
  g_assert_false (offers (self, "Without credentials"));
  g_assert_true (offers (self, "With credentials"));
  rt_test_assert_text (GTK_WIDGET (self->bar),
                       "Another origin: with credentials, http://u:***@other/ gets to know them.");
  press (self, "With credentials");
  g_assert_cmpint (self->decision, ==, RT_DECISION_WITH_CREDENTIALS);
}

static void
edit_cb (Fixture   *self,
         RtRequest *request)
{
  g_assert_cmpint (self->decision, ==, -1);
  g_set_object (&self->edited, request);
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  RtPending *pending = redirect ("GET", "http://e/2");

  g_signal_connect_swapped (self->bar, "edit", G_CALLBACK (edit_cb), self);
  show (self, pending);
  press (self, "Edit, then follow");
  g_assert_true (self->edited == pending->request);
  g_assert_cmpint (self->decision, ==, RT_DECISION_STOP_HERE);
}

static void
test_retry (Fixture       *self,
            gconstpointer  data)
{
  RtPending *pending = rt_pending_new (RT_PENDING_RETRY, 0);

  pending->words = g_strdup ("503: it is tried again.");
  pending->due = g_get_monotonic_time () + G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  pending->try_number = 2;
  pending->tries = 4;
  show (self, pending);
  rt_test_assert_text (GTK_WIDGET (self->bar), "Try 2 of 4 in 3600 seconds");
  g_assert_true (offers (self, "Now"));
  g_assert_true (offers (self, "Stop"));
  g_assert_false (offers (self, "Edit, then follow"));
  press (self, "Stop");
  g_assert_cmpint (self->decision, ==, RT_DECISION_STOP_HERE);
}

/* The next key decides: no mouse is needed. */
static void
test_focus (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  window = rt_test_show (box);
  gtk_widget_grab_focus (entry);
  show (self, redirect ("GET", "http://e/2"));
  g_assert_true (gtk_window_get_focus (window) ==
                 find_button (GTK_WIDGET (self->bar), "Follow"));
  gtk_box_remove (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_window_destroy (window);
}

#define ADD(name, function) \
  g_test_add ("/pending-bar/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  ADD ("plain", test_plain);
  ADD ("keep", test_keep);
  ADD ("same-origin-credentials", test_same_origin_credentials);
  ADD ("other-origin-credentials", test_other_origin_credentials);
  ADD ("edit", test_edit);
  ADD ("retry", test_retry);
  ADD ("focus", test_focus);

  return g_test_run ();
}
