/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/sent-credentials.c. */

#include "sent-credentials.h"

#include <json-glib/json-glib.h>
#include <string.h>

static RtSentCredentials *
parse (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);

  return rt_sent_credentials_parse (bytes);
}

static const struct
{
  const char *value;
  const char *scheme;
  const char *user;
  const char *secret;
  const char *fault;   /* a part of it; NULL for none */
} cases[] = {
  { "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic", "Aladdin", "open sesame", NULL },
  { "bAsIc dGVzdDoxMjPCow==", "bAsIc", "test", "123£", NULL },
  { "Basic   dTo= ", "Basic", "u", "", NULL },
  { "Basic OnA=", "Basic", "", "p", NULL },
  { "Basic Og==", "Basic", "", "", NULL },
  { "Basic dTphOmI=", "Basic", "u", "a:b", NULL },
  { "Basic 5Dr8", "Basic", "\344", "\374", NULL },
  { "Basic dXNlcg==", "Basic", NULL, NULL, "no colon" },
  { "Basic dTpwAHg=", "Basic", "u", "p", "zero byte" },
  { "Basic user:pass", "Basic", NULL, NULL, "not Base64" },
  { "Basic dTo", "Basic", NULL, NULL, "not Base64" },
  { "Basic d-o_", "Basic", NULL, NULL, "not Base64" },
  { "Basic dTo=, x", "Basic", "u", "", "From byte 10 on" },
  { "Basic realm=x", "Basic", NULL, NULL, "not Base64" },
  { "Basic", "Basic", NULL, NULL, "nothing behind" },
  { "Basic ", "Basic", NULL, NULL, "nothing behind" },
  { "Bearer abc.def-_~+/==", "Bearer", NULL, "abc.def-_~+/==", NULL },
  { "Bearer  a ", "Bearer", NULL, "a", NULL },
  { "Bearer a:b{c}", "Bearer", NULL, "a:b{c}", "characters" },
  { "Bearer a b", "Bearer", NULL, "a b", "characters" },
  { "Bearer a,b=c", "Bearer", NULL, "a,b=c", "characters" },
  { "Bearer \"a\"", "Bearer", NULL, "\"a\"", "characters" },
  { "bearer", "bearer", NULL, NULL, "nothing behind" },
  { "Negotiate YII=", "Negotiate", NULL, NULL, NULL },
  { "Negotiate", "Negotiate", NULL, NULL, "nothing behind" },
  { "token abc", "token", NULL, NULL, NULL },
  { "Digest username=\"a\\\"b\", realm=\"r, s\", nonce=\"n=\", uri=\"/\", response=\"0\", nc=00000001",
    "Digest", "a\"b", NULL, NULL },
  { "Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe,realm=r,nonce=n,uri=\"/\",response=0",
    "Digest", "Jäsøn Doe", NULL, NULL },
  { "Digest username*=UTF-8'de'%ff,realm=r,nonce=n,uri=\"/\",response=0",
    "Digest", NULL, NULL, "RFC 8187" },
  { "Digest username*=x,realm=r,nonce=n,uri=\"/\",response=0", "Digest", NULL, NULL, "RFC 8187" },
  { "Digest username=\"77\", userhash=TRUE, realm=r,nonce=n,uri=\"/\",response=0",
    "Digest", NULL, NULL, NULL },
  { "Digest username=\"77\", userhash=false, realm=r,nonce=n,uri=\"/\",response=0",
    "Digest", "77", NULL, NULL },
  { "Digest username=a, realm=r,nonce=n,uri=\"/\"", "Digest", "a", NULL, "“response” is missing" },
  { "Digest realm=r,nonce=n,uri=\"/\",response=0", "Digest", NULL, NULL, "“username” is missing" },
  { "Digest username=a, username=b, realm=r,nonce=n,uri=\"/\",response=0", "Digest", "a", NULL,
    "“username” comes a second time" },
  { "Digest username=\"a", "Digest", NULL, NULL, "From byte 16 on" },
  { "Digest ,,", "Digest", NULL, NULL, "From byte 9 on" },
  { "AWS4-HMAC-SHA256 Credential=AK/x, SignedHeaders=a;b", "AWS4-HMAC-SHA256", NULL, NULL,
    "From byte 30 on" },
  /* Without a scheme all of it may be a secret. */
  { "sk_live_1234", "", NULL, "sk_live_1234", "begin with a scheme" },
  { "a/b c", "", NULL, "a/b c", "begin with a scheme" },
  { "\"Basic\" x", "", NULL, "\"Basic\" x", "begin with a scheme" },
  { "Basic:dTo=", "", NULL, "Basic:dTo=", "begin with a scheme" },
  { "", "", NULL, NULL, "empty" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtSentCredentials) sent = parse (cases[i].value);

      g_test_message ("%s: %s", cases[i].value, sent->fault);
      g_assert_cmpstr (sent->scheme, ==, cases[i].scheme);
      g_assert_cmpstr (sent->user, ==, cases[i].user);
      g_assert_cmpstr (sent->secret, ==, cases[i].secret);
      g_assert_cmpint (sent->fault == NULL, ==, cases[i].fault == NULL);
      if (sent->fault != NULL)
        g_assert_nonnull (strstr (sent->fault, cases[i].fault));
    }
}

