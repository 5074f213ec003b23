/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of secret-view.c: no secret comes through, whatever surrounds it. */

#include "config.h"

#include "secret-view.h"

#include <string.h>

static RtCredentials *
key_in (RtKeyPlace  place,
        const char *name)
{
  RtCredentials *credentials = rt_credentials_new ();

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_API_KEY);
  rt_credentials_set_place (credentials, place);
  rt_credentials_set_name (credentials, name);
  rt_credentials_set_secret (credentials, "s3cret");

  return credentials;
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *masked;
  } cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "http://e/a?b=c#d", "http://e/a?b=c#d" },
    { "http://u:p@e/", "http://u:***@e/" },
    { "http://u:p@x@e/", "http://u:***@e/" },
    { "http://u@e/", "http://u@e/" },
    { "//u:p@e", "//u:***@e" },
    { "http://a:b@e/ and http://c:d@f/", "http://a:***@e/ and http://c:***@f/" },
    { "<http://u:p@e/>; rel=next, <http://v:q@e/>",
      "<http://u:***@e/>; rel=next, <http://v:***@e/>" },
    { "http://u:@e/", "http://u:***@e/" },
    { "http://e/a:b@c", "http://e/a:b@c" },
    { "GET http://u:p@e/ HTTP/1.1", "GET http://u:***@e/ HTTP/1.1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = rt_secret_view_text (NULL, cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_parameter (void)
{
  static const struct
  {
    const char *text;
    const char *masked;
  } cases[] = {
    { "/a?key=s3cret", "/a?key=***" },
    { "/a?x=1&key=s3cret&y=2#f", "/a?x=1&key=***&y=2#f" },
    { "/a?k%65y=s3cret", "/a?k%65y=***" },
    { "GET /a?key=s3cret HTTP/1.1", "GET /a?key=*** HTTP/1.1" },
    { "/a?key=1&key=2", "/a?key=***&key=***" },
    { "/a?monkey=1&keys=2&key", "/a?monkey=1&keys=2&key" },
    { "/a?access_token=t&a=1", "/a?access_token=***&a=1" },
    { "/a?%zz=1", "/a?%zz=***" },
    { "/key=1", "/key=1" },
  };
  g_autoptr (RtCredentials) credentials = key_in (RT_KEY_IN_QUERY, "key");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = rt_secret_view_text (credentials, cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_value (void)
{
  g_autoptr (RtCredentials) credentials = key_in (RT_KEY_IN_FIELD, "X-Api-Key");
  g_autofree char *key = rt_secret_view_value (credentials, "x-api-KEY", "s3cret");
  g_autofree char *other = rt_secret_view_value (NULL, "X-Own", "seen");
  g_autofree char *basic = rt_secret_view_value (NULL, "authorization", "Basic dTpw");
  g_autofree char *cookie = rt_secret_view_value (NULL, "Cookie", "a=1; b=2");
  g_autofree char *location = rt_secret_view_value (NULL, "Location", "http://u:p@e/");

  g_assert_cmpstr (key, ==, "***");
  g_assert_cmpstr (other, ==, "seen");
  g_assert_cmpstr (basic, ==, "Basic ***");
  g_assert_cmpstr (cookie, ==, "a=***; b=***");
  g_assert_cmpstr (location, ==, "http://u:***@e/");
}

static void
test_line (void)
{
  static const struct
  {
    const char *line;
    const char *masked;
  } cases[] = {
    { "Authorization: Basic dTpw", "Authorization: Basic ***" },
    { "authorization:Basic dTpw", "authorization:Basic ***" },
    { "Authorization Basic dTpw", "Authorization Basic ***" },
    { "Authorization : Basic dTpw", "Authorization : Basic ***" },
    { "Set-Cookie: sid=1; Path=/", "Set-Cookie: sid=***; Path=/" },
    { "X: http://u:p@e/", "X: http://u:***@e/" },
    { "Host: e", "Host: e" },
    { "", "" },
    { "Cookie", "Cookie" },
    { "Cookie:", "Cookie:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = rt_secret_view_line (NULL, cases[i].line);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static char *
mask_head (RtCredentials *credentials,
           RtHeadKind     kind,
           const char    *text)
{
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);
  g_autoptr (RtHead) head = rt_head_parse (kind, bytes);
  g_autoptr (GBytes) masked = rt_secret_view_head (credentials, head);

  g_assert_cmpint (rt_secret_view_has_any (credentials, head), ==, !g_bytes_equal (bytes, masked));

  return g_strndup (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked));
}

static void
test_head (void)
{
  g_autoptr (RtCredentials) query = key_in (RT_KEY_IN_QUERY, "key");
  g_autoptr (RtCredentials) field = key_in (RT_KEY_IN_FIELD, "X-Own");
  g_autofree char *request =
    mask_head (query, RT_HEAD_REQUEST,
               "GET /a?key=s3cret HTTP/1.1\r\nhost:  e\r\nCookie:\ta=1;b=2\r\n"
               "Referer: http://u:p@e/?key=s3cret\r\nX-Own: seen\r\n\r\n");
  g_autofree char *keyed = mask_head (field, RT_HEAD_REQUEST,
                                      "GET / HTTP/1.1\r\nX-Own: s3cret\r\nX-OWN : s3cret\r\n\r\n");
  g_autofree char *plain = mask_head (NULL, RT_HEAD_RESPONSE,
                                      "HTTP/1.1  200 \xc3\r\nA:1\nb : \x01\r\n\r\n");
  g_autofree char *odd = mask_head (NULL, RT_HEAD_RESPONSE,
                                    "HTTP/1.1 200 OK\r\nSet-Cookie: sid=s3c\r\n ret\r\n"
                                    "Location: http://u:p@e/\r\nSet-Cookie s=3\r\n");

  g_assert_cmpstr (request, ==, "GET /a?key=*** HTTP/1.1\r\nhost:  e\r\nCookie:\ta=***;b=***\r\n"
                                "Referer: http://u:***@e/?key=***\r\nX-Own: seen\r\n\r\n");
  g_assert_cmpstr (keyed, ==, "GET / HTTP/1.1\r\nX-Own: ***\r\nX-OWN : ***\r\n\r\n");
  g_assert_cmpstr (plain, ==, "HTTP/1.1  200 \xc3\r\nA:1\nb : \x01\r\n\r\n");
  g_assert_null (strstr (odd, "s3c"));
  g_assert_null (strstr (odd, "ret"));
  g_assert_null (strstr (odd, ":p@"));
  g_assert_null (strstr (odd, "s=3"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret-view/text", test_text);
  g_test_add_func ("/secret-view/parameter", test_parameter);
  g_test_add_func ("/secret-view/value", test_value);
  g_test_add_func ("/secret-view/line", test_line);
  g_test_add_func ("/secret-view/head", test_head);

  return g_test_run ();
}
