/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of a text, read in every way, at once, while it arrives, and from
 * other threads. */

#include "config.h"

#include "raw-lines.h"

#include "lines-share.h"
#include "naive-lines.h"

static void
check_reads (RtLines *lines,
             guint64  line,
             GBytes  *expected)
{
  gsize length;
  const char *data = g_bytes_get_data (expected, &length);
  g_autoptr (GString) out = g_string_new ("before");
  gsize from = length > 0 ? (gsize) g_test_rand_int_range (0, length) : 0;
  gsize n = g_test_rand_int_range (0, 100);

  g_assert_cmpuint (rt_lines_get_length (lines, line), ==, length);
  rt_lines_read (lines, line, 0, G_MAXSIZE, out);
  g_assert_cmpmem (out->str + 6, out->len - 6, data, length);
  g_string_truncate (out, 0);
  rt_lines_read (lines, line, from, n, out);
  g_assert_cmpmem (out->str, out->len, data + from, MIN (n, length - from));
  rt_lines_read (lines, line, length, 10, out);
  rt_lines_read (lines, line, length + 5, G_MAXSIZE, out);
  g_assert_cmpuint (out->len, ==, MIN (n, length - from));
}

static void
check_blocks (RtLines   *lines,
              GPtrArray *expected,
              gsize      max)
{
  guint64 line = 0;

  while (line < expected->len)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      gsize n = rt_lines_read_block (lines, line, max, out);
      const char *p = out->str;

      if (n == 0)
        {
          g_assert_cmpuint (g_bytes_get_size (expected->pdata[line]), >, max);
          g_assert_cmpuint (out->len, ==, 0);
          n = 1;
        }
      else
        for (gsize i = 0; i < n; i++)
          {
            gsize length = g_bytes_get_size (expected->pdata[line + i]);

            g_assert_cmpmem (p, length, g_bytes_get_data (expected->pdata[line + i], NULL),
                             length);
            p += length;
            g_assert_cmpint (*p++, ==, '\n');
          }
      g_assert_true (p == out->str + out->len);
      g_assert_cmpuint (out->len, <=, max + 1);
      line += n;
    }
}

static void
check_lengths (RtLines   *lines,
               GPtrArray *expected)
{
  guint64 lengths[1000];
  guint64 line = expected->len > 0 ? g_test_rand_int_range (0, expected->len) : 0;
  gsize n = rt_lines_get_lengths (lines, line, G_N_ELEMENTS (lengths), lengths);

  g_assert_cmpuint (n, ==, MIN (G_N_ELEMENTS (lengths), expected->len - line));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (lengths[i], ==, g_bytes_get_size (expected->pdata[line + i]));
}

static void
check_lines (RtLines    *lines,
             const char *text,
             gsize       length)
{
  g_autoptr (GPtrArray) expected = naive_lines (text, length);
  guint64 longest = 0;

  g_assert_true (rt_lines_is_complete (lines));
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      check_reads (lines, i, expected->pdata[i]);
      longest = MAX (longest, g_bytes_get_size (expected->pdata[i]));
    }
  g_assert_cmpuint (rt_lines_get_longest (lines), >=, longest);
  g_assert_cmpuint (rt_lines_get_longest (lines), <=, longest + 1);
  g_assert_cmpuint (rt_lines_get_length (lines, expected->len), ==, 0);
  check_blocks (lines, expected, g_test_rand_int_range (0, 100));
  check_blocks (lines, expected, 100000);
  check_lengths (lines, expected);
}

/* In pieces, and with a look at it in between: no line that was complete
 * changes. */
