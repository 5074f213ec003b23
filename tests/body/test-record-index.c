/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of record-index.c: each record is found again, near a mark, whatever the
 * lengths. */

#include "config.h"

#include "record-index.h"

#include <string.h>

typedef struct
{
  gsize   at;
  guint32 number;
  gsize   looked_at;
} Cursor;

/* Records are what stands before a "|". */
static gboolean
next (gpointer      data,
      const guint8 *bytes,
      gsize         length,
      gboolean      complete,
      RtRecord     *record)
{
  Cursor *self = data;
  const guint8 *end = memchr (bytes + self->at, '|', length - self->at);

  if (end == NULL)
    return FALSE;
  *record = (RtRecord) { self->at, end - bytes, { 0 }, self->number++, 0 };
  self->looked_at += end + 1 - (bytes + self->at);
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

static const RtRecordReader reader = { sizeof (Cursor), next, seek, NULL, NULL, NULL };

/* A body of records with these lengths, again and again. */
static GString *
make_body (const gsize *lengths,
           gsize        n,
           gsize        size)
{
  GString *body = g_string_new (NULL);

  for (gsize i = 0; body->len < size; i++)
    {
      for (gsize at = 0; at < lengths[i % n]; at++)
        g_string_append_c (body, 'a' + (char) (i % 20));
      g_string_append_c (body, '|');
    }

  return body;
}

static void
check (const gsize *lengths,
       gsize        n)
{
  g_autoptr (GString) body = make_body (lengths, n, 100000);
  const guint8 *data = (const guint8 *) body->str;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RtRecord));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RtRecordMark));
  RtRecordScan scan = { 0 };
  Cursor cursor = { 0 };
  RtRecord record;

  while (next (&cursor, data, body->len, TRUE, &record))
    {
      g_array_append_val (all, record);
      rt_record_scan_add (&scan, &record, marks);
    }
  g_assert_cmpuint (scan.n, ==, all->len);
  g_assert_cmpuint (marks->len * sizeof (RtRecordMark), <, body->len / 20);
  for (guint i = 0; i < all->len; i++)
    {
      const RtRecord *expected = &g_array_index (all, RtRecord, i);
      Cursor again = { 0 };

      g_assert_true (rt_record_index_find (marks, &reader, &again, data, body->len, TRUE, i,
                                           &record));
      g_assert_cmpmem (&record, sizeof record, expected, sizeof *expected);
      g_assert_cmpuint (again.looked_at, <=, RT_RECORD_INDEX_BYTES + 1);
    }
  g_assert_false (rt_record_index_find (marks, &reader, &(Cursor) { 0 }, data, body->len, TRUE,
                                        all->len, &record));
}

static void
test_lengths (void)
{
  check ((gsize[]) { 0 }, 1);
  check ((gsize[]) { 1, 2, 3 }, 3);
  check ((gsize[]) { 700 }, 1);
  check ((gsize[]) { 0, RT_RECORD_INDEX_BYTES }, 2);
  check ((gsize[]) { RT_RECORD_INDEX_BYTES - 1, 0, 1 }, 3);
  check ((gsize[]) { 20000, 0, 0, 5, 3000, 7 }, 6);
}

static void
test_none (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RtRecordMark));
  Cursor cursor = { 0 };
  RtRecord record;

  g_assert_false (rt_record_index_find (marks, &reader, &cursor, NULL, 0, TRUE, 0, &record));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-index/lengths", test_lengths);
  g_test_add_func ("/record-index/none", test_none);

  return g_test_run ();
}
