/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTML laid out without a change to what it shows: a line is broken only where
 * white space does nothing, next to a block, or where there already is a line
 * break. What is between inline elements stays as it is. Nothing is a mistake:
 * HTML has none that stop a reader.
 */

#include "config.h"

#include "markup-layout.h"

#include "html-element.h"

#include <string.h>

/* flags of the state; the first two are RT_MARKUP_HTML_START */
#define BREAK 1   /* a line begins with what comes next */
#define EDGE 2    /* white space here shows nothing */
#define INLINE 4  /* nothing but inline content since the last block began */
#define BLANK 8   /* white space came and was not laid out yet */
#define NEWLINE 16 /* with a line break in it */

/* Bytes in which the end tag of a raw element ends. */
#define MAX_END_TAG (64 * 1024)

static gboolean
has (RtMarkupLayout *self,
     guint           flags)
{
  return (self->state.flags & flags) != 0;
}

static void
set (RtMarkupLayout *self,
     guint           flags)
{
  self->state.flags |= flags;
}

static void
unset (RtMarkupLayout *self,
       guint           flags)
{
  self->state.flags &= ~flags;
}

/* Lays out what stands from @start to @end: on this line, or on one of its own.
 * @depth: of the blocks after it; no more than now. */
static void
put_at (RtMarkupLayout *self,
        guint64         start,
        guint64         end,
        gboolean        may_break,
        guint           flags_after,
        guint32         depth)
{
  if (!self->has_line || may_break || has (self, BREAK | NEWLINE))
    {
      /* Who goes on here begins a line too. */
      unset (self, NEWLINE | BLANK);
      set (self, BREAK);
      rt_markup_layout_begin_line (self, start, depth);
      if (self->stopped)
        return;
    }
  self->state.depth = depth;
  self->state.flags = flags_after;
  rt_markup_layout_extend (self, end);
}

static void
put (RtMarkupLayout *self,
     guint64         start,
     guint64         end,
     gboolean        may_break,
     guint           flags_after)
{
  put_at (self, start, end, may_break, flags_after, self->state.depth);
}

/* --- text --- */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
lay_out_text (RtMarkupLayout *self,
              guint64         start,
              guint64         end)
{
  const char *text = self->text;

  while (start < end && !self->stopped)
    {
      const char *lf;
      guint64 stop;
      guint64 last;

      for (; start < end && is_blank (text[start]); start++)
        set (self, text[start] == '\n' ? BLANK | NEWLINE : BLANK);
      if (start == end)
        return;
      lf = memchr (text + start, '\n', end - start);
      stop = lf != NULL ? (guint64) (lf - text) : end;
      for (last = stop; last > start && is_blank (text[last - 1]); last--)
        ;
      put (self, start, last, FALSE, self->state.flags & INLINE);
      if (last < stop)
        set (self, BLANK);
      start = stop;
    }
}

/* "<" that begins markup; what else it may be is text. 0: not known yet. */
static guint64
find_markup (RtMarkupLayout *self)
{
  guint64 p = MAX (self->scan, self->at);

  while (p < self->length)
    {
      const char *found = memchr (self->text + p, '<', self->length - p);
      char next;

      if (found == NULL)
        break;
      p = found - self->text;
      if (p + 1 == self->length)
        return self->complete ? self->length : p;
      next = self->text[p + 1];
      if (g_ascii_isalpha (next) || next == '!' || next == '?' || next == '/')
        return p;
      p++;
    }

  return self->length;
}

/* --- blocks --- */

static guint
get_top (RtMarkupLayout *self)
{
  RtMarkupState *state = &self->state;

  return state->depth > 0 && state->depth <= RT_MARKUP_MAX_BLOCKS
           ? state->blocks[state->depth - 1] : 0;
}

static void
push_block (RtMarkupLayout *self,
            guint           block)
{
  RtMarkupState *state = &self->state;

  if (state->depth < RT_MARKUP_MAX_BLOCKS)
    state->blocks[state->depth] = block;
  if (state->depth < G_MAXUINT32)
    state->depth++;
}

/* The depth when the innermost @block and what is open in it are closed. */
static guint32
find_depth_after (RtMarkupLayout *self,
                  guint           block)
{
  const RtMarkupState *state = &self->state;

  /* Deeper ones are only counted. */
  if (state->depth > RT_MARKUP_MAX_BLOCKS)
    return state->depth - 1;
  for (guint i = state->depth; i > 0; i--)
    if (state->blocks[i - 1] == block)
      return i - 1;

  return state->depth;
}

