/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables in plain letters, and in streams (section 7.5.8). */

#include "config.h"

#include "media-pdf-objects.h"

#include "media-pdf-stream.h"

#define MAX_SECTIONS 1024 /* of the tables of objects */
#define TABLE_COST   64   /* a table counts as so many, so that 16 can be read */
#define TABLE_WINDOW 256  /* no token of a table is longer */
#define ENTRY_LENGTH 20
#define MAX_STREAMS  (16 * 1024 * 1024) /* bytes of all streams that are made */

gsize
rt_pdf_find_object (RtMediaBytes bytes,
                    guint64      position,
                    guint64      number)
{
  RtMediaBytes head = rt_media_part (bytes, position, 128);
  RtMediaBytes token;
  gsize i = 0;
  guint64 numbers[2];

  if (!rt_pdf_get_numbers (head, 0, 2, numbers) || (number > 0 && numbers[0] != number))
    return 0;
  for (guint n = 0; n < 3; n++)
    if (!rt_pdf_next_token (head, &i, &token))
      return 0;

  return rt_pdf_is (token, "obj") ? position + i : 0;
}

/* The subsections of a table of objects: "first count", then an entry of 20
 * bytes for each. */
typedef struct
{
  gboolean is_found;
  guint64  object;  /* where the one looked for begins; 0: it is none any more */
  guint64  stream;  /* the stream that it stands in, which @object counts then */
  gsize    trailer; /* where the trailer's dictionary begins */
} Table;

static gboolean
next_in_table (RtMediaBytes  bytes,
               gsize        *position,
               RtMediaBytes *token)
{
  return rt_pdf_next_token (rt_media_part (bytes, 0, (guint64) *position + TABLE_WINDOW),
                            position, token);
}

/* The subsection whose first number ended at *@position, which moves to its end. */
static gboolean
read_subsection (RtMediaBytes  bytes,
                 guint64       first,
                 guint64       number,
                 gsize        *position,
                 Table        *table)
{
  RtMediaBytes token;
  RtMediaBytes entry;
  guint64 count;

  if (!next_in_table (bytes, position, &token) || !rt_pdf_to_number (token, &count) ||
      !next_in_table (bytes, position, &token))
    return FALSE;
  *position -= token.length;
  if (count > (bytes.length - *position) / ENTRY_LENGTH)
    return FALSE;
  if (number >= first && number - first < count)
    {
      entry = rt_media_part (bytes, *position + (number - first) * ENTRY_LENGTH, ENTRY_LENGTH);
      table->is_found = TRUE;
      if (entry.data[17] == 'n' && !rt_pdf_get_numbers (entry, 0, 1, &table->object))
        return FALSE;
    }
  *position += count * ENTRY_LENGTH;

  return TRUE;
}

/* FALSE when there is no whole table at @position. */
static gboolean
read_table (RtMediaBytes  bytes,
            guint64       position,
            guint64       number,
            guint        *budget,
            Table        *table)
{
  RtMediaBytes token;
  gsize i = position;
  guint64 first;

  *table = (Table) { 0 };
  if (!next_in_table (bytes, &i, &token) || !rt_pdf_is (token, "xref"))
    return FALSE;
  for (; *budget > 0 && next_in_table (bytes, &i, &token); *budget -= 1)
    {
      table->trailer = i;
      if (rt_pdf_is (token, "trailer"))
        return TRUE;
      if (!rt_pdf_to_number (token, &first) ||
          !read_subsection (bytes, first, number, &i, table))
        return FALSE;
    }

  return FALSE;
}

/* The widths of an entry's three fields. */
static gboolean
get_widths (RtMediaBytes  file,
            gsize         dictionary,
            guint64      *widths)
{
  RtMediaBytes token;
  gsize value;

  return rt_pdf_find_key (file, dictionary, "/W", &value) && value > 0 &&
         rt_pdf_next_token (file, &value, &token) && rt_pdf_is (token, "[") &&
         rt_pdf_get_numbers (file, value, 3, widths) &&
         widths[0] <= 8 && widths[1] <= 8 && widths[2] <= 8;
}

/* Which entry of the stream is that of an object; FALSE: none. The list of the
 * sections is left out when there is one, from 0 on. */
static gboolean
find_entry (RtMediaBytes  file,
            gsize         dictionary,
            guint64       number,
            guint        *budget,
            guint64      *entry)
{
  RtMediaBytes token;
  guint64 section[2];
  guint64 before = 0;
  gsize value;

  *entry = number;
  if (!rt_pdf_find_key (file, dictionary, "/Index", &value) || value == 0)
    return TRUE;
  if (!rt_pdf_next_token (file, &value, &token) || !rt_pdf_is (token, "["))
    return FALSE;
  for (; *budget > 0 && rt_pdf_get_numbers (file, value, 2, section); *budget -= 1)
    {
      *entry = before + (number - section[0]);
      if (number >= section[0] && number - section[0] < section[1])
        return TRUE;
      before += section[1];
      for (guint i = 0; i < 2; i++)
        rt_pdf_next_token (file, &value, &token);
    }

  return FALSE;
}

