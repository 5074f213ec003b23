/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-pdf-lexer.c. */

#include "config.h"

#include "media-pdf-lexer.h"

static const struct
{
  const char *text;
  const char *value; /* what stands behind /Key; NULL: it is not there */
  gboolean    is_whole;
} cases[] = {
  { "<</Key 1>>", " 1>>", TRUE },
  { " %a comment >>\n<< /Type /Key /Key /Key >>", " /Key >>", TRUE },
  { "<</A (\\) /Key ( /Key )) /Key(a)>>", "(a)>>", TRUE },
  { "<</A <</Key 1>> /B [/Key 2] /Key 3>>", " 3>>", TRUE },
  { "<</A <2f> /Key<00>>>", "<00>>>", TRUE },
  { "<</A 1 0 R/Key 2 0 R/Key 3>>", " 2 0 R/Key 3>>", TRUE },
  { "<</Keys 1/key 2>>", NULL, TRUE },
  { "<</Key 1", NULL, FALSE },
  { "<</A (", NULL, FALSE },
  { "<</A <<>>", NULL, FALSE },
  { "/Key 1", NULL, FALSE },
  { "", NULL, FALSE },
};

static void
test_find_key (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree guint8 *exact = g_memdup2 (cases[i].text, length);
      gsize value;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (rt_pdf_find_key ((RtMediaBytes) { exact, length }, 0, "/Key", &value), ==,
                       cases[i].is_whole);
      if (cases[i].value != NULL)
        g_assert_cmpstr (cases[i].text + value, ==, cases[i].value);
      else if (cases[i].is_whole)
        g_assert_cmpuint (value, ==, 0);
    }
}

static void
test_numbers (void)
{
  static const char text[] = " 12 0\n345 ";
  RtMediaBytes bytes = { (const guint8 *) text, sizeof (text) - 1 };
  guint64 numbers[4];

  g_assert_true (rt_pdf_get_numbers (bytes, 0, 3, numbers));
  g_assert_cmpuint (numbers[0], ==, 12);
  g_assert_cmpuint (numbers[1], ==, 0);
  g_assert_cmpuint (numbers[2], ==, 345);
  g_assert_false (rt_pdf_get_numbers (bytes, 0, 4, numbers));
  g_assert_false (rt_pdf_get_numbers (bytes, 100, 1, numbers));
  /* A number that the end cuts is another one. */
  bytes.length--;
  g_assert_false (rt_pdf_get_numbers (bytes, 0, 3, numbers));
  bytes = (RtMediaBytes) { (const guint8 *) "9999999999999 ", 14 };
  g_assert_false (rt_pdf_get_numbers (bytes, 0, 1, numbers));
}

static void
test_skip (void)
{
  static const struct
  {
    const char *bytes;
    gsize       end; /* 0: not whole */
  } dictionaries[] = {
    { "<<>>x", 4 }, { " <</A <</B [1]>> /C (>>)>> x", 26 }, { "<</A 1", 0 }, { "/A", 0 }, { "", 0 },
    { ">>", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    {
      gsize length = strlen (dictionaries[i].bytes);
      g_autofree guint8 *exact = g_memdup2 (dictionaries[i].bytes, length);
      gsize position = 0;
      gboolean whole = rt_pdf_skip_dictionary ((RtMediaBytes) { exact, length }, &position);

      g_assert_cmpuint (whole ? position : 0, ==, dictionaries[i].end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-pdf-lexer/find-key", test_find_key);
  g_test_add_func ("/media-pdf-lexer/skip", test_skip);
  g_test_add_func ("/media-pdf-lexer/numbers", test_numbers);

  return g_test_run ();
}
