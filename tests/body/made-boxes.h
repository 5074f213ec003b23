/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Boxes of MPEG-4 for tests, put together from the inside out. */

#pragma once

#include "media-check.h"

/** A box of @length bytes of @content; (transfer full). */
static inline GByteArray *
made_box (const char *name,
          const void *content,
          gsize       length)
{
  GByteArray *box = g_byte_array_new ();
  guint32 all = GUINT32_TO_BE (8 + length);

  g_byte_array_append (box, (const guint8 *) &all, 4);
  g_byte_array_append (box, (const guint8 *) name, 4);
  g_byte_array_append (box, content, length);

  return box;
}

/** A box of boxes, which are freed; the list ends with NULL. */
static inline GByteArray *
made_boxes (const char *name,
            GByteArray *first,
            ...)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  va_list list;

  va_start (list, first);
  for (GByteArray *box = first; box != NULL; box = va_arg (list, GByteArray *))
    {
      g_byte_array_append (content, box->data, box->len);
      g_byte_array_unref (box);
    }
  va_end (list);

  return made_box (name, content->data, content->len);
}

/** A track of a kind, "soun" or "vide", number 1, 1000 units a second, with one
 * sample entry. */
static inline GByteArray *
made_track (const char *kind,
            GByteArray *entry)
{
  g_autofree char *handler = g_strdup_printf ("........%s....", kind);
  g_autoptr (GByteArray) entries = g_byte_array_new ();

  g_byte_array_append (entries, (const guint8 *) "\0\0\0\0\0\0\0\1", 8);
  if (entry != NULL)
    g_byte_array_append (entries, entry->data, entry->len);
  g_clear_pointer (&entry, g_byte_array_unref);

  return made_boxes (
    "trak", made_box ("tkhd", BYTES ("\0\0\0\7........\0\0\0\1....")),
    made_boxes ("mdia", made_box ("mdhd", BYTES ("\0\0\0\0........\0\0\3\xe8\0\0\0\0")),
                made_box ("hdlr", handler, 16),
                made_boxes ("minf",
                            made_boxes ("stbl", made_box ("stsd", entries->data, entries->len),
                                        NULL),
                            NULL),
                NULL),
    NULL);
}

/** A header of a movie of so many milliseconds. */
static inline GByteArray *
made_movie_header (guint32 duration)
{
  guint8 content[24] = "\0\0\0\0........\0\0\3\xe8";
  guint32 value = GUINT32_TO_BE (duration);

  memcpy (content + 16, &value, 4);

  return made_box ("mvhd", content, sizeof content);
}

/** Checks a file of a type and what follows it, which is freed. */
static inline void
made_check (GByteArray *movie,
            GByteArray *rest,
            const char *words)
{
  g_autoptr (GByteArray) type = made_box ("ftyp", "isom\0\0\0\0", 8);

  g_byte_array_append (type, movie->data, movie->len);
  if (rest != NULL)
    g_byte_array_append (type, rest->data, rest->len);
  media_check (type->data, type->len, words);
  g_byte_array_unref (movie);
  g_clear_pointer (&rest, g_byte_array_unref);
}
