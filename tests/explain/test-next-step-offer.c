/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-offer.c. */

#include "steps.h"

static const StepRow rows[] = {
  { "accept-offered", "GET /a\naccept: image/x\nAccept: b",
    "HTTP/1.1 406 X\nLink: </a.json>; rel=alternate; type=\"application/json; q=1\"", NULL,
    "GET http://example.org/a | accept: application/json | -Accept: b" },
  { "accept-offered", "GET /a", "HTTP/1.1 300 X\nLink: </a.json>; rel=alternate; type=text/html",
    NULL,
    "GET http://example.org/a | Accept: text/html" },
  { "accept-offered", "GET /a", "HTTP/1.1 406 X\n"
                                "Link: </a.json>; rel=alternate; type=\"*/*\", "
                                "<b>;rel=alternate;type=\"a/b<c\"", NULL, NULL },
  { "accept-offered", "GET /a", "HTTP/1.1 200 X\nLink: </a.json>; rel=alternate; type=text/html",
    NULL, NULL },
  { "accept-anything", "GET /a\nAccept: image/x\nAccept-Language: xx", "HTTP/1.1 406 X", NULL,
    "GET http://example.org/a | Accept: */* | -Accept-Language: xx" },
  { "accept-anything", "GET /a", "HTTP/1.1 300 X", NULL, NULL },
  { "send-accepted", "POST /a", "HTTP/1.1 415 X\nAccept-Post: application/json;charset=utf-8, */*",
    NULL,
    "POST http://example.org/a | application/json abc" },
  { "send-accepted", "POST /a\ncontent-type: text/x",
    "HTTP/1.1 415 X\nAccept: a/b;q=0, application/json", NULL,
    "POST http://example.org/a | content-type: application/json | text/plain abc" },
  { "send-accepted", "PATCH /a", "HTTP/1.1 415 X\nAccept-Patch: application/merge-patch+json\n"
                                 "Accept-Post: a/b", NULL,
    "PATCH http://example.org/a | application/merge-patch+json abc" },
  { "send-accepted", "PATCH /a", "HTTP/1.1 415 X\nAccept-Post: a/b", NULL, NULL },
  { "send-accepted", "POST /a", "HTTP/1.1 415 X\nAccept: */*, text/*, nonsense, \xc3\xa9/b", NULL,
    NULL },
  { "send-accepted", "POST /a", "HTTP/1.1 400 X\nAccept: a/b", NULL, NULL },
};

static void
test_rows (void)
{
  steps_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-step-offer/rows", test_rows);

  return g_test_run ();
}
