/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of event-copy.c: all of the data, and nothing else of the event. */

#include "config.h"

#include "event-copy.h"

#include "views.h"
#include "widgets.h"

#include <string.h>

static char *
copy (const char *text,
      gsize       start)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  RtRecord event = { .start = start, .end = strlen (text) };

  return rt_test_dup_provided (rt_event_copy_new (bytes, &event));
}

static void
test_data (void)
{
  g_autofree char *lines = copy ("data: x\n\nid: 7\ndata: one\r\n: no\r\ndata:two\n\n", 9);
  g_autofree char *none = copy (": only a comment\n\n", 0);

  g_assert_cmpstr (lines, ==, "one\ntwo");
  g_assert_cmpstr (none, ==, "");
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("data: ");
  g_autofree char *data = NULL;

  while (text->len < 300000)
    g_string_append (text, "€");
  data = copy (text->str, 0);
  g_assert_cmpstr (data, ==, text->str + strlen ("data: "));
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/event-copy/data", test_data);
  g_test_add_func ("/event-copy/long", test_long);

  return g_test_run ();
}
