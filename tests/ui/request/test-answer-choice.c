/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of answer-choice.c. */

#include "config.h"

#include "answer-choice.h"

static void
test_list (void)
{
  static const char * const offered[] = { "Negotiate", "basic", "Digest MD5", "DIGEST md5",
                                          "Digest SHA-256", "Bearer", "Basically", NULL };
  static const struct
  {
    RtCredentialsKind kind;
    const char       *prefer;
    const char       *labels;
  } cases[] = {
    { RT_CREDENTIALS_USER, "", "basic|Digest MD5|Digest SHA-256" },
    { RT_CREDENTIALS_USER, "Basic", "basic|Digest MD5|Digest SHA-256" },
    { RT_CREDENTIALS_USER, "Digest SHA-512-256",
      "basic|Digest MD5|Digest SHA-256|Digest SHA-512-256" },
    { RT_CREDENTIALS_DIGEST, "", "Digest MD5|Digest SHA-256" },
    { RT_CREDENTIALS_DIGEST, "Basic", "Digest MD5|Digest SHA-256" },
    { RT_CREDENTIALS_BASIC, "", "" },
    { RT_CREDENTIALS_BEARER, "Bearer", "" },
    { RT_CREDENTIALS_NONE, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) labels = rt_answer_choice_list (cases[i].kind, offered, cases[i].prefer);
      g_autofree char *joined = g_strjoinv ("|", labels);

      g_assert_cmpstr (joined, ==, cases[i].labels);
    }
}

static void
test_none_offered (void)
{
  g_auto(GStrv) none = rt_answer_choice_list (RT_CREDENTIALS_USER, NULL, "");
  g_auto(GStrv) one = rt_answer_choice_list (RT_CREDENTIALS_USER, NULL, "Basic");

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
}

static void
test_find (void)
{
  static const char * const labels[] = { "Basic", "Digest MD5", NULL };

  g_assert_cmpint (rt_answer_choice_find (labels, "digest md5"), ==, 1);
  g_assert_cmpint (rt_answer_choice_find (labels, "Basic"), ==, 0);
  g_assert_cmpint (rt_answer_choice_find (labels, ""), ==, -1);
  g_assert_cmpint (rt_answer_choice_find (labels, "Digest"), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-choice/list", test_list);
  g_test_add_func ("/answer-choice/none-offered", test_none_offered);
  g_test_add_func ("/answer-choice/find", test_find);

  return g_test_run ();
}
