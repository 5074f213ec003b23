/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The grammar: a loop over what may come next. It can stop at any byte: within
 * long runs (strings, digits) it goes on where it was, before short ones
 * (escapes, characters, words) it waits for the rest. This is the hot loop of
 * everything that reads JSON: what is met for each token is inline, so that the
 * state of the read stays in registers.
 */

#include "config.h"

#include "json-bytes.h"
#include "json-scan.h"

#define INLINE static inline __attribute__ ((always_inline))
#define SLOW static __attribute__ ((noinline, cold))

#define FAIL(run, where, message) rt_json_scan_fail ((run)->s, (run)->in, where, message)

INLINE void
emit (RtJsonScanRun            *run,
      RtJsonTokenKind kind,
      const char     *start)
{
  run->out->start = start - run->in->text;
  run->out->end = run->p - run->in->text;
  run->out->kind = kind;
  run->out++;
}

SLOW void
grow_stack (RtJsonScanner *s)
{
  s->stack_size = s->stack_size + s->stack_size / 8 + 64;
  s->stack = g_realloc (s->stack, s->stack_size);
}

INLINE void
open_container (RtJsonScanRun      *run,
                gboolean  object)
{
  RtJsonScanner *s = run->s;
  gsize level = s->depth++;
  guint8 bit = 1 << (level % 8);

  if (G_UNLIKELY (level / 8 >= s->stack_size))
    grow_stack (s);
  s->stack[level / 8] = object ? s->stack[level / 8] | bit : s->stack[level / 8] & ~bit;
  run->in_object = object;
  run->expect = object ? RT_JSON_EXPECT_FIRST_KEY : RT_JSON_EXPECT_FIRST_ITEM;
  run->p++;
  emit (run, object ? RT_JSON_TOKEN_OBJECT : RT_JSON_TOKEN_ARRAY, run->p - 1);
}

/* A value is over: mostly its comma follows at once. */
INLINE void
value_done (RtJsonScanRun *run)
{
  if (run->s->depth == 0)
    run->expect = RT_JSON_EXPECT_END;
  else if (run->p < run->in->end && *run->p == ',')
    {
      run->p++;
      run->expect = run->in_object ? RT_JSON_EXPECT_KEY : RT_JSON_EXPECT_VALUE;
    }
  else
    run->expect = RT_JSON_EXPECT_COMMA;
}

INLINE void
close_container (RtJsonScanRun *run)
{
  run->p++;
  emit (run, run->in_object ? RT_JSON_TOKEN_OBJECT_END : RT_JSON_TOKEN_ARRAY_END, run->p - 1);
  run->s->depth--;
  run->in_object = rt_json_scan_is_in_object (run->s);
  value_done (run);
}

/* At a byte from 0x80 on: mostly it begins a character of two or three bytes, of
 * those that RFC 3629 section 4 allows. Returns its length, 0 when it has to be
 * looked at more closely. */
INLINE int
measure_character (const char *p)
{
  guint32 word;

  memcpy (&word, p, sizeof word);
  word = GUINT32_FROM_LE (word);
  if ((word & 0xc0e0) == 0x80c0 && (word & 0x1e) != 0)
    return 2;
  if ((word & 0xc0c0f0) == 0x8080e0 && (word & 0x200f) != 0 && (word & 0x200f) != 0x200d)
    return 3;

  return 0;
}

/* From within a string to behind its end. */
INLINE gboolean
scan_string (RtJsonScanRun        *run,
             const char *start)
{
  while (TRUE)
    {
      int length;

      run->p = rt_json_skip_plain (run->p, run->in->end);
      if (run->p == run->in->end)
        break;
      if (*run->p == '"')
        {
          run->p++;
          return TRUE;
        }
      length = run->in->end - run->p >= 4 ? measure_character (run->p) : 0;
      if (length == 0)
        length = rt_json_scan_special (run->s, run->in, run->p);
      if (length <= 0)
        break;
      run->p += length;
    }
  if (run->p == run->in->end && run->in->complete)
    FAIL (run, run->p, N_("the text ends inside a string"));

  return rt_json_scan_suspend (run->s, run->in, RT_JSON_PART_STRING, start);
}

