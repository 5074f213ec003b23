/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of event-stream.c: the same blocks however the bytes arrive. */

#include "config.h"

#include "event-stream.h"

#include "feed.h"
#include "server-event.h"

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

static char *
describe (RtRecords *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < rt_records_get_n (blocks); n++)
    {
      RtRecord block;
      g_autoptr (GBytes) bytes = rt_records_look_up (blocks, n, &block);
      const char *data = g_bytes_get_data (bytes, NULL);

      g_string_append_c (text, '[');
      g_string_append_len (text, data + block.start, block.end - block.start);
      g_string_append_c (text, ']');
    }

  return g_string_free (text, FALSE);
}

static void
check (gsize i,
       gsize step)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) blocks = rt_event_stream_new (text, NULL);
  g_autofree char *found = NULL;

  rt_test_feed (text, cases[i].data, strlen (cases[i].data), step);
  g_assert_true (rt_records_is_complete (blocks));
  found = describe (blocks);
  g_assert_cmpstr (found, ==, cases[i].blocks);
  g_assert_cmpuint (rt_records_get_faults (blocks), ==,
                    cases[i].unfinished ? RT_EVENT_STREAM_UNFINISHED : 0);
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
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) blocks = rt_event_stream_new (text, "");
  g_autoptr (GBytes) bytes = g_bytes_new ("data: a\r\r", 9);

  rt_decoded_text_extend (text, bytes, FALSE);
  g_signal_emit_by_name (text, "changed");
  g_assert_cmpuint (rt_records_get_n (blocks), ==, 1);
  rt_test_feed (text, "data: a\r\r\ndata: b\n\n", 19, 19);
  g_assert_cmpuint (rt_records_get_n (blocks), ==, 2);
}

static const struct
{
  const char *type;
  const char *blocks;
} filters[] = {
  { "TICK", "[event: tick\ndata\n][event:Ticker\ndata: 3\n]" },
  { "mess", "[data: 2\n][event\ndata: 4\n]" },
  { "absent", "" },
};

/* Only what a browser would dispatch has a type. */
static void
test_filter (void)
{
  const char *data = "event: tick\ndata\n\ndata: 2\n\nevent: tick\n\nevent:Ticker\ndata: 3\n\n"
                     ": tick\n\nevent\ndata: 4\n\n";

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
      g_autoptr (RtRecords) blocks = rt_event_stream_new (text, filters[i].type);
      g_autofree char *found = NULL;

      rt_test_feed (text, data, strlen (data), 5);
      found = describe (blocks);
      g_assert_cmpstr (found, ==, filters[i].blocks);
    }
}

/* Rare ones are found again among many, with their number and id. */
static void
test_rare (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtRecords) blocks = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (data, "%sid: %u\ndata: x\n\n", i % 777 == 5 ? "event: rare\n" : "", i);
  bytes = g_bytes_new (data->str, data->len);
  rt_decoded_text_extend (text, bytes, TRUE);
  blocks = rt_event_stream_new (text, "rare");
  while (!rt_records_is_complete (blocks))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_records_get_n (blocks), ==, 13);
  for (guint row = 0; row < 13; row++)
    {
      RtRecord block;
      g_autoptr (GBytes) all = rt_records_look_up (blocks, row, &block);
      g_autoptr (RtServerEvent) event =
        rt_server_event_read (&block, g_bytes_get_data (all, NULL), 0);
      g_autofree char *id = g_strdup_printf ("%u", row * 777 + 5);

      g_assert_cmpuint (block.number, ==, row * 777 + 5);
      g_assert_cmpstr (event->type, ==, "rare");
      g_assert_cmpstr (event->id, ==, id);
    }
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
  g_test_add_func ("/event-stream/filter", test_filter);
  g_test_add_func ("/event-stream/rare", test_rare);

  return g_test_run ();
}
