/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* FLAC (RFC 9639): the first metadata block, STREAMINFO, tells it all. */

#include "config.h"

#include "media-readers.h"

#define STREAMINFO_LENGTH 34

void
rt_media_read_flac (RtMediaBytes  bytes,
                    gboolean      complete,
                    RtMediaFacts *facts)
{
  /* 20 bits of rate, 3 of channels, 5 of bits in a sample, 36 of samples. */
  guint64 packed = rt_media_be (bytes, 18, 8);

  /* The first bit of a block's type says that it is the last one. */
  if (!rt_media_is (bytes, 0, "fLaC") || packed == 0 ||
      (rt_media_be (bytes, 4, 4) & 0x7fffffff) != STREAMINFO_LENGTH)
    return;

  facts->sample_rate = packed >> 44;
  facts->channels = (packed >> 41 & 7) + 1;
  rt_media_facts_set_duration (facts, packed & 0xfffffffff, facts->sample_rate);
}
