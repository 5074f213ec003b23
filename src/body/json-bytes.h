/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The quick ways over runs of bytes that both readers of JSON share: eight
 * bytes at a time in an integer, where only the lowest mark of a word is exact,
 * which is the one that counts; or sixteen in a vector. Inline; never reads at
 * or beyond the end.
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define RT_EACH_BYTE(b) (G_GUINT64_CONSTANT (0x0101010101010101) * (b))
#define RT_HIGH_BITS    RT_EACH_BYTE (0x80)

/* Sixteen bytes, each of which is compared at once, and what came of it: each
 * byte 0 or 0xff. */
typedef gint8 RtJsonBytes __attribute__ ((vector_size (16)));
typedef guint64 RtJsonHalves __attribute__ ((vector_size (16)));

/* The byte at @p is the lowest of the word on any machine. */
static inline guint64
rt_json_load (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);

  return GUINT64_FROM_LE (word);
}

/* Marks the bytes of @word that are @byte. */
static inline guint64
rt_json_mark (guint64 word,
              guint8  byte)
{
  guint64 x = word ^ RT_EACH_BYTE (byte);

  return (x - RT_EACH_BYTE (1)) & ~x & RT_HIGH_BITS;
}

static inline gsize
rt_json_first_mark (guint64 marks)
{
  return __builtin_ctzll (marks) >> 3;
}

static inline gboolean
rt_json_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline const char *
rt_json_skip_space (const char *p,
                    const char *end)
{
  while (p < end && (guchar) *p <= ' ')
    {
      if (end - p >= 8)
        {
          guint64 others = rt_json_load (p) ^ RT_EACH_BYTE (' ');

          if (others == 0)
            {
              p += 8;
              continue;
            }
          p += rt_json_first_mark (others);
        }
      if (!rt_json_is_space (*p))
        break;
      p++;
    }

  return p;
}

/* To the first byte of a string that is no plain ASCII character: a quote, a
 * backslash, a control character, a byte of a longer character. */
static inline const char *
rt_json_skip_plain (const char *p,
                    const char *end)
{
  while (end - p >= 16)
    {
      RtJsonBytes bytes;
      RtJsonHalves others;

      memcpy (&bytes, p, sizeof bytes);
      /* Signed: what is not ASCII is less than a space, too. */
      others = (RtJsonHalves) ((bytes < ' ') | (bytes == '"') | (bytes == '\\'));
      if (others[0] != 0)
        return p + rt_json_first_mark (GUINT64_FROM_LE (others[0]));
      if (others[1] != 0)
        return p + 8 + rt_json_first_mark (GUINT64_FROM_LE (others[1]));
      p += 16;
    }
  while (p < end && (guchar) *p >= ' ' && (guchar) *p < 0x80 && *p != '"' && *p != '\\')
    p++;

  return p;
}

G_END_DECLS
