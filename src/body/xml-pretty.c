/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The XML re-indenter, in two passes: the first cuts the text into pieces,
 * pairs the tags and finds which elements hold character data; the second
 * writes. No recursion, no entity is resolved, nothing is loaded.
 */

#include "config.h"

#include "xml-pretty.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Levels after which the indent grows no more. */
#define MAX_INDENT 40

typedef enum
{
  PIECE_TEXT,
  PIECE_BLANK, /* white space only */
  PIECE_OPEN,
  PIECE_CLOSE,
  PIECE_OTHER, /* empty element, comment, instruction, document type */
} PieceKind;

typedef struct
{
  const char *start;
  gsize       length;
  PieceKind   kind;
  gboolean    mixed; /* OPEN: holds character data */
  guint       close; /* OPEN: index of its end */
} Piece;

typedef struct
{
  const char *text;
  const char *end;
  GArray     *pieces; /* Piece */
  GArray     *open;   /* guint: indexes of the elements that are open */
  const char *place;
  const char *message;
} Reader;

static gboolean
fail (Reader     *r,
      const char *place,
      const char *message)
{
  r->place = place;
  r->message = message;

  return FALSE;
}

static gsize
name_length (const char *name,
             const char *end)
{
  const char *p = name;

  while (p < end && !g_ascii_isspace (*p) && *p != '>' && *p != '/')
    p++;

  return p - name;
}

/* The byte after the tag that starts at @p: ">" inside quotes does not count. */
static const char *
find_tag_end (const char *p,
              const char *end)
{
  char quote = '\0';

  for (; p < end; p++)
    if (quote != '\0')
      {
        if (*p == quote)
          quote = '\0';
      }
    else if (*p == '"' || *p == '\'')
      quote = *p;
    else if (*p == '>')
      return p + 1;

  return NULL;
}

static const char *
find_after (const char *p,
            const char *end,
            const char *mark)
{
  const char *found = g_strstr_len (p, end - p, mark);

  return found != NULL ? found + strlen (mark) : NULL;
}

static gboolean
stands_at (const char *p,
           const char *end,
           const char *mark)
{
  gsize n = strlen (mark);

  return (gsize) (end - p) >= n && memcmp (p, mark, n) == 0;
}

/* <!DOCTYPE ... [ ... ]>: brackets nest, quotes, comments and instructions
 * hide. */
static const char *
find_doctype_end (const char *p,
                  const char *end)
{
  char quote = '\0';
  guint depth = 0;

  while (p != NULL && p < end)
    {
      char c = *p;

      if (quote == '\0' && depth > 0 && stands_at (p, end, "<!--"))
        p = find_after (p + 4, end, "-->");
      else if (quote == '\0' && depth > 0 && stands_at (p, end, "<?"))
        p = find_after (p + 2, end, "?>");
      else
        p++;
      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '[')
        depth++;
      else if (c == ']' && depth > 0)
        depth--;
      else if (c == '>' && depth == 0)
        return p;
    }

  return NULL;
}

static void
add_piece (Reader     *r,
           const char *start,
           const char *end,
           PieceKind   kind)
{
  Piece piece = { start, end - start, kind, FALSE, 0 };

  g_array_append_val (r->pieces, piece);
}

static void
mark_mixed (Reader *r)
{
  if (r->open->len > 0)
    {
      guint parent = g_array_index (r->open, guint, r->open->len - 1);

      g_array_index (r->pieces, Piece, parent).mixed = TRUE;
    }
}

static gboolean
close_element (Reader     *r,
               const char *start)
{
  guint index = r->pieces->len - 1;
  Piece *opening;
  guint which;
  gsize n = name_length (start + 2, r->end);

  if (r->open->len == 0)
    return fail (r, start, _("an end tag has no start tag"));
  which = g_array_index (r->open, guint, r->open->len - 1);
  opening = &g_array_index (r->pieces, Piece, which);
  if (name_length (opening->start + 1, r->end) != n ||
      memcmp (opening->start + 1, start + 2, n) != 0)
    return fail (r, start, _("the end tag is not that of the element that is open"));
  opening->close = index;
  g_array_set_size (r->open, r->open->len - 1);

  return TRUE;
}

