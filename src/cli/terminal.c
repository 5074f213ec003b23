/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns colours and line breaks. Colour is never alone: the number or a word
 * always stands beside it.
 */

#include "config.h"

#include "terminal.h"

#include "number.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_MIN 20
#define WIDTH_DEFAULT 80
#define WIDTH_MAX 100

gboolean
rt_terminal_has_colour (int fd)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  if (no_color != NULL && *no_color != '\0')
    return FALSE;
  if (term == NULL || g_str_equal (term, "dumb"))
    return FALSE;
  return isatty (fd);
}

guint
rt_terminal_get_width (int fd)
{
  struct winsize size = { 0, };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = WIDTH_DEFAULT;

  if (ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  else if (columns != NULL)
    rt_number_read (columns, 10, 1, G_MAXUINT16, &width);
  return CLAMP (width, WIDTH_MIN, WIDTH_MAX);
}

/* SGR parameters; the window's colours have the same order. */
static const char *
colour_of (RtStatusClass status_class)
{
  switch (status_class)
    {
    case RT_CLASS_INFORMATIONAL: return "1;36";
    case RT_CLASS_SUCCESS:       return "1;32";
    case RT_CLASS_REDIRECTION:   return "1;34";
    case RT_CLASS_CLIENT_ERROR:  return "1;33";
    case RT_CLASS_SERVER_ERROR:  return "1;31";
    case RT_CLASS_NONE:
    case RT_CLASS_OTHER:
    default:                     return "1;35";
    }
}

char *
rt_terminal_paint (const char    *text,
                   RtStatusClass  status_class,
                   gboolean       colour)
{
  if (!colour)
    return g_strdup (text);
  return g_strdup_printf ("\033[%sm%s\033[0m", colour_of (status_class), text);
}

char *
rt_terminal_embolden (const char *text,
                      gboolean    colour)
{
  return colour ? g_strdup_printf ("\033[1m%s\033[0m", text) : g_strdup (text);
}

static guint
columns_of (const char *word)
{
  guint columns = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

static void
append_paragraph (GString    *lines,
                  const char *text,
                  guint       width,
                  guint       indent)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  guint column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint columns = columns_of (words[i]);

      if (*words[i] == '\0')
        continue;
      if (column > 0 && column + 1 + columns > width)
        {
          g_string_append_c (lines, '\n');
          column = 0;
        }
      if (column == 0)
        g_string_append_printf (lines, "%*s", (int) indent, "");
      else
        g_string_append_c (lines, ' ');
      g_string_append (lines, words[i]);
      column += (column == 0 ? indent : 1) + columns;
    }
  if (column > 0)
    g_string_append_c (lines, '\n');
}

char *
rt_terminal_wrap (const char *text,
                  guint       width,
                  guint       indent)
{
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && indent < width, NULL);

  paragraphs = g_strsplit (text, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (lines, '\n');
      append_paragraph (lines, paragraphs[i], width, indent);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
