/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-bodies.h"

#include <string.h>

#define N_LINES 1050000
#define N_RECORDS 1000000
#define DIGITS 7

static const char record[] =
  "{\"key\":\"0000000\",\"list\":[1,true,null],\"text\":\"filler"
  " of a record that is as long as all of the others\"},";

static void
write_number (char    *end,
              guint64  number)
{
  for (guint i = 0; i < DIGITS; i++, number /= 10)
    *--end = '0' + number % 10;
}

static RtTestBig *
big_new (guint64 n,
         gsize   length)
{
  RtTestBig *self = g_new0 (RtTestBig, 1);

  self->n = n;
  self->length = length;
  self->data = g_malloc (length);

  return self;
}

RtTestBig *
rt_test_big_new_log (void)
{
  RtTestBig *self = big_new (N_LINES, (gsize) N_LINES * RT_TEST_LOG_LINE);

  for (guint64 i = 0; i < N_LINES; i++)
    {
      char *line = self->data + i * RT_TEST_LOG_LINE;
      const char *word = i % 1000 == 0 ? "marker" : i == N_LINES - 10 ? "needle" : "filler";

      memset (line, 'a' + i % 26, RT_TEST_LOG_LINE - 1);
      memcpy (line, "line 0000000 says:  ", RT_TEST_LOG_MARK);
      write_number (line + 5 + DIGITS, i);
      memcpy (line + RT_TEST_LOG_MARK, word, 6);
      memcpy (line + RT_TEST_LOG_MARK + 6, " and ", 5);
      line[60] = ' ';
      line[RT_TEST_LOG_LINE - 1] = '\n';
    }

  return self;
}

RtTestBig *
rt_test_big_new_json (void)
{
  RtTestBig *self = big_new (N_RECORDS, (gsize) N_RECORDS * RT_TEST_JSON_RECORD + 1);
  char *needle;

  G_STATIC_ASSERT (sizeof record == RT_TEST_JSON_RECORD + 1);

  self->data[0] = '[';
  for (guint64 i = 0; i < N_RECORDS; i++)
    {
      char *start = self->data + 1 + i * RT_TEST_JSON_RECORD;

      memcpy (start, record, RT_TEST_JSON_RECORD);
      write_number (start + 8 + DIGITS, i);
    }
  needle = strstr (self->data + 1 + (N_RECORDS - 5) * RT_TEST_JSON_RECORD, "filler");
  memcpy (needle, "needle", 6);
  self->data[self->length - 1] = ']'; /* in place of the last comma */

  return self;
}

void
rt_test_big_free (RtTestBig *self)
{
  g_free (self->data);
  g_free (self);
}

char *
rt_test_big_dup_start (guint64 line)
{
  return g_strdup_printf ("line %07" G_GUINT64_FORMAT " says:", line);
}

void
rt_test_big_append_pretty (GString *text,
                           guint64  number)
{
  g_string_append_printf (text,
                          "  {\n    \"key\": \"%07" G_GUINT64_FORMAT "\",\n"
                          "    \"list\": [\n      1,\n      true,\n      null\n    ],\n"
                          "    \"text\": \"filler of a record that is as long as all of the "
                          "others\"\n  },\n", number);
}
