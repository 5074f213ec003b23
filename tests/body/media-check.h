/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is read from tiny files that are made by hand: the right facts from the
 * whole, and from each beginning of it nothing that the whole does not say.
 */

#pragma once

#include "media-facts.h"

#include <string.h>

/* The bytes of a literal, zeros included, but for the NUL at its end. */
#define BYTES(literal) literal, sizeof (literal) - 1

static inline void
media_read_exact (const void   *data,
                  gsize         length,
                  gboolean      complete,
                  RtMediaFacts *facts)
{
  g_autofree guint8 *exact = g_memdup2 (data, length);

  rt_media_facts_read (exact, length, complete, facts);
}

/* Each fact is that of @whole, or not known. */
static inline void
media_check_part (const RtMediaFacts *part,
                  const RtMediaFacts *whole)
{
  g_assert_true (part->duration == 0 || part->duration == whole->duration);
  g_assert_true (part->channels == 0 || part->channels == whole->channels);
  g_assert_true (part->sample_rate == 0 || part->sample_rate == whole->sample_rate);
  g_assert_true (part->width == 0 || part->width == whole->width);
  g_assert_true (part->height == 0 || part->height == whole->height);
  g_assert_true (part->pages == 0 || part->pages == whole->pages);
  g_assert_true (part->version[0] == '\0' || strcmp (part->version, whole->version) == 0);
  g_assert_true (!part->has_trailer || part->is_encrypted == whole->is_encrypted);
}

static inline void
media_check_beginnings (const void         *data,
                        gsize               length,
                        const RtMediaFacts *whole)
{
  RtMediaFacts facts;

  for (gsize i = 0; i < length; i++)
    {
      media_read_exact (data, i, FALSE, &facts);
      media_check_part (&facts, whole);
      /* Here only that nothing is read beyond the end. */
      media_read_exact (data, i, TRUE, &facts);
    }
}

/* Any single byte may be any other. */
static inline void
media_check_damage (const guint8 *data,
                    gsize         length)
{
  static const guint8 values[] = { 0, 1, 0x7f, 0x80, 0xff };
  RtMediaFacts facts;

  for (gsize i = 0; i < length; i++)
    for (gsize n = 0; n < G_N_ELEMENTS (values); n++)
      {
        g_autofree guint8 *damaged = g_memdup2 (data, length);
        g_autofree char *words = NULL;

        damaged[i] = values[n];
        rt_media_facts_read (damaged, length, TRUE, &facts);
        words = rt_media_facts_dup_words (&facts);
      }
}

/* @words: (nullable): all that is known, in words */
static inline void
media_check (const void *data,
             gsize       length,
             const char *words)
{
  g_autofree char *found = NULL;
  RtMediaFacts facts;

  media_read_exact (data, length, TRUE, &facts);
  found = rt_media_facts_dup_words (&facts);
  g_assert_cmpstr (found, ==, words);
  media_check_beginnings (data, length, &facts);
  media_check_damage (data, length);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length;
  const char *words;
} MediaCase;

static inline void
media_check_cases (const MediaCase *cases,
                   gsize            n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", cases[i].name);
      media_check (cases[i].bytes, cases[i].length, cases[i].words);
    }
}
