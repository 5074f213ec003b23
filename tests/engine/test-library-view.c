/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/library-view.c. */

#include "library-view.h"

static void
test_describe (void)
{
  g_autoptr(SoupMessage) message = soup_message_new ("GET", "http://a/");
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autofree char *empty = rt_library_view_describe (message);
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "HTTP/1.1 0 \n");
  soup_message_headers_append (headers, "B", "1");
  soup_message_headers_append (headers, "A", "caf\351");
  soup_message_headers_append (headers, "B", "2\t3");
  text = rt_library_view_describe (message);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (g_strstr_len (text, -1, "\nB: 1\n"));
  g_assert_nonnull (g_strstr_len (text, -1, "\nB: 2\t3\n"));
  g_assert_nonnull (g_strstr_len (text, -1, "\nA: caf\\xE9\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-view/describe", test_describe);

  return g_test_run ();
}
