/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-pdf-stream.c. */

#include "config.h"

#include "media-pdf-stream.h"

#include "made-streams.h"

/* Of the first object, whose head is "1 0 obj\n". */
static void
check (const GByteArray *pdf,
       gsize             budget,
       const char       *expected,
       gsize             length)
{
  g_autofree guint8 *exact = g_memdup2 (pdf->data, pdf->len);
  g_autoptr (GByteArray) made =
    rt_pdf_read_stream ((RtMediaBytes) { exact, pdf->len }, 8, &budget);

  g_assert_cmpint (made != NULL, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpmem (made->data, made->len, expected, length);
}

static void
check_text (const char *text,
            const char *expected)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  made_add_text (pdf, text);
  check (pdf, 1000, expected, expected != NULL ? strlen (expected) : 0);
}

static void
test_plain (void)
{
  check_text ("1 0 obj\n<</Length 3>>stream\nabc\nendstream", "abc");
  check_text ("1 0 obj\n<</A <</B 1>> /Length 3>>\nstream\r\nabc", "abc");
  check_text ("1 0 obj\n<</Length 4>>stream\nabc", NULL);
  check_text ("1 0 obj\n<</Length 3 /Filter /LZWDecode>>stream\nabc", NULL);
  check_text ("1 0 obj\n<</Length 3 /Filter [/FlateDecode /LZWDecode]>>stream\nabc", NULL);
  check_text ("1 0 obj\n<</Length 3 /Filter /FlateDecode>>stream\nabc", NULL);
  check_text ("1 0 obj\n<</Length 3>>\nendobj", NULL);
  check_text ("1 0 obj\n<</Length 3", NULL);
  check_text ("1 0 obj\n<</Length 2000>>stream\nabc", NULL);
}

static void
test_flate (void)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autofree char *much = g_strnfill (300000, 'x');

  made_add_stream (pdf, 1, "", much, 300000);
  check (pdf, 300000, much, 300000);
  check (pdf, 299999, NULL, 0);
  check (pdf, 10, NULL, 0);
  g_byte_array_set_size (pdf, pdf->len / 2);
  check (pdf, 300000, NULL, 0);
}

/* One row in each of the ways; the second is the first and 1 more. */
static void
test_prediction (void)
{
  static const char rows[] = "\0abc" "\1a\1\1" "\2\1\1\1" "\3\0\0\0" "\4\1\0\0";
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autoptr (GByteArray) other = g_byte_array_new ();
  g_autoptr (GByteArray) wrong = g_byte_array_new ();

  made_add_stream (pdf, 1, "/DecodeParms <</Columns 3 /Predictor 12>>", rows, sizeof rows - 1);
  check (pdf, 1000, "abc" "abc" "bcd" "1JW" "2JW", 15);
  made_add_stream (other, 1, "/DecodeParms <</Columns 3 /Predictor 1>>", rows, sizeof rows - 1);
  check (other, 1000, rows, sizeof rows - 1);
  made_add_stream (wrong, 1, "/DecodeParms <</Columns 3 /Predictor 12>>", "\5abc", 4);
  check (wrong, 1000, NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-pdf-stream/plain", test_plain);
  g_test_add_func ("/media-pdf-stream/flate", test_flate);
  g_test_add_func ("/media-pdf-stream/prediction", test_prediction);

  return g_test_run ();
}
