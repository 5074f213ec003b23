/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/credentials.c. */

#include "credentials.h"

#include <string.h>

static void
count_cb (GObject    *object,
          GParamSpec *spec,
          guint      *count)
{
  (*count)++;
}

static void
test_new (void)
{
  RtCredentials *self = rt_credentials_new ();

  g_assert_cmpint (rt_credentials_get_kind (self), ==, RT_CREDENTIALS_NONE);
  g_assert_cmpint (rt_credentials_get_place (self), ==, RT_KEY_IN_FIELD);
  g_assert_false (rt_credentials_get_preemptive (self));
  g_assert_cmpstr (rt_credentials_get_user (self), ==, "");
  g_assert_cmpstr (rt_credentials_get_secret (self), ==, "");
  g_assert_cmpstr (rt_credentials_get_name (self), ==, "");
  g_assert_cmpstr (rt_credentials_get_prefer (self), ==, "");
  g_assert_finalize_object (self);
}

/* Each string: told once when it changes, never NULL. */
static void
test_strings (void)
{
  static const struct
  {
    const char *name;
    const char *(*get) (RtCredentials *);
    void (*set) (RtCredentials *, const char *);
  } strings[] = {
    { "user", rt_credentials_get_user, rt_credentials_set_user },
    { "secret", rt_credentials_get_secret, rt_credentials_set_secret },
    { "name", rt_credentials_get_name, rt_credentials_set_name },
    { "prefer", rt_credentials_get_prefer, rt_credentials_set_prefer },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (RtCredentials) self = rt_credentials_new ();
      g_autofree char *signal = g_strconcat ("notify::", strings[i].name, NULL);
      g_autofree char *read = NULL;
      guint count = 0;

      g_signal_connect (self, signal, G_CALLBACK (count_cb), &count);
      strings[i].set (self, "a");
      strings[i].set (self, "a");
      g_assert_cmpuint (count, ==, 1);
      g_object_set (self, strings[i].name, "b", NULL);
      g_object_get (self, strings[i].name, &read, NULL);
      g_assert_cmpstr (read, ==, "b");
      g_assert_cmpuint (count, ==, 2);
      strings[i].set (self, NULL);
      g_assert_cmpstr (strings[i].get (self), ==, "");
      g_assert_cmpuint (count, ==, 3);
    }
}

static void
test_choices (void)
{
  g_autoptr (RtCredentials) self = rt_credentials_new ();
  guint count = 0;
  int kind, place;
  gboolean preemptive;

  g_signal_connect (self, "notify", G_CALLBACK (count_cb), &count);
  rt_credentials_set_kind (self, RT_CREDENTIALS_DIGEST);
  rt_credentials_set_kind (self, RT_CREDENTIALS_DIGEST);
  rt_credentials_set_place (self, RT_KEY_IN_QUERY);
  rt_credentials_set_place (self, RT_KEY_IN_QUERY);
  rt_credentials_set_preemptive (self, TRUE);
  rt_credentials_set_preemptive (self, 2);
  g_assert_cmpuint (count, ==, 3);
  g_object_get (self, "kind", &kind, "place", &place, "preemptive", &preemptive, NULL);
  g_assert_cmpint (kind, ==, RT_CREDENTIALS_DIGEST);
  g_assert_cmpint (place, ==, RT_KEY_IN_QUERY);
  g_assert_true (preemptive);
  g_object_set (self, "kind", RT_CREDENTIALS_NONE, "place", RT_KEY_IN_FIELD,
                "preemptive", FALSE, NULL);
  g_assert_cmpuint (count, ==, 6);
  g_assert_cmpint (rt_credentials_get_kind (self), ==, RT_CREDENTIALS_NONE);
}

/* Every property, by the class: one that is added later is copied as well. */
static void
test_copy (void)
{
  g_autoptr (RtCredentials) self =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", RT_CREDENTIALS_API_KEY, "user", "u", "secret", "s",
                  "name", "n", "place", RT_KEY_IN_QUERY, "preemptive", TRUE, "prefer", "p", NULL);
  g_autoptr (RtCredentials) copy = rt_credentials_copy (self);
  g_autofree GParamSpec **specs = NULL;
  guint n;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n);
  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) one = G_VALUE_INIT;
      g_auto (GValue) other = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), specs[i]->name, &one);
      g_object_get_property (G_OBJECT (copy), specs[i]->name, &other);
      g_assert_cmpint (g_param_values_cmp (specs[i], &one, &other), ==, 0);
      g_assert_false (g_param_value_defaults (specs[i], &one));
    }
  rt_credentials_set_user (self, "v");
  g_assert_cmpstr (rt_credentials_get_user (copy), ==, "u");
  rt_credentials_assign (copy, copy);
  g_assert_cmpstr (rt_credentials_get_user (copy), ==, "u");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/credentials/new", test_new);
  g_test_add_func ("/auth/credentials/strings", test_strings);
  g_test_add_func ("/auth/credentials/choices", test_choices);
  g_test_add_func ("/auth/credentials/copy", test_copy);
  return g_test_run ();
}
