/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/auth-reader.c. What it does inside of a list is tested
 * with challenges.
 */

#include "auth-reader.h"

#include <string.h>

static GBytes *
exactly (const char *text)
{
  gsize length = strlen (text);

  return g_bytes_new_take (g_memdup2 (text, length), length);
}

static void
test_params (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *value;
    gboolean    quoted;
    gsize       at;     /* behind it */
  } cases[] = {
    { "a=b", "a", "b", FALSE, 3 },
    { "A = \"B\" , c", "a", "B", TRUE, 8 },
    { "a=\"\\a\\\\\\\"\"", "a", "a\\\"", TRUE, 10 },
    { "a*=UTF-8''b", "a*", "UTF-8''b", FALSE, 11 },
    { "a", NULL },
    { "a=", NULL },
    { "=b", NULL },
    { "a=b c", NULL },
    { "a=\"b", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = exactly (cases[i].text);
      g_auto (RtAuthReader) reader = { 0 };
      g_autoptr (RtChallengeParam) param = NULL;

      rt_auth_reader_init (&reader, bytes);
      param = rt_auth_reader_read_param (&reader);
      g_assert_cmpint (param == NULL, ==, cases[i].name == NULL);
      g_assert_cmpint (param == NULL, ==, reader.fault != NULL);
      if (param == NULL)
        continue;
      g_assert_cmpstr (param->name, ==, cases[i].name);
      g_assert_cmpstr (param->value, ==, cases[i].value);
      g_assert_cmpint (param->quoted, ==, cases[i].quoted);
      g_assert_cmpuint (reader.at, ==, cases[i].at);
    }
}

static void
test_token68 (void)
{
  static const struct
  {
    const char *text;
    const char *token;
  } cases[] = {
    { "abc", "abc" }, { "a+/._~-9==", "a+/._~-9==" }, { "abc= ,x", "abc=" },
    { "abc=d", NULL }, { "==", NULL }, { "a!", NULL }, { "", NULL }, { "a b", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = exactly (cases[i].text);
      g_auto (RtAuthReader) reader = { 0 };
      g_autofree char *token = NULL;

      rt_auth_reader_init (&reader, bytes);
      token = rt_auth_reader_read_token68 (&reader);
      g_assert_cmpstr (token, ==, cases[i].token);
      g_assert_cmpuint (reader.at, ==, token != NULL ? strlen (token) : 0);
      g_assert_null (reader.fault);
    }
}

/* The first fault is the one that counts. */
static void
test_first_fault (void)
{
  g_autoptr (GBytes) bytes = exactly ("x");
  g_auto (RtAuthReader) reader = { 0 };

  rt_auth_reader_init (&reader, bytes);
  rt_auth_reader_take_fault (&reader, 3, g_strdup ("one"));
  rt_auth_reader_take_fault (&reader, 1, g_strdup ("two"));
  g_assert_cmpstr (reader.fault, ==, "one");
  g_assert_cmpuint (reader.fault_offset, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/reader/params", test_params);
  g_test_add_func ("/auth/reader/token68", test_token68);
  g_test_add_func ("/auth/reader/first-fault", test_first_fault);
  return g_test_run ();
}
