/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/basic-credentials.c. */

#include "basic-credentials.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_values (void)
{
  static const struct
  {
    const char *user;
    const char *secret;
    gboolean    compose;
    const char *value;
    const char *fault;  /* a part of it, when there is no value */
  } cases[] = {
    { "Aladdin", "open sesame", FALSE, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    { "test", "123£", FALSE, "Basic dGVzdDoxMjPCow==" },
    { "", "", FALSE, "Basic Og==" },
    { "", "p", FALSE, "Basic OnA=" },
    { "u", "", FALSE, "Basic dTo=" },
    { "u", "a:b", FALSE, "Basic dTphOmI=" },
    { "u", ":", FALSE, "Basic dTo6" },
    /* "a" and a combining diaeresis, one character when composed. */
    { "a\314\210", "", FALSE, "Basic YcyIOg==" },
    { "a\314\210", "", TRUE, "Basic w6Q6" },
    { "\377", "", TRUE, "Basic /zo=" },
    { "a:b", "p", FALSE, NULL, "colon" },
    { ":", "", FALSE, NULL, "colon" },
    { "a\n", "p", FALSE, NULL, "The user has a control" },
    { "a", "p\n", FALSE, NULL, "The password has a control" },
    { "a", "\t", FALSE, NULL, "control" },
    { "a\177", "", FALSE, NULL, "control" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = rt_basic_dup_value (cases[i].user, cases[i].secret,
                                                   cases[i].compose);
      g_autofree char *fault = rt_basic_dup_fault (cases[i].user, cases[i].secret);

      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpint (fault == NULL, ==, cases[i].fault == NULL);
      if (fault != NULL)
        g_assert_nonnull (strstr (fault, cases[i].fault));
    }
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "www-authenticate", "basic-vectors.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the shared suites are not here");
      return;
    }
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), >=, 2);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *value = rt_basic_dup_value (json_object_get_string_member (row, "user"),
                                                   json_object_get_string_member (row, "password"),
                                                   TRUE);

      g_assert_cmpstr (value, ==, json_object_get_string_member (row, "value"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/basic-credentials/values", test_values);
  g_test_add_func ("/auth/basic-credentials/vectors", test_vectors);
  return g_test_run ();
}
