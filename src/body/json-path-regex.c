/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* I-Regexp, read by its grammar and written as a program. What is read stands at
 * the end of the program; a quantifier goes around it.
 */

#include "config.h"

#include "json-path-regex.h"

#include <string.h>

#define MAX_PATTERN (16 * 1024)
#define MAX_DEPTH 100
/* Instructions: what counts may make of a pattern. */
#define MAX_CODE (64 * 1024)
#define NO_END -1

typedef struct
{
  const char *p;
  const char *end;
  GArray     *code;
  GArray     *items;
  guint       depth;
} Reader;

static gboolean
at (const Reader *r,
    char          c)
{
  return r->p < r->end && *r->p == c;
}

static gunichar
take_character (Reader *r)
{
  gunichar c = g_utf8_get_char (r->p);

  r->p = g_utf8_next_char (r->p);

  return c;
}

static void
write_code (Reader   *r,
            RtRegexOp op,
            gint32    x,
            gint32    y,
            gunichar  c)
{
  RtRegexInstruction instruction = { op, x, y, c };

  g_array_append_val (r->code, instruction);
}

static void
insert_split (Reader *r,
              guint   where,
              gint32  x,
              gint32  y)
{
  RtRegexInstruction instruction = { RT_REGEX_SPLIT, x, y, 0 };

  g_array_insert_val (r->code, where, instruction);
}

/* A bit for each category whose name is @name or, of one letter, begins so. */
static guint32
find_categories (const char *name,
                 gsize       length)
{
  static const struct { char name[3]; GUnicodeType type; } categories[] = {
    { "Ll", G_UNICODE_LOWERCASE_LETTER }, { "Lm", G_UNICODE_MODIFIER_LETTER },
    { "Lo", G_UNICODE_OTHER_LETTER }, { "Lt", G_UNICODE_TITLECASE_LETTER },
    { "Lu", G_UNICODE_UPPERCASE_LETTER }, { "Mc", G_UNICODE_SPACING_MARK },
    { "Me", G_UNICODE_ENCLOSING_MARK }, { "Mn", G_UNICODE_NON_SPACING_MARK },
    { "Nd", G_UNICODE_DECIMAL_NUMBER }, { "Nl", G_UNICODE_LETTER_NUMBER },
    { "No", G_UNICODE_OTHER_NUMBER }, { "Pc", G_UNICODE_CONNECT_PUNCTUATION },
    { "Pd", G_UNICODE_DASH_PUNCTUATION }, { "Pe", G_UNICODE_CLOSE_PUNCTUATION },
    { "Pf", G_UNICODE_FINAL_PUNCTUATION }, { "Pi", G_UNICODE_INITIAL_PUNCTUATION },
    { "Po", G_UNICODE_OTHER_PUNCTUATION }, { "Ps", G_UNICODE_OPEN_PUNCTUATION },
    { "Zl", G_UNICODE_LINE_SEPARATOR }, { "Zp", G_UNICODE_PARAGRAPH_SEPARATOR },
    { "Zs", G_UNICODE_SPACE_SEPARATOR }, { "Sc", G_UNICODE_CURRENCY_SYMBOL },
    { "Sk", G_UNICODE_MODIFIER_SYMBOL }, { "Sm", G_UNICODE_MATH_SYMBOL },
    { "So", G_UNICODE_OTHER_SYMBOL }, { "Cc", G_UNICODE_CONTROL }, { "Cf", G_UNICODE_FORMAT },
    { "Cn", G_UNICODE_UNASSIGNED }, { "Co", G_UNICODE_PRIVATE_USE },
  };
  guint32 found = 0;

  if (length < 1 || length > 2)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (memcmp (categories[i].name, name, length) == 0)
      found |= (guint32) 1 << categories[i].type;

  return found;
}

/* "{Lu}" after "\p". */
static gboolean
read_category (Reader  *r,
               guint32 *categories)
{
  const char *close;

  if (!at (r, '{') || (close = memchr (r->p, '}', r->end - r->p)) == NULL)
    return FALSE;
  *categories = find_categories (r->p + 1, close - r->p - 1);
  r->p = close + 1;

  return *categories != 0;
}

