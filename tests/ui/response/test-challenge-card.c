/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of challenge-card.c: the login of an exchange. */

#include "config.h"

#include "challenge-card.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_CHALLENGE_CARD);
}

static RtExchange *
create (const char *status)
{
  static const char request[] = "GET / HTTP/1.1\r\nAuthorization: Basic dXNlcjpzM2NyZXQ=\r\n\r\n";
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://e/");
  g_autoptr (GBytes) bytes = g_bytes_new_static (request, strlen (request));
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s\r\nWWW-Authenticate: Basic "
                                           "realm=\"here\"\r\n"
                                           "WWW-Authenticate: Bearer scope=\"a b\"\r\n\r\n",
                                           status);

  rt_exchange_take_request_head (exchange, rt_head_parse (RT_HEAD_REQUEST, bytes));
  rt_test_exchange_add_head (exchange, head);
  rt_exchange_finish (exchange);

  return exchange;
}

static void
test_asked (void)
{
  g_autoptr (RtExchange) exchange = create ("401 Unauthorized");
  GtkWidget *card =
    g_object_ref_sink (g_object_new (RT_TYPE_CHALLENGE_CARD, "exchange", exchange, NULL));

  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (rt_test_find (card, "Login"));
  rt_test_assert_text (card, "realm\nhere\n");
  rt_test_assert_text (card, "scope\na b\n");
  rt_test_assert_text (card, "User\nuser\n");
  g_assert_finalize_object (card);
}

/* What is shown goes back when another exchange is chosen. */
static void
test_secret (void)
{
  g_autoptr (RtExchange) first = create ("401 Unauthorized");
  g_autoptr (RtExchange) second = create ("401 Unauthorized");
  GtkWidget *card =
    g_object_ref_sink (g_object_new (RT_TYPE_CHALLENGE_CARD, "exchange", first, NULL));
  GtkToggleButton *show = GTK_TOGGLE_BUTTON (rt_test_find (card, "Show what was sent"));

  rt_test_assert_no_text (card, "s3cret");
  gtk_toggle_button_set_active (show, TRUE);
  rt_test_assert_text (card, "s3cret");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (card), second);
  rt_test_assert_no_text (card, "s3cret");
  g_assert_false (gtk_toggle_button_get_active (show));
  g_assert_finalize_object (card);
}

/* Of another status only when it is asked for. */
static void
test_reveal (void)
{
  g_autoptr (RtExchange) exchange = create ("200 OK");
  g_autoptr (RtExchange) plain =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n", "", 0);
  GtkWidget *card =
    g_object_ref_sink (g_object_new (RT_TYPE_CHALLENGE_CARD, "exchange", exchange, NULL));

  g_assert_false (gtk_widget_get_visible (card));
  rt_challenge_card_reveal (RT_CHALLENGE_CARD (card));
  g_assert_true (gtk_widget_get_visible (card));
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (card), plain);
  g_assert_false (gtk_widget_get_visible (card));
  rt_challenge_card_reveal (RT_CHALLENGE_CARD (card));
  g_assert_false (gtk_widget_get_visible (card));
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (card), NULL);
  g_assert_finalize_object (card);
}

static void
answer_cb (GtkWidget *card,
           guint     *n)
{
  (*n)++;
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

static void
test_answer (void)
{
  g_autoptr (RtExchange) exchange = create ("401 Unauthorized");
  GtkWidget *card =
    g_object_ref_sink (g_object_new (RT_TYPE_CHALLENGE_CARD, "exchange", exchange, NULL));
  guint n = 0;

  g_signal_connect (card, "answer", G_CALLBACK (answer_cb), &n);
  g_signal_emit_by_name (find_button (card, "Answer…"), "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (card);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/challenge-card/new-destroy", test_new_destroy);
  g_test_add_func ("/challenge-card/asked", test_asked);
  g_test_add_func ("/challenge-card/secret", test_secret);
  g_test_add_func ("/challenge-card/reveal", test_reveal);
  g_test_add_func ("/challenge-card/answer", test_answer);

  return g_test_run ();
}
