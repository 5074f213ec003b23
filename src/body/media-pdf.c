/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* PDF (ISO 32000-1, section 7.5): the version at the start, the trailer, and the
 * root of the tree of pages. The pages are told only where these stand in plain
 * bytes: an object in a compressed stream is not looked for.
 */

#include "config.h"

#include "media-pdf-lexer.h"

#define MAX_SECTIONS 1024 /* of the tables of objects */
#define TABLE_COST   64   /* a table counts as so many, so that 16 can be read */
#define TABLE_WINDOW 256  /* no token of a table is longer */
#define END_LENGTH 1024  /* the last bytes, where the end is marked */
#define MAX_FILLING (64 * 1024) /* bytes behind the end */
#define ENTRY_LENGTH 20

static void
read_version (RtMediaBytes  bytes,
              RtMediaFacts *facts)
{
  RtMediaBytes version = rt_media_part (bytes, 5, 3);

  if (version.length == 3 && g_ascii_isdigit (version.data[0]) && version.data[1] == '.' &&
      g_ascii_isdigit (version.data[2]) &&
      bytes.length > 8 && !g_ascii_isdigit (bytes.data[8]))
    memcpy (facts->version, version.data, 3);
}

/* What the number behind a key of the dictionary at @position is: itself, or
 * that of an object referred to, as in "12 0 R". */
static gboolean
read_number (RtMediaBytes  bytes,
             gsize         position,
             const char   *key,
             gboolean     *is_reference,
             guint64      *number)
{
  RtMediaBytes token = { NULL, 0 };
  guint64 pair[2];
  gsize value;

  if (!rt_pdf_find_key (bytes, position, key, &value) || value == 0 ||
      !rt_pdf_get_numbers (bytes, value, 1, number))
    return FALSE;

  *is_reference = FALSE;
  if (!rt_pdf_get_numbers (bytes, value, 2, pair))
    return TRUE;
  for (guint i = 0; i < 3; i++)
    if (!rt_pdf_next_token (rt_media_part (bytes, 0, (guint64) value + TABLE_WINDOW),
                            &value, &token))
      return TRUE;
  *is_reference = rt_pdf_is (token, "R");

  return TRUE;
}

static gboolean
get_number (RtMediaBytes  bytes,
            gsize         position,
            const char   *key,
            guint64      *number)
{
  gboolean is_reference;

  return read_number (bytes, position, key, &is_reference, number) && !is_reference;
}

/* The dictionary of the object that should begin at @position; 0: another one. */
static gsize
find_object (RtMediaBytes bytes,
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

/* A linearized file begins with an object that says how many pages there are,
 * and how long the file is: longer by now, it was changed. */
static guint64
count_linearized (RtMediaBytes bytes)
{
  RtMediaBytes start = rt_media_part (bytes, 0, END_LENGTH);
  gsize object = find_object (start, 8, 0);
  guint64 length;
  guint64 pages;

  /* A comment of binary bytes stands between; the lexer skips it. */
  if (object == 0 || !get_number (start, object, "/Linearized", &length) ||
      !get_number (start, object, "/L", &length) || length != bytes.length ||
      !get_number (start, object, "/N", &pages))
    return 0;

  return pages;
}

/* Where the file ends, but for blanks and zeros that filled it up. */
static gsize
skip_filling (RtMediaBytes bytes)
{
  gsize end = bytes.length;
  gsize from = end - MIN (end, MAX_FILLING);

  while (end > from && bytes.data[end - 1] <= ' ')
    end--;

  return end;
}

/* Where the last table of objects begins; 0: not known. */
static guint64
find_table (RtMediaBytes bytes)
{
  gsize end = skip_filling (bytes);
  gsize from = end - MIN (end, END_LENGTH);
  guint64 position = 0;

  for (gsize i = end; i > from && position == 0; i--)
    if (rt_media_is (bytes, i - 1, "startxref") &&
        !rt_pdf_get_numbers (bytes, i - 1 + strlen ("startxref"), 1, &position))
      return 0;

  return position;
}

/* The subsections of a table of objects: "first count", then an entry of 20
 * bytes for each. */
typedef struct
{
  gboolean is_found;
  guint64  object;  /* where the one looked for begins; 0: it is none any more */
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

/* The dictionary of an object, by the newest table that has it; 0: not known. */
static gsize
look_up (RtMediaBytes bytes,
         guint64      position,
         guint64      number)
{
  guint budget = MAX_SECTIONS;
  Table table;

  while (budget > 0 && read_table (bytes, position, number, &budget, &table))
    {
      if (table.is_found)
        return table.object > 0 ? find_object (bytes, table.object, number) : 0;
      if (!get_number (bytes, table.trailer, "/Prev", &position))
        return 0;
      budget -= MIN (budget, TABLE_COST);
    }

  return 0;
}

/* The object that a key of a dictionary refers to: "12 0 R". */
static gsize
follow (RtMediaBytes bytes,
        guint64      table,
        gsize        dictionary,
        const char  *key)
{
  gboolean is_reference;
  guint64 number;

  if (dictionary == 0 || !read_number (bytes, dictionary, key, &is_reference, &number) ||
      !is_reference)
    return 0;

  return look_up (bytes, table, number);
}

/* The trailer: a dictionary behind the table, or that of a stream in its place. */
static gsize
find_trailer (RtMediaBytes bytes,
              guint64      position)
{
  guint budget = MAX_SECTIONS;
  Table table;

  if (read_table (bytes, position, 0, &budget, &table))
    return table.trailer;

  return find_object (bytes, position, 0);
}

static void
read_trailer (RtMediaBytes  bytes,
              RtMediaFacts *facts)
{
  guint64 table = find_table (bytes);
  gsize trailer = table > 0 ? find_trailer (bytes, table) : 0;
  gsize root;
  gsize encrypt;
  guint64 pages;

  if (trailer == 0 || !rt_pdf_find_key (bytes, trailer, "/Root", &root) || root == 0 ||
      !rt_pdf_find_key (bytes, trailer, "/Encrypt", &encrypt))
    return;

  facts->has_trailer = TRUE;
  facts->is_encrypted = encrypt > 0;
  root = follow (bytes, table, trailer, "/Root");
  root = follow (bytes, table, root, "/Pages");
  if (facts->pages == 0 && root > 0 && get_number (bytes, root, "/Count", &pages))
    facts->pages = MIN (pages, G_MAXUINT);
}

void
rt_media_read_pdf (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  read_version (bytes, facts);
  if (!complete)
    return;
  facts->pages = MIN (count_linearized (bytes), G_MAXUINT);
  read_trailer (bytes, facts);
}
