/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/web-token.c. */

#include "web-token.h"

#include <string.h>

static char *
encode (const char *text)
{
  char *base64 = g_base64_encode ((const guchar *) text, strlen (text));

  g_strdelimit (g_strdelimit (base64, "+", '-'), "/", '_');
  g_strdelimit (base64, "=", '\0');
  return base64;
}

static RtWebToken *
make (const char *header,
      const char *claims)
{
  g_autofree char *first = encode (header);
  g_autofree char *second = encode (claims);
  g_autofree char *token = g_strdup_printf ("%s.%s.c2ln", first, second);

  return rt_web_token_parse (token);
}

/* The example of RFC 7519 section 3.1. */
static void
test_example (void)
{
  g_autoptr (RtWebToken) token =
    rt_web_token_parse ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                        "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
                        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

  g_assert_nonnull (token);
  g_assert_cmpstr (token->header, ==, "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}");
  g_assert_cmpstr (token->claims, ==, "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n "
                                      "\"http://example.com/is_root\":true}");
  g_assert_cmpstr (token->algorithm, ==, "HS256");
  g_assert_cmpstr (token->issuer, ==, "joe");
  g_assert_cmpint (token->expires, ==, 1300819380);
  g_assert_cmpint (token->issued, ==, -1);
  g_assert_cmpint (token->not_before, ==, -1);
  g_assert_null (token->subject);
  g_assert_null (token->audience);
  g_assert_null (token->scope);
}

static void
test_claims (void)
{
  g_autoptr (RtWebToken) token =
    make ("{\"alg\":\"none\"}", "{\"sub\":\"ä?\",\"aud\":[\"a\",1,\"b\"],\"scp\":[\"r\",\"w\"],"
          "\"iat\":1.9,\"nbf\":1e30,\"exp\":\"soon\",\"iss\":7}");

  g_assert_cmpstr (token->subject, ==, "ä?");
  g_assert_cmpstr (token->audience, ==, "a, b");
  g_assert_cmpstr (token->scope, ==, "r w");
  g_assert_cmpint (token->issued, ==, 1);
  g_assert_cmpint (token->not_before, ==, G_MAXINT64);
  g_assert_cmpint (token->expires, ==, -1);
  g_assert_null (token->issuer);
}

static void
test_times (void)
{
  static const struct
  {
    const char *claims;
    gint64      expires;
  } times[] = {
    { "{\"exp\":0}", 0 }, { "{\"exp\":-7}", -1 }, { "{\"exp\":null}", -1 },
    { "{\"exp\":true}", -1 }, { "{\"exp\":[1]}", -1 }, { "{\"exp\":-0.5}", -1 },
    { "{\"exp\":4102444800}", 4102444800 }, { "{\"scope\":\"a b\"}", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (RtWebToken) token = make ("{}", times[i].claims);

      g_assert_cmpint (token->expires, ==, times[i].expires);
    }
}

static void
test_no_token (void)
{
  static const char * const texts[] = {
    "", ".", "..", "a.b", "e30.e30", "e30.e30.a.b", "e30.e30.a.b.c", "e30..x", ".e30.x",
    "e30.W10.x",   /* claims are a list */
    "e30.MQ.x",    /* a number */
    "e30.e3.x",    /* cut */
    "e30.e.x",     /* of impossible length */
    "e30.e3+9.x", "e30.e30 .x", "e30._w.x",
    "====.e30.x",
  };
  g_autoptr (GString) deep = g_string_new ("{\"a\":");
  g_autoptr (RtWebToken) token = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (rt_web_token_parse (texts[i]));
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  token = make ("{}", deep->str);
  g_assert_null (token);
}

/* The shortest that is one, signed or not, padded or not. */
static void
test_short (void)
{
  static const char * const texts[] = { "e30.e30.", "e30.e30.x", "e30=.e30=.x" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RtWebToken) token = rt_web_token_parse (texts[i]);

      g_assert_cmpstr (token->header, ==, "{}");
      g_assert_null (token->algorithm);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/web-token/example", test_example);
  g_test_add_func ("/auth/web-token/claims", test_claims);
  g_test_add_func ("/auth/web-token/times", test_times);
  g_test_add_func ("/auth/web-token/no-token", test_no_token);
  g_test_add_func ("/auth/web-token/short", test_short);
  return g_test_run ();
}
