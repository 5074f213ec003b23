/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* PDF (ISO 32000-1, section 7.5): the version at the start, the trailer, and the
 * root of the tree of pages.
 */

#include "config.h"

#include "media-pdf-objects.h"

#define REFERENCE_WINDOW 256     /* "12 0 R" is not longer */
#define END_LENGTH       1024    /* the last bytes, where the end is marked */
#define MAX_FILLING (64 * 1024)  /* bytes behind the end */

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
    if (!rt_pdf_next_token (rt_media_part (bytes, 0, (guint64) value + REFERENCE_WINDOW),
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

/* A linearized file begins with an object that says how many pages there are,
 * and how long the file is: longer by now, it was changed. */
static guint64
count_linearized (RtMediaBytes bytes)
{
  RtMediaBytes start = rt_media_part (bytes, 0, END_LENGTH);
  gsize object = rt_pdf_find_object (start, 8, 0);
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

/* The object that a key of a dictionary refers to: "12 0 R". */
static RtPdfObject
follow (RtPdfObjects *objects,
        RtPdfObject   from,
        const char   *key)
{
  gboolean is_reference;
  guint64 number;

  if (from.dictionary == 0 ||
      !read_number (from.bytes, from.dictionary, key, &is_reference, &number) || !is_reference)
    return (RtPdfObject) { { NULL, 0 }, 0 };

  return rt_pdf_objects_look_up (objects, number);
}

static void
read_trailer (RtMediaBytes  bytes,
              guint64       table,
              RtMediaFacts *facts)
{
  g_auto (RtPdfObjects) objects = { { NULL, 0 } };
  RtPdfObject trailer;
  RtPdfObject root;
  gsize value;
  gsize encrypt;
  guint64 pages;

  rt_pdf_objects_init (&objects, bytes, table);
  trailer = rt_pdf_objects_find_trailer (&objects);
  if (trailer.dictionary == 0 ||
      !rt_pdf_find_key (bytes, trailer.dictionary, "/Root", &value) || value == 0 ||
      !rt_pdf_find_key (bytes, trailer.dictionary, "/Encrypt", &encrypt))
    return;

  facts->has_trailer = TRUE;
  facts->is_encrypted = encrypt > 0;
  objects.is_encrypted = facts->is_encrypted;
  root = follow (&objects, trailer, "/Root");
  root = follow (&objects, root, "/Pages");
  if (facts->pages == 0 && root.dictionary > 0 &&
      get_number (root.bytes, root.dictionary, "/Count", &pages))
    facts->pages = MIN (pages, G_MAXUINT);
}

void
rt_media_read_pdf (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  guint64 table;

  read_version (bytes, facts);
  if (!complete)
    return;
  facts->pages = MIN (count_linearized (bytes), G_MAXUINT);
  table = find_table (bytes);
  if (table > 0)
    read_trailer (bytes, table, facts);
}
