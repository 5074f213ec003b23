/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The options of logins, retries, cookies and steps. */

#include "trail-options.h"

#include <string.h>

#define MAX_WORDS 6

static RtRequest *
parse (const char * const *words,
       GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  RtTrailOptions options = { NULL };
  g_autoptr (RtRequest) request = rt_request_new ();
  char *argv_store[MAX_WORDS + 2] = { (char *) "send", NULL };
  char **argv = argv_store;
  int argc = 1;
  gboolean fine;

  for (guint i = 0; i < MAX_WORDS && words[i] != NULL; i++)
    argv[argc++] = (char *) words[i];
  rt_trail_options_add (&options, context);
  fine = g_option_context_parse (context, &argc, &argv, error)
         && rt_trail_options_apply (&options, request, error);
  rt_trail_options_clear (&options);
  return fine ? g_steal_pointer (&request) : NULL;
}

static void
test_logins (void)
{
  static const struct
  {
    const char       *words[MAX_WORDS];
    RtCredentialsKind kind;
    const char       *user, *secret;
    gboolean          preemptive;
  } rows[] = {
    { { NULL }, RT_CREDENTIALS_NONE, "", "", FALSE },
    { { "-u", "a:b:c" }, RT_CREDENTIALS_USER, "a", "b:c", FALSE },
    { { "--user=a:b", "--preemptive" }, RT_CREDENTIALS_USER, "a", "b", TRUE },
    { { "--user=a:b", "--auth=auto" }, RT_CREDENTIALS_USER, "a", "b", FALSE },
    { { "--user=a:b", "--auth=Basic", "--preemptive" }, RT_CREDENTIALS_BASIC, "a", "b", TRUE },
    { { "--user=a:b", "--auth=digest" }, RT_CREDENTIALS_DIGEST, "a", "b", FALSE },
    { { "--token=t" }, RT_CREDENTIALS_BEARER, "", "t", FALSE },
    { { "--token=t", "--auth=bearer" }, RT_CREDENTIALS_BEARER, "", "t", FALSE },
    { { "--auth=negotiate" }, RT_CREDENTIALS_NEGOTIATE, "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtRequest) request = parse (rows[i].words, &error);
      RtCredentials *credentials;

      g_assert_no_error (error);
      credentials = rt_request_get_credentials (request);
      g_assert_cmpint (rt_credentials_get_kind (credentials), ==, rows[i].kind);
      g_assert_cmpstr (rt_credentials_get_user (credentials), ==, rows[i].user);
      g_assert_cmpstr (rt_credentials_get_secret (credentials), ==, rows[i].secret);
      g_assert_cmpint (rt_credentials_get_preemptive (credentials), ==, rows[i].preemptive);
    }
}

static void
test_others (void)
{
  static const char * const words[MAX_WORDS] = {
    "--proxy-user=p:q", "--retry=4", "--retry-on=503, connect,any", "--no-cookies", "--step",
  };
  static const char * const plain[MAX_WORDS] = { "--retry=2" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtRequest) request = parse (words, &error);
  g_autoptr (RtRequest) other = parse (plain, NULL);
  const RtRetryPolicy *policy;

  g_assert_no_error (error);
  policy = rt_request_get_retry (request);
  g_assert_cmpuint (policy->tries, ==, 4);
  g_assert_cmpint (policy->outcomes, ==, RT_RETRY_ON_503 | RT_RETRY_ON_CONNECT);
  g_assert_true (policy->any_method);
  g_assert_false (rt_request_get_use_cookies (request));
  g_assert_true (rt_request_get_step (request));
  g_assert_cmpstr (rt_credentials_get_user (rt_request_get_proxy_credentials (request)), ==, "p");
  g_assert_cmpint (rt_credentials_get_kind (rt_request_get_credentials (request)), ==,
                   RT_CREDENTIALS_NONE);
  g_assert_cmpint (rt_request_get_retry (other)->outcomes, ==, rt_retry_policy_default.outcomes);
  g_assert_true (rt_request_get_use_cookies (other));
}

static void
test_refused (void)
{
  static const char * const rows[][MAX_WORDS] = {
    { "--user=hunter2" },
    { "--user=a:b", "--token=hunter2" },
    { "--preemptive" },
    { "--auth=ntlm", "--user=a:b" },
    { "--auth=basic" },
    { "--auth=bearer" },
    { "--auth=basic", "--token=hunter2" },
    { "--auth=negotiate", "--user=a:hunter2" },
    { "--auth=digest", "--user=a:hunter2", "--preemptive" },
    { "--proxy-user=hunter2" },
    { "--retry=-1" },
    { "--retry=often" },
    { "--retry-on=503" },
    { "--retry=1", "--retry-on=500" },
    { "--retry=1", "--retry-on=" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtRequest) request = parse (rows[i], &error);

      if (request != NULL)
        g_error ("row %u is not refused", i);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_null (strstr (error->message, "hunter2"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trail-options/logins", test_logins);
  g_test_add_func ("/trail-options/others", test_others);
  g_test_add_func ("/trail-options/refused", test_refused);

  return g_test_run ();
}
