/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Private to media-*.c: a reader for each family of containers, and the bytes
 * that they read. What lies beyond the end reads as 0, which for each field that
 * is taken means "not known", so that no reader can read over the end.
 */

#pragma once

#include "media-facts.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  const guint8 *data;
  gsize         length;
} RtMediaBytes;

/* Each sets what it finds in @facts, which was all 0. */
typedef void (*RtMediaReader) (RtMediaBytes  bytes,
                               gboolean      complete,
                               RtMediaFacts *facts);

void rt_media_read_avi      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_flac     (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_matroska (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_mp3      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_mp4      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_ogg      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_pdf      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);
void rt_media_read_wav      (RtMediaBytes  bytes,
                             gboolean      complete,
                             RtMediaFacts *facts);

/** Of so many units; nothing is set when that is no time or more than a life. */
void rt_media_facts_set_duration (RtMediaFacts *facts,
                                  guint64       units,
                                  guint64       units_per_second);
/** Neither is set when one is 0. */
void rt_media_facts_set_size     (RtMediaFacts *facts,
                                  guint         width,
                                  guint         height);

/** The part from @offset on, of at most @length bytes. */
static inline RtMediaBytes
rt_media_part (RtMediaBytes bytes,
               guint64      offset,
               guint64      length)
{
  if (offset >= bytes.length)
    return (RtMediaBytes) { NULL, 0 };

  return (RtMediaBytes) { bytes.data + offset, MIN (length, bytes.length - offset) };
}

static inline gboolean
rt_media_is (RtMediaBytes  bytes,
             guint64       offset,
             const char   *mark)
{
  RtMediaBytes part = rt_media_part (bytes, offset, strlen (mark));

  return part.length == strlen (mark) && memcmp (part.data, mark, part.length) == 0;
}

/** A number of @n bytes, at most 8, the largest first. */
static inline guint64
rt_media_be (RtMediaBytes bytes,
             guint64      offset,
             guint        n)
{
  RtMediaBytes part = rt_media_part (bytes, offset, n);
  guint64 value = 0;

  if (part.length < n)
    return 0;
  for (guint i = 0; i < n; i++)
    value = value << 8 | part.data[i];

  return value;
}

/** A number of @n bytes, at most 8, the smallest first. */
static inline guint64
rt_media_le (RtMediaBytes bytes,
             guint64      offset,
             guint        n)
{
  RtMediaBytes part = rt_media_part (bytes, offset, n);
  guint64 value = 0;

  if (part.length < n)
    return 0;
  for (guint i = n; i > 0; i--)
    value = value << 8 | part.data[i - 1];

  return value;
}

G_END_DECLS
