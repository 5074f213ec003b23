/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of event-stream.c: the same blocks however the bytes arrive. */

#include "config.h"

#include "event-stream.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *data;
  const char *blocks; /* in brackets */
  gboolean    unfinished;
} cases[] = {
  { "lf", "data: a\n\ndata: b\ndata: c\n\n", "[data: a\n][data: b\ndata: c\n]", FALSE },
  { "crlf", "data: a\r\n\r\ndata: b\r\n\r\n", "[data: a\r\n][data: b\r\n]", FALSE },
  { "cr", "data: a\r\rdata: b\r\r", "[data: a\r][data: b\r]", FALSE },
  { "mixed", "data: a\r\n\rid\n\n", "[data: a\r\n][id\n]", FALSE },
  { "mark", "\357\273\277data: a\n\n", "[data: a\n]", FALSE },
  { "half-mark", "\357\273data: a\n\n", "[\357\273data: a\n]", FALSE },
  { "blank", "\n\n\r\n: hi\n\n\n", "[: hi\n]", FALSE },
  { "open", "data: a\n\ndata: b", "[data: a\n][data: b]", TRUE },
  { "open-line", "data: a\n", "[data: a\n]", TRUE },
  { "empty", "", "", FALSE },
};

static void
check (gsize i,
       gsize step)
{
  gsize length = strlen (cases[i].data);
  g_autofree guint8 *whole = length > 0 ? g_memdup2 (cases[i].data, length) : NULL;
  g_autoptr (RtEventStream) stream = rt_event_stream_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize at = step; at < length; at += step)
    {
      g_autofree guint8 *exact = g_memdup2 (whole, at);

      rt_event_stream_extend (stream, exact, at, FALSE);
    }
  rt_event_stream_extend (stream, whole, length, TRUE);
  for (guint n = 0; n < rt_event_stream_get_n_blocks (stream); n++)
    {
      const RtEventBlock *block = rt_event_stream_get_block (stream, n);

      g_string_append_c (text, '[');
      g_string_append_len (text, (const char *) whole + block->start, block->length);
      g_string_append_c (text, ']');
    }
  g_assert_cmpstr (text->str, ==, cases[i].blocks);
  g_assert_cmpint (rt_event_stream_is_unfinished (stream), ==, cases[i].unfinished);
  g_assert_false (rt_event_stream_is_cut (stream));
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  check (i, 1);
  check (i, 2);
  check (i, 1000);
}

/* An event is there as soon as its empty line is, not with the next byte. */
static void
test_at_once (void)
{
  g_autoptr (RtEventStream) stream = rt_event_stream_new ();
  const guint8 *data = (const guint8 *) "data: a\r\r\ndata: b\n\n";

  rt_event_stream_extend (stream, data, 9, FALSE);
  g_assert_cmpuint (rt_event_stream_get_n_blocks (stream), ==, 1);
  rt_event_stream_extend (stream, data, 19, FALSE);
  g_assert_cmpuint (rt_event_stream_get_n_blocks (stream), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/event-stream/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/event-stream/at-once", test_at_once);

  return g_test_run ();
}
