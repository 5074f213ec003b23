/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of credentials-editor.c: rows of each kind, both directions of the
 * binding, challenges, messages.
 */

#include "config.h"

#include "credentials-editor.h"

#include "widgets.h"

#define FIND(name) rt_test_find (GTK_WIDGET (editor), name)

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_CREDENTIALS_EDITOR);
}

static void
test_list_name (void)
{
  GtkWidget *editor = g_object_ref_sink (rt_credentials_editor_new (FALSE));

  g_assert_nonnull (rt_test_find_as (editor, GTK_TYPE_LIST_BOX, "Login and credentials"));
  g_assert_finalize_object (editor);
}

static RtCredentialsEditor *
create (RtCredentials *credentials,
        gboolean       for_proxy)
{
  RtCredentialsEditor *editor =
    g_object_ref_sink (RT_CREDENTIALS_EDITOR (rt_credentials_editor_new (for_proxy)));

  rt_credentials_editor_set_credentials (editor, credentials);

  return editor;
}

/* It and all above it, up to the editor. */
static gboolean
is_shown (RtCredentialsEditor *editor,
          const char          *name)
{
  GtkWidget *widget = FIND (name);

  g_assert_nonnull (widget);
  for (; widget != GTK_WIDGET (editor); widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget))
      return FALSE;

  return TRUE;
}

static void
test_kinds (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    gboolean          user;
    const char       *secret;
    gboolean          key;
    gboolean          preemptive;
  } cases[] = {
    { RT_CREDENTIALS_USER, TRUE, "Password for the server", FALSE, TRUE },
    { RT_CREDENTIALS_BASIC, TRUE, "Password for the server", FALSE, TRUE },
    { RT_CREDENTIALS_DIGEST, TRUE, "Password for the server", FALSE, FALSE },
    { RT_CREDENTIALS_BEARER, FALSE, "Token for the server", FALSE, FALSE },
    { RT_CREDENTIALS_API_KEY, FALSE, "Key for the server", TRUE, FALSE },
    { RT_CREDENTIALS_TYPED, FALSE, "Value of the field for the server", FALSE, FALSE },
  };
  RtCredentials *credentials = rt_credentials_new ();
  RtCredentialsEditor *editor = create (credentials, FALSE);
  GtkDropDown *kind = GTK_DROP_DOWN (FIND ("Kind of the login"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_drop_down_set_selected (kind, cases[i].kind);
      g_assert_cmpint (rt_credentials_get_kind (credentials), ==, cases[i].kind);
      g_assert_cmpint (is_shown (editor, "User for the server"), ==, cases[i].user);
      g_assert_true (is_shown (editor, cases[i].secret));
      g_assert_cmpint (is_shown (editor, "Name of the API key"), ==, cases[i].key);
      g_assert_cmpint (is_shown (editor, "Place of the API key"), ==, cases[i].key);
      g_assert_cmpint (is_shown (editor, "Send the login before it is asked for"), ==,
                       cases[i].preemptive);
    }
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_NEGOTIATE);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, RT_CREDENTIALS_NEGOTIATE);
  g_assert_false (is_shown (editor, "User for the server"));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (credentials);
}

static void
test_bound (void)
{
  RtCredentials *credentials = rt_credentials_new ();
  RtCredentialsEditor *editor = create (credentials, FALSE);

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_BASIC);
  gtk_editable_set_text (GTK_EDITABLE (FIND ("User for the server")), "Jörg");
  g_assert_cmpstr (rt_credentials_get_user (credentials), ==, "Jörg");
  gtk_editable_set_text (GTK_EDITABLE (FIND ("Password for the server")), "a:b ");
  g_assert_cmpstr (rt_credentials_get_secret (credentials), ==, "a:b ");
  gtk_switch_set_active (GTK_SWITCH (FIND ("Send the login before it is asked for")), TRUE);
  g_assert_true (rt_credentials_get_preemptive (credentials));
  rt_credentials_set_user (credentials, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (FIND ("User for the server"))), ==, "");
  rt_test_assert_text (GTK_WIDGET (editor), "The user is empty");

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_API_KEY);
  gtk_editable_set_text (GTK_EDITABLE (FIND ("Name of the API key")), "k");
  g_assert_cmpstr (rt_credentials_get_name (credentials), ==, "k");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (FIND ("Place of the API key")), 1);
  g_assert_cmpint (rt_credentials_get_place (credentials), ==, RT_KEY_IN_QUERY);
  g_assert_cmpint (gtk_text_get_visibility (GTK_TEXT (FIND ("Key for the server"))), ==, FALSE);
  g_assert_finalize_object (editor);
  g_assert_finalize_object (credentials);
}