/* At a backslash: a character, or categories. */
static gboolean
read_escape (Reader      *r,
             RtRegexItem *item)
{
  char c;

  r->p++;
  *item = (RtRegexItem) { 0, 0, 0 };
  if (r->p == r->end || *r->p == '\0')
    return FALSE;
  c = *r->p++;
  if (c == 'p' || c == 'P')
    {
      if (!read_category (r, &item->categories))
        return FALSE;
      if (c == 'P')
        item->categories = ~item->categories;
      return TRUE;
    }
  if (strchr ("()*+-.?[\\]^nrt{|}", c) == NULL)
    return FALSE;
  item->first = item->last = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;

  return TRUE;
}

static gboolean
read_class_character (Reader      *r,
                      RtRegexItem *item)
{
  if (r->p == r->end || (*r->p != '\0' && strchr ("-[]", *r->p) != NULL))
    return FALSE;
  if (*r->p == '\\')
    return read_escape (r, item);
  item->categories = 0;
  item->first = item->last = take_character (r);

  return TRUE;
}

/* One item, a range perhaps. */
static gboolean
read_class_item (Reader  *r,
                 gboolean first)
{
  RtRegexItem item, last;

  if (at (r, '-'))
    {
      if (!first && (r->end - r->p < 2 || r->p[1] != ']'))
        return FALSE;
      r->p++;
      item = (RtRegexItem) { '-', '-', 0 };
    }
  else if (!read_class_character (r, &item))
    return FALSE;
  else if (item.categories == 0 && at (r, '-') && (r->end - r->p < 2 || r->p[1] != ']'))
    {
      r->p++;
      if (!read_class_character (r, &last) || last.categories != 0 || last.first < item.first)
        return FALSE;
      item.last = last.first;
    }
  g_array_append_val (r->items, item);

  return TRUE;
}

/* At a "[". */
static gboolean
read_class (Reader *r)
{
  guint start = r->items->len;
  gboolean none;

  r->p++;
  none = at (r, '^');
  if (none)
    r->p++;
  do
    if (!read_class_item (r, r->items->len == start))
      return FALSE;
  while (r->p < r->end && *r->p != ']');
  if (r->p == r->end)
    return FALSE;
  r->p++;
  write_code (r, RT_REGEX_CLASS, start, r->items->len - start, none);

  return TRUE;
}

static gboolean
read_count (Reader *r,
            gint32 *count)
{
  const char *start = r->p;

  *count = 0;
  for (; r->p < r->end && g_ascii_isdigit (*r->p); r->p++)
    *count = MIN (*count * 10 + g_ascii_digit_value (*r->p), MAX_CODE);

  return r->p > start;
}

/* What stands from @start on once more; FALSE when it gets too long. */
static gboolean
append_copy (Reader                   *r,
             const RtRegexInstruction *block,
             guint                     length)
{
  if (r->code->len + length + 1 > MAX_CODE)
    return FALSE;
  g_array_append_vals (r->code, block, length);

  return TRUE;
}

static void
close_loop (Reader *r,
            guint   start)
{
  gint32 length = r->code->len - start;

  insert_split (r, start, 1, length + 2);
  write_code (r, RT_REGEX_JUMP, -(length + 1), 0, 0);
}

/* What stands from @start on, @least to @most times. */
static gboolean
repeat (Reader *r,
        guint   start,
        gint32  least,
        gint32  most)
{
  guint length = r->code->len - start;
  g_autofree RtRegexInstruction *block =
    g_memdup2 (&g_array_index (r->code, RtRegexInstruction, start), sizeof *block * length);
  gint32 n_options = most - least;
  guint loop;

  if (most != NO_END && most < least)
    return FALSE;
  g_array_set_size (r->code, start);
  for (gint32 i = 0; i < least; i++)
    if (!append_copy (r, block, length))
      return FALSE;
  loop = r->code->len;
  if (most == NO_END)
    {
      if (!append_copy (r, block, length))
        return FALSE;
      close_loop (r, loop);
      return TRUE;
    }
  for (; n_options > 0; n_options--)
    {
      write_code (r, RT_REGEX_SPLIT, 1, n_options * (length + 1), 0);
      if (!append_copy (r, block, length))
        return FALSE;
    }

  return TRUE;
}