static RtLines *
stream (const char *text,
        gsize       length,
        gsize       piece)
{
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  RtLines *lines = rt_raw_lines_new (decoded);
  g_autoptr (GString) first = NULL;

  for (gsize n = 0; n < length; n = MIN (n + piece, length))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, n), n);

      rt_decoded_text_extend (decoded, bytes, FALSE);
      g_main_context_iteration (NULL, FALSE);
      g_assert_false (rt_lines_is_complete (lines));
      if (first == NULL && rt_lines_get_n_lines (lines) > 1)
        {
          first = g_string_new (NULL);
          rt_lines_read (lines, 0, 0, G_MAXSIZE, first);
        }
    }
  {
    g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);

    rt_decoded_text_extend (decoded, bytes, TRUE);
  }
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);
  if (first != NULL)
    {
      g_autoptr (GString) again = g_string_new (NULL);

      rt_lines_read (lines, 0, 0, G_MAXSIZE, again);
      g_assert_true (g_string_equal (first, again));
    }

  return lines;
}

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
  } cases[] = {
    { "", 0 }, { "\n", 1 }, { "a", 1 }, { "a\n", 2 }, { "a\r\nb", 4 }, { "\r\n\r\n", 4 },
    { "a\r", 2 }, { "a\rb\r\r\n", 6 }, { "a\0b\n\0\n", 6 }, { "\377\n\303", 3 },
    { "\n\nx\n\n", 5 }, { "\n\r", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtLines *lines = naive_raw_lines (cases[i].text, cases[i].length);

      check_lines (lines, cases[i].text, cases[i].length);
      g_assert_finalize_object (lines);
      lines = stream (cases[i].text, cases[i].length, 1);
      check_lines (lines, cases[i].text, cases[i].length);
      g_assert_finalize_object (lines);
    }
}

static void
test_random (void)
{
  for (int i = 0; i < 24; i++)
    {
      gsize length = i % 10 == 0 ? 700000 : 5000;
      g_autoptr (GString) text = naive_random_text (i % 2 ? "\n\ra\377" : "\nabcdefghijklmnopq",
                                                    length);
      RtLines *lines = NULL;

      if (length > 5000)
        {
          g_autofree char *filling = g_strnfill (100000, 'x');

          g_string_insert (text, 1000, filling);
        }
      lines = i % 4 ? stream (text->str, text->len, length / 7 + i)
                    : naive_raw_lines (text->str, text->len);
      if (length == 5000)
        check_lines (lines, text->str, text->len);
      else
        {
          g_autoptr (GPtrArray) expected = naive_lines (text->str, text->len);

          g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, expected->len);
          check_blocks (lines, expected, 65536);
          check_lengths (lines, expected);
        }
      g_object_unref (lines);
    }
  naive_settle ();
}

/* While the text may go on, a CR may be half of a line end. */
static void
test_open_end (void)
{
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  g_autoptr (RtLines) lines = rt_raw_lines_new (decoded);
  g_autoptr (GBytes) some = g_bytes_new_static ("a\nb\r", 4);
  g_autoptr (GBytes) all = g_bytes_new_static ("a\nb\r", 4);

  rt_decoded_text_extend (decoded, some, FALSE);
  /* The first bytes are there with no turn of the main loop. */
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 2);
  g_assert_cmpuint (rt_lines_get_length (lines, 1), ==, 1);
  rt_decoded_text_extend (decoded, all, TRUE);
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_lines_get_length (lines, 1), ==, 2);
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* Made for a text that is there: no need to wait. */
static void
test_late (void)
{
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\nb", 3);
  g_autoptr (RtLines) lines = NULL;
  int count = 0;

  rt_decoded_text_extend (decoded, bytes, TRUE);
  lines = rt_raw_lines_new (decoded);
  g_signal_connect_swapped (lines, "changed", G_CALLBACK (count_cb), &count);
  g_assert_true (rt_lines_is_complete (lines));
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 2);
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_dispose (void)
{
  /* The threads have it for a while. */
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (naive_random_text ("\nab", 3000000));

  for (int i = 0; i < 20; i++)
    {
      RtDecodedText *decoded = rt_decoded_text_new (naive_utf8 ());
      RtLines *lines = rt_raw_lines_new (decoded);

      rt_decoded_text_extend (decoded, bytes, i % 2);
      g_assert_finalize_object (lines);
      g_object_unref (decoded);
    }
  naive_settle ();
}

