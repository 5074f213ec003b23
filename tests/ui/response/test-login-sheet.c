/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of login-sheet.c and its two sides: what was asked for, what was sent. */

#include "config.h"

#include "login-sheet.h"

#include "exchanges.h"

#include <string.h>

/* An exchange from both heads. */
static RtExchange *
create (const char *request,
        const char *response)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://e/x");
  g_autofree char *request_text = g_strdup_printf ("GET /x HTTP/1.1\r\nHost: e\r\n%s\r\n", request);
  g_autoptr (GBytes) request_bytes = g_bytes_new (request_text, strlen (request_text));
  g_autofree char *response_text = g_strdup_printf ("HTTP/1.1 %s\r\n", response);

  rt_exchange_take_request_head (exchange, rt_head_parse (RT_HEAD_REQUEST, request_bytes));
  rt_test_exchange_add_head (exchange, response_text);
  rt_exchange_finish (exchange);

  return exchange;
}

/* One line a row: "title=value [mark]", secrets as "***", headings as "# title". */
static char *
render (GPtrArray *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const RtLoginFact *fact = g_ptr_array_index (facts, i);

      if (fact->heading)
        g_string_append_printf (text, "# %s\n", fact->title);
      else if (*fact->mark != '\0')
        g_string_append_printf (text, "%s=%s [%s]\n", fact->title,
                                fact->secret ? "***" : fact->value, fact->mark);
      else
        g_string_append_printf (text, "%s=%s\n", fact->title,
                                fact->secret ? "***" : fact->value);
    }

  return g_string_free (text, FALSE);
}

static void
assert_asked (const char *response,
              const char *expected)
{
  g_autoptr (RtExchange) exchange = create ("", response);
  g_autoptr (GPtrArray) facts = rt_login_sheet_asked (exchange, NULL);
  g_autofree char *rendered = render (facts);

  g_assert_cmpstr (rendered, ==, expected);
}

static void
assert_sent (const char *request,
             const char *response,
             const char *expected)
{
  g_autoptr (RtExchange) exchange = create (request, response);
  g_autoptr (GPtrArray) facts = rt_login_sheet_sent (exchange, NULL, 2000000000);
  g_autofree char *rendered = render (facts);

  if (!g_str_has_prefix (rendered, expected))
    g_assert_cmpstr (rendered, ==, expected);
}

static void
test_asked (void)
{
  assert_asked ("401 No\r\nWWW-Authenticate: Basic realm=\"a, b\", Digest realm=x, "
                "algorithm=SHA-256, "
                "nonce=\"1\"\r\nwww-authenticate: Bearer\r\n",
                "# Basic\nrealm=a, b\n# Digest SHA-256\nrealm=x\nalgorithm=SHA-256\nnonce=1\n"
                "# Bearer\n");
  assert_asked ("407 No\r\nWWW-Authenticate: Basic realm=a\r\n"
                "Proxy-Authenticate: Basic realm=p\r\n",
                "# Basic\nrealm=p\n");
  assert_asked ("401 No\r\nWWW-Authenticate: Negotiate YWJj\r\n", "# Negotiate\nData=YWJj\n");
  assert_asked ("401 No\r\n", "# No challenge\n");
}

static void
test_malformed (void)
{
  g_autoptr (RtExchange) exchange =
    create ("", "401 No\r\nWWW-Authenticate: Basic realm=\"open\r\n");
  g_autoptr (GPtrArray) facts = rt_login_sheet_asked (exchange, NULL);
  const RtLoginFact *last = g_ptr_array_index (facts, facts->len - 1);

  g_assert_cmpstr (last->value, ==, "Basic realm=\"open");
  g_assert_cmpint (last->fault, >=, 0);
  g_assert_cmpint (last->fault, <=, strlen (last->value));
  g_assert_true (g_str_has_prefix (last->mark, "Byte "));
}

static void
test_basic (void)
{
  assert_sent ("Authorization: Basic dXNlcjpwYXNz\r\n",
               "401 No\r\nWWW-Authenticate: Basic realm=a\r\n",
               "# Authorization\nScheme=Basic\nUser=user\nPassword=***\n");
  assert_sent ("Authorization: Basic Og==\r\n", "401 No\r\nWWW-Authenticate: Basic realm=a\r\n",
               "# Authorization\nScheme=Basic\nUser= [It is empty]\nPassword= [It is empty]\n");
  assert_sent ("Authorization: Basic dXNlcjpwYXNz\r\n",
               "401 No\r\nWWW-Authenticate: Digest realm=a, nonce=b, Bearer\r\n",
               "# Authorization\nScheme=Basic [Not what the server asks for: Digest");
  assert_sent ("", "401 No\r\nWWW-Authenticate: Basic realm=a\r\n", "# No credentials\n");
}

