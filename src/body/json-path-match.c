/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the program of an I-Regexp: at each character all the places where it may
 * be, each once.
 */

#include "config.h"

#include "json-path-regex.h"

#include <string.h>

/* Characters between two looks at the cancellable, times instructions. */
#define WORK (1024 * 1024)

/* Places in the program. */
typedef struct
{
  guint32 *places;
  guint    n;
} Places;

typedef struct
{
  const RtRegexInstruction *code;
  const RtRegexItem        *items;
  Places                    now;
  Places                    next;
  guint64                  *round; /* of each place: when it was added */
  guint64                   rounds;
  guint32                  *stack;
  gboolean                  matched;
} Run;

static void
push (Run    *run,
      guint  *depth,
      guint32 place)
{
  if (run->round[place] == run->rounds)
    return;
  run->round[place] = run->rounds;
  run->stack[(*depth)++] = place;
}

/* Adds @place, or where it leads without a character. */
static void
add (Run     *run,
     Places  *places,
     guint32  place,
     gboolean at_start,
     gboolean at_end)
{
  guint depth = 0;

  push (run, &depth, place);
  while (depth > 0)
    {
      guint32 at = run->stack[--depth];
      const RtRegexInstruction *instruction = &run->code[at];

      switch (instruction->op)
        {
        case RT_REGEX_SPLIT:
          push (run, &depth, at + instruction->y);
          push (run, &depth, at + instruction->x);
          break;
        case RT_REGEX_JUMP:
          push (run, &depth, at + instruction->x);
          break;
        case RT_REGEX_START:
          if (at_start)
            push (run, &depth, at + 1);
          break;
        case RT_REGEX_END:
          if (at_end)
            push (run, &depth, at + 1);
          break;
        case RT_REGEX_MATCH:
          run->matched = TRUE;
          break;
        case RT_REGEX_CHARACTER:
        case RT_REGEX_ANY:
        case RT_REGEX_CLASS:
        default:
          places->places[places->n++] = at;
          break;
        }
    }
}

static gboolean
is_in_class (const Run                *run,
             const RtRegexInstruction *instruction,
             gunichar                  c)
{
  for (gint32 i = 0; i < instruction->y; i++)
    {
      const RtRegexItem *item = &run->items[instruction->x + i];

      if (item->categories != 0 ? (item->categories >> g_unichar_type (c) & 1) != 0
                                : item->first <= c && c <= item->last)
        return instruction->c == 0;
    }

  return instruction->c != 0;
}

static gboolean
takes (const Run                *run,
       const RtRegexInstruction *instruction,
       gunichar                  c)
{
  if (instruction->op == RT_REGEX_CHARACTER)
    return instruction->c == c;
  if (instruction->op == RT_REGEX_ANY)
    return c != '\n' && c != '\r';

  return is_in_class (run, instruction, c);
}

/* One character on. */
static void
advance (Run     *run,
         gunichar c,
         gboolean at_end)
{
  Places before = run->now;

  run->rounds++;
  run->matched = FALSE;
  run->now = run->next;
  run->now.n = 0;
  run->next = before;
  for (guint i = 0; i < before.n; i++)
    if (takes (run, &run->code[before.places[i]], c))
      add (run, &run->now, before.places[i] + 1, FALSE, at_end);
}

static const char *
next_character (const char *p,
                const char *end,
                gunichar   *c)
{
  *c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char_validated (p, end - p);
  if (*c == (gunichar) -1 || *c == (gunichar) -2)
    {
      *c = 0xfffd;
      return p + 1;
    }

  return p + ((guchar) *p < 0x80 ? 1 : g_utf8_skip[(guchar) *p]);
}

/* Where a part may begin at all, when nothing has begun. */
static const char *
skip (const Run  *run,
      const char *p,
      const char *end)
{
  const char *found;

  if (run->code[0].op != RT_REGEX_CHARACTER || run->code[0].c >= 0x80)
    return p;
  found = memchr (p, run->code[0].c, end - p);

  return found != NULL ? found : end;
}

static gboolean
run_over (Run          *run,
          guint         n_places,
          const char   *text,
          gsize         length,
          gboolean      whole,
          GCancellable *cancellable)
{
  const char *p = text;
  const char *end = text + length;
  gsize work = 0;

  run->rounds = 1;
  add (run, &run->now, 0, TRUE, length == 0);
  while (p < end && (whole ? run->now.n > 0 : !run->matched))
    {
      gunichar c;

      work += n_places;
      if (work > WORK)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          work = 0;
        }
      p = next_character (p, end, &c);
      advance (run, c, p == end);
      if (!whole && run->now.n == 0 && !run->matched)
        p = skip (run, p, end);
      if (!whole)
        add (run, &run->now, 0, FALSE, p == end);
    }

  return run->matched && (!whole || p == end);
}

gboolean
rt_path_regex_match (const RtPathRegex *self,
                     const char        *text,
                     gsize              length,
                     gboolean           whole,
                     GCancellable      *cancellable)
{
  guint n = self->code->len;
  g_autofree guint32 *places = g_new (guint32, (gsize) n * 3);
  g_autofree guint64 *round = g_new0 (guint64, n);
  Run run = {
    (const RtRegexInstruction *) self->code->data, (const RtRegexItem *) self->items->data,
    { places, 0 }, { places + n, 0 }, round, 0, places + 2 * n, FALSE
  };

  return run_over (&run, n, text, length, whole, cancellable);
}
