/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How one match is found. Where in a long text, and how many, is the finder's
 * business.
 */

#include "config.h"

#include "text-matcher.h"

#include <string.h>

/* How far a match of a regular expression may reach. */
#define REGEX_REACH (64 * 1024)
/* Steps for one place of the text after which a regular expression is given
 * up; PCRE's own limit is ten times as far. */
#define LIMIT "(*LIMIT_MATCH=1000000)"
#define WORD "[\\p{L}\\p{N}\\p{M}_]"
/* What stands for a byte that is not UTF-8. */
#define SUBSTITUTE '\032'

struct _RtTextMatcher
{
  char           *pattern;
  gsize           length;
  GRegex         *regex;    /* NULL: plain, in its own case */
  gboolean        by_lines; /* the regular expression could see line ends */
  gboolean        word;
  gboolean        never;    /* a line end is in no line */
};

void
rt_match_text_clear (RtMatchText *self)
{
  g_clear_pointer (&self->valid, g_free);
}

static GRegex *
compile (const char *expression,
         gboolean    match_case,
         GError    **error)
{
  GRegexCompileFlags flags = G_REGEX_OPTIMIZE | G_REGEX_NEWLINE_LF |
                             (match_case ? 0 : G_REGEX_CASELESS);
  g_autoptr (GRegex) alone = g_regex_new (expression, flags, 0, error);
  g_autofree char *limited = NULL;
  GRegex *regex;

  if (alone == NULL)
    return NULL;

  /* What was typed may have settings of its own at its beginning. */
  limited = g_strconcat (LIMIT, expression, NULL);
  regex = g_regex_new (limited, flags, 0, NULL);

  return regex != NULL ? regex : g_steal_pointer (&alone);
}

/* As whole words, so that the expression may try another way when it would
 * match a part of one. */
static GRegex *
compile_words (const char *expression,
               gboolean    match_case,
               GError    **error)
{
  g_autoptr (GRegex) alone = compile (expression, match_case, error);
  g_autofree char *wrapped = NULL;
  GRegex *regex;

  if (alone == NULL)
    return NULL;

  wrapped = g_strconcat ("(?<!" WORD ")(?:", expression, ")(?!" WORD ")", NULL);
  regex = compile (wrapped, match_case, NULL);

  return regex != NULL ? regex : g_steal_pointer (&alone);
}

