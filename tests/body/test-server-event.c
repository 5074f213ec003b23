/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of server-event.c: the fields of a block, as the HTML standard reads them. */

#include "config.h"

#include "event-stream.h"

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
      g_autofree guint8 *exact = g_memdup2 (cases[i].block, length);
      g_autoptr (RtEventStream) stream = rt_event_stream_new ();
      g_autoptr (RtServerEvent) event = NULL;

      rt_event_stream_extend (stream, exact, length, TRUE);
      g_assert_cmpuint (rt_event_stream_get_n_blocks (stream), ==, 1);
      event = rt_event_block_read (rt_event_stream_get_block (stream, 0), exact, 0);
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
  const guint8 *data = (const guint8 *) "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n";
  static const char *const ids[] = { "1", "1", "" };
  g_autoptr (RtEventStream) stream = rt_event_stream_new ();

  rt_event_stream_extend (stream, data, strlen ((const char *) data), TRUE);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RtServerEvent) event =
        rt_event_block_read (rt_event_stream_get_block (stream, i), data, 0);

      g_assert_cmpstr (event->id, ==, ids[i]);
      g_assert_cmpint (event->has_id, ==, i != 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-event/cases", test_cases);
  g_test_add_func ("/server-event/id-stays", test_id_stays);

  return g_test_run ();
}
