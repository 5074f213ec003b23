/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/digest-inputs.c. */

#include "sent-credentials.h"

#include <string.h>

static char *
inputs (const char *value,
        const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (value, strlen (value));
  g_autoptr (GBytes) body = content != NULL ? g_bytes_new (content, strlen (content)) : NULL;
  g_autoptr (RtSentCredentials) sent = rt_sent_credentials_parse (bytes);

  return rt_digest_dup_inputs (sent, "GET", body);
}

static const struct
{
  const char *value;
  const char *content;
  const char *text;
} cases[] = {
  /* The hash of A2 of RFC 2617 section 3.5. */
  { "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"dcd9\", "
    "uri=\"/dir/index.html\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", response=\"6629\"", NULL,
    "A1 = Mufasa:testrealm@host.com:(password)\n"
    "A2 = GET:/dir/index.html\n"
    "H(A2) = 39aff3a2bab6126f332b942af96d3366\n"
    "response = MD5(H(A1):dcd9:00000001:0a4f113b:auth:H(A2))" },
  { "Digest username=u, realm=r, nonce=n, uri=\"/dir/index.html\", response=0", NULL,
    "A1 = u:r:(password)\nA2 = GET:/dir/index.html\nH(A2) = 39aff3a2bab6126f332b942af96d3366\n"
    "response = MD5(H(A1):n:H(A2))" },
  { "Digest username=\"0\", userhash=true, realm=r, nonce=n, uri=\"/\", qop=auth-int, nc=1, "
    "cnonce=c, algorithm=sha-256-SESS, response=0", NULL,
    "A1 = SHA-256((user):r:(password)):n:c\nA2 = GET:/:H(content)\n"
    "response = SHA-256(H(A1):n:1:c:auth-int:H(A2))" },
  { "Digest username=u, realm=r, nonce=n, uri=\"/\", qop=auth-int, nc=1, cnonce=c, response=0", "",
    "A1 = u:r:(password)\nA2 = GET:/:d41d8cd98f00b204e9800998ecf8427e\n"
    "H(A2) = 15df3e1aa09254633226c3d41891b148\n"
    "response = MD5(H(A1):n:1:c:auth-int:H(A2))" },
  { "Digest username=u, realm=\"a\377\", nonce=n, uri=\"/\", qop=auth, algorithm=X, response=0",
    NULL,
    "A1 = u:a\\xFF:(password)\nA2 = GET:/\n"
    "response = H(H(A1):n:(missing):(missing):auth:H(A2))" },
  { "Basic dTpw", NULL, "" },
  { "Digest", NULL, "" },
  { "Digest abc", NULL, "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = inputs (cases[i].value, cases[i].content);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/digest-inputs/cases", test_cases);
  return g_test_run ();
}