typedef struct
{
  RtLines *lines;
  GString *text;
} Reading;

/* Reads what there is until all is there; each line is "number\n". */
static gpointer
read_thread (gpointer data)
{
  Reading *reading = data;
  gboolean complete;
  guint32 seed = 1;

  do
    {
      guint64 n;

      complete = rt_lines_is_complete (reading->lines);
      n = rt_lines_get_n_lines (reading->lines);
      for (int i = 0; i < 20 && n > 1; i++)
        {
          guint64 line = (seed = seed * 1103515245 + 12345) % (n - 1);
          g_autoptr (GString) out = g_string_new (NULL);
          g_autofree char *expected = g_strdup_printf ("%" G_GUINT64_FORMAT, line);

          rt_lines_read (reading->lines, line, 0, 100, out);
          g_assert_cmpstr (out->str, ==, expected);
        }
    }
  while (!complete);

  return NULL;
}

static void
test_threads (void)
{
  Reading reading = { NULL, g_string_new (NULL) };
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  GThread *threads[3];

  for (int i = 0; i < 400000; i++)
    g_string_append_printf (reading.text, "%d%s", i, i % 3 ? "\n" : "\r\n");
  reading.lines = rt_raw_lines_new (decoded);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_thread, &reading);
  for (gsize n = 0; n < reading.text->len;)
    {
      g_autoptr (GBytes) bytes = NULL;

      n = MIN (n + 300001, reading.text->len);
      bytes = g_bytes_new_static (reading.text->str, n);
      rt_decoded_text_extend (decoded, bytes, n == reading.text->len);
      g_main_context_iteration (NULL, FALSE);
    }
  while (!rt_lines_is_complete (reading.lines))
    g_main_context_iteration (NULL, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (rt_lines_get_n_lines (reading.lines), ==, 400000);
  g_object_unref (reading.lines);
  naive_settle ();
  g_string_free (reading.text, TRUE);
}

static void
test_mapped (void)
{
  static const char text[] = "ab\r\ncd\ne";
  g_autoptr (RtLines) lines = naive_raw_lines (text, sizeof text - 1);
  RtRawLines *raw = RT_RAW_LINES (lines);
  g_autoptr (GBytes) block = rt_raw_lines_dup_lines (raw, 0, 2);
  g_autoptr (GBytes) slice = rt_raw_lines_dup_slice (raw, 1, 1, 100);
  g_autoptr (GBytes) none = rt_raw_lines_dup_slice (raw, 7, 0, 100);

  g_assert_cmpmem (g_bytes_get_data (block, NULL), g_bytes_get_size (block), "ab\r\ncd", 6);
  g_assert_cmpmem (g_bytes_get_data (slice, NULL), g_bytes_get_size (slice), "d", 1);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_cmpuint (rt_raw_lines_fit (raw, 0, 1, 100), ==, 1);
  g_assert_cmpuint (rt_raw_lines_fit (raw, 0, 0, 100), ==, 0);
  g_assert_cmpuint (rt_raw_lines_fit (raw, 0, 3, 1), ==, 0);
}

static void
test_share (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new (naive_utf8 ());
  g_autoptr (RtLines) lines = rt_raw_lines_new (text);

  lines_share_check (text, lines, "1234567\n1234567\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/raw-lines/table", test_table);
  g_test_add_func ("/raw-lines/random", test_random);
  g_test_add_func ("/raw-lines/open-end", test_open_end);
  g_test_add_func ("/raw-lines/late", test_late);
  g_test_add_func ("/raw-lines/dispose", test_dispose);
  g_test_add_func ("/raw-lines/threads", test_threads);
  g_test_add_func ("/raw-lines/mapped", test_mapped);
  g_test_add_func ("/raw-lines/share", test_share);

  return g_test_run ();
}
