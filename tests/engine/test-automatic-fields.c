/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/automatic-fields.c: what is chosen for each request shows
 * with its reason before it is sent. The fields of every request are tested
 * with request.c.
 */

#include "request.h"

#include <string.h>

/* The value of the automatic field @name; NULL when there is none. */
static char *
dup_value (RtRequest  *request,
           const char *name)
{
  g_autoptr(GPtrArray) list = rt_request_dup_automatic_fields (request);

  for (guint i = 0; i < list->len; i++)
    {
      const RtAutomaticField *field = g_ptr_array_index (list, i);

      g_assert_cmpstr (field->reason, !=, "");
      if (g_ascii_strcasecmp (field->name, name) == 0)
        return g_strdup (field->value);
    }

  return NULL;
}

static void
check (RtRequest  *request,
       const char *name,
       const char *expected)
{
  g_autofree char *value = dup_value (request, name);

  g_assert_cmpstr (value, ==, expected);
}

/* What stands before the "@", decoded, becomes Basic; what is typed wins. */
static void
test_user_info (void)
{
  static const char *const cases[][2] = {
    { "me:pass", "me:pass" }, { "me", "me:" },         { ":pass", ":pass" },
    { "a%40b:%3A", "a@b::" }, { "a:b:c", "a:b:c" },    { "a:%zz", "a:%zz" },
    { "a:%00", "a:%00" },     { "\303\251:x", "\303\251:x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autofree char *url = g_strdup_printf ("http://%s@a/", cases[i][0]);
      g_autofree char *coded =
        g_base64_encode ((const guint8 *) cases[i][1], strlen (cases[i][1]));
      g_autofree char *expected = g_strconcat ("Basic ", coded, NULL);

      rt_request_set_url (request, url);
      check (request, "Authorization", expected);
      g_assert_true (rt_request_validate (request, NULL));

      rt_request_set_automatic_removed (request, "authorization", TRUE);
      check (request, "Authorization", NULL);
      rt_request_set_automatic_removed (request, "authorization", FALSE);
      rt_request_add_field (request, "authorization", "Bearer x");
      check (request, "Authorization", NULL);
    }
}

static void
test_ahead (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    gboolean          preemptive;
    const char       *name, *value;
  } cases[] = {
    { RT_CREDENTIALS_NONE, TRUE, "Authorization", NULL },
    { RT_CREDENTIALS_USER, FALSE, "Authorization", NULL },
    { RT_CREDENTIALS_USER, TRUE, "Authorization", "Basic dTpz" },
    { RT_CREDENTIALS_BASIC, FALSE, "Authorization", NULL },
    { RT_CREDENTIALS_BASIC, TRUE, "Authorization", "Basic dTpz" },
    { RT_CREDENTIALS_DIGEST, TRUE, "Authorization", NULL },
    { RT_CREDENTIALS_BEARER, FALSE, "Authorization", "Bearer s" },
    { RT_CREDENTIALS_TYPED, FALSE, "Authorization", "s" },
    { RT_CREDENTIALS_API_KEY, FALSE, "X-Key", "s" },
    { RT_CREDENTIALS_API_KEY, FALSE, "Authorization", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      RtCredentials *credentials = rt_request_get_credentials (request);

      rt_request_set_url (request, "http://a/");
      rt_credentials_set_user (credentials, "u");
      rt_credentials_set_secret (credentials, "s");
      rt_credentials_set_name (credentials, "X-Key");
      rt_credentials_set_kind (credentials, cases[i].kind);
      rt_credentials_set_preemptive (credentials, cases[i].preemptive);
      check (request, cases[i].name, cases[i].value);
      rt_request_add_field (request, cases[i].name, "typed");
      check (request, cases[i].name, NULL);
    }
}

static void
test_proxy (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  RtCredentials *credentials = rt_request_get_proxy_credentials (request);

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_BASIC);
  rt_credentials_set_user (credentials, "u");
  rt_credentials_set_secret (credentials, "s");
  rt_credentials_set_preemptive (credentials, TRUE);
  rt_request_set_url (request, "http://a/");
  check (request, "Proxy-Authorization", NULL);
  rt_request_set_proxy (request, "http://127.0.0.1:3128");
  check (request, "Proxy-Authorization", "Basic dTpz");
  /* in a tunnel it would reach the server */
  rt_request_set_url (request, "https://a/");
  check (request, "Proxy-Authorization", NULL);
  rt_request_set_url (request, "http://a/");
  rt_request_set_proxy (request, "socks5://127.0.0.1:1080");
  check (request, "Proxy-Authorization", NULL);
}

static void
put (RtCookieJar *jar,
     const char  *name,
     const char  *domain)
{
  const RtCookieParts parts = {
    .name = name, .value = "1", .domain = domain, .path = "/", .expires = -1, .host_only = TRUE,
  };
  g_autoptr(RtCookie) cookie = rt_cookie_new (&parts);

  rt_cookie_jar_put (jar, cookie);
}

static void
test_cookies (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);

  put (jar, "here", "a.example");
  put (jar, "there", "b.example");
  rt_request_set_url (request, "http://a.example/");
  check (request, "Cookie", NULL);
  rt_request_set_cookie_jar (request, jar);
  check (request, "Cookie", "here=1");
  rt_request_set_url (request, "http://b.example/");
  check (request, "Cookie", "there=1");
  rt_request_set_use_cookies (request, FALSE);
  check (request, "Cookie", NULL);
  rt_request_set_use_cookies (request, TRUE);
  rt_request_set_automatic_removed (request, "Cookie", TRUE);
  check (request, "Cookie", NULL);
  rt_request_set_automatic_removed (request, "Cookie", FALSE);
  rt_request_add_field (request, "cookie", "typed=1");
  check (request, "Cookie", NULL);
}

static void
test_unfit (void)
{
  static const struct { RtCredentialsKind kind; const char *user, *secret, *name; } cases[] = {
    { RT_CREDENTIALS_API_KEY, "", "s", "" },
    { RT_CREDENTIALS_API_KEY, "", "s", "a b" },
    { RT_CREDENTIALS_API_KEY, "", "s\r\nX: y", "X-Key" },
    { RT_CREDENTIALS_BEARER, "", "s\nX: y", "" },
    { RT_CREDENTIALS_TYPED, "", "s\rX: y", "" },
    { RT_CREDENTIALS_BASIC, "a:b", "s", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      RtCredentials *credentials = rt_request_get_credentials (request);
      g_autoptr(GPtrArray) list = NULL;

      rt_request_set_url (request, "http://a/");
      rt_credentials_set_user (credentials, cases[i].user);
      rt_credentials_set_secret (credentials, cases[i].secret);
      rt_credentials_set_name (credentials, cases[i].name);
      rt_credentials_set_preemptive (credentials, TRUE);
      rt_credentials_set_kind (credentials, cases[i].kind);
      g_assert_false (rt_request_validate (request, NULL));
      /* Host, User-Agent, Accept-Encoding: what is unfit is not there */
      list = rt_request_dup_automatic_fields (request);
      g_assert_cmpuint (list->len, ==, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/automatic-fields/user-info", test_user_info);
  g_test_add_func ("/automatic-fields/ahead", test_ahead);
  g_test_add_func ("/automatic-fields/proxy", test_proxy);
  g_test_add_func ("/automatic-fields/cookies", test_cookies);
  g_test_add_func ("/automatic-fields/unfit", test_unfit);

  return g_test_run ();
}
