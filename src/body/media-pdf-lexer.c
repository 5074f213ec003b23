/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Depth is counted, never recursed into; a dictionary that is longer or deeper
 * than any that is looked for here ends the search.
 */

#include "config.h"

#include "media-pdf-lexer.h"

#define MAX_DICTIONARY (64 * 1024)
#define MAX_NUMBERS    256

static gboolean
is_space (guint8 c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (guint8 c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

/* Over white space and comments. */
static gsize
skip_space (RtMediaBytes bytes,
            gsize        i)
{
  gboolean in_comment = FALSE;

  for (; i < bytes.length; i++)
    {
      if (bytes.data[i] == '%')
        in_comment = TRUE;
      else if (bytes.data[i] == '\n' || bytes.data[i] == '\r')
        in_comment = FALSE;
      else if (!in_comment && !is_space (bytes.data[i]))
        break;
    }

  return i;
}

/* The end of the string that begins at @i: brackets in it are paired or escaped. */
static gsize
find_string_end (RtMediaBytes bytes,
                 gsize        i)
{
  gsize depth = 0;

  for (; i < bytes.length; i++)
    {
      if (bytes.data[i] == '\\')
        i++;
      else if (bytes.data[i] == '(')
        depth++;
      else if (bytes.data[i] == ')' && --depth == 0)
        return i + 1;
    }

  return bytes.length;
}

static gsize
find_word_end (RtMediaBytes bytes,
               gsize        i)
{
  while (i < bytes.length && !is_space (bytes.data[i]) && !is_delimiter (bytes.data[i]))
    i++;

  return i;
}

static gsize
find_end (RtMediaBytes bytes,
          gsize        i)
{
  const guint8 *hex_end;

  switch (bytes.data[i])
    {
    case '(':
      return find_string_end (bytes, i);
    case '<':
      if (rt_media_is (bytes, i, "<<"))
        return i + 2;
      hex_end = memchr (bytes.data + i, '>', bytes.length - i);
      return hex_end != NULL ? (gsize) (hex_end - bytes.data) + 1 : bytes.length;
    case '>':
      return rt_media_is (bytes, i, ">>") ? i + 2 : i + 1;
    case '/':
      return find_word_end (bytes, i + 1);
    default:
      return is_delimiter (bytes.data[i]) ? i + 1 : find_word_end (bytes, i);
    }
}

gboolean
rt_pdf_next_token (RtMediaBytes  bytes,
                   gsize        *position,
                   RtMediaBytes *token)
{
  gsize start = skip_space (bytes, *position);

  if (start >= bytes.length)
    return FALSE;
  *position = find_end (bytes, start);
  *token = rt_media_part (bytes, start, *position - start);

  return TRUE;
}

gboolean
rt_pdf_is (RtMediaBytes  token,
           const char   *letters)
{
  return token.length == strlen (letters) && rt_media_is (token, 0, letters);
}

gboolean
rt_pdf_to_number (RtMediaBytes  token,
                  guint64      *number)
{
  *number = 0;
  if (token.length == 0 || token.length > 12)
    return FALSE;
  for (gsize i = 0; i < token.length; i++)
    {
      if (!g_ascii_isdigit (token.data[i]))
        return FALSE;
      *number = *number * 10 + (token.data[i] - '0');
    }

  return TRUE;
}

gboolean
rt_pdf_get_numbers (RtMediaBytes  bytes,
                    gsize         position,
                    guint         count,
                    guint64      *numbers)
{
  RtMediaBytes token;

  bytes = rt_media_part (bytes, 0, (guint64) position + MAX_NUMBERS);
  for (guint i = 0; i < count; i++)
    if (!rt_pdf_next_token (bytes, &position, &token) ||
        !rt_pdf_to_number (token, &numbers[i]))
      return FALSE;

  /* A number that the end cuts is another one. */
  return position < bytes.length;
}

gboolean
rt_pdf_find_key (RtMediaBytes  bytes,
                 gsize         position,
                 const char   *key,
                 gsize        *value)
{
  RtMediaBytes token;
  guint depth = 0;
  gboolean is_key = TRUE; /* else it is what belongs to one: only after a name */

  *value = 0;
  bytes = rt_media_part (bytes, 0, (guint64) position + MAX_DICTIONARY);
  if (!rt_pdf_next_token (bytes, &position, &token) || !rt_pdf_is (token, "<<"))
    return FALSE;
  depth = 1;
  while (rt_pdf_next_token (bytes, &position, &token))
    {
      if (rt_pdf_is (token, "<<") || rt_pdf_is (token, "["))
        depth++;
      else if (rt_pdf_is (token, ">>") || rt_pdf_is (token, "]"))
        depth--;
      if (depth == 0)
        return TRUE;
      if (depth > 1 || token.data[0] != '/')
        {
          is_key = TRUE;
          continue;
        }
      if (is_key && *value == 0 && rt_pdf_is (token, key))
        *value = position;
      is_key = !is_key;
    }

  return FALSE;
}

gboolean
rt_pdf_skip_dictionary (RtMediaBytes  bytes,
                        gsize        *position)
{
  RtMediaBytes token;
  guint depth = 0;

  bytes = rt_media_part (bytes, 0, (guint64) *position + MAX_DICTIONARY);
  while (rt_pdf_next_token (bytes, position, &token))
    {
      if (rt_pdf_is (token, "<<"))
        depth++;
      else if (rt_pdf_is (token, ">>"))
        depth -= MIN (depth, 1);
      if (depth == 0)
        return rt_pdf_is (token, ">>");
    }

  return FALSE;
}