static void
test_digest (void)
{
  assert_sent ("Authorization: Digest username=\"u\", realm=\"other\", nonce=\"n\", uri=\"/y\", "
               "qop=auth-int, nc=00000001, cnonce=\"c\", algorithm=MD5, response=\"h\"\r\n",
               "401 No\r\nWWW-Authenticate: Digest realm=a, nonce=b, qop=\"auth\", stale=true, "
               "algorithm=MD5\r\n",
               "# Authorization\nScheme=Digest\nusername=u\n"
               "realm=other [The server's realm is “a”]\n"
               "nonce=n [Too old: the server gives a new one]\n"
               "uri=/y [Not the target of this request]\n"
               "qop=auth-int [The server does not offer it]\n"
               "nc=00000001\ncnonce=c\nalgorithm=MD5\nresponse=***\nWhat was hashed=");
}

static char *
create_token (const char *claims)
{
  g_autofree char *header = g_base64_encode ((const guchar *) "{\"alg\":\"none\"}", 14);
  g_autofree char *body = g_base64_encode ((const guchar *) claims, strlen (claims));
  g_autofree char *padded = g_strdup_printf ("%s.%s.eA", header, body);
  g_auto (GStrv) parts = g_strsplit (padded, "=", -1);
  char *token = g_strjoinv ("", parts);

  g_strdelimit (token, "+", '-');
  g_strdelimit (token, "/", '_');

  return token;
}

static void
test_token (void)
{
  g_autofree char *token =
    create_token ("{\"iss\":\"me\",\"exp\":1999999820,\"nbf\":2000000060,\"sub\":\"ada\"}");
  g_autofree char *request = g_strdup_printf ("Authorization: Bearer %s\r\n", token);
  g_autoptr (RtExchange) exchange =
    create (request, "401 No\r\nWWW-Authenticate: Bearer error=invalid_token\r\n");
  g_autoptr (GPtrArray) facts = rt_login_sheet_sent (exchange, NULL, 2000000000);
  g_autofree char *rendered = render (facts);

  g_assert_nonnull (strstr (rendered, "Token=***\n# Inside the token\n"));
  g_assert_nonnull (strstr (rendered, "[Expired 3 minutes ago]"));
  g_assert_nonnull (strstr (rendered, "[Not valid yet: in 1 minute]"));
  g_assert_nonnull (strstr (rendered, "Issuer=me\nSubject=ada\n"));
  g_assert_nonnull (strstr (rendered, "\"alg\""));
}

static void
test_api_key (void)
{
  g_autoptr (RtCredentials) credentials = rt_credentials_new ();
  g_autoptr (RtExchange) exchange = create ("X-Key: s3cret\r\n", "403 No\r\n");
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *rendered = NULL;

  g_assert_false (rt_login_sheet_has_any (exchange, credentials));
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_API_KEY);
  rt_credentials_set_name (credentials, "X-Key");
  g_assert_true (rt_login_sheet_has_any (exchange, credentials));
  facts = rt_login_sheet_sent (exchange, credentials, 0);
  rendered = render (facts);
  g_assert_cmpstr (rendered, ==, "# API key in a field\nX-Key=***\n");
}

static void
test_any (void)
{
  g_autoptr (RtExchange) plain = create ("", "200 OK\r\n");
  g_autoptr (RtExchange) bare = create ("", "401 No\r\n");
  g_autoptr (RtExchange) sent = create ("Authorization: Basic eA==\r\n", "200 OK\r\n");
  g_autoptr (RtExchange) proxy = create ("Proxy-Authorization: Basic eDp5\r\n", "200 OK\r\n");
  g_autoptr (GPtrArray) facts = rt_login_sheet_sent (proxy, NULL, 0);
  g_autofree char *rendered = render (facts);

  g_assert_false (rt_login_sheet_has_any (plain, NULL));
  g_assert_true (rt_login_sheet_has_any (bare, NULL));
  g_assert_true (rt_login_sheet_is_asked (bare));
  g_assert_true (rt_login_sheet_has_any (sent, NULL));
  g_assert_false (rt_login_sheet_is_asked (sent));
  g_assert_true (g_str_has_prefix (rendered, "# Proxy-Authorization\nScheme=Basic\n"));
}

/* What comes from outside is one line of valid text. */
static void
test_hostile (void)
{
  g_autoptr (RtExchange) exchange =
    create ("Authorization: Digest username=\"\xff\", response=\"\x01\"\r\n",
            "401 No\r\nWWW-Authenticate: X\xff realm=\"\xff\x02\"\r\n");
  g_autoptr (GPtrArray) asked = rt_login_sheet_asked (exchange, NULL);
  g_autoptr (GPtrArray) sent = rt_login_sheet_sent (exchange, NULL, 0);
  g_autofree char *rendered = render (asked);
  g_autofree char *more = render (sent);

  g_assert_true (g_utf8_validate (rendered, -1, NULL));
  g_assert_true (g_utf8_validate (more, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-sheet/asked", test_asked);
  g_test_add_func ("/login-sheet/malformed", test_malformed);
  g_test_add_func ("/login-sheet/basic", test_basic);
  g_test_add_func ("/login-sheet/digest", test_digest);
  g_test_add_func ("/login-sheet/token", test_token);
  g_test_add_func ("/login-sheet/api-key", test_api_key);
  g_test_add_func ("/login-sheet/any", test_any);
  g_test_add_func ("/login-sheet/hostile", test_hostile);

  return g_test_run ();
}
