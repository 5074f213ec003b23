/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-wait-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "status-wait", TRUE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: 120" },
  { "status-wait", TRUE, "GET /a", "HTTP/1.1 503 Service Unavailable\n"
                                   "Retry-After: Sat, 21 Nov 2026 12:05:00 GMT" },
  { "status-wait", TRUE, "GET /a", "HTTP/1.1 503 Service Unavailable\n"
                                   "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\n"
                                   "Date: Sun, 06 Nov 1994 08:49:00 GMT" },
  { "status-wait", TRUE, "GET /a", "HTTP/1.1 202 Accepted\nRetry-After: 99999999999999999999999999" },
  { "status-wait", FALSE, "GET /a", "HTTP/1.1 429 Too Many Requests" },
  { "status-wait-over", TRUE, "GET /a", "HTTP/1.1 503 Service Unavailable\nRetry-After: 0" },
  { "status-wait-over", TRUE, "GET /a",
    "HTTP/1.1 503 Service Unavailable\nRetry-After: Sun, 06 Nov 1994 08:49:37 GMT" },
  { "status-wait-over", FALSE, "GET /a", "HTTP/1.1 503 Service Unavailable\nRetry-After: 1" },
  { "status-wait-unreadable", TRUE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: soon" },
  { "status-wait-unreadable", TRUE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: 1.5" },
  { "status-wait-unreadable", TRUE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: -5" },
  { "status-wait-unreadable", FALSE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: 60" },
  { "status-429-without-wait", TRUE, "GET /a", "HTTP/1.1 429 Too Many Requests" },
  { "status-429-without-wait", FALSE, "GET /a", "HTTP/1.1 429 Too Many Requests\nRetry-After: 60" },
  { "status-503-without-wait", TRUE, "GET /a", "HTTP/1.1 503 Service Unavailable\nRetry-After: x" },
  { "status-503-without-wait", FALSE, "GET /a",
    "HTTP/1.1 503 Service Unavailable\nRetry-After: 60" },
  { "status-408", TRUE, "GET /a", "HTTP/1.1 408 Request Timeout" },
  { "status-408", FALSE, "GET /a", "HTTP/1.1 504 Gateway Timeout" },
  { "status-425-early-data", TRUE, "GET /a\nEarly-Data: 1", "HTTP/1.1 425 Too Early" },
  { "status-425-early-data", FALSE, "GET /a", "HTTP/1.1 425 Too Early" },
  { "status-425-not-early", TRUE, "GET /a", "HTTP/1.1 425 Too Early" },
  { "status-425-not-early", FALSE, "GET /a\nEarly-Data: 1", "HTTP/1.1 425 Too Early" },
};

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-wait-notes/rows", test_rows);

  return g_test_run ();
}