static void
open_block (RtMarkupLayout      *self,
            guint64              end,
            const RtHtmlElement *element)
{
  while (rt_html_element_ends (get_top (self), element))
    self->state.depth--;
  put (self, self->at, end, TRUE, EDGE);
  if (self->stopped)
    return;
  if (element->kind == RT_HTML_VOID_BLOCK)
    set (self, BREAK | EDGE);
  else
    {
      push_block (self, rt_html_element_get_index (element));
      set (self, INLINE | EDGE);
    }
}

static void
close_block (RtMarkupLayout      *self,
             guint64              end,
             const RtHtmlElement *element)
{
  guint index = rt_html_element_get_index (element);
  gboolean same_line = get_top (self) == index && has (self, INLINE) &&
                       !has (self, BREAK | NEWLINE);

  put_at (self, self->at, end, !same_line, BREAK | EDGE, find_depth_after (self, index));
}

/* --- markup --- */

/* What shows nothing: a line of its own where white space does nothing. */
static void
put_hidden (RtMarkupLayout *self,
            guint64         end)
{
  gboolean edge = has (self, EDGE | BLANK | BREAK | NEWLINE);
  guint inside = self->state.flags & INLINE;

  put (self, self->at, end, edge, (edge ? BREAK | EDGE : 0) | inside);
}

/* The end of a tag: ">" in a quoted value does not count. 0: not there yet. */
static guint64
find_tag_end (RtMarkupLayout *self)
{
  for (; self->scan < self->length; self->scan++)
    {
      char c = self->text[self->scan];

      if (self->quote == '"' || self->quote == '\'')
        {
          const char *quote = memchr (self->text + self->scan, self->quote,
                                      self->length - self->scan);

          if (quote == NULL)
            {
              self->scan = self->length;
              return 0;
            }
          self->scan = quote - self->text;
          self->quote = '\0';
        }
      else if (c == '>')
        return self->scan + 1;
      else if (c == '=')
        self->quote = '=';
      else if (self->quote == '=' && (c == '"' || c == '\''))
        self->quote = c;
      else if (!is_blank (c))
        self->quote = '\0';
    }

  return 0;
}

static gboolean
begins (RtMarkupLayout *self,
        const char     *mark)
{
  gsize n = strlen (mark);

  return self->length - self->at >= n && memcmp (self->text + self->at, mark, n) == 0;
}

/* <!-- -->, and what a reader of HTML takes for a comment. */
static guint64
find_comment_end (RtMarkupLayout *self)
{
  if (!begins (self, "<!--"))
    {
      self->scan = MAX (self->scan, self->at + 2);
      return rt_markup_layout_find (self, ">");
    }
  if (begins (self, "<!-->"))
    return self->at + 5;
  /* "<!--->" too: two of its dashes end it. */
  self->scan = MAX (self->scan, self->at + 3);
  for (;;)
    {
      guint64 end = rt_markup_layout_find (self, "--");
      guint64 p = end;

      if (end == 0)
        return 0;
      while (p < self->length && self->text[p] == '-')
        p++;
      if (p < self->length && self->text[p] == '!' && p - self->at > 4)
        p++;
      if (p == self->length)
        {
          if (self->text[p - 1] == '-')
            self->scan = p - 2;
          return 0;
        }
      if (self->text[p] == '>')
        return p + 1;
      self->scan = end - 1;
      if (p > end)
        self->scan = p - 1;
    }
}

static void
move_on (RtMarkupLayout *self,
         guint64         end)
{
  self->at = self->scan = end;
  self->quote = '\0';
}

static void
open_other (RtMarkupLayout      *self,
            guint64              end,
            const RtHtmlElement *element)
{
  RtMarkupState *state = &self->state;
  guint inside = state->flags & INLINE;

  if (element != NULL && element->kind == RT_HTML_HIDDEN)
    put_hidden (self, end);
  else if (element != NULL && element->kind == RT_HTML_BREAK)
    put (self, self->at, end, FALSE, inside | BREAK | EDGE);
  else
    put (self, self->at, end, FALSE, inside);
  if (self->stopped || element == NULL || !element->is_raw)
    return;

  /* Its end tag stays with it. */
  state->raw = rt_html_element_get_index (element);
  state->after_raw = state->flags;
  state->flags = 0;
}

