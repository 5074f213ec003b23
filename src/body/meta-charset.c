/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tags and their attributes, just as far as the HTML standard's prescan reads
 * them.
 */

#include "config.h"

#include "meta-charset.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
} Reader;

typedef struct
{
  const char *text;
  gsize       length;
} Slice;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static void
skip_space (Reader *r)
{
  while (r->p < r->end && is_space (*r->p))
    r->p++;
}

static gboolean
is_word (const Slice *slice,
         const char  *word)
{
  return slice->length == strlen (word) &&
         g_ascii_strncasecmp (slice->text, word, slice->length) == 0;
}

/* Up to the first of @stops or, where @or_space, white space. */
static Slice
read_until (Reader     *r,
            const char *stops,
            gboolean    or_space)
{
  Slice slice = { r->p, 0 };

  while (r->p < r->end && (*r->p == '\0' || strchr (stops, *r->p) == NULL) &&
         !(or_space && is_space (*r->p)))
    r->p++;
  slice.length = r->p - slice.text;

  return slice;
}

static Slice
read_value (Reader     *r,
            const char *stops)
{
  Slice value;

  if (r->p == r->end || (*r->p != '"' && *r->p != '\''))
    return read_until (r, stops, TRUE);
  r->p++;
  value = read_until (r, r->p[-1] == '"' ? "\"" : "'", FALSE);
  if (r->p < r->end)
    r->p++;

  return value;
}

/* FALSE at the end of the tag, or of all. */
static gboolean
read_attribute (Reader *r,
                Slice  *name,
                Slice  *value)
{
  while (r->p < r->end && (is_space (*r->p) || *r->p == '/'))
    r->p++;
  if (r->p == r->end || *r->p == '>')
    return FALSE;
  *name = (Slice) { r->p++, 1 };
  name->length += read_until (r, "=>/", TRUE).length;
  *value = (Slice) { NULL, 0 };
  skip_space (r);
  if (r->p < r->end && *r->p == '=')
    {
      r->p++;
      skip_space (r);
      *value = read_value (r, ">");
    }

  return TRUE;
}

/* "text/html; charset=…": the standard's "extracting a character encoding from a
 * meta element". */
static Slice
find_in_content (const Slice *content)
{
  static const char word[] = "charset";
  Reader r = { content->text, content->text + content->length };

  while ((gsize) (r.end - r.p) >= strlen (word))
    {
      if (g_ascii_strncasecmp (r.p, word, strlen (word)) != 0)
        {
          r.p++;
          continue;
        }
      r.p += strlen (word);
      skip_space (&r);
      if (r.p == r.end || *r.p != '=')
        continue;
      r.p++;
      skip_space (&r);
      return read_value (&r, ";\"'");
    }

  return (Slice) { NULL, 0 };
}

/* After "<meta": the label, when it says one. */
static Slice
read_meta (Reader *r)
{
  Slice name, value;
  Slice charset = { NULL, 0 };
  Slice content = { NULL, 0 };
  gboolean is_content_type = FALSE;

  while (read_attribute (r, &name, &value))
    if (is_word (&name, "charset") && charset.text == NULL)
      charset = value;
    else if (is_word (&name, "content") && content.text == NULL)
      content = find_in_content (&value);
    else if (is_word (&name, "http-equiv"))
      is_content_type = is_word (&value, "content-type");
  if (charset.length == 0 && is_content_type)
    charset = content;

  return charset;
}

/* At a "<" that begins no comment. */
static Slice
read_tag (Reader *r)
{
  Slice none = { NULL, 0 };
  Slice name, value;

  r->p++;
  if (r->p < r->end && *r->p == '/')
    r->p++;
  if (r->p == r->end || !g_ascii_isalpha (*r->p))
    {
      if (r->p < r->end && (*r->p == '!' || *r->p == '?' || r->p[-1] == '/'))
        read_until (r, ">", FALSE);
      return none;
    }
  name = read_until (r, ">/", TRUE);
  if (is_word (&name, "meta") && name.text[-1] == '<')
    return read_meta (r);
  while (read_attribute (r, &name, &value))
    ;

  return none;
}

const char *
rt_meta_charset_find (const char *text,
                      gsize       length,
                      gsize      *label_length)
{
  Reader r = { text, text + length };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (label_length != NULL, NULL);

  while (r.p < r.end && (r.p = memchr (r.p, '<', r.end - r.p)) != NULL)
    {
      Slice label;

      if (r.end - r.p >= 4 && memcmp (r.p, "<!--", 4) == 0)
        {
          /* "<!-->" is a whole comment. */
          r.p = g_strstr_len (r.p + 2, r.end - r.p - 2, "-->");
          if (r.p == NULL)
            return NULL;
          continue;
        }
      label = read_tag (&r);
      if (label.length > 0)
        {
          *label_length = label.length;
          return label.text;
        }
    }

  return NULL;
}
