/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* I-Regexp (RFC 9485), checked by its grammar and written as GRegex reads it;
 * ^ and $ are anchors, as other implementations have them.
 */

#include "config.h"

#include "json-path-query.h"

#include <string.h>

#define MAX_PATTERN (16 * 1024)

typedef struct
{
  const char *p;
  const char *end;
  GString    *out;
  guint       depth;
} Reader;

static gboolean
at (const Reader *r,
    char          c)
{
  return r->p < r->end && *r->p == c;
}

/* One character, of one byte or more. */
static void
copy_character (Reader *r)
{
  const char *next = g_utf8_next_char (r->p);

  g_string_append_len (r->out, r->p, next - r->p);
  r->p = next;
}

/* "{Lu}" after "\p". */
static gboolean
read_category (Reader *r)
{
  static const char * const categories[] = {
    "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm", "So", "C",
    "Cc", "Cf", "Cn", "Co", NULL
  };
  const char *close;
  g_autofree char *name = NULL;

  if (!at (r, '{') || (close = memchr (r->p, '}', r->end - r->p)) == NULL)
    return FALSE;
  name = g_strndup (r->p + 1, close - r->p - 1);
  if (!g_strv_contains (categories, name))
    return FALSE;
  g_string_append_printf (r->out, "{%s}", name);
  r->p = close + 1;

  return TRUE;
}

/* At a backslash. @is_class: (out): whether it stands for many characters. */
static gboolean
read_escape (Reader   *r,
             gboolean *is_class)
{
  char c;

  r->p++;
  *is_class = FALSE;
  if (r->p == r->end || *r->p == '\0')
    return FALSE;
  c = *r->p++;
  if (c == 'p' || c == 'P')
    {
      *is_class = TRUE;
      g_string_append_printf (r->out, "\\%c", c);
      return read_category (r);
    }
  if (strchr ("()*+-.?[\\]^nrt{|}", c) == NULL)
    return FALSE;
  g_string_append_printf (r->out, "\\%c", c);

  return TRUE;
}

static gboolean
read_class_character (Reader   *r,
                      gboolean *is_class)
{
  *is_class = FALSE;
  if (r->p == r->end || strchr ("-[]", *r->p) != NULL)
    return FALSE;
  if (*r->p == '\\')
    return read_escape (r, is_class);
  /* What GRegex may read otherwise in a class. */
  if (*r->p == '^' || *r->p == '&' || *r->p == '~' || *r->p == ':')
    g_string_append_c (r->out, '\\');
  copy_character (r);

  return TRUE;
}

/* At a "[". */
static gboolean
read_class (Reader *r)
{
  gboolean first = TRUE;
  gboolean is_class;

  r->p++;
  g_string_append_c (r->out, '[');
  if (at (r, '^'))
    copy_character (r);
  for (; r->p < r->end; first = FALSE)
    {
      if (at (r, ']') && !first)
        {
          copy_character (r);
          return TRUE;
        }
      if (at (r, '-'))
        {
          if (!first && (r->end - r->p < 2 || r->p[1] != ']'))
            return FALSE;
          g_string_append (r->out, "\\-");
          r->p++;
          continue;
        }
      if (!read_class_character (r, &is_class))
        return FALSE;
      if (is_class || !at (r, '-') || (r->end - r->p > 1 && r->p[1] == ']'))
        continue;
      copy_character (r);
      if (!read_class_character (r, &is_class) || is_class)
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_digits (Reader *r)
{
  const char *start = r->p;

  while (r->p < r->end && g_ascii_isdigit (*r->p))
    copy_character (r);

  return r->p > start;
}

static gboolean
read_quantifier (Reader *r)
{
  if (r->p == r->end || strchr ("*+?{", *r->p) == NULL || *r->p == '\0')
    return TRUE;
  if (*r->p != '{')
    {
      copy_character (r);
      return TRUE;
    }
  copy_character (r);
  if (!read_digits (r))
    return FALSE;
  if (at (r, ','))
    {
      copy_character (r);
      read_digits (r);
    }
  if (!at (r, '}'))
    return FALSE;
  copy_character (r);

  return TRUE;
}

static gboolean read_branches (Reader *r);

static gboolean
read_group (Reader *r)
{
  if (++r->depth > 100)
    return FALSE;
  r->p++;
  g_string_append (r->out, "(?:");
  if (!read_branches (r) || !at (r, ')'))
    return FALSE;
  copy_character (r);
  r->depth--;

  return TRUE;
}

static gboolean
read_atom (Reader *r)
{
  gboolean is_class;

  switch (*r->p)
    {
    case '(':
      return read_group (r);
    case '[':
      return read_class (r);
    case '\\':
      return read_escape (r, &is_class);
    case '.':
      r->p++;
      g_string_append (r->out, "[^\\n\\r]");
      return TRUE;
    case '*':
    case '+':
    case '?':
    case ']':
    case '{':
    case '}':
      return FALSE;
    default:
      break;
    }
  copy_character (r);

  return TRUE;
}

static gboolean
read_branches (Reader *r)
{
  while (r->p < r->end && *r->p != ')')
    {
      if (*r->p == '|')
        copy_character (r);
      else if (!read_atom (r) || !read_quantifier (r))
        return FALSE;
    }

  return TRUE;
}

GRegex *
rt_path_regex_new (const GString *pattern,
                   gboolean       whole)
{
  g_autoptr (GString) out = g_string_new (whole ? "\\A(?:" : "(?:");
  Reader r = { pattern->str, pattern->str + pattern->len, out, 0 };

  /* GRegex takes patterns by their NUL. */
  if (pattern->len > MAX_PATTERN || memchr (pattern->str, '\0', pattern->len) != NULL ||
      !g_utf8_validate_len (pattern->str, pattern->len, NULL))
    return NULL;
  if (!read_branches (&r) || r.p < r.end)
    return NULL;
  g_string_append (out, whole ? ")\\z" : ")");

  /* What it still refuses is too large, or a range the wrong way round. */
  return g_regex_new (out->str, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT, NULL);
}
