/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Secrets are masked however the head is written, and nothing else is. */

#include "secret.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *value;
  const char *masked;
} values[] = {
  { "Authorization", "Basic dTpw", "Basic ***" },
  { "AUTHORIZATION", "Digest username=\"u\", response=\"1\"", "Digest ***" },
  { "Proxy-Authorization", "Bearer abc", "Bearer ***" },
  { "Authorization", "tokenalone", "***" },
  { "Authorization", "\"odd\" one", "***" },
  { "Authorization", "", "***" },
  { "Cookie", "a=1; b=2", "a=***; b=***" },
  { "Cookie", "a=1;b=x=y;", "a=***;b=***;" },
  { "Cookie", "alone", "***" },
  { "Set-Cookie", "sid=1; Path=/; HttpOnly", "sid=***; Path=/; HttpOnly" },
  { "set-cookie", "; a=b", "; a=b" },
  { "X-Other", "Basic dTpw", "Basic dTpw" },
  { "Cookies", "a=1", "a=1" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *masked = rt_secret_mask_value (values[i].name, values[i].value);

      g_assert_cmpstr (masked, ==, values[i].masked);
    }
}

static const struct
{
  const char *bytes;
  const char *masked;
} heads[] = {
  { "GET / HTTP/1.1\r\nHost: h\r\nauthorization:  Basic c2Vj \r\nX: 1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nauthorization:  Basic *** \r\nX: 1\r\n\r\n" },
  { "GET / HTTP/1.1\r\nCookie: a=secret\r\nCookie: b=secret\r\n\r\n",
    "GET / HTTP/1.1\r\nCookie: a=***\r\nCookie: b=***\r\n\r\n" },
  { "GET / HTTP/1.1\r\nX-A: Cookie: a=b\r\n\r\n",
    "GET / HTTP/1.1\r\nX-A: Cookie: a=b\r\n\r\n" },
  { "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n" },
  { "", "" },
};

static void
test_heads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gsize length = strlen (heads[i].bytes);
      g_autoptr (GBytes) bytes = g_bytes_new (heads[i].bytes, length);
      g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_REQUEST, bytes);
      g_autoptr (GBytes) masked = rt_secret_mask_head (head);
      gsize size;
      const char *data = g_bytes_get_data (masked, &size);

      g_assert_cmpmem (data, size, heads[i].masked, strlen (heads[i].masked));
    }
}

/* However odd the line is, the secret is not in what comes out. */
static void
test_odd_lines (void)
{
  static const char * const lines[] = {
    "Authorization : Basic SECRET\r\n",
    "Authorization: Basic\r\n SECRET\r\n",
    "Authorization\tBasic SECRET\r\n",
    "Cookie: a=1\r\n\tb=SECRET\r\n",
    "Cookie: a=SECRET\n",
    "Cookie:a=SECRET",
    "Set-Cookie SECRET\r\n",
    "Set-Cookie=SECRET\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strconcat ("HTTP/1.1 200 OK\r\nA: 1\r\n", lines[i],
                                           "\r\n", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
      g_autoptr (GBytes) masked = rt_secret_mask_head (head);
      gsize size;
      const char *data = g_bytes_get_data (masked, &size);

      if (memmem (data, size, "SECRET", 6) != NULL)
        g_error ("line %u keeps its secret: %.*s", i, (int) size, data);
      g_assert_nonnull (memmem (data, size, "A: 1\r\n", 6));
    }
}

static void
test_likely_fields (void)
{
  static const struct { const char *name; gboolean likely; } names[] = {
    { "X-Api-Key", TRUE }, { "x-auth-token", TRUE }, { "PRIVATE-TOKEN", TRUE },
    { "apikey", TRUE }, { "api_key", TRUE }, { "X-Vault-Token", TRUE },
    { "X-Client-Secret", TRUE }, { "Ocp-Apim-Subscription-Key", TRUE },
    { "Idempotency-Key", FALSE }, { "X-Idempotency-Key", FALSE },
    { "Sec-WebSocket-Key", FALSE }, { "Surrogate-Key", FALSE }, { "X-Keys", FALSE },
    { "Monkey", FALSE }, { "X-Token-Count", FALSE }, { "Accept", FALSE }, { "", FALSE },
    { "-", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rt_secret_is_likely_field (names[i].name) != names[i].likely)
      g_error ("%s: not %d", names[i].name, names[i].likely);
}

static void
test_urls (void)
{
  static const char * const urls[][2] = {
    { "http://u:p@h/x", "http://u:***@h/x" },
    { "http://u@h/x", "http://u@h/x" },
    { "http://h:80/a@b", "http://h:80/a@b" },
    { "u:p@h", "u:***@h" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *masked = rt_secret_mask_url (urls[i][0]);

      g_assert_cmpstr (masked, ==, urls[i][1]);
    }
}

static void
test_own_names (void)
{
  static const RtSecretNames field = { "X-Key", NULL };
  static const RtSecretNames parameter = { NULL, "a key" };
  static const struct
  {
    const RtSecretNames *own;
    const char          *name, *value, *expected;
  } own_values[] = {
    { NULL, "X-Key", "s", "s" },
    { &field, "x-kEY", "s t", "***" },
    { &field, "Other", "s", "s" },
    { &field, "Authorization", "Basic s", "Basic ***" },
    { &parameter, "Location", "/?a%20key=s#a%20key=t", "/?a%20key=***#a%20key=t" },
    { &parameter, ":path", "/?a+key=s", "/?a+key=***" },
    { &field, "Location", "/?X-Key=s", "/?X-Key=s" },
  };
  static const char * const urls[][2] = {
    { "http://u:p@h/?a%20key=s", "http://u:***@h/?a%20key=***" },
    { "http://h/?b=c&a%20key=s&a%20key=t&d", "http://h/?b=c&a%20key=***&a%20key=***&d" },
    { "http://h/?a%20key&b", "http://h/?a%20key&b" },
    { "http://h/#?a%20key=s", "http://h/#?a%20key=s" },
    { "http://h/?%zz=1&a%20key=", "http://h/?%zz=1&a%20key=***" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own_values); i++)
    {
      g_autofree char *masked =
        rt_secret_mask_value_of (own_values[i].own, own_values[i].name, own_values[i].value);

      g_assert_cmpstr (masked, ==, own_values[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *masked = rt_secret_mask_url_of (&parameter, urls[i][0]);

      g_assert_cmpstr (masked, ==, urls[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret/values", test_values);
  g_test_add_func ("/secret/heads", test_heads);
  g_test_add_func ("/secret/odd-lines", test_odd_lines);
  g_test_add_func ("/secret/likely-fields", test_likely_fields);
  g_test_add_func ("/secret/urls", test_urls);
  g_test_add_func ("/secret/own-names", test_own_names);
  return g_test_run ();
}
