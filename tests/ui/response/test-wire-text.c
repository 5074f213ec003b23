/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of wire-text.c: bytes made visible. */

#include "config.h"

#include "wire-text.h"

#include "widgets.h"

#include <string.h>

static char *
render (const char *bytes,
        gsize       length)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (GBytes) exact = g_bytes_new (bytes, length);
  char *text;

  rt_wire_text_prepare (buffer);
  rt_wire_text_bytes (buffer, exact);
  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static void
test_bytes (void)
{
  g_autofree char *crlf = render ("A: b\r\n\r\n", 8);
  g_autofree char *lf = render ("a\nb", 3);
  g_autofree char *odd = render ("x\r\0\377\ty", 6);
  g_autofree char *utf8 = render ("\303\251", 2);
  g_autofree char *nothing = render ("", 0);

  g_assert_cmpstr (crlf, ==, "A: b CR LF\n CR LF\n");
  g_assert_cmpstr (lf, ==, "a LF\nb\n");
  g_assert_cmpstr (odd, ==, "x\\x0D\\x00\\xFF\\x09y\n");
  g_assert_cmpstr (utf8, ==, "\\xC3\\xA9\n");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_bounded (void)
{
  gsize length = 2 * RT_WIRE_TEXT_MAX;
  g_autofree char *letters = g_strnfill (length, 'x');
  g_autofree char *text = render (letters, length);

  g_assert_cmpuint (strlen (text), <, RT_WIRE_TEXT_MAX + 1000);
  g_assert_nonnull (strstr (text, "and 131.1 kB more"));
}

static void
test_lines (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *text = NULL;

  rt_wire_text_prepare (buffer);
  rt_wire_text_set_dark (buffer, TRUE);
  rt_wire_text_heading (buffer, "Head");
  rt_wire_text_line (buffer, "same", FALSE);
  rt_wire_text_line (buffer, "other", TRUE);
  rt_wire_text_note (buffer, "note");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Head\n  same\n≠ other\nnote\n");
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/wire-text/bytes", test_bytes);
  g_test_add_func ("/wire-text/bounded", test_bounded);
  g_test_add_func ("/wire-text/lines", test_lines);

  return g_test_run ();
}
