/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of token-card.c. */

#include "config.h"

#include "token-card.h"

#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_TOKEN_CARD);
}

static char *
encode (const char *json)
{
  char *text = g_base64_encode ((const guchar *) json, strlen (json));

  g_strdelimit (g_strdelimit (text, "+", '-'), "/", '_');
  text[strcspn (text, "=")] = '\0';

  return text;
}

static char *
create_token (const char *claims)
{
  g_autofree char *head = encode ("{\"alg\":\"HS256\"}");
  g_autofree char *body = encode (claims);

  return g_strconcat (head, ".", body, ".c2ln", NULL);
}

static void
test_token (void)
{
  GtkWidget *card = g_object_ref_sink (rt_token_card_new ());
  GtkWidget *validity = rt_test_find (card, "Validity of the token");
  g_autofree char *old = create_token ("{\"sub\":\"ada\",\"exp\":1790000000}");
  g_autofree char *endless = create_token ("{\"sub\":\"<b>bob</b>\"}");

  g_assert_true (rt_token_card_set_token (RT_TOKEN_CARD (card), old, 1790000180));
  rt_test_assert_text (card, "Expired 3 minutes ago");
  rt_test_assert_text (card, "\"sub\": \"ada\"");
  rt_test_assert_text (card, "\"alg\": \"HS256\"");
  rt_test_assert_text (card, "Expires: ");
  g_assert_true (gtk_widget_has_css_class (validity, "error"));

  g_assert_true (rt_token_card_set_token (RT_TOKEN_CARD (card), endless, 1790000180));
  g_assert_false (gtk_widget_has_css_class (validity, "error"));
  rt_test_assert_text (card, "<b>bob</b>");
  rt_test_assert_no_text (card, "Expires: ");

  g_assert_false (rt_token_card_set_token (RT_TOKEN_CARD (card), "opaque", 0));
  g_assert_false (rt_token_card_set_token (RT_TOKEN_CARD (card), "", 0));
  g_assert_finalize_object (card);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/token-card/new-destroy", test_new_destroy);
  g_test_add_func ("/token-card/token", test_token);

  return g_test_run ();
}
