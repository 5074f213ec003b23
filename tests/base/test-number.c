/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "number.h"

static void
test_numbers (void)
{
  static const struct { const char *text; guint base; guint64 number; } cases[] = {
    { "0", 10, 0 }, { "7", 10, 7 }, { "007", 10, 7 }, { "9110", 10, 9110 },
    { "18446744073709551615", 10, G_MAXUINT64 },
    { "0000000000000000000000018446744073709551615", 10, G_MAXUINT64 },
    { "0", 16, 0 }, { "ff", 16, 255 }, { "Ff", 16, 255 }, { "10", 16, 16 },
    { "ffffffffffffffff", 16, G_MAXUINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 number = 1;

      g_assert_true (rt_number_read (cases[i].text, cases[i].base, 0, G_MAXUINT64, &number));
      g_assert_cmpuint (number, ==, cases[i].number);
    }
}

static void
test_none (void)
{
  static const struct { const char *text; guint base; } cases[] = {
    { "", 10 }, { " ", 10 }, { " 7", 10 }, { "7 ", 10 }, { "+7", 10 }, { "-7", 10 },
    { "7.0", 10 }, { "7e2", 10 }, { "ff", 10 }, { "1,000", 10 }, { "\xd9\xa7", 10 },
    { "18446744073709551616", 10 }, { "99999999999999999999", 10 },
    { "184467440737095516150", 10 },
    { "", 16 }, { "0xff", 16 }, { "fg", 16 }, { "-1", 16 },
    { "10000000000000000", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 number = 42;

      g_assert_false (rt_number_read (cases[i].text, cases[i].base, 0, G_MAXUINT64, &number));
      g_assert_cmpuint (number, ==, 42);
    }
}

static void
test_bounds (void)
{
  guint64 number = 42;

  g_assert_true (rt_number_read ("100", 10, 100, 999, NULL));
  g_assert_true (rt_number_read ("999", 10, 100, 999, NULL));
  g_assert_false (rt_number_read ("99", 10, 100, 999, &number));
  g_assert_false (rt_number_read ("1000", 10, 100, 999, &number));
  g_assert_cmpuint (number, ==, 42);
}

/* Where the lock of all g_once_init_enter() is fought over, numbers stay numbers. */
static gpointer
fight_thread (gpointer data)
{
  gsize *onces = data;

  for (guint i = 0; i < 20000; i++)
    if (g_once_init_enter (&onces[i]))
      g_once_init_leave (&onces[i], 1);

  return NULL;
}

static void
test_beside_threads (void)
{
  GThread *threads[3];
  gsize *onces[G_N_ELEMENTS (threads)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      onces[i] = g_new0 (gsize, 20000);
      threads[i] = g_thread_new ("fight", fight_thread, onces[i]);
    }

  for (guint i = 0; i < 100000; i++)
    g_assert_true (rt_number_read ("9110", 10, 1, 99999, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_thread_join (threads[i]);
      g_free (onces[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/numbers", test_numbers);
  g_test_add_func ("/number/none", test_none);
  g_test_add_func ("/number/bounds", test_bounds);
  g_test_add_func ("/number/beside-threads", test_beside_threads);

  return g_test_run ();
}
