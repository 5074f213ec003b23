/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of multipart-fields.c: fields as sent, folded lines joined. */

#include "config.h"

#include "multipart.h"

#include <string.h>

static const char body[] = "xxContent-Disposition: form-data; name=\"a\"\r\n"
                           "content-TYPE:text/plain \r\nX:\r\n folded\r\n\tmore\r\nno field\n"
                           "End: 1";

static void
test_read (void)
{
  g_autofree guint8 *exact = g_memdup2 (body, strlen (body));
  RtPart part = { .head_start = 2, .head_length = strlen (body) - 2 };
  g_autoptr (GPtrArray) fields = rt_part_read_fields (&part, exact);
  const RtPartField *odd;

  g_assert_cmpuint (fields->len, ==, 5);
  g_assert_cmpstr (rt_part_find_field (fields, "content-disposition"), ==, "form-data; name=\"a\"");
  g_assert_cmpstr (rt_part_find_field (fields, "Content-Type"), ==, "text/plain");
  g_assert_cmpstr (rt_part_find_field (fields, "x"), ==, " folded more");
  g_assert_cmpstr (rt_part_find_field (fields, "end"), ==, "1");
  g_assert_null (rt_part_find_field (fields, "absent"));
  odd = g_ptr_array_index (fields, 3);
  g_assert_cmpstr (odd->name, ==, "no field");
  g_assert_cmpstr (odd->value, ==, "");
  g_assert_cmpuint (odd->offset, ==, strstr (body, "no field") - body);
}

static void
test_empty (void)
{
  RtPart part = { 0 };
  g_autoptr (GPtrArray) fields = rt_part_read_fields (&part, NULL);
  g_autofree char *none = rt_part_fault_words (0);
  g_autofree char *words = rt_part_fault_words (RT_PART_NO_HEAD_END | RT_PART_UNFINISHED);

  g_assert_cmpuint (fields->len, ==, 0);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (words, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/multipart-fields/read", test_read);
  g_test_add_func ("/multipart-fields/empty", test_empty);

  return g_test_run ();
}