/* The same near the end of the text. -1: it ends within the word. */
SLOW int
measure_last_word (const RtJsonScanText *in,
                   const char           *p)
{
  static const char words[][6] = { "true", "false", "null" };
  gsize left = in->end - p;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (memcmp (p, words[i], MIN (n, left)) == 0)
        return left >= n ? (int) n : in->complete ? 0 : -1;
    }

  return 0;
}

/* At what is nothing but a word. Returns its length, 0 when it is none. */
INLINE int
measure_word (const RtJsonScanText *in,
              const char           *p)
{
  if (in->end - p < 5)
    return measure_last_word (in, p);
  if (memcmp (p, "true", 4) == 0 || memcmp (p, "null", 4) == 0)
    return 4;

  return memcmp (p, "false", 5) == 0 ? 5 : 0;
}

INLINE gboolean
scan_word (RtJsonScanRun *run)
{
  int length = measure_word (run->in, run->p);

  if (length == 0)
    return FAIL (run, run->p, N_("a value is expected here"));
  if (length < 0)
    return FALSE;
  run->p += length;
  emit (run, RT_JSON_TOKEN_WORD, run->p - length);
  value_done (run);

  return TRUE;
}

INLINE gboolean
finish_key (RtJsonScanRun *run,
            const char    *start)
{
  emit (run, RT_JSON_TOKEN_KEY, start);
  run->expect = RT_JSON_EXPECT_COLON;
  if (run->p < run->in->end && *run->p == ':')
    {
      run->p++;
      run->expect = RT_JSON_EXPECT_VALUE;
    }

  return TRUE;
}

INLINE gboolean
finish_string (RtJsonScanRun *run,
               const char    *start)
{
  emit (run, RT_JSON_TOKEN_STRING, start);
  value_done (run);

  return TRUE;
}

INLINE gboolean
finish_number (RtJsonScanRun        *run,
               const char *start)
{
  emit (run, RT_JSON_TOKEN_NUMBER, start);
  value_done (run);

  return TRUE;
}

INLINE gboolean
scan_number (RtJsonScanRun        *run,
             RtJsonPart        part,
             const char *start)
{
  run->p = rt_json_scan_number (run->s, run->in, part, start, run->p);

  return run->s->part == RT_JSON_PART_NONE;
}

INLINE gboolean
start_string (RtJsonScanRun *run)
{
  const char *start = run->p++;

  return scan_string (run, start) && finish_string (run, start);
}

INLINE gboolean
start_number (RtJsonScanRun *run)
{
  const char *start = run->p;
  RtJsonPart part = RT_JSON_PART_MINUS;

  if (*start == '-')
    run->p++;
  else if (*start != '0')
    {
      /* Most numbers are plain integers. */
      run->p = rt_json_skip_digits (run->p, run->in->end);
      if (run->p < run->in->end && *run->p != '.' && (*run->p | 0x20) != 'e')
        return finish_number (run, start);
      part = RT_JSON_PART_INTEGER;
    }

  return scan_number (run, part, start) && finish_number (run, start);
}

INLINE gboolean
scan_value (RtJsonScanRun *run)
{
  char c = *run->p;

  if (c == '"')
    return start_string (run);
  if (c == '{' || c == '[')
    {
      open_container (run, c == '{');
      return TRUE;
    }
  if (c == '-' || (guchar) (c - '0') < 10)
    return start_number (run);

  return scan_word (run);
}

/* Whether a value stands right behind the key, or after a single space. */
INLINE gboolean
skip_to_value (RtJsonScanRun *run)
{
  const char *p = run->p;

  if (run->expect != RT_JSON_EXPECT_VALUE || run->out >= run->last || run->in->end - p < 2)
    return FALSE;
  p += *p == ' ';
  if ((guchar) *p <= ' ')
    return FALSE;
  run->p = p;

  return TRUE;
}

/* A key, and its value when that stands right behind it. */
INLINE gboolean
scan_key (RtJsonScanRun *run)
{
  const char *start = run->p;

  if (G_UNLIKELY (*start != '"'))
    return FAIL (run, start,
                 run->expect == RT_JSON_EXPECT_KEY && *start == '}'
                   ? N_("a comma stands before the end of the object")
                   : N_("a key in double quotes is expected here"));
  run->p++;
  if (!scan_string (run, start))
    return FALSE;
  finish_key (run, start);

  return !skip_to_value (run) || scan_value (run);
}

