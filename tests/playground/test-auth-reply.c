/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "auth-reply.h"
#include "visit.h"

#include <string.h>

/* What counts as credentials of Basic. */
static void
test_credentials (void)
{
  static const struct
  {
    const char *field;
    const char *why;   /* a part of the denial; NULL when it is right */
  } cases[] = {
    { "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n", NULL },
    { "Authorization: BASIC   dXNlcjpzZWNyZXQ=\r\n", NULL },
    { "Authorization: Basic dXNlcjpzZWNyZXR4\r\n", "wrong" },
    { "Authorization: Basic dXNlcjpzZWNyZQ==\r\n", "wrong" },
    { "Authorization: Basicx dXNlcjpzZWNyZXQ=\r\n", "No Basic" },
    { "Authorization: Basic\r\n", "No Basic" },
    { "Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n", "No Basic" },
    { "", "No Basic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit ("GET", "/basic-auth/user/secret", cases[i].field);

      g_assert_cmpint (visited->code, ==, cases[i].why == NULL ? 200 : 401);
      g_assert_nonnull (strstr (visited->body, cases[i].why == NULL ? "\"authenticated\": true"
                                                                    : cases[i].why));
    }
}

static void
test_welcome (void)
{
  g_autoptr (RtReplyJson) json = rt_auth_reply_welcome ("Basic", "a\"b");
  GString *text = rt_reply_json_end (json);

  g_assert_nonnull (strstr (text->str, "\"user\": \"a\\\"b\""));
  g_assert_nonnull (strstr (text->str, "\"scheme\": \"Basic\""));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth-reply/credentials", test_credentials);
  g_test_add_func ("/auth-reply/welcome", test_welcome);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