/* After what stands from @start on. */
static gboolean
read_quantifier (Reader *r,
                 guint   start)
{
  gint32 least = 0;
  gint32 most = NO_END;

  if (r->p == r->end || *r->p == '\0' || strchr ("*+?{", *r->p) == NULL)
    return TRUE;
  switch (*r->p++)
    {
    case '*':
      break;
    case '+':
      least = 1;
      break;
    case '?':
      most = 1;
      break;
    default:
      if (!read_count (r, &least))
        return FALSE;
      most = least;
      if (at (r, ','))
        {
          r->p++;
          if (!read_count (r, &most))
            most = NO_END;
        }
      if (!at (r, '}'))
        return FALSE;
      r->p++;
      break;
    }

  return repeat (r, start, least, most);
}

static gboolean read_branches (Reader *r);

static gboolean
read_group (Reader *r)
{
  if (++r->depth > MAX_DEPTH)
    return FALSE;
  r->p++;
  if (!read_branches (r) || !at (r, ')'))
    return FALSE;
  r->p++;
  r->depth--;

  return TRUE;
}

static gboolean
read_escaped_atom (Reader *r)
{
  RtRegexItem item;

  if (!read_escape (r, &item))
    return FALSE;
  if (item.categories == 0)
    write_code (r, RT_REGEX_CHARACTER, 0, 0, item.first);
  else
    {
      write_code (r, RT_REGEX_CLASS, r->items->len, 1, 0);
      g_array_append_val (r->items, item);
    }

  return TRUE;
}

static gboolean
read_atom (Reader *r)
{
  switch (*r->p)
    {
    case '(':
      return read_group (r);
    case '[':
      return read_class (r);
    case '\\':
      return read_escaped_atom (r);
    case '*':
    case '+':
    case '?':
    case ']':
    case '{':
    case '}':
      return FALSE;
    case '.':
    case '^':
    case '$':
      write_code (r, *r->p == '.' ? RT_REGEX_ANY : *r->p == '^' ? RT_REGEX_START : RT_REGEX_END,
                  0, 0, 0);
      r->p++;
      return TRUE;
    default:
      write_code (r, RT_REGEX_CHARACTER, 0, 0, take_character (r));
      return TRUE;
    }
}

/* Up to ")" or the end: a branch is split off where the next begins. */
static gboolean
read_branches (Reader *r)
{
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint branch = r->code->len;

  while (r->p < r->end && *r->p != ')')
    {
      guint start = r->code->len;

      if (r->code->len > MAX_CODE)
        return FALSE;
      if (*r->p != '|')
        {
          if (!read_atom (r) || !read_quantifier (r, start))
            return FALSE;
          continue;
        }
      r->p++;
      insert_split (r, branch, 1, start - branch + 2);
      start++;
      g_array_append_val (jumps, start);
      write_code (r, RT_REGEX_JUMP, 0, 0, 0);
      branch = r->code->len;
    }
  for (guint i = 0; i < jumps->len; i++)
    {
      guint jump = g_array_index (jumps, guint, i);

      g_array_index (r->code, RtRegexInstruction, jump).x = r->code->len - jump;
    }

  return TRUE;
}

RtPathRegex *
rt_path_regex_new (const GString *pattern)
{
  g_autoptr (RtPathRegex) self = NULL;
  Reader r = { pattern->str, pattern->str + pattern->len, NULL, NULL, 0 };

  if (pattern->len > MAX_PATTERN)
    return NULL;
  for (const char *p = r.p; p < r.end; p++)
    if (!g_utf8_validate_len (p, r.end - p, &p) && *p != '\0')
      return NULL;

  self = g_new0 (RtPathRegex, 1);
  r.code = self->code = g_array_new (FALSE, FALSE, sizeof (RtRegexInstruction));
  r.items = self->items = g_array_new (FALSE, FALSE, sizeof (RtRegexItem));
  if (!read_branches (&r) || r.p < r.end)
    return NULL;
  write_code (&r, RT_REGEX_MATCH, 0, 0, 0);

  return g_steal_pointer (&self);
}

void
rt_path_regex_free (RtPathRegex *self)
{
  g_array_unref (self->code);
  g_array_unref (self->items);
  g_free (self);
}
