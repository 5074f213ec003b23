/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of server-event.c: the fields of a block, as the HTML standard reads them. */

#include "config.h"

#include "server-event.h"

#include "event-stream.h"
#include "feed.h"

#include <string.h>

static const struct
{
  const char *block;
  gssize      length;
  const char *type;
  const char *data;
  const char *id;
  const char *comments;
  gint64      retry;
  gboolean    has_data;
  gboolean    has_id;
  guint       n_unknown;
} cases[] = {
  { "data: a", -1, "message", "a", "", NULL, -1, TRUE, FALSE, 0 },
  { "data:a\ndata\ndata:  b", -1, "message", "a\n\n b", "", NULL, -1, TRUE, FALSE, 0 },
  { "event: tick\r\ndata", -1, "tick", "", "", NULL, -1, TRUE, FALSE, 0 },
  { "event: x\nevent\ndata:1", -1, "message", "1", "", NULL, -1, TRUE, FALSE, 0 },
  { "id: 7\rid:8\rdata:x", -1, "message", "x", "8", NULL, -1, TRUE, TRUE, 0 },
  { "id: 7\nid", -1, "message", "", "", NULL, -1, FALSE, TRUE, 0 },
  { "id: 7\nid: a\0b", 13, "message", "", "7", NULL, -1, FALSE, TRUE, 0 },
  { "retry: 3000\nretry: 5x", -1, "message", "", "", NULL, 3000, FALSE, FALSE, 0 },
  { "retry: 99999999999999999999", -1, "message", "", "", NULL, G_MAXINT64 / 20 * 10 + 9, FALSE,
    FALSE, 0 },
  { ": one\n:two\n:\nDATA: x", -1, "message", "", "", "one\ntwo\n", -1, FALSE, FALSE, 1 },
  { "data: \377", -1, "message", "\357\277\275", "", NULL, -1, TRUE, FALSE, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = cases[i].length < 0 ? strlen (cases[i].block) : (gsize) cases[i].length;
      g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
      g_autoptr (RtRecords) blocks = rt_event_stream_new (text, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RtServerEvent) event = NULL;
      RtRecord block;

      rt_test_feed (text, cases[i].block, length, length);
      g_assert_cmpuint (rt_records_get_n (blocks), ==, 1);
      bytes = rt_records_look_up (blocks, 0, &block);
      event = rt_server_event_read (&block, g_bytes_get_data (bytes, NULL), 0);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (event->type, ==, cases[i].type);
      g_assert_cmpstr (event->data, ==, cases[i].data);
      g_assert_cmpstr (event->id, ==, cases[i].id);
      g_assert_cmpstr (event->comments, ==, cases[i].comments);
      g_assert_cmpint (event->retry, ==, cases[i].retry);
      g_assert_cmpint (event->has_data, ==, cases[i].has_data);
      g_assert_cmpint (event->has_id, ==, cases[i].has_id);
      g_assert_cmpuint (event->n_unknown, ==, cases[i].n_unknown);
    }
}

/* An ID holds for the events after it. */
static void
test_id_stays (void)
{
  const char *data = "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n";
  static const char *const ids[] = { "1", "1", "" };
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) blocks = rt_event_stream_new (text, NULL);

  rt_test_feed (text, data, strlen (data), 1);
  for (guint i = 0; i < 3; i++)
    {
      RtRecord block;
      g_autoptr (GBytes) bytes = rt_records_look_up (blocks, i, &block);
      g_autoptr (RtServerEvent) event =
        rt_server_event_read (&block, g_bytes_get_data (bytes, NULL), 0);

      g_assert_cmpstr (event->id, ==, ids[i]);
      g_assert_cmpint (event->has_id, ==, i != 1);
    }
}

/* Of a long one the beginning is read, and yet its type and that it has data. */
static void
test_long (void)
{
  g_autoptr (GString) data = g_string_new (": ");
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) blocks = rt_event_stream_new (text, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtServerEvent) event = NULL;
  g_autofree char *type = NULL;
  RtRecord block;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (data, 'c');
  g_string_append (data, "\nid: 9\ndata: x\nevent: ");
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (data, 't');
  g_string_append (data, "\n\n");
  rt_test_feed (text, data->str, data->len, 3000);
  bytes = rt_records_look_up (blocks, 0, &block);
  event = rt_server_event_read (&block, g_bytes_get_data (bytes, NULL), 100);
  g_assert_cmpuint (strlen (event->comments), ==, 98);
  g_assert_cmpstr (event->data, ==, "");
  g_assert_true (event->has_data);
  g_assert_cmpstr (event->id, ==, "9");
  g_assert_true (event->has_id);
  type = rt_server_event_dup_type (&block, g_bytes_get_data (bytes, NULL));
  g_assert_cmpstr (event->type, ==, type);
  g_assert_true (g_str_has_prefix (type, "tttttttt"));
  g_assert_cmpuint (strlen (type), <, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-event/cases", test_cases);
  g_test_add_func ("/server-event/id-stays", test_id_stays);
  g_test_add_func ("/server-event/long", test_long);

  return g_test_run ();
}
