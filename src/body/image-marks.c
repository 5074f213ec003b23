/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From mark to mark; each step goes forward, so that it ends with the bytes. */

#include "config.h"

#include "image-marks.h"

#include "media-readers.h"

#define PNG_MARK "\211PNG\r\n\032\n"

/* Chunks: a length, four letters, the content, a checksum. */
static void
read_png (RtMediaBytes  bytes,
          RtImageMarks *marks)
{
  guint64 at = strlen (PNG_MARK);
  gboolean has_pixels = FALSE;

  marks->width = rt_media_be (bytes, 16, 4);
  marks->height = rt_media_be (bytes, 20, 4);
  for (; at < bytes.length; at += 12 + rt_media_be (bytes, at, 4))
    {
      has_pixels = has_pixels || rt_media_is (bytes, at + 4, "IDAT");
      if (!has_pixels && rt_media_is (bytes, at + 4, "acTL"))
        marks->is_animated = rt_media_be (bytes, at + 8, 4) > 1;
      if (rt_media_is (bytes, at + 4, "IEND"))
        return;
    }
  marks->is_cut = TRUE;
}

/* Segments up to the first scan (ITU T.81, annex B); behind that 0xff is never
 * followed by the end's mark but at the end. */
static void
read_jpeg (RtMediaBytes  bytes,
           RtImageMarks *marks)
{
  guint64 at = 2;
  RtMediaBytes rest;

  marks->is_cut = TRUE;
  while (rt_media_be (bytes, at, 1) == 0xff && !rt_media_is (bytes, at, "\xff\xda"))
    at += rt_media_be (bytes, at + 1, 1) == 0xff ? 1 : 2 + rt_media_be (bytes, at + 2, 2);
  rest = rt_media_part (bytes, at, G_MAXUINT64);
  if (rest.length > 0 && rest.data[0] != 0xff)
    marks->is_cut = FALSE; /* Something else is wrong with it. */
  else if (rest.length > 0)
    marks->is_cut = memmem (rest.data, rest.length, "\xff\xd9", 2) == NULL;
}

/* RIFF, whose head states the length; an extended one has flags. */
static void
read_webp (RtMediaBytes  bytes,
           RtImageMarks *marks)
{
  marks->is_cut = rt_media_le (bytes, 4, 4) + 8 > bytes.length;
  marks->is_animated = rt_media_is (bytes, 12, "VP8X") && (rt_media_be (bytes, 20, 1) & 2) != 0;
}

void
rt_image_marks_read (const guint8 *data,
                     gsize         length,
                     RtImageMarks *marks)
{
  RtMediaBytes bytes = { data, length };

  g_return_if_fail (data != NULL || length == 0);
  g_return_if_fail (marks != NULL);

  *marks = (RtImageMarks) { 0 };
  if (rt_media_is (bytes, 0, PNG_MARK))
    read_png (bytes, marks);
  else if (rt_media_is (bytes, 0, "\xff\xd8\xff"))
    read_jpeg (bytes, marks);
  else if (rt_media_is (bytes, 0, "RIFF") && rt_media_is (bytes, 8, "WEBP"))
    read_webp (bytes, marks);
}
