/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the matching of what came against what was asked for. */

#include "config.h"

#include "accepting.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "text.h"

/* Members of a wish that are told; more are counted. */
#define WORDS_MAX 6

typedef struct
{
  const RtDirective *member;
  int                quality;
} Wish;

/* The dearest first; equals stay in their order. */
static GArray *
sort_wishes (GPtrArray *members)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);
      Wish wish = { member, rt_directive_get_quality (member, NULL) };
      guint at = wishes->len;

      while (at > 0 && g_array_index (wishes, Wish, at - 1).quality < wish.quality)
        at--;
      g_array_insert_val (wishes, at, wish);
    }

  return wishes;
}

/* Parameters but q: "text/html;level=1". */
static char *
name_of (const RtDirective *member)
{
  g_autoptr(GString) out = g_string_new (member->name);
  g_autofree char *text = NULL;

  for (guint i = 0; i < member->parameters->len; i++)
    {
      const RtDirective *parameter = g_ptr_array_index (member->parameters, i);

      if (g_ascii_strcasecmp (parameter->name, "q") != 0)
        g_string_append_printf (out, ";%s", parameter->text);
    }
  text = rt_text_from_wire (out->str, out->len);

  return g_str_equal (text, "*/*") || g_str_equal (text, "*") ? g_strdup (_("anything"))
                                                              : g_steal_pointer (&text);
}

static void
append_wish (GString    *out,
             const Wish *wish)
{
  g_autofree char *name = name_of (wish->member);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, out->len > 0 ? ", " : "");
  if (wish->quality == 0)
    /* Translators: something that is not acceptable */
    g_string_append_printf (out, _("not %s"), name);
  else if (wish->quality == 1000)
    g_string_append (out, name);
  else
    /* Translators: something that is less welcome, and how much from 0 to 1 */
    g_string_append_printf (out, _("then %s (%s)"), name,
                            g_ascii_formatd (number, sizeof number, "%.3g",
                                             wish->quality / 1000.0));
}

char *
rt_accepting_words (const char *value)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);
  g_autoptr(GArray) wishes = sort_wishes (members);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < wishes->len && i < WORDS_MAX; i++)
    append_wish (out, &g_array_index (wishes, Wish, i));
  if (wishes->len > WORDS_MAX)
    g_string_append_printf (out, ngettext (" and %u more", " and %u more",
                                           wishes->len - WORDS_MAX),
                            wishes->len - WORDS_MAX);

  return g_string_free (out, FALSE);
}

gboolean
rt_accepting_is_all (GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);

      if (!g_str_equal (member->name, "*/*") && !g_str_equal (member->name, "*"))
        return FALSE;
    }

  return TRUE;
}

/* All parameters of the range but q are those of the type. */
static gboolean
has_parameters (const RtDirective *range,
                const RtMediaType *type,
                int               *n_matched)
{
  *n_matched = 0;
  for (guint i = 0; i < range->parameters->len; i++)
    {
      const RtDirective *parameter = g_ptr_array_index (range->parameters, i);
      g_autofree char *name = g_ascii_strdown (parameter->name, -1);
      const char *value = rt_media_type_get_parameter (type, name);

      /* What follows q is no parameter of the type. */
      if (g_str_equal (name, "q"))
        break;
      if (value == NULL || parameter->value == NULL ||
          g_ascii_strcasecmp (value, parameter->value) != 0)
        return FALSE;
      ++*n_matched;
    }

  return TRUE;
}

/* 0 does not match; the more exact the greater. */
static int
match_type (const RtDirective *range,
            const RtMediaType *type)
{
  const char *essence = rt_media_type_get_essence (type);
  gsize length = strlen (range->name);
  int n_matched;

  if (g_str_equal (range->name, "*/*") || g_str_equal (range->name, "*"))
    return 1;
  if (length > 2 && g_str_has_suffix (range->name, "/*"))
    return g_ascii_strncasecmp (range->name, essence, length - 1) == 0 ? 2 : 0;
  if (g_ascii_strcasecmp (range->name, essence) != 0 ||
      !has_parameters (range, type, &n_matched))
    return 0;

  return 3 + n_matched;
}

int
rt_accepting_rate_type (GPtrArray         *members,
                        const RtMediaType *type)
{
  int best = 0, quality = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *range = g_ptr_array_index (members, i);
      int match = match_type (range, type);

      if (match > best)
        {
          best = match;
          quality = rt_directive_get_quality (range, NULL);
        }
    }

  return quality;
}

int
rt_accepting_rate_language (GPtrArray  *members,
                            const char *language)
{
  gsize best = 0;
  int quality = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *range = g_ptr_array_index (members, i);
      gsize length = strlen (range->name);
      gboolean is_any = g_str_equal (range->name, "*");
      gboolean matches = g_ascii_strncasecmp (range->name, language, length) == 0 &&
                         (language[length] == '\0' || language[length] == '-');
      gsize match = is_any ? 1 : matches ? length + 1 : 0;

      if (match > best)
        {
          best = match;
          quality = rt_directive_get_quality (range, NULL);
        }
    }

  return quality;
}

static const char *
plain_coding (const char *coding)
{
  return g_ascii_strcasecmp (coding, "x-gzip") == 0 ? "gzip" : coding;
}

int
rt_accepting_rate_coding (const char *asked,
                          const char *coding)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (asked, -1);
  const RtDirective *any = rt_directives_find (members, "*");

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);

      if (g_ascii_strcasecmp (plain_coding (member->name), plain_coding (coding)) == 0)
        return rt_directive_get_quality (member, NULL);
    }

  return any != NULL ? rt_directive_get_quality (any, NULL) : 0;
}

gboolean
rt_accepting_is_language_tag (const char *text)
{
  gsize run = 0;

  for (const char *at = text;; at++)
    {
      if (*at == '-' || *at == '\0')
        {
          if (run == 0 || run > 8)
            return FALSE;
          if (*at == '\0')
            return TRUE;
          run = 0;
        }
      else if (!g_ascii_isalnum (*at) || (g_ascii_isdigit (*at) && strchr (text, '-') == NULL))
        return FALSE;
      else
        run++;
    }
}

static gboolean
is_media_range (const char *text)
{
  const char *slash = strchr (text, '/');

  return slash != NULL && rt_grammar_is_token (text, slash - text) &&
         rt_grammar_is_token (slash + 1, -1) &&
         !(text[0] == '*' && text[1] == '/' && !g_str_equal (slash + 1, "*"));
}

gboolean
rt_accepting_is_member (const char        *name,
                        const RtDirective *member)
{
  g_return_val_if_fail (name != NULL && member != NULL, FALSE);

  if (member->value != NULL || member->is_bad)
    return FALSE;
  if (g_ascii_strcasecmp (name, "Accept") == 0)
    return is_media_range (member->name);
  if (g_ascii_strcasecmp (name, "Accept-Language") == 0)
    return g_str_equal (member->name, "*") || rt_accepting_is_language_tag (member->name);

  return rt_grammar_is_token (member->name, -1);
}
