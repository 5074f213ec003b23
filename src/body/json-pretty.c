/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The JSON re-indenter. One loop over the bytes with a stack of one bit a
 * level; the grammar of RFC 8259, nothing looser. Must never change a byte of
 * a token.
 */

#include "config.h"

#include "json-pretty.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST_ITEM, /* a value or "]" */
  EXPECT_FIRST_KEY,  /* a key or "}" */
  EXPECT_KEY,
  EXPECT_COLON,
  EXPECT_COMMA,      /* "," or the end of the array or object */
  EXPECT_END,        /* white space only */
} Expect;

typedef struct
{
  /* input */
  const char *start;
  const char *p;
  const char *end;
  gboolean    several;
  gsize       max_length;
  /* in progress */
  Expect      expect;
  GByteArray *stack; /* bits: 1 for an object */
  gsize       depth;
  /* output */
  GString    *out;
  gboolean    cut;
  const char *message;
} Scanner;

void
rt_json_flaw_clear (RtJsonFlaw *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->message, g_free);
}

static gboolean
fail (Scanner    *s,
      const char *message)
{
  s->message = message;

  return FALSE;
}

static void
emit (Scanner    *s,
      const char *text,
      gsize       length)
{
  if (s->cut)
    return;
  if (s->max_length != 0 && s->out->len + length > s->max_length)
    s->cut = TRUE;
  else
    g_string_append_len (s->out, text, length);
}

static void
emit_line (Scanner *s)
{
  static const char line[2 * RT_JSON_MAX_INDENT + 2] =
    "\n"
    "                                                                                ";

  emit (s, line, 1 + 2 * MIN (s->depth, RT_JSON_MAX_INDENT));
}

static gboolean
in_object (const Scanner *s)
{
  gsize level = s->depth - 1;

  return (s->stack->data[level / 8] >> (level % 8)) & 1;
}

static void
push (Scanner  *s,
      gboolean  object)
{
  gsize level = s->depth++;
  guint8 bit = 1 << (level % 8);

  if (level / 8 >= s->stack->len)
    g_byte_array_append (s->stack, (const guint8 *) "", 1);
  if (object)
    s->stack->data[level / 8] |= bit;
  else
    s->stack->data[level / 8] &= ~bit;
  s->expect = object ? EXPECT_FIRST_KEY : EXPECT_FIRST_ITEM;
}

static void
value_done (Scanner *s)
{
  s->expect = s->depth > 0 ? EXPECT_COMMA : EXPECT_END;
}

static void
pop (Scanner *s)
{
  gboolean empty = s->expect == EXPECT_FIRST_ITEM || s->expect == EXPECT_FIRST_KEY;

  s->depth--;
  if (!empty)
    emit_line (s);
  emit (s, s->p++, 1);
  value_done (s);
}

static gboolean
scan_escape (Scanner *s)
{
  s->p++;
  if (s->p == s->end)
    return fail (s, _("the text ends inside a string"));
  if (*s->p == 'u')
    {
      for (int i = 1; i <= 4; i++)
        if (s->p + i >= s->end || !g_ascii_isxdigit (s->p[i]))
          return fail (s, _("\\u is not followed by four hexadecimal digits"));
      s->p += 5;
      return TRUE;
    }
  if (memchr ("\"\\/bfnrt", *s->p, 8) == NULL)
    return fail (s, _("there is no such escape in a string"));
  s->p++;

  return TRUE;
}

/* At the opening quote. */
static gboolean
scan_string (Scanner *s)
{
  const char *start = s->p++;

  while (s->p < s->end && *s->p != '"')
    {
      if ((guchar) *s->p < 0x20)
        return fail (s, _("a control character stands in a string unescaped"));
      if (*s->p != '\\')
        s->p++;
      else if (!scan_escape (s))
        return FALSE;
    }
  if (s->p == s->end)
    return fail (s, _("the text ends inside a string"));
  s->p++;
  emit (s, start, s->p - start);

  return TRUE;
}

static gboolean
skip_digits (Scanner *s)
{
  const char *start = s->p;

  while (s->p < s->end && g_ascii_isdigit (*s->p))
    s->p++;

  return s->p > start;
}

static gboolean
scan_number (Scanner *s)
{
  const char *start = s->p;

  if (*s->p == '-')
    s->p++;
  if (s->p < s->end && *s->p == '0')
    {
      s->p++;
      if (s->p < s->end && g_ascii_isdigit (*s->p))
        return fail (s, _("a number starts with 0"));
    }
  else if (!skip_digits (s))
    return fail (s, _("a digit must follow the minus sign"));
  if (s->p < s->end && *s->p == '.')
    {
      s->p++;
      if (!skip_digits (s))
        return fail (s, _("a digit must follow the decimal point"));
    }
  if (s->p < s->end && (*s->p == 'e' || *s->p == 'E'))
    {
      s->p++;
      if (s->p < s->end && (*s->p == '+' || *s->p == '-'))
        s->p++;
      if (!skip_digits (s))
        return fail (s, _("a digit must follow the exponent sign"));
    }
  emit (s, start, s->p - start);

  return TRUE;
}

