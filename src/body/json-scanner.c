/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scanner: a loop over what may come next, with a stack of one bit a
 * level. It can stop at any byte: within long runs (strings, digits) it goes on
 * where it was, before short ones (escapes, characters, words) it waits for
 * the rest. While a read goes on the state stands in a Run on the stack, so
 * that the compiler keeps it in registers.
 */

#include "config.h"

#include "json-scanner.h"

#include <glib/gi18n-lib.h>

#include "json-bytes.h"

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST_ITEM, /* a value or "]" */
  EXPECT_FIRST_KEY,  /* a key or "}" */
  EXPECT_KEY,
  EXPECT_COLON,
  EXPECT_COMMA,      /* "," or the end of the array or object */
  EXPECT_END,        /* white space, or another document */
} Expect;

/* What of a token was read when the text ended. */
typedef enum
{
  PART_NONE,
  PART_STRING,
  PART_MINUS,
  PART_ZERO,
  PART_INTEGER,
  PART_POINT,
  PART_FRACTION,
  PART_E,
  PART_SIGN,
  PART_EXPONENT,
} Part;

struct _RtJsonScanner
{
  gboolean    several;
  guint64     position;
  Expect      expect;
  Part        part;
  guint64     token; /* where the unfinished token begins */
  guint8     *stack; /* bits: 1 for an object */
  gsize       stack_size;
  gsize       depth;
  const char *message;
  guint64     flaw;
};

typedef struct
{
  RtJsonScanner *s;
  const char    *text;
  const char    *p;
  const char    *end;
  gboolean       complete;
  Expect         expect;
  gboolean       in_object;
  RtJsonToken   *out;
} Run;

#define INLINE static inline __attribute__ ((always_inline))
#define SLOW static __attribute__ ((noinline, cold))

RtJsonScanner *
rt_json_scanner_new (gboolean several)
{
  RtJsonScanner *self = g_new0 (RtJsonScanner, 1);

  self->several = several;

  return self;
}

void
rt_json_scanner_free (RtJsonScanner *self)
{
  g_free (self->stack);
  g_free (self);
}

/* Always FALSE: nothing goes on after it. @message is translated here. */
SLOW gboolean
fail (RtJsonScanner *s,
      guint64        offset,
      const char    *message)
{
  s->message = _(message);
  s->flaw = offset;

  return FALSE;
}

#define FAIL(run, where, message) fail ((run)->s, (where) - (run)->text, message)

/* Always FALSE: the text ends within a token. */
SLOW gboolean
suspend (RtJsonScanner *s,
         Part           part,
         guint64        token)
{
  s->part = part;
  s->token = token;

  return FALSE;
}

