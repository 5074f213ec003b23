/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command line of send: what it makes of the request, and what it refuses. */

#include "send-options.h"

#include <string.h>

#define MAX_WORDS 8

static RtSendOptions *
parse (const char * const *words,
       GError            **error)
{
  char *argv[MAX_WORDS + 2] = { (char *) "send", NULL };
  int argc = 1;

  for (guint i = 0; i < MAX_WORDS && words[i] != NULL; i++)
    argv[argc++] = (char *) words[i];
  return rt_send_options_parse (argc, argv, error);
}

static const char * const refused[][MAX_WORDS] = {
  { NULL },
  { "http://h/", "http://i/" },
  { "--no-such", "http://h/" },
  { "--follow", "--no-follow", "http://h/" },
  { "--http1", "--http2", "http://h/" },
  { "--timeout=-1", "http://h/" },
  { "--timeout=soon", "http://h/" },
  { "--max-redirects=-1", "http://h/" },
  { "--user=nobody", "http://h/" },
  { "--user=u:p\r\nX: y", "http://h/" },
  { "--idle-timeout=-1", "http://h/" },
  { "--idle-timeout=soon", "http://h/" },
  { "--no-auto=Accept", "http://h/" },
  { "--no-auto=", "http://h/" },
  { "--data=a", "--data=b", "http://h/" },
  { "--cacert=/no/such/file", "http://h/" },
  { "--header=nothing", "http://h/" },
  { "--header=A: b\r\nC: d", "http://h/" },
  { "--header=A b: c", "http://h/" },
  { "--method=A B", "http://h/" },
  { "--method=CONNECT", "http://h/" },
  { "ftp://h/" },
  { "http://" },
  { "--data=@/no/such/file", "http://h/" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtSendOptions) options = parse (refused[i], &error);

      if (options != NULL)
        g_error ("row %u is not refused", i);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_defaults (void)
{
  static const char * const words[MAX_WORDS] = { "http://h/" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = parse (words, &error);
  RtRequest *request;

  g_assert_no_error (error);
  request = options->request;
  g_assert_cmpstr (rt_request_get_method (request), ==, "GET");
  g_assert_cmpstr (rt_request_get_url (request), ==, "http://h/");
  g_assert_true (rt_request_get_follow (request));
  g_assert_cmpuint (rt_request_get_max_redirects (request), ==, 20);
  g_assert_cmpuint (rt_request_get_timeout (request), ==, 0);
  g_assert_cmpuint (rt_request_get_idle_timeout (request), ==, 60);
  g_assert_cmpint (rt_request_get_protocol (request), ==, RT_PROTOCOL_HTTP1);
  g_assert_cmpint (rt_request_get_content_kind (request), ==, RT_CONTENT_NONE);
  g_assert_false (rt_request_get_insecure (request));
  g_assert_false (options->quiet);
  g_assert_false (options->show_secrets);
  g_assert_null (options->har);
}

static void
assert_field (RtRequest  *request,
              guint       position,
              const char *name,
              const char *value)
{
  g_autoptr (RtPair) pair = g_list_model_get_item (
    G_LIST_MODEL (rt_request_get_fields (request)), position);

  g_assert_cmpstr (rt_pair_get_name (pair), ==, name);
  g_assert_cmpstr (rt_pair_get_value (pair), ==, value);
}

static void
test_fields (void)
{
  static const char * const words[MAX_WORDS] = {
    "-H", "x-A:  b:c ", "--header=X-a: 2", "-u", "u:p:q", "http://h/",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = parse (words, &error);

  g_assert_no_error (error);
  assert_field (options->request, 0, "x-A", "b:c");
  assert_field (options->request, 1, "X-a", "2");
  g_assert_cmpstr (rt_credentials_get_secret (rt_request_get_credentials (options->request)), ==,
                   "p:q");
}

static void
test_all (void)
{
  static const char * const words[MAX_WORDS] = {
    "--data={}", "--no-follow", "--timeout=3", "-kq", "--http2", "--har=-",
    "--max-redirects=1", "https://h/",
  };
  static const char * const put[MAX_WORDS] = { "-X", "put", "-d", "", "http://h/" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = parse (words, &error);
  g_autoptr (RtSendOptions) other = parse (put, NULL);
  RtRequest *request;

  g_assert_no_error (error);
  request = options->request;
  g_assert_cmpstr (rt_request_get_method (request), ==, "POST");
  g_assert_cmpstr (rt_request_get_text (request), ==, "{}");
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "");
  g_assert_false (rt_request_get_follow (request));
  g_assert_true (rt_request_get_insecure (request));
  g_assert_cmpuint (rt_request_get_timeout (request), ==, 3);
  g_assert_cmpuint (rt_request_get_max_redirects (request), ==, 1);
  g_assert_cmpint (rt_request_get_protocol (request), ==, RT_PROTOCOL_HTTP2);
  g_assert_true (options->quiet);
  g_assert_cmpstr (options->har, ==, "-");
  g_assert_cmpstr (rt_request_get_method (other->request), ==, "put");
  g_assert_cmpint (rt_request_get_content_kind (other->request), ==, RT_CONTENT_TEXT);
}

static void
test_left_out (void)
{
  static const char * const words[MAX_WORDS] = {
    "--no-auto=accept-ENCODING", "--no-auto", "Host", "--idle-timeout=0", "http://h/",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = parse (words, &error);

  g_assert_no_error (error);
  g_assert_true (rt_request_get_automatic_removed (options->request, "Accept-Encoding"));
  g_assert_true (rt_request_get_automatic_removed (options->request, "Host"));
  g_assert_false (rt_request_get_automatic_removed (options->request, "User-Agent"));
  g_assert_cmpuint (rt_request_get_idle_timeout (options->request), ==, 0);
}

/* "Name:" is an empty value; a fold stays in the value. */
static void
test_odd_fields (void)
{
  static const char * const words[MAX_WORDS] = { "-H", "A:", "-H", "B: c\r\n d", "http://h/" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = parse (words, &error);

  g_assert_no_error (error);
  assert_field (options->request, 0, "A", "");
  assert_field (options->request, 1, "B", "c\r\n d");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/send-options/refused", test_refused);
  g_test_add_func ("/send-options/defaults", test_defaults);
  g_test_add_func ("/send-options/fields", test_fields);
  g_test_add_func ("/send-options/all", test_all);
  g_test_add_func ("/send-options/left-out", test_left_out);
  g_test_add_func ("/send-options/odd-fields", test_odd_fields);
  return g_test_run ();
}