/* The same as read_table() of a table in a stream. */
static gboolean
read_stream_table (RtPdfObjects *self,
                   guint64       position,
                   guint64       number,
                   guint        *budget,
                   Table        *table)
{
  gsize dictionary = rt_pdf_find_object (self->file, position, 0);
  g_autoptr (GByteArray) made = NULL;
  RtMediaBytes entry;
  guint64 widths[3];
  guint64 kind;
  guint64 index;
  gsize length;

  *table = (Table) { .trailer = dictionary };
  if (dictionary == 0 || !get_widths (self->file, dictionary, widths))
    return FALSE;
  made = rt_pdf_read_stream (self->file, dictionary, &self->budget);
  if (made == NULL)
    return FALSE;
  length = widths[0] + widths[1] + widths[2];
  if (!find_entry (self->file, dictionary, number, budget, &index) || length == 0 ||
      index >= made->len / length)
    return TRUE;

  entry = (RtMediaBytes) { made->data + index * length, length };
  kind = widths[0] > 0 ? rt_media_be (entry, 0, widths[0]) : 1;
  table->is_found = TRUE;
  if (kind == 1)
    table->object = rt_media_be (entry, widths[0], widths[1]);
  else if (kind == 2)
    {
      table->stream = rt_media_be (entry, widths[0], widths[1]);
      table->object = rt_media_be (entry, widths[0] + widths[1], widths[2]);
    }

  return TRUE;
}

/* What the newest table that has the object says of it. */
static gboolean
find (RtPdfObjects *self,
      guint64       number,
      Table        *table)
{
  guint budget = MAX_SECTIONS;
  guint64 position = self->table;

  while (budget > 0 && (read_table (self->file, position, number, &budget, table) ||
                        read_stream_table (self, position, number, &budget, table)))
    {
      guint64 before;
      gsize value;

      if (table->is_found)
        return TRUE;
      if (!rt_pdf_find_key (self->file, table->trailer, "/Prev", &value) || value == 0 ||
          !rt_pdf_get_numbers (self->file, value, 1, &before))
        return FALSE;
      position = before;
      budget -= MIN (budget, TABLE_COST);
    }

  return FALSE;
}

/* A stream of objects begins with pairs, the number of each and where it begins
 * behind them. */
static RtPdfObject
look_into (RtPdfObjects *self,
           gsize         dictionary,
           guint64       number,
           guint64       index)
{
  RtPdfObject object = { { NULL, 0 }, 0 };
  GByteArray *made;
  guint64 first;
  guint64 pair[2];
  RtMediaBytes token;
  gsize value;
  gsize at = 0;

  if (self->is_encrypted ||
      !rt_pdf_find_key (self->file, dictionary, "/First", &value) || value == 0 ||
      !rt_pdf_get_numbers (self->file, value, 1, &first))
    return object;
  made = rt_pdf_read_stream (self->file, dictionary, &self->budget);
  if (made == NULL)
    return object;

  g_ptr_array_add (self->made, made);
  object.bytes = (RtMediaBytes) { made->data, made->len };
  for (guint64 i = 0; i < 2 * index; i++)
    if (!rt_pdf_next_token (object.bytes, &at, &token))
      return object;
  if (rt_pdf_get_numbers (object.bytes, at, 2, pair) && pair[0] == number &&
      first + pair[1] < made->len)
    object.dictionary = first + pair[1];

  return object;
}

void
rt_pdf_objects_init (RtPdfObjects *self,
                     RtMediaBytes  file,
                     guint64       table)
{
  self->file = file;
  self->table = table;
  self->is_encrypted = FALSE;
  self->budget = MAX_STREAMS;
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
}

void
rt_pdf_objects_clear (RtPdfObjects *self)
{
  g_clear_pointer (&self->made, g_ptr_array_unref);
}

RtPdfObject
rt_pdf_objects_find_trailer (RtPdfObjects *self)
{
  RtPdfObject trailer = { self->file, 0 };
  guint budget = MAX_SECTIONS;
  Table table;

  if (read_table (self->file, self->table, 0, &budget, &table))
    trailer.dictionary = table.trailer;
  else
    trailer.dictionary = rt_pdf_find_object (self->file, self->table, 0);

  return trailer;
}

RtPdfObject
rt_pdf_objects_look_up (RtPdfObjects *self,
                        guint64       number)
{
  RtPdfObject object = { self->file, 0 };
  Table table;
  Table outer;
  gsize stream;

  if (!find (self, number, &table))
    return object;
  if (table.stream == 0)
    {
      if (table.object > 0)
        object.dictionary = rt_pdf_find_object (self->file, table.object, number);
      return object;
    }
  /* The stream itself stands in no other one. */
  if (!find (self, table.stream, &outer) || outer.stream > 0 || outer.object == 0)
    return object;
  stream = rt_pdf_find_object (self->file, outer.object, table.stream);

  return stream > 0 ? look_into (self, stream, number, table.object) : object;
}