INLINE gboolean
scan_colon (RtJsonScanRun *run)
{
  if (*run->p != ':')
    return FAIL (run, run->p, N_("a colon is expected after the key"));
  run->p++;
  run->expect = RT_JSON_EXPECT_VALUE;

  return TRUE;
}

INLINE gboolean
scan_comma (RtJsonScanRun *run)
{
  char c = *run->p;

  if (c == (run->in_object ? '}' : ']'))
    close_container (run);
  else if (c == ',')
    {
      run->p++;
      run->expect = run->in_object ? RT_JSON_EXPECT_KEY : RT_JSON_EXPECT_VALUE;
    }
  else
    return FAIL (run, run->p,
                 run->in_object ? N_("a comma or the end of the object is expected here")
                                : N_("a comma or the end of the array is expected here"));

  return TRUE;
}

/* RFC 7464 sets a record separator before each document. */
INLINE gboolean
skip_separator (RtJsonScanRun *run)
{
  if (!run->s->several || *run->p != 0x1e)
    return FALSE;
  run->p++;

  return TRUE;
}

/* At a byte that is not white space. */
INLINE gboolean
scan_next (RtJsonScanRun *run)
{
  switch (run->expect)
    {
    case RT_JSON_EXPECT_FIRST_KEY:
    case RT_JSON_EXPECT_FIRST_ITEM:
      if (*run->p == (run->in_object ? '}' : ']'))
        {
          close_container (run);
          return TRUE;
        }
      return run->in_object ? scan_key (run) : scan_value (run);
    case RT_JSON_EXPECT_KEY:
      return scan_key (run);
    case RT_JSON_EXPECT_COLON:
      return scan_colon (run);
    case RT_JSON_EXPECT_COMMA:
      return scan_comma (run);
    case RT_JSON_EXPECT_VALUE:
      if (run->s->depth == 0 && skip_separator (run))
        return TRUE;
      if (G_UNLIKELY (*run->p == ']' && run->s->depth > 0 && !run->in_object))
        return FAIL (run, run->p, N_("a comma stands before the end of the array"));
      return scan_value (run);
    case RT_JSON_EXPECT_END:
      if (skip_separator (run))
        return TRUE;
      if (!run->s->several)
        return FAIL (run, run->p, N_("the document has ended before this"));
      return scan_value (run);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Goes on within a token that the end of the text has cut. */
INLINE gboolean
resume (RtJsonScanRun *run)
{
  const char *start = run->in->text + run->s->token;
  RtJsonPart part = run->s->part;

  run->s->part = RT_JSON_PART_NONE;
  if (part != RT_JSON_PART_STRING)
    return scan_number (run, part, start) && finish_number (run, start);
  if (!scan_string (run, start))
    return FALSE;
  if (run->expect == RT_JSON_EXPECT_KEY || run->expect == RT_JSON_EXPECT_FIRST_KEY)
    return finish_key (run, start);

  return finish_string (run, start);
}

/* Until there is no more room. */
INLINE gboolean
scan_all (RtJsonScanRun *run)
{
  if (run->s->part != RT_JSON_PART_NONE && !resume (run))
    return FALSE;
  while (run->out < run->last)
    {
      if (run->p < run->in->end && (guchar) *run->p <= ' ')
        {
          const char *start = run->p;

          run->p = rt_json_skip_space (run->p, run->in->end);
          if (G_UNLIKELY (run->p - start >= RT_JSON_LONG))
            emit (run, RT_JSON_TOKEN_SPACE, start);
        }
      if (run->p == run->in->end)
        return FALSE;
      if (!scan_next (run))
        return FALSE;
    }

  return TRUE;
}

gboolean
rt_json_scan_tokens (RtJsonScanRun *run)
{
  RtJsonScanRun local = *run; /* in registers, as its address goes nowhere */
  gboolean is_full = scan_all (&local);

  *run = local;

  return is_full;
}

void
rt_json_scan_end_number (RtJsonScanRun *run)
{
  run->s->part = RT_JSON_PART_NONE;
  finish_number (run, run->in->text + run->s->token);
}
