/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ogg (RFC 3533): pages, each of a stream with a number. The first packet of a
 * stream tells its codec; the position of its last page, how long it is.
 */

#include "config.h"

#include "media-readers.h"

#define PAGE_HEAD  27
#define MAX_PAGES  64          /* at the start */
#define MAX_PAGE   (64 * 1024) /* a page is at most 65,307 bytes */
#define OPUS_RATE  48000       /* RFC 7845, section 4 */
#define LATE_START 30          /* seconds: a first page that ends later was not the first */

typedef struct
{
  guint64 rate;   /* positions in a second; 0: no stream of sound was found */
  guint64 skip;   /* positions that are not played */
  guint32 serial;
} Sound;

/* The first packet of a stream. */
static void
read_head (RtMediaBytes  packet,
           guint32       serial,
           Sound        *sound,
           RtMediaFacts *facts)
{
  if (rt_media_is (packet, 0, "\200theora"))
    {
      rt_media_facts_set_size (facts, rt_media_be (packet, 14, 3), rt_media_be (packet, 17, 3));
      return;
    }
  if (sound->rate > 0)
    return;

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
  sound->serial = serial;
  facts->sample_rate = sound->rate;
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

/* Where the page of sound ends; 0: it is another page, or no packet ends in it. */
static guint64
get_position (RtMediaBytes  page,
              const Sound  *sound)
{
  guint64 position = rt_media_le (page, 6, 8);

  if (page.length == 0 || rt_media_le (page, 14, 4) != sound->serial ||
      position > G_MAXINT64)
    return 0;

  return position;
}

/* Backwards from the end, over a few pages. */
static guint64
find_last_position (RtMediaBytes  bytes,
                    const Sound  *sound)
{
  gsize from = bytes.length - MIN (bytes.length, 4 * MAX_PAGE);
  guint64 position = 0;

  for (gsize i = bytes.length; i > from && position == 0; i--)
    if (bytes.data[i - 1] == 'O')
      position = get_position (get_page (bytes, i - 1), sound);

  return position;
}

void
rt_media_read_ogg (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  Sound sound = { 0 };
  guint64 at = 0;
  guint64 first = 0;
  guint64 last;

  for (guint i = 0; i < MAX_PAGES && first == 0; i++)
    {
      RtMediaBytes page = get_page (bytes, at);

      if (page.length == 0)
        break;
      if ((rt_media_be (page, 5, 1) & 2) != 0)
        read_head (rt_media_part (page, PAGE_HEAD + rt_media_be (page, 26, 1), G_MAXUINT64),
                   rt_media_le (page, 14, 4), &sound, facts);
      else if (sound.rate > 0)
        first = get_position (page, &sound);
      at += page.length;
    }
  /* A stream that was on before it is recorded does not begin at 0. */
  if (!complete || sound.rate == 0 || first > sound.rate * LATE_START)
    return;
  last = find_last_position (bytes, &sound);
  if (last > sound.skip)
    rt_media_facts_set_duration (facts, last - sound.skip, sound.rate);
}