RtTextMatcher *
rt_text_matcher_new (const char  *pattern,
                     RtFindFlags  flags,
                     GError     **error)
{
  g_autoptr (RtTextMatcher) self = NULL;
  gboolean match_case = (flags & RT_FIND_CASE) != 0;

  g_return_val_if_fail (pattern != NULL && *pattern != '\0', NULL);
  g_return_val_if_fail (g_utf8_validate (pattern, -1, NULL), NULL);

  self = g_new0 (RtTextMatcher, 1);
  self->pattern = g_strdup (pattern);
  self->length = strlen (pattern);
  self->word = (flags & RT_FIND_WORD) != 0;
  self->by_lines = (flags & RT_FIND_REGEX) != 0;
  self->never = !self->by_lines && strchr (pattern, '\n') != NULL;

  if (self->by_lines)
    {
      self->regex = self->word ? compile_words (pattern, match_case, error)
                               : compile (pattern, match_case, error);
      if (self->regex == NULL)
        return NULL;
    }
  else if (!match_case)
    {
      g_autofree char *escaped = g_regex_escape_string (pattern, -1);

      self->regex = compile (escaped, FALSE, error);
      if (self->regex == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
rt_text_matcher_free (RtTextMatcher *self)
{
  g_clear_pointer (&self->regex, g_regex_unref);
  g_clear_pointer (&self->pattern, g_free);
  g_free (self);
}

gsize
rt_text_matcher_get_reach (const RtTextMatcher *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->by_lines)
    return REGEX_REACH;

  /* Another case may take more bytes; and a character after it. */
  return (self->regex != NULL ? 3 * self->length : self->length) + 6;
}

gboolean
rt_text_matcher_is_slow (const RtTextMatcher *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->regex != NULL;
}

gboolean
rt_text_matcher_takes_empty (const RtTextMatcher *self)
{
  static const char *const texts[] = { "", "a" };

  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize i = 0; self->by_lines && i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      int start;
      int end;

      if (g_regex_match (self->regex, texts[i], 0, &info) &&
          g_match_info_fetch_pos (info, 0, &start, &end) && start == end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  guint64 all = 0;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, text + i, 8);
      all |= word;
    }
  for (; i < length; i++)
    all |= (guint64) (guchar) text[i];

  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* The same text, each byte that is not UTF-8 replaced by one that is: all
 * offsets stay. NUL is a character like others. */
static const char *
get_valid (RtMatchText *text)
{
  const char *p = text->data;
  const char *end = p + text->length;

  if (text->utf8 != NULL)
    return text->utf8;

  text->utf8 = p;
  if (is_ascii (p, text->length))
    return p;

  while (!g_utf8_validate_len (p, end - p, &p))
    {
      if (*p != '\0')
        {
          if (text->valid == NULL)
            text->valid = g_memdup2 (text->data, text->length);
          text->valid[p - text->data] = SUBSTITUTE;
        }
      p++;
    }

  if (text->valid != NULL)
    text->utf8 = text->valid;

  return text->utf8;
}

static gboolean
is_word (gunichar c)
{
  return c == '_' || g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_word_before (const RtMatchText *text,
                gsize              offset)
{
  const char *p = g_utf8_find_prev_char (text->data, text->data + offset);
  gunichar c;

  if (p == NULL || g_utf8_next_char (p) != text->data + offset)
    return FALSE;
  c = g_utf8_get_char_validated (p, text->data + offset - p);

  return c < (gunichar) -2 && is_word (c);
}

static gboolean
is_word_after (const RtMatchText *text,
               gsize              offset)
{
  gunichar c;

  if (offset == text->length)
    return FALSE;
  c = g_utf8_get_char_validated (text->data + offset, text->length - offset);

  return c < (gunichar) -2 && is_word (c);
}

/* Whether what was found is a match: its CR must not be of a line end, and it
 * may have to be a word. */
static gboolean
accept (const RtTextMatcher *self,
        const RtMatchText   *text,
        gsize                start,
        gsize                end)
{
  if (text->ends_in_crlf && text->data[end - 1] == '\r' &&
      end < text->length && text->data[end] == '\n')
    return FALSE;

  return !self->word || (!is_word_before (text, start) && !is_word_after (text, end));
}

static gboolean
match_regex (RtTextMatcher     *self,
             const char        *data,
             gsize              length,
             gsize              from,
             GRegexMatchFlags   flags,
             gsize             *start,
             gsize             *end,
             GError           **error)
{
  g_autoptr (GMatchInfo) info = NULL;
  int first;
  int last;

  while (from < length && ((guchar) data[from] & 0xc0) == 0x80)
    from++;
  if (!g_regex_match_full (self->regex, data, length, from, flags | G_REGEX_MATCH_NOTEMPTY, &info,
                           error) ||
      !g_match_info_fetch_pos (info, 0, &first, &last))
    return FALSE;

  /* "\K" may put the beginning anywhere. */
  *start = MAX ((gsize) first, from);
  *end = last;

  return *end > *start;
}

static gboolean
next_in_lines (RtTextMatcher  *self,
               RtMatchText    *text,
               gsize           from,
               gsize          *start,
               gsize          *end,
               GError        **error)
{
  const char *data = get_valid (text);
  const char *before = from > 0 ? memrchr (data, '\n', from) : NULL;
  gsize line = before != NULL ? (gsize) (before + 1 - data) : 0;

  while (line <= text->length)
    {
      const char *feed = memchr (data + line, '\n', text->length - line);
      gsize next = feed != NULL ? (gsize) (feed - data) : text->length;
      gsize stop = feed != NULL && text->ends_in_crlf && next > line && data[next - 1] == '\r'
                 ? next - 1 : next;
      GRegexMatchFlags flags = (line == 0 && text->cut_before ? G_REGEX_MATCH_NOTBOL : 0) |
                               (feed == NULL && text->cut_after ? G_REGEX_MATCH_NOTEOL : 0);
      GError *local_error = NULL;

      from = MAX (from, line);
      if (from < stop &&
          match_regex (self, data + line, stop - line, from - line, flags, start, end,
                       &local_error))
        {
          *start += line;
          *end += line;
          return TRUE;
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      line = next + 1;
    }

  return FALSE;
}

static gboolean
next_plain (RtTextMatcher  *self,
            RtMatchText    *text,
            gsize           from,
            gsize          *start,
            gsize          *end,
            GError        **error)
{
  const char *found;

  if (self->regex != NULL)
    return match_regex (self, get_valid (text), text->length, from, 0, start, end, error);

  found = memmem (text->data + from, text->length - from, self->pattern, self->length);
  if (found == NULL)
    return FALSE;
  *start = found - text->data;
  *end = *start + self->length;

  return TRUE;
}

gboolean
rt_text_matcher_next (RtTextMatcher  *self,
                      RtMatchText    *text,
                      gsize           from,
                      gsize          *start,
                      gsize          *end,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL && text != NULL && start != NULL && end != NULL, FALSE);

  while (from < text->length && !self->never)
    {
      if (!(self->by_lines ? next_in_lines : next_plain) (self, text, from, start, end, error))
        return FALSE;
      if (accept (self, text, *start, *end))
        return TRUE;
      /* The next may overlap what was none. */
      from = *start + 1;
    }

  return FALSE;
}