INLINE void
emit (Run            *run,
      RtJsonTokenKind kind,
      const char     *start)
{
  run->out->start = start - run->text;
  run->out->end = run->p - run->text;
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
open_container (Run      *run,
                gboolean  object)
{
  RtJsonScanner *s = run->s;
  gsize level = s->depth++;
  guint8 bit = 1 << (level % 8);

  if (G_UNLIKELY (level / 8 >= s->stack_size))
    grow_stack (s);
  s->stack[level / 8] = object ? s->stack[level / 8] | bit : s->stack[level / 8] & ~bit;
  run->in_object = object;
  run->expect = object ? EXPECT_FIRST_KEY : EXPECT_FIRST_ITEM;
  run->p++;
  emit (run, object ? RT_JSON_TOKEN_OBJECT : RT_JSON_TOKEN_ARRAY, run->p - 1);
}

static gboolean
is_in_object (const RtJsonScanner *s)
{
  gsize level = s->depth - 1;

  return s->depth > 0 && ((s->stack[level / 8] >> (level % 8)) & 1);
}

/* A value is over: mostly its comma follows at once. */
INLINE void
value_done (Run *run)
{
  if (run->s->depth == 0)
    run->expect = EXPECT_END;
  else if (run->p < run->end && *run->p == ',')
    {
      run->p++;
      run->expect = run->in_object ? EXPECT_KEY : EXPECT_VALUE;
    }
  else
    run->expect = EXPECT_COMMA;
}

INLINE void
close_container (Run *run)
{
  run->p++;
  emit (run, run->in_object ? RT_JSON_TOKEN_OBJECT_END : RT_JSON_TOKEN_ARRAY_END, run->p - 1);
  run->s->depth--;
  run->in_object = is_in_object (run->s);
  value_done (run);
}

/* At a byte from 0x80 on. Returns the length of the character, 0 when it is
 * none (RFC 3629 section 4), -1 when the text ends within it. */
static int
check_character (const char *text,
                 gsize       left)
{
  const guchar *p = (const guchar *) text;
  int length = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;
  guchar low = *p == 0xe0 ? 0xa0 : *p == 0xf0 ? 0x90 : 0x80;
  guchar high = *p == 0xed ? 0x9f : *p == 0xf4 ? 0x8f : 0xbf;

  if (*p < 0xc2 || *p > 0xf4)
    return 0;
  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= left)
        return -1;
      if (p[i] < low || p[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }

  return length;
}

/* At a backslash. Returns the length of the escape, 0 after a flaw, -1 when
 * the text ends within it. */
static int
check_escape (Run *run)
{
  const char *p = run->p + 1;
  gsize left = run->end - p;

  if (left == 0)
    {
      if (run->complete)
        FAIL (run, p, N_("the text ends inside a string"));
      return -1;
    }
  if (*p != 'u')
    {
      if (strchr ("\"\\/bfnrt", *p) != NULL && *p != '\0')
        return 2;
      FAIL (run, p, N_("there is no such escape in a string"));
      return 0;
    }
  for (gsize i = 1; i <= 4; i++)
    {
      if (i >= left && !run->complete)
        return -1;
      if (i >= left || !g_ascii_isxdigit (p[i]))
        {
          FAIL (run, p, N_("\\u is not followed by four hexadecimal digits"));
          return 0;
        }
    }

  return 6;
}

/* Within a string, at something that is not plain. Returns its length, or what
 * check_escape() returns. */
static int
check_special (Run *run)
{
  guchar c = *run->p;
  int length;

  if (c == '\\')
    return check_escape (run);
  if (c < ' ')
    {
      FAIL (run, run->p, N_("a control character stands in a string unescaped"));
      return 0;
    }
  length = check_character (run->p, run->end - run->p);
  if (length == 0 || (length < 0 && run->complete))
    {
      FAIL (run, run->p, N_("bytes that are not UTF-8 stand in a string"));
      return 0;
    }

  return length;
}

/* From within a string to behind its end. */
INLINE gboolean
scan_string (Run        *run,
             const char *start)
{
  while (TRUE)
    {
      int length;

      run->p = rt_json_skip_plain (run->p, run->end);
      if (run->p == run->end)
        break;
      if (*run->p == '"')
        {
          run->p++;
          return TRUE;
        }
      length = check_special (run);
      if (length <= 0)
        break;
      run->p += length;
    }
  if (run->p == run->end && run->complete)
    FAIL (run, run->p, N_("the text ends inside a string"));

  return suspend (run->s, PART_STRING, start - run->text);
}

INLINE const char *
skip_digits (const char *p,
             const char *end)
{
  while (p < end && (guchar) (*p - '0') < 10)
    p++;

  return p;
}

/* FALSE at something that is no digit, with @part when the text ends there. */
static gboolean
need_digit (Run        *run,
            Part        part,
            const char *start,
            const char *message)
{
  if (run->p < run->end && g_ascii_isdigit (*run->p))
    return TRUE;
  if (run->p < run->end || run->complete)
    FAIL (run, run->p, message);

  return suspend (run->s, part, start - run->text);
}

/* From the given part of a number to behind its end. */
static gboolean
scan_number (Run        *run,
             Part        part,
             const char *start)
{
  switch (part)
    {
    case PART_MINUS:
      if (!need_digit (run, PART_MINUS, start, N_("a digit must follow the minus sign")))
        return FALSE;
      if (*run->p != '0')
        goto integer;
      run->p++;
      G_GNUC_FALLTHROUGH;
    case PART_ZERO:
      if (run->p == run->end)
        return suspend (run->s, PART_ZERO, start - run->text);
      if (g_ascii_isdigit (*run->p))
        {
          suspend (run->s, PART_ZERO, start - run->text);
          return FAIL (run, run->p, N_("a number starts with 0"));
        }
      goto point;
    case PART_INTEGER:
    integer:
      run->p = skip_digits (run->p, run->end);
      if (run->p == run->end)
        return suspend (run->s, PART_INTEGER, start - run->text);
    point:
      if (*run->p != '.')
        goto e;
      run->p++;
      G_GNUC_FALLTHROUGH;
    case PART_POINT:
      if (!need_digit (run, PART_POINT, start, N_("a digit must follow the decimal point")))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case PART_FRACTION:
      run->p = skip_digits (run->p, run->end);
      if (run->p == run->end)
        return suspend (run->s, PART_FRACTION, start - run->text);
    e:
      if (*run->p != 'e' && *run->p != 'E')
        return TRUE;
      run->p++;
      G_GNUC_FALLTHROUGH;
    case PART_E:
      if (run->p == run->end && !run->complete)
        return suspend (run->s, PART_E, start - run->text);
      if (run->p < run->end && (*run->p == '+' || *run->p == '-'))
        run->p++;
      G_GNUC_FALLTHROUGH;
    case PART_SIGN:
      if (!need_digit (run, PART_SIGN, start, N_("a digit must follow the exponent sign")))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case PART_EXPONENT:
      run->p = skip_digits (run->p, run->end);
      return run->p < run->end || suspend (run->s, PART_EXPONENT, start - run->text);
    case PART_NONE:
    case PART_STRING:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A number that the end of the text ended. */
static gboolean
is_whole_number (Part part)
{
  return part == PART_ZERO || part == PART_INTEGER || part == PART_FRACTION ||
         part == PART_EXPONENT;
}

static gboolean
scan_word (Run *run)
{
  static const char words[][6] = { "true", "false", "null" };
  gsize left = run->end - run->p;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (memcmp (run->p, words[i], MIN (n, left)) != 0)
        continue;
      if (left < n && !run->complete)
        return FALSE;
      if (left < n)
        break;
      run->p += n;
      emit (run, RT_JSON_TOKEN_WORD, run->p - n);
      value_done (run);
      return TRUE;
    }

  return FAIL (run, run->p, N_("a value is expected here"));
}

INLINE gboolean
finish_string (Run        *run,
               const char *start)
{
  if (run->expect == EXPECT_KEY || run->expect == EXPECT_FIRST_KEY)
    {
      emit (run, RT_JSON_TOKEN_KEY, start);
      run->expect = EXPECT_COLON;
      if (run->p < run->end && *run->p == ':')
        {
          run->p++;
          run->expect = EXPECT_VALUE;
        }
    }
  else
    {
      emit (run, RT_JSON_TOKEN_STRING, start);
      value_done (run);
    }

  return TRUE;
}

INLINE gboolean
finish_number (Run        *run,
               const char *start)
{
  emit (run, RT_JSON_TOKEN_NUMBER, start);
  value_done (run);

  return TRUE;
}

INLINE gboolean
start_string (Run *run)
{
  const char *start = run->p++;

  return scan_string (run, start) && finish_string (run, start);
}

INLINE gboolean
start_number (Run *run)
{
  const char *start = run->p;
  Part part = PART_MINUS;

  if (*start == '-')
    run->p++;
  else if (*start != '0')
    {
      /* Most numbers are plain integers. */
      run->p = skip_digits (run->p, run->end);
      if (run->p < run->end && *run->p != '.' && (*run->p | 0x20) != 'e')
        return finish_number (run, start);
      part = PART_INTEGER;
    }

  return scan_number (run, part, start) && finish_number (run, start);
}

INLINE gboolean
scan_value (Run *run)
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

INLINE gboolean
scan_key (Run *run)
{
  if (G_LIKELY (*run->p == '"'))
    return start_string (run);

  return FAIL (run, run->p,
               run->expect == EXPECT_KEY && *run->p == '}'
                 ? N_("a comma stands before the end of the object")
                 : N_("a key in double quotes is expected here"));
}

INLINE gboolean
scan_colon (Run *run)
{
  if (*run->p != ':')
    return FAIL (run, run->p, N_("a colon is expected after the key"));
  run->p++;
  run->expect = EXPECT_VALUE;

  return TRUE;
}

INLINE gboolean
scan_comma (Run *run)
{
  char c = *run->p;

  if (c == (run->in_object ? '}' : ']'))
    close_container (run);
  else if (c == ',')
    {
      run->p++;
      run->expect = run->in_object ? EXPECT_KEY : EXPECT_VALUE;
    }
  else
    return FAIL (run, run->p,
                 run->in_object ? N_("a comma or the end of the object is expected here")
                                : N_("a comma or the end of the array is expected here"));

  return TRUE;
}

/* Between two documents, and before the first. RFC 7464 sets a record separator
 * before each. */
static gboolean
scan_outside (Run *run)
{
  if (run->s->several && *run->p == 0x1e)
    {
      run->p++;
      return TRUE;
    }
  if (run->expect == EXPECT_END && !run->s->several)
    return FAIL (run, run->p, N_("the document has ended before this"));

  return scan_value (run);
}

/* At a byte that is not white space. */
INLINE gboolean
scan_next (Run *run)
{
  switch (run->expect)
    {
    case EXPECT_FIRST_ITEM:
      if (*run->p != ']')
        return scan_value (run);
      close_container (run);
      return TRUE;
    case EXPECT_VALUE:
      if (run->s->depth == 0)
        return scan_outside (run);
      if (G_UNLIKELY (*run->p == ']' && !run->in_object))
        return FAIL (run, run->p, N_("a comma stands before the end of the array"));
      return scan_value (run);
    case EXPECT_FIRST_KEY:
      if (*run->p != '}')
        return scan_key (run);
      close_container (run);
      return TRUE;
    case EXPECT_KEY:
      return scan_key (run);
    case EXPECT_COLON:
      return scan_colon (run);
    case EXPECT_COMMA:
      return scan_comma (run);
    case EXPECT_END:
      return scan_outside (run);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Goes on within a token that the end of the text has cut. */
static gboolean
resume (Run *run)
{
  const char *start = run->text + run->s->token;
  Part part = run->s->part;

  run->s->part = PART_NONE;
  if (part == PART_STRING)
    return scan_string (run, start) && finish_string (run, start);

  return scan_number (run, part, start) && finish_number (run, start);
}

static gboolean
scan_all (Run               *run,
          const RtJsonToken *last)
{
  if (run->s->part != PART_NONE && !resume (run))
    return FALSE;
  while (run->out < last)
    {
      if (run->p < run->end && (guchar) *run->p <= ' ')
        {
          const char *start = run->p;

          run->p = rt_json_skip_space (run->p, run->end);
          if (G_UNLIKELY (run->p - start >= RT_JSON_LONG))
            emit (run, RT_JSON_TOKEN_SPACE, start);
        }
      if (run->p == run->end)
        return FALSE;
      if (!scan_next (run))
        return FALSE;
    }

  return TRUE;
}

/* The text is complete and was read to its end. */
static RtJsonScan
finish (Run *run)
{
  RtJsonScanner *s = run->s;

  if (is_whole_number (s->part))
    {
      s->part = PART_NONE;
      finish_number (run, run->text + s->token);
    }
  if (run->expect == EXPECT_END ||
      (run->expect == EXPECT_VALUE && s->depth == 0 && s->several))
    return RT_JSON_SCAN_END;
  FAIL (run, run->p, N_("the text ends before the document does"));

  return RT_JSON_SCAN_FLAW;
}

RtJsonScan
rt_json_scanner_read (RtJsonScanner *self,
                      const char    *text,
                      gsize          length,
                      gboolean       complete,
                      RtJsonToken   *tokens,
                      gsize          max_tokens,
                      gsize         *n_tokens)
{
  Run run = { self, text, text + self->position, text + length, complete, self->expect, FALSE,
              tokens };
  RtJsonScan result = RT_JSON_SCAN_MORE;

  g_return_val_if_fail (length >= self->position, RT_JSON_SCAN_FLAW);
  g_return_val_if_fail (max_tokens >= 2, RT_JSON_SCAN_FLAW);

  *n_tokens = 0;
  if (self->message != NULL)
    return RT_JSON_SCAN_FLAW;

  run.in_object = is_in_object (self);
  /* One more than one at a time: white space and what follows it. */
  if (scan_all (&run, tokens + max_tokens - 1))
    result = RT_JSON_SCAN_FULL;
  else if (self->message != NULL)
    result = RT_JSON_SCAN_FLAW;
  else if (complete)
    result = finish (&run);
  self->position = run.p - text;
  self->expect = run.expect;
  *n_tokens = run.out - tokens;

  return result;
}

guint64
rt_json_scanner_get_position (RtJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->position;
}

gboolean
rt_json_scanner_get_partial (RtJsonScanner *self,
                             RtJsonToken   *token)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (token != NULL, FALSE);

  if (self->part == PART_NONE)
    return FALSE;
  token->start = self->token;
  token->end = self->position;
  if (self->part != PART_STRING)
    token->kind = RT_JSON_TOKEN_NUMBER;
  else if (self->expect == EXPECT_KEY || self->expect == EXPECT_FIRST_KEY)
    token->kind = RT_JSON_TOKEN_KEY;
  else
    token->kind = RT_JSON_TOKEN_STRING;

  return TRUE;
}

void
rt_json_scanner_fill_flaw (RtJsonScanner *self,
                           const char    *text,
                           RtJsonFlaw    *flaw)
{
  g_return_if_fail (self != NULL && self->message != NULL);

  rt_json_flaw_set (flaw, text, self->flaw, self->message);
}

gsize
rt_json_scanner_get_size (RtJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sizeof *self + self->stack_size;
}
