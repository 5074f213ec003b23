/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of form-copy.c: a value is decoded when it is taken, whatever lies over the
 * ends of the pieces. */

#include "config.h"

#include "form-copy.h"

#include "views.h"
#include "widgets.h"

#include <string.h>

static char *
copy (const char *raw)
{
  g_autoptr (GBytes) bytes = g_bytes_new (raw, strlen (raw));

  return rt_test_dup_provided (rt_form_copy_new (bytes));
}

static void
test_values (void)
{
  g_autofree char *empty = copy ("");
  g_autofree char *value = copy ("Z%C3%BCrich+%zz%00%");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (value, ==, "Zürich %zz\342\220\200%");
}

static void
test_long (void)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *value = NULL;

  while (raw->len < 300000)
    {
      g_string_append (raw, "%E2%82%ACa");
      g_string_append (expected, "€a");
    }
  value = copy (raw->str);
  g_assert_cmpstr (value, ==, expected->str);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/form-copy/values", test_values);
  g_test_add_func ("/form-copy/long", test_long);

  return g_test_run ();
}