/* Where the markup at @start ends, and what it is; NULL when it never does. */
static const char *
find_markup_end (const char *start,
                 const char *limit,
                 PieceKind  *kind)
{
  gsize rest = limit - start;
  const char *end;

  *kind = PIECE_OTHER;
  if (rest >= 4 && memcmp (start, "<!--", 4) == 0)
    return find_after (start + 4, limit, "-->");
  if (rest >= 9 && memcmp (start, "<![CDATA[", 9) == 0)
    {
      *kind = PIECE_TEXT;
      return find_after (start + 9, limit, "]]>");
    }
  if (rest >= 2 && start[1] == '?')
    return find_after (start + 2, limit, "?>");
  if (rest >= 2 && start[1] == '!')
    return find_doctype_end (start + 2, limit);

  end = find_tag_end (start, limit);
  if (rest >= 2 && start[1] == '/')
    *kind = PIECE_CLOSE;
  else if (end != NULL && end[-2] != '/')
    *kind = PIECE_OPEN;

  return end;
}

static gboolean
read_markup (Reader      *r,
             const char **p)
{
  const char *start = *p;
  PieceKind kind;
  const char *end = find_markup_end (start, r->end, &kind);

  if (end == NULL)
    return fail (r, start, _("the text ends inside markup that starts here"));

  add_piece (r, start, end, kind);
  *p = end;
  if (kind == PIECE_TEXT)
    mark_mixed (r);
  else if (kind == PIECE_OPEN)
    {
      guint index = r->pieces->len - 1;

      if (name_length (start + 1, end) == 0)
        return fail (r, start, _("“<” is not followed by a name"));
      g_array_append_val (r->open, index);
    }
  else if (kind == PIECE_CLOSE)
    return close_element (r, start);

  return TRUE;
}

static void
read_text (Reader      *r,
           const char **p)
{
  const char *start = *p;
  const char *end = memchr (start, '<', r->end - start);
  gboolean blank = TRUE;

  if (end == NULL)
    end = r->end;
  for (const char *c = start; c < end && blank; c++)
    blank = g_ascii_isspace (*c);
  add_piece (r, start, end, blank ? PIECE_BLANK : PIECE_TEXT);
  if (!blank)
    mark_mixed (r);
  *p = end;
}

static gboolean
read_pieces (Reader *r)
{
  const char *p = r->text;

  while (p < r->end)
    if (*p != '<')
      read_text (r, &p);
    else if (!read_markup (r, &p))
      return FALSE;
  if (r->open->len > 0)
    {
      guint which = g_array_index (r->open, guint, r->open->len - 1);

      return fail (r, g_array_index (r->pieces, Piece, which).start,
                   _("the element that starts here is never closed"));
    }

  return TRUE;
}

static void
start_line (GString *out,
            guint    depth)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < MIN (depth, MAX_INDENT); i++)
    g_string_append (out, "  ");
}

/* Laid out as it stands: it holds character data, asks for it, or is empty. */
static gboolean
keep_as_is (const Piece *pieces,
            guint        i)
{
  const Piece *piece = &pieces[i];

  return piece->mixed || piece->close == i + 1 ||
         (piece->close == i + 2 && pieces[i + 1].kind == PIECE_BLANK) ||
         g_strstr_len (piece->start, piece->length, "xml:space") != NULL;
}

static void
write_pieces (Reader  *r,
              GString *out)
{
  const Piece *pieces = (const Piece *) (gpointer) r->pieces->data;
  guint depth = 0;

  for (guint i = 0; i < r->pieces->len; i++)
    {
      const Piece *piece = &pieces[i];
      const char *end = piece->start + piece->length;

      if (piece->kind == PIECE_BLANK)
        continue;
      if (piece->kind == PIECE_CLOSE)
        depth--;
      start_line (out, depth);
      if (piece->kind == PIECE_OPEN && keep_as_is (pieces, i))
        {
          i = piece->close;
          end = pieces[i].start + pieces[i].length;
        }
      else if (piece->kind == PIECE_OPEN)
        depth++;
      g_string_append_len (out, piece->start, end - piece->start);
    }
  g_string_append_c (out, '\n');
}

GString *
rt_xml_pretty (const char  *text,
               gsize        length,
               guint       *line,
               char       **message)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader r = { text, text + length, pieces, open, NULL, NULL };
  GString *out;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (line != NULL && message != NULL, NULL);

  if (!read_pieces (&r))
    {
      *line = 1;
      for (const char *p = text; p < r.place; p++)
        if (*p == '\n')
          (*line)++;
      *message = g_strdup (r.message);
      return NULL;
    }

  out = g_string_sized_new (length + length / 4);
  write_pieces (&r, out);

  return out;
}
