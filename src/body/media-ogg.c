/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ogg (RFC 3533): pages, each of a stream with a number. The first packet of a
 * stream tells its codec; the position of its last page, how long it is.
 */

#include "config.h"

#include "media-readers.h"

#define PAGE_HEAD  27
#define FIRST_PAGE 2           /* a flag: of its stream */
#define MAX_PAGES  64          /* at the start */
#define MAX_PAGE   (64 * 1024) /* a page is at most 65,307 bytes */
#define OPUS_RATE  48000       /* RFC 7845, section 4 */
#define LATE_START 30          /* seconds: a first page that ends later was not the first */

/* A stream, of sound or of pictures. */
typedef struct
{
  guint64 rate;     /* units in so many seconds; 0: no such stream was found */
  guint64 seconds;
  guint64 skip;     /* units that are not played */
  guint   shift;    /* of a position: the units since the last whole picture */
  guint32 serial;
} Stream;

/* RFC 7845, RFC 5334 and the specifications of Theora, Vorbis and Speex. */
static void
read_sound (RtMediaBytes  packet,
            Stream       *sound,
            RtMediaFacts *facts)
{
  if (rt_media_is (packet, 0, "\1vorbis"))
    {
      facts->channels = rt_media_le (packet, 11, 1);
      sound->rate = rt_media_le (packet, 12, 4);
    }
  else if (rt_media_is (packet, 0, "OpusHead") && packet.length >= 19)
    {
      facts->channels = rt_media_le (packet, 9, 1);
      sound->rate = OPUS_RATE;
      sound->skip = rt_media_le (packet, 10, 2);
    }
  else if (rt_media_is (packet, 0, "\177FLAC"))
    {
      rt_media_read_flac (rt_media_part (packet, 9, G_MAXUINT64), FALSE, facts);
      sound->rate = facts->sample_rate;
    }
  else if (rt_media_is (packet, 0, "Speex   "))
    {
      facts->channels = rt_media_le (packet, 48, 4);
      sound->rate = rt_media_le (packet, 36, 4);
    }
  sound->seconds = 1;
  facts->sample_rate = sound->rate;
}

/* The first packet of a stream. */
static void
read_head (RtMediaBytes  packet,
           guint32       serial,
           Stream       *sound,
           Stream       *picture,
           RtMediaFacts *facts)
{
  if (rt_media_is (packet, 0, "\200theora") && picture->rate == 0)
    {
      rt_media_facts_set_size (facts, rt_media_be (packet, 14, 3), rt_media_be (packet, 17, 3));
      picture->rate = rt_media_be (packet, 22, 4);
      picture->seconds = rt_media_be (packet, 26, 4);
      picture->shift = rt_media_be (packet, 40, 2) >> 5 & 31;
      picture->serial = serial;
    }
  else if (!rt_media_is (packet, 0, "\200theora") && sound->rate == 0)
    {
      sound->serial = serial;
      read_sound (packet, sound, facts);
    }
}

/* All of a page, head included; nothing when it is not there. */
static RtMediaBytes
get_page (RtMediaBytes bytes,
          guint64      position)
{
  guint segments = rt_media_be (bytes, position + 26, 1);
  guint64 length = PAGE_HEAD + segments;
  RtMediaBytes page;

  if (!rt_media_is (bytes, position, "OggS") || rt_media_be (bytes, position + 4, 1) != 0)
    return (RtMediaBytes) { NULL, 0 };
  for (guint i = 0; i < segments; i++)
    length += rt_media_be (bytes, position + PAGE_HEAD + i, 1);
  page = rt_media_part (bytes, position, length);

  return page.length == length ? page : (RtMediaBytes) { NULL, 0 };
}

/* Where the page of a stream ends, in its units; 0: it is another page, or no
 * packet ends in it. */
static guint64
get_position (RtMediaBytes  page,
              const Stream *stream)
{
  guint64 position = rt_media_le (page, 6, 8);
  guint64 mask = (G_GUINT64_CONSTANT (1) << stream->shift) - 1;

  if (page.length == 0 || stream->rate == 0 || rt_media_le (page, 14, 4) != stream->serial ||
      position > G_MAXINT64)
    return 0;

  return (position >> stream->shift) + (position & mask);
}

/* Backwards from the end to where the heads end, over a few pages. One that
 * begins another stream: the file is several, one behind the other. */
static guint64
find_last_position (RtMediaBytes  bytes,
                    guint64       heads,
                    const Stream *stream)
{
  gsize from = MAX (heads, bytes.length - MIN (bytes.length, 4 * MAX_PAGE));
  guint64 position = 0;

  for (gsize i = bytes.length; i > from; i--)
    if (bytes.data[i - 1] == 'O')
      {
        RtMediaBytes page = get_page (bytes, i - 1);

        if (page.length > 0 && (rt_media_be (page, 5, 1) & FIRST_PAGE) != 0)
          return 0;
        if (position == 0)
          position = get_position (page, stream);
      }

  return position;
}

/* In microseconds; 0: not known. */
static gint64
measure (RtMediaBytes  bytes,
         guint64       heads,
         const Stream *stream,
         guint64       first)
{
  guint64 last = stream->rate > 0 ? find_last_position (bytes, heads, stream) : 0;
  RtMediaFacts facts = { 0 };

  /* A stream that was on before it is recorded does not begin at 0. */
  if (last <= stream->skip || last > G_MAXUINT32 * stream->rate ||
      first / stream->rate > LATE_START)
    return 0;
  last -= stream->skip;
  if (stream->seconds > 0 && last <= G_MAXUINT64 / stream->seconds)
    rt_media_facts_set_duration (&facts, last * stream->seconds, stream->rate);

  return facts.duration;
}

void
rt_media_read_ogg (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  Stream sound = { 0 };
  Stream picture = { 0 };
  guint64 at = 0;
  guint64 heads = 0;
  guint64 first_sound = 0;
  guint64 first_picture = 0;

  for (guint i = 0; i < MAX_PAGES && first_sound == 0; i++)
    {
      RtMediaBytes page = get_page (bytes, at);

      if (page.length == 0)
        break;
      if ((rt_media_be (page, 5, 1) & FIRST_PAGE) != 0)
        {
          read_head (rt_media_part (page, PAGE_HEAD + rt_media_be (page, 26, 1), G_MAXUINT64),
                     rt_media_le (page, 14, 4), &sound, &picture, facts);
          heads = at + page.length;
        }
      first_sound = get_position (page, &sound);
      if (first_picture == 0)
        first_picture = get_position (page, &picture);
      at += page.length;
    }
  if (complete)
    facts->duration = MAX (measure (bytes, heads, &sound, first_sound),
                           measure (bytes, heads, &picture, first_picture));
}