static void
test_proxy (void)
{
  RtCredentials *credentials = rt_credentials_new ();
  RtCredentialsEditor *editor = create (credentials, TRUE);
  GtkDropDown *kind = GTK_DROP_DOWN (FIND ("Kind of the proxy login"));

  /* No API key; what stands behind it moves up. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (kind)), ==, 7);
  gtk_drop_down_set_selected (kind, 6);
  g_assert_cmpint (rt_credentials_get_kind (credentials), ==, RT_CREDENTIALS_TYPED);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_USER);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 1);
  g_assert_true (is_shown (editor, "User for the proxy"));
  g_assert_true (is_shown (editor, "Password for the proxy"));
  rt_test_assert_text (GTK_WIDGET (editor), "407");
  g_assert_finalize_object (editor);
  g_assert_finalize_object (credentials);
}

static void
test_challenges (void)
{
  static const char * const offered[] = { "Basic", "Digest MD5", "Digest SHA-256", "Bearer",
                                          "Digest MD5", NULL };
  RtCredentials *credentials = rt_credentials_new ();
  RtCredentialsEditor *editor = create (credentials, FALSE);
  GtkDropDown *prefer = GTK_DROP_DOWN (FIND ("Answer this challenge"));

  rt_test_assert_text (GTK_WIDGET (editor), "a 401 is shown as it comes");
  rt_credentials_editor_set_challenges (editor, offered);
  rt_test_assert_text (GTK_WIDGET (editor), "The server asked for Basic or Digest MD5 or ");
  rt_credentials_editor_set_challenges (editor, NULL);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_USER);
  g_assert_false (is_shown (editor, "Answer this challenge"));
  rt_credentials_editor_set_challenges (editor, offered);
  g_assert_true (is_shown (editor, "Answer this challenge"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (prefer)), ==, 4);
  g_assert_cmpstr (rt_credentials_get_prefer (credentials), ==, "");
  gtk_drop_down_set_selected (prefer, 3);
  g_assert_cmpstr (rt_credentials_get_prefer (credentials), ==, "Digest SHA-256");
  g_assert_cmpuint (gtk_drop_down_get_selected (prefer), ==, 3);

  /* A choice stays to be seen, offered or not. */
  rt_credentials_editor_set_challenges (editor, NULL);
  g_assert_true (is_shown (editor, "Answer this challenge"));
  g_assert_cmpstr (rt_credentials_get_prefer (credentials), ==, "Digest SHA-256");
  gtk_drop_down_set_selected (prefer, 0);
  g_assert_cmpstr (rt_credentials_get_prefer (credentials), ==, "");
  g_assert_false (is_shown (editor, "Answer this challenge"));

  /* Basic answers one only. */
  rt_credentials_editor_set_challenges (editor, offered);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_DIGEST);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (prefer)), ==, 3);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_BASIC);
  g_assert_false (is_shown (editor, "Answer this challenge"));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (credentials);
}

static void
test_messages (void)
{
  RtCredentials *credentials = rt_credentials_new ();
  RtCredentialsEditor *editor = create (credentials, FALSE);
  GtkWidget *widget = GTK_WIDGET (editor);

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_BASIC);
  rt_credentials_editor_set_target (editor, "http://example.org/");
  rt_test_assert_text (widget, "goes over http");
  rt_credentials_editor_set_target (editor, "https://example.org/");
  rt_test_assert_no_text (widget, "goes over http");
  rt_credentials_set_user (credentials, "a:b");
  rt_test_assert_text (widget, "colon");
  rt_credentials_set_user (credentials, "ab");
  rt_test_assert_no_text (widget, "colon");
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_BEARER);
  rt_test_assert_no_text (widget, "JSON Web Token");
  rt_credentials_set_secret (credentials, "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln");
  rt_test_assert_text (widget, "JSON Web Token");
  rt_test_assert_text (widget, "Expired");
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_TYPED);
  rt_test_assert_no_text (widget, "JSON Web Token");
  g_assert_finalize_object (editor);
  g_assert_finalize_object (credentials);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/credentials-editor/new-destroy", test_new_destroy);
  g_test_add_func ("/credentials-editor/list-name", test_list_name);
  g_test_add_func ("/credentials-editor/kinds", test_kinds);
  g_test_add_func ("/credentials-editor/bound", test_bound);
  g_test_add_func ("/credentials-editor/proxy", test_proxy);
  g_test_add_func ("/credentials-editor/challenges", test_challenges);
  g_test_add_func ("/credentials-editor/messages", test_messages);

  return g_test_run ();
}
