/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of records.c: the list grows with the bytes, its last row too, keeps few
 * bytes of its own, and ends with its owner. */

#include "config.h"

#include "records.h"

#include "feed.h"

#include <string.h>

typedef struct
{
  gsize    at;
  gsize    length;
  guint32  number;
  guint    letters;
  char    *owned;
} Cursor;

static int n_cleared;

/* Records are lines; what has no line end is open. */
static gboolean
next (gpointer      data,
      const guint8 *bytes,
      gsize         length,
      gboolean      complete,
      RtRecord     *record)
{
  Cursor *self = data;
  const guint8 *end = memchr (bytes + self->at, '\n', length - self->at);

  self->length = length;
  if (end == NULL)
    return FALSE;
  *record = (RtRecord) { self->at, end - bytes, { 0 }, self->number++, 0 };
  self->letters |= end > bytes + self->at ? 1u << (bytes[self->at] - 'a') : 0;
  self->at = end + 1 - bytes;

  return TRUE;
}

static void
seek (gpointer        data,
      const RtRecord *record)
{
  Cursor *self = data;

  self->at = record->start;
  self->number = record->number;
}

static gboolean
get_open (gconstpointer data,
          RtRecord     *record)
{
  const Cursor *self = data;

  *record = (RtRecord) { self->at, self->length, { 0 }, self->number, 0 };

  return self->at < self->length;
}

static guint
get_faults (gconstpointer data)
{
  return ((const Cursor *) data)->letters;
}

static void
clear (gpointer data)
{
  g_clear_pointer (&((Cursor *) data)->owned, g_free);
  n_cleared++;
}

static RtRecords *
make (RtDecodedText *text,
      gboolean       open)
{
  static const RtRecordReader with_open = {
    sizeof (Cursor), next, seek, get_open, get_faults, clear
  };
  static const RtRecordReader without = { sizeof (Cursor), next, seek, NULL, NULL, clear };
  Cursor *cursor = g_new0 (Cursor, 1);

  n_cleared = 0;
  cursor->owned = g_strdup ("owned");

  return rt_records_new (text, open ? &with_open : &without, cursor);
}

static void
assert_row (RtRecords  *records,
            guint       row,
            const char *expected)
{
  RtRecord record;
  g_autoptr (GBytes) bytes = rt_records_look_up (records, row, &record);
  const char *data;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (record.number, ==, row);
  g_assert_cmpmem (data + record.start, record.end - record.start, expected, strlen (expected));
}

static void
drop (RtRecords *records)
{
  g_assert_finalize_object (records);
  while (n_cleared == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_cleared, ==, 1);
}

static void
test_growing (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  RtRecords *records = make (text, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new ("a\nbc", 4);
  RtRecord record;

  g_assert_cmpuint (rt_records_get_n (records), ==, 0);
  g_assert_null (rt_records_look_up (records, 0, &record));
  rt_decoded_text_extend (text, bytes, FALSE);
  g_signal_emit_by_name (text, "changed");
  g_assert_cmpuint (rt_records_get_n (records), ==, 2);
  g_assert_cmpuint (rt_records_get_n_ended (records), ==, 1);
  assert_row (records, 0, "a");
  assert_row (records, 1, "bc");
  g_assert_false (rt_records_is_complete (records));
  rt_test_feed (text, "a\nbcd\nb\n", 8, 8);
  g_assert_cmpuint (rt_records_get_n (records), ==, 3);
  g_assert_cmpuint (rt_records_get_n_ended (records), ==, 3);
  assert_row (records, 1, "bcd");
  assert_row (records, 2, "b");
  g_assert_null (rt_records_look_up (records, 3, &record));
  g_assert_true (rt_records_is_complete (records));
  g_assert_false (rt_records_is_cut (records));
  g_assert_cmpuint (rt_records_get_faults (records), ==, 3);
  drop (records);
}

static void
count_cb (RtRecords *records,
          guint     *n)
{
  (*n)++;
}

/* More than a slice: the first rows are there at once, the rest with a thread. */
static void
test_large (void)
{
  const gsize n = 300000;
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autofree char *data = g_malloc (2 * n);
  g_autoptr (GBytes) bytes = NULL;
  RtRecords *records;
  guint changes = 0;

  for (gsize i = 0; i < n; i++)
    memcpy (data + 2 * i, i % 3 == 0 ? "a\n" : "b\n", 2);
  bytes = g_bytes_new (data, 2 * n);
  rt_decoded_text_extend (text, bytes, TRUE);
  records = make (text, FALSE);
  g_signal_connect (records, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpuint (rt_records_get_n (records), >, 1000);
  assert_row (records, 999, "a");
  while (!rt_records_is_complete (records) || changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_records_get_n (records), ==, n);
  g_assert_cmpuint (rt_records_get_size (records), <, 2 * n / 10);
  assert_row (records, n - 1, "b");
  assert_row (records, n / 2, "a");
  drop (records);
}

/* So many that no more are listed. */
static void
test_cut (void)
{
  const gsize length = RT_RECORDS_MAX + 2;
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autofree char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  RtRecords *records;

  memset (data, '\n', length);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  rt_decoded_text_extend (text, bytes, TRUE);
  records = make (text, TRUE);
  while (!rt_records_is_complete (records))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (rt_records_is_cut (records));
  g_assert_cmpuint (rt_records_get_n (records), ==, RT_RECORDS_MAX);
  assert_row (records, RT_RECORDS_MAX - 1, "");
  drop (records);
}

/* Nobody waits for the thread. */
static void
test_dropped (void)
{
  const gsize length = 5000000;
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autofree char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;

  memset (data, '\n', length);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  rt_decoded_text_extend (text, bytes, TRUE);
  drop (make (text, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/growing", test_growing);
  g_test_add_func ("/records/large", test_large);
  g_test_add_func ("/records/cut", test_cut);
  g_test_add_func ("/records/dropped", test_dropped);

  return g_test_run ();
}
