/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of permissions-notes.c: each row says exactly which notes an exchange gets. */

#include "cases.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Permissions-Policy: camera=(), geolocation=(self \"https://a.example\"), usb=self\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera 'none'; microphone 'none'\n",
    "security-permissions-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=*, usb=()\n",
    "security-permissions-any" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=(self *)\n",
    "security-permissions-any" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=none\n",
    "security-permissions-member" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera\n",
    "security-permissions-member" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=\"https://a.example\"\n",
    "security-permissions-member" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=(src)\n",
    "security-permissions-member" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=(\"self\")\n",
    "security-permissions-member" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=(1)\n",
    "security-permissions-member" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "security-permissions",
                      rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permissions-notes/rows", test_rows);

  return g_test_run ();
}