static gboolean
scan_word (Scanner *s)
{
  static const char * const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (s->end - s->p) >= n && memcmp (s->p, words[i], n) == 0)
        {
          emit (s, s->p, n);
          s->p += n;
          return TRUE;
        }
    }

  return fail (s, _("a value is expected here"));
}

static gboolean
scan_value (Scanner *s)
{
  char c = *s->p;
  gboolean ok;

  if (c == '{' || c == '[')
    {
      emit (s, s->p++, 1);
      push (s, c == '{');
      return TRUE;
    }
  if (c == '"')
    ok = scan_string (s);
  else if (c == '-' || g_ascii_isdigit (c))
    ok = scan_number (s);
  else
    ok = scan_word (s);
  if (ok)
    value_done (s);

  return ok;
}

static gboolean
scan_key (Scanner *s)
{
  if (*s->p != '"')
    return fail (s, s->expect == EXPECT_KEY && *s->p == '}'
                      ? _("a comma stands before the end of the object")
                      : _("a key in double quotes is expected here"));
  emit_line (s);
  if (!scan_string (s))
    return FALSE;
  s->expect = EXPECT_COLON;

  return TRUE;
}

static gboolean
scan_colon (Scanner *s)
{
  if (*s->p != ':')
    return fail (s, _("a colon is expected after the key"));
  s->p++;
  emit (s, ": ", 2);
  s->expect = EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_comma (Scanner *s)
{
  gboolean object = in_object (s);

  if (*s->p == (object ? '}' : ']'))
    {
      pop (s);
      return TRUE;
    }
  if (*s->p != ',')
    return fail (s, object ? _("a comma or the end of the object is expected here")
                           : _("a comma or the end of the array is expected here"));
  emit (s, s->p++, 1);
  if (object)
    s->expect = EXPECT_KEY;
  else
    {
      emit_line (s);
      s->expect = EXPECT_VALUE;
    }

  return TRUE;
}

static gboolean
scan_after_end (Scanner *s)
{
  if (!s->several)
    return fail (s, _("the document has ended before this"));
  emit (s, "\n", 1);
  s->expect = EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_token (Scanner *s)
{
  switch (s->expect)
    {
    case EXPECT_FIRST_ITEM:
      if (*s->p == ']')
        {
          pop (s);
          return TRUE;
        }
      emit_line (s);
      return scan_value (s);
    case EXPECT_VALUE:
      if (*s->p == ']' && s->depth > 0 && !in_object (s))
        return fail (s, _("a comma stands before the end of the array"));
      return scan_value (s);
    case EXPECT_FIRST_KEY:
      if (*s->p == '}')
        {
          pop (s);
          return TRUE;
        }
      return scan_key (s);
    case EXPECT_KEY:
      return scan_key (s);
    case EXPECT_COLON:
      return scan_colon (s);
    case EXPECT_COMMA:
      return scan_comma (s);
    case EXPECT_END:
      return scan_after_end (s);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_space (const Scanner *s)
{
  char c = *s->p;

  /* RFC 7464 sets a record separator before each document. */
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' ||
         (c == 0x1e && s->several && s->depth == 0);
}

static gboolean
scan (Scanner *s)
{
  while (TRUE)
    {
      while (s->p < s->end && is_space (s))
        s->p++;
      if (s->p == s->end)
        break;
      if (!scan_token (s))
        return FALSE;
    }
  if (s->expect != EXPECT_END)
    return fail (s, _("the text ends before the document does"));
  emit (s, "\n", 1);

  return TRUE;
}

static void
fill_flaw (const Scanner *s,
           RtJsonFlaw    *flaw)
{
  const char *line = s->start;
  const char *p;

  flaw->offset = s->p - s->start;
  flaw->line = 1;
  for (p = s->start; p < s->p && (p = memchr (p, '\n', s->p - p)) != NULL; p++)
    {
      flaw->line++;
      line = p + 1;
    }
  flaw->column = 1;
  for (p = line; p < s->p; p++)
    if (((guchar) *p & 0xc0) != 0x80)
      flaw->column++;
  flaw->message = g_strdup (s->message);
}

GString *
rt_json_pretty (const char *text,
                gsize       length,
                gboolean    several,
                gsize       max_length,
                gboolean   *cut,
                RtJsonFlaw *flaw)
{
  g_autoptr (GByteArray) stack = g_byte_array_new ();
  Scanner s = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (flaw != NULL, NULL);

  s.start = s.p = text;
  s.end = text + length;
  s.several = several;
  s.max_length = max_length;
  s.stack = stack;
  s.out = g_string_sized_new (MIN (length + length / 4, 64 * 1024 * 1024));
  flaw->message = NULL;

  if (!scan (&s))
    {
      fill_flaw (&s, flaw);
      g_string_free (g_steal_pointer (&s.out), TRUE);
      return NULL;
    }
  if (cut != NULL)
    *cut = s.cut;

  return s.out;
}
