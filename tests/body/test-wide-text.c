/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of wide-text.c: text of 16 and 32 bits against data that are none. */

#include "config.h"

#include "wide-text.h"

#include <string.h>

#define BYTES(text) text, sizeof (text) - 1

static const struct
{
  const char *data;
  gsize       length;
  const char *name;
  const char *narrow;
} cases[] = {
  { BYTES (""), NULL, NULL },
  { BYTES ("a\0"), NULL, NULL },
  { BYTES ("h\0i\0"), "utf-16le", "hi" },
  { BYTES ("\0h\0i\0"), "utf-16be", "hi" },
  { BYTES ("h\0\0\0i\0\0\0"), "utf-32le", "hi" },
  { BYTES ("\0\0\0h\0\0\0i"), "utf-32be", "hi" },
  /* A pair of surrogates whose bytes hold a zero where ASCII has none. */
  { BYTES ("{\0\"\0\075\330\000\336\"\0"), "utf-16le", "{\"??\"" },
  { BYTES ("{\0\"\0\075\330"), "utf-16le", "{\"?" },
  { BYTES ("{\0\"\0\000\336\"\0"), NULL, NULL },
  { BYTES ("{\0\"\0\075\330\"\0"), NULL, NULL },
  { BYTES ("{\0\0\0\"\0\0\0\000\366\1\0"), "utf-32le", "{\"?" },
  { BYTES ("{\0\0\0\"\0\0\0\000\330\0\0"), NULL, NULL },
  { BYTES ("{\0\0\0\"\0\0\0\000\0\x11\0"), NULL, NULL },
  /* Little text of ASCII after two characters of it, and none. */
  { BYTES ("<\0a\0\053\145\054\147\053\145"), "utf-16le", "<a???" },
  { BYTES ("\053\145\054\147\053\145"), NULL, NULL },
  /* Controls, NUL, no characters. */
  { BYTES ("a\0\1\0b\0"), NULL, NULL },
  { BYTES ("a\0\0\0b\0"), NULL, NULL },
  { BYTES ("a\0b\0\376\377"), NULL, NULL },
  { BYTES ("plain text"), NULL, NULL },
  { BYTES ("\376\377\4\x20\0a"), NULL, "?a" },
  { BYTES ("\377\376a\0b"), NULL, "a" },
  { BYTES ("\377\376\0\0a\0\0\0"), NULL, "a" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = cases[i].length;
      g_autofree guint8 *exact = length > 0 ? g_memdup2 (cases[i].data, length) : NULL;
      gsize n;
      g_autofree char *narrow = rt_wide_text_dup_narrow (exact, length, &n);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      if (cases[i].name != NULL || narrow == NULL)
        g_assert_cmpstr (rt_wide_text_guess (exact, length), ==, cases[i].name);
      g_assert_cmpstr (narrow, ==, cases[i].narrow);
      g_assert_cmpuint (n, ==, narrow != NULL ? strlen (narrow) : 0);
    }
}

/* What stands far in the text changes nothing. */
static void
test_long (void)
{
  enum { LENGTH = 4096 };
  g_autofree guint8 *data = g_malloc (LENGTH);
  g_autofree char *narrow = NULL;
  gsize n;

  for (gsize i = 0; i < LENGTH; i++)
    data[i] = i % 2 == 0 ? 'a' : 0;
  data[3001] = 0xd8;
  g_assert_cmpstr (rt_wide_text_guess (data, LENGTH), ==, "utf-16le");
  narrow = rt_wide_text_dup_narrow (data, LENGTH, &n);
  g_assert_cmpuint (n, ==, strspn (narrow, "a"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wide-text/cases", test_cases);
  g_test_add_func ("/wide-text/long", test_long);

  return g_test_run ();
}