static void
test_params (void)
{
  g_autoptr (RtSentCredentials) sent =
    parse ("Digest username=a, realm=\"r, s\", nonce=\"n=\", uri=\"/?q\", response=0, x=1, x=2");
  RtChallengeParam *last = g_ptr_array_index (sent->params, sent->params->len - 1);

  g_assert_cmpuint (sent->params->len, ==, 7);
  g_assert_cmpstr (last->value, ==, "2");
  g_assert_cmpstr (rt_sent_credentials_get (sent, "realm"), ==, "r, s");
  g_assert_cmpstr (rt_sent_credentials_get (sent, "x"), ==, "1");
  g_assert_cmpstr (rt_sent_credentials_get (sent, "qop"), ==, NULL);
}

/* No word about the form says a word of what was sent. */
static void
test_no_secret_in_faults (void)
{
  static const char * const values[] = {
    "zzsecret", "Basic zzsecret:", "Bearer zzsecret:{}", "token zzsecret zzsecret",
    "Key zzsecret;", "Digest response=\"zzsecret", "Basic enpzZWNyZXQ=",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (RtSentCredentials) sent = parse (values[i]);

      g_assert_nonnull (sent->fault);
      g_assert_null (strstr (sent->fault, "zzsecret"));
    }
}

/* Every beginning and every changed byte of good ones. */
static void
test_damaged (void)
{
  static const char * const values[] = {
    "Digest username=\"a\\\"b\", realm=\"r\", nonce=n, uri=\"/\", response=0",
    "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    "Bearer abc.def",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize n = 0; n < 256 * strlen (values[i]); n++)
      {
        gsize length = n % 256 == 0 ? n / 256 : strlen (values[i]);
        char *copy = g_memdup2 (values[i], length);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (RtSentCredentials) sent = NULL;

        if (n % 256 != 0)
          copy[n / 256] = n % 256;
        bytes = g_bytes_new_take (copy, length);
        sent = rt_sent_credentials_parse (bytes);
        g_assert_nonnull (sent->scheme);
        g_assert_true (sent->fault == NULL || g_utf8_validate (sent->fault, -1, NULL));
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
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autoptr (RtSentCredentials) sent = parse (json_object_get_string_member (row, "value"));

      g_assert_cmpstr (sent->user, ==, json_object_get_string_member (row, "user"));
      g_assert_cmpstr (sent->secret, ==, json_object_get_string_member (row, "password"));
      g_assert_null (sent->fault);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/sent-credentials/cases", test_cases);
  g_test_add_func ("/auth/sent-credentials/params", test_params);
  g_test_add_func ("/auth/sent-credentials/no-secret-in-faults", test_no_secret_in_faults);
  g_test_add_func ("/auth/sent-credentials/damaged", test_damaged);
  g_test_add_func ("/auth/sent-credentials/vectors", test_vectors);
  return g_test_run ();
}