static void
open_raw_block (RtMarkupLayout      *self,
                guint64              end,
                const RtHtmlElement *element)
{
  put (self, self->at, end, TRUE, 0);
  if (self->stopped)
    return;
  self->state.raw = rt_html_element_get_index (element);
  self->state.after_raw = BREAK | EDGE;
}

static void
lay_out_tag (RtMarkupLayout *self,
             guint64         end)
{
  gboolean closing = self->text[self->at + 1] == '/';
  const char *name = self->text + self->at + (closing ? 2 : 1);
  const RtHtmlElement *element = rt_html_element_find (name, self->text + end - name);
  gboolean block = element != NULL && (element->kind == RT_HTML_BLOCK ||
                                       element->kind == RT_HTML_VOID_BLOCK);

  if (block && closing)
    close_block (self, end, element);
  else if (block && element->is_raw)
    {
      while (rt_html_element_ends (get_top (self), element))
        self->state.depth--;
      open_raw_block (self, end, element);
    }
  else if (block)
    open_block (self, end, element);
  else
    open_other (self, end, closing ? NULL : element);
}

static gboolean
read_markup (RtMarkupLayout *self)
{
  gboolean tag;
  guint64 end;
  char next = self->text[self->at + 1];

  if (!self->complete && self->length - self->at < 8)
    return FALSE;
  tag = g_ascii_isalpha (next) ||
        (next == '/' && self->length - self->at > 2 && g_ascii_isalpha (self->text[self->at + 2]));
  if (tag)
    self->scan = MAX (self->scan, self->at + 1);
  end = tag ? find_tag_end (self) : find_comment_end (self);
  /* A browser drops what has no end; here it is shown. */
  if (end == 0 && self->complete)
    {
      end = self->length;
      tag = FALSE;
    }
  if (end == 0)
    return FALSE;
  if (tag)
    lay_out_tag (self, end);
  else
    put_hidden (self, end);
  move_on (self, end);

  return TRUE;
}

/* --- elements whose content is not markup --- */

/* "</name" and what may follow it; what is before it stands as it is. */
static gboolean
read_raw (RtMarkupLayout *self)
{
  const char *name = rt_html_element_get_name (self->state.raw);
  gsize n = strlen (name);
  guint64 end = 0;
  guint64 p = self->scan;

  while (end == 0 && p < self->length)
    {
      const char *found = memmem (self->text + p, self->length - p, "</", 2);

      if (found == NULL || (guint64) (found - self->text) + 2 + n >= self->length)
        break;
      p = found - self->text;
      if (g_ascii_strncasecmp (found + 2, name, n) == 0 && !g_ascii_isalnum (found[2 + n]))
        end = p;
      else
        p += 2;
    }
  if (end != 0)
    {
      guint64 limit = MIN (self->length, end + MAX_END_TAG);
      const char *close = memchr (self->text + end, '>', limit - end);

      if (close == NULL && !self->complete && limit == self->length)
        {
          self->scan = end;
          return FALSE;
        }
      end = close != NULL ? (guint64) (close - self->text) + 1 : limit;
      self->state.raw = 0;
      self->state.flags = self->state.after_raw;
    }
  /* What may be the beginning of the end tag waits. */
  else if (self->complete)
    end = self->length;
  else
    end = self->length - MIN (self->length - self->at, n + 2);
  if (end == self->at)
    return FALSE;
  rt_markup_layout_extend (self, end);
  move_on (self, end);

  return TRUE;
}

gboolean
rt_html_layout_step (RtMarkupLayout *self)
{
  guint64 markup;

  if (self->at >= self->length)
    {
      if (self->complete)
        {
          rt_markup_layout_end_line (self);
          self->stopped = TRUE;
        }
      return FALSE;
    }
  if (self->state.raw != 0)
    return read_raw (self);
  if (self->scan > self->at)
    return read_markup (self);

  markup = find_markup (self);
  if (markup > self->at)
    {
      lay_out_text (self, self->at, markup);
      move_on (self, markup);
      return TRUE;
    }
  if (self->length - self->at < 2)
    return FALSE;

  return read_markup (self);
}
