/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content for a terminal: characters of every charset, and nothing that a
 * terminal obeys. */

#include "content-text.h"

static GBytes *
bytes_of (const char *data,
          gsize       length)
{
  return g_bytes_new_take (g_memdup2 (data, length), length);
}

static char *
write_text (const char *type_text,
            GBytes     *content)
{
  g_autoptr (RtMediaType) type = rt_media_type_parse (type_text);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_content_text_write (type, content, stream, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_lines (void)
{
  static const struct
  {
    const char *type;
    const char *bytes;
    gsize       length;
    const char *shown;
  } rows[] = {
    { "text/plain", "", 0, "" },
    { "text/plain", "a", 1, "a\n" },
    { "text/plain", "a\n", 2, "a\n" },
    { "text/plain", "a\r\n\r\nb\tc", 8, "a\n\nb\tc\n" },
    { "text/plain", "a\033[2Jb\n", 7, "a\\x1B[2Jb\n" },
    { "text/plain;charset=utf-8", "\xc2\x9b" "1m\xff", 5, NULL },
    { "text/plain;charset=iso-8859-1", "Gr\xfc\xdf" "e", 5, "Grüße\n" },
    { "text/plain;charset=utf-16le", "a\0\n\0b\0", 6, "a\nb\n" },
    { "application/json", "\xef\xbb\xbf{}", 5, "{}\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) content = bytes_of (rows[i].bytes, rows[i].length);
      g_autofree char *shown = write_text (rows[i].type, content);

      if (rows[i].shown != NULL)
        g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (!g_unichar_iscntrl (g_utf8_get_char (p)) || *p == '\n' || *p == '\t');
    }
}

/* A long line is not broken, nor is a character in it. */
static void
test_long_line (void)
{
  g_autoptr (GString) line = g_string_new ("x");
  g_autoptr (GBytes) content = NULL;
  g_autofree char *shown = NULL;

  while (line->len < 300000)
    g_string_append (line, "€");
  content = bytes_of (line->str, line->len);
  shown = write_text ("text/plain;charset=utf-8", content);
  g_string_append_c (line, '\n');
  g_assert_true (g_str_equal (shown, line->str));
}

static void
test_is_text (void)
{
  static const struct
  {
    const char *type;
    const char *bytes;
    gsize       length;
    gboolean    text;
  } rows[] = {
    { "image/png", "\x89PNG\r\n\x1a\n\0\0", 10, FALSE },
    { "application/octet-stream", "\0\1\2\3", 4, FALSE },
    { "application/octet-stream", "plain", 5, TRUE },
    { NULL, "plain", 5, TRUE },
    { "text/plain", "\0\1\2\3\4\5\6\7", 8, FALSE },
    { "text/plain;charset=iso-8859-1", "Gr\xfc\xdf" "e", 5, TRUE },
    { "application/json", "{}", 2, TRUE },
    { "image/png", "", 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RtMediaType) type = rt_media_type_parse (rows[i].type);
      g_autoptr (GBytes) content = bytes_of (rows[i].bytes, rows[i].length);

      g_test_message ("%s", rows[i].type);
      g_assert_true (rt_content_text_is_text (type, content) == rows[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content-text/lines", test_lines);
  g_test_add_func ("/content-text/long-line", test_long_line);
  g_test_add_func ("/content-text/is-text", test_is_text);

  return g_test_run ();
}
