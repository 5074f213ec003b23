/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the times of a web token say, and its JSON made readable. */

#include "config.h"

#include "token-words.h"

#include "span.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PRETTY 8192 /* bytes of JSON that are shown */

char *
rt_token_words_validity (const RtWebToken *token,
                         gint64            now,
                         gboolean         *good)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (token != NULL && good != NULL, NULL);

  *good = FALSE;
  if (token->expires >= 0 && token->expires <= now)
    {
      when = rt_span_from_now (token->expires, now);
      return g_strdup_printf (_("Expired %s, by the clock of this machine"), when);
    }
  if (token->not_before > now)
    {
      when = rt_span_from_now (token->not_before, now);
      return g_strdup_printf (_("Not valid yet: %s, by the clock of this machine"), when);
    }

  *good = TRUE;
  if (token->expires < 0)
    return g_strdup (_("It names no time at which it expires"));
  when = rt_span_from_now (token->expires, now);

  return g_strdup_printf (_("Not expired: it does %s"), when);
}

static void
append_time (GString    *text,
             const char *name,
             gint64      time,
             gint64      now)
{
  g_autofree char *local = NULL;
  g_autofree char *relative = NULL;

  if (time < 0)
    return;
  local = rt_span_local (time);
  relative = rt_span_from_now (time, now);
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", name);
  if (*local != '\0')
    g_string_append_printf (text, "%s (%s)", local, relative);
  else
    g_string_append (text, relative);
}

char *
rt_token_words_times (const RtWebToken *token,
                      gint64            now)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (token != NULL, NULL);

  append_time (text, _("Issued"), token->issued, now);
  append_time (text, _("Valid from"), token->not_before, now);
  append_time (text, _("Expires"), token->expires, now);

  return g_string_free (text, FALSE);
}

/* Where a string that begins at @p ends: behind its closing quote. */
static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\' && p + 1 < end)
      p++;

  return MIN (p + 1, end);
}

static void
break_line (GString *text,
            guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (depth, 20); i++)
    g_string_append (text, "  ");
}

/* White space outside of strings is replaced; nothing else is touched. */
static void
indent (GString    *text,
        const char *p,
        const char *end)
{
  guint depth = 0;

  while (p < end)
    {
      const char *start = p;

      switch (*p)
        {
        case '"':
          p = skip_string (p, end);
          g_string_append_len (text, start, p - start);
          continue;
        case '{':
        case '[':
          g_string_append_c (text, *p);
          if (p + 1 < end && (p[1] == '}' || p[1] == ']'))
            g_string_append_c (text, *++p);
          else
            break_line (text, ++depth);
          break;
        case '}':
        case ']':
          depth -= depth > 0;
          break_line (text, depth);
          g_string_append_c (text, *p);
          break;
        case ',':
          g_string_append_c (text, *p);
          break_line (text, depth);
          break;
        case ':':
          g_string_append (text, ": ");
          break;
        default:
          if (!g_ascii_isspace (*p))
            g_string_append_c (text, *p);
        }
      p++;
    }
}

char *
rt_token_words_pretty (const char *json)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize length;

  g_return_val_if_fail (json != NULL, NULL);

  length = strlen (json);
  indent (text, json, json + MIN (length, MAX_PRETTY));
  if (length > MAX_PRETTY)
    g_string_append (text, "\n…");

  return rt_text_make_valid (text->str, text->len);
}
