/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/text.c. */

#include "text.h"

typedef struct
{
  const char *bytes;
  gssize      length;
  const char *line;  /* rt_text_from_wire() */
  const char *lines; /* rt_text_make_valid() */
} Case;

static const Case cases[] = {
  { "", 0, "", "" },
  { "plain", 5, "plain", "plain" },
  { "\303\251\342\202\254", 5, "\303\251\342\202\254", "\303\251\342\202\254" },
  { "caf\351", 4, "caf\\xE9", "caf\357\277\275" },
  { "\351\350", 2, "\\xE9\\xE8", "\357\277\275\357\277\275" },
  { "a\tb", 3, "a\tb", "a\tb" },
  { "a\r\nb", 4, "a\\r\\nb", "a\r\nb" },
  { "a\0b", 3, "a\\x00b", "a\342\220\200b" },
  { "\033[31m", 5, "\\x1B[31m", "\033[31m" },
  { "\177", 1, "\\x7F", "\177" },
  { "\302\205", 2, "\\xC2\\x85", "\302\205" },
  { "a\342\200\256b", 5, "a\\xE2\\x80\\xAEb", "a\342\200\256b" },
  { "\342\201\246\342\201\251", 6, "\\xE2\\x81\\xA6\\xE2\\x81\\xA9",
    "\342\201\246\342\201\251" },
  { "\342\200\217\342\201\245", 6, "\342\200\217\342\201\245",
    "\342\200\217\342\201\245" },
  { "\342\200\250", 3, "\\xE2\\x80\\xA8", "\342\200\250" },
  /* cut, overlong and surrogate sequences */
  { "\342\202", 2, "\\xE2\\x82", "\357\277\275\357\277\275" },
  { "\300\200", 2, "\\xC0\\x80", "\357\277\275\357\277\275" },
  { "\355\240\200", 3, "\\xED\\xA0\\x80", "\357\277\275\357\277\275\357\277\275" },
  { "\360\237\230\200", 4, "\360\237\230\200", "\360\237\230\200" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = g_memdup2 (cases[i].bytes, cases[i].length);
      g_autofree char *line = rt_text_from_wire (exact, cases[i].length);
      g_autofree char *lines = rt_text_make_valid (exact, cases[i].length);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_terminated (void)
{
  g_autofree char *line = rt_text_from_wire ("a\351", -1);
  g_autofree char *lines = rt_text_make_valid ("a\351", -1);

  g_assert_cmpstr (line, ==, "a\\xE9");
  g_assert_cmpstr (lines, ==, "a\357\277\275");
}

/* Whatever comes in, valid UTF-8 comes out, and the line has no control. */
static void
test_any_bytes (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint8 bytes[64];
      g_autofree char *line = NULL;
      g_autofree char *lines = NULL;

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = g_test_rand_int_range (0, 256);
      line = rt_text_from_wire ((const char *) bytes, sizeof bytes);
      lines = rt_text_make_valid ((const char *) bytes, sizeof bytes);

      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_true (g_utf8_validate (lines, -1, NULL));
      for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (*p == '\t' || !g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/cases", test_cases);
  g_test_add_func ("/text/terminated", test_terminated);
  g_test_add_func ("/text/any-bytes", test_any_bytes);

  return g_test_run ();
}
