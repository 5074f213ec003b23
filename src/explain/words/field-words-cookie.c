/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: the attributes of Set-Cookie (RFC 6265 section 4.1.2). What
 * a jar does with the cookie is not judged here.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "field-words-private.h"
#include "http-date.h"
#include "span.h"
#include "text.h"

static const RtDirective *
find_valued (GPtrArray  *attributes,
             const char *name)
{
  const RtDirective *attribute = rt_directives_find (attributes, name);

  return attribute != NULL && attribute->value != NULL && *attribute->value != '\0' ? attribute
                                                                                    : NULL;
}

static void
add_lifetime (GString   *words,
              GPtrArray *attributes,
              gint64     now)
{
  const RtDirective *age = find_valued (attributes, "Max-Age");
  const RtDirective *expires = find_valued (attributes, "Expires");
  g_autofree char *span = NULL;
  RtHttpDate date;
  gint64 seconds;

  if (age != NULL && rt_directive_get_seconds (age, &seconds) && seconds > 0)
    {
      span = rt_span_words (seconds);
      rt_words_add (words, "; ", _("kept for %s"), span);
    }
  else if (age != NULL && (age->value[0] == '-' || g_str_equal (age->value, "0")))
    rt_words_add (words, "; ", "%s", _("deleted at once"));
  else if (expires != NULL && rt_http_date_parse (expires->value, -1, now, &date))
    {
      span = rt_span_from_now (date.time, now);
      rt_words_add (words, "; ", date.time <= now ? _("deleted at once (ended %s)")
                                                  : _("ends %s"), span);
    }
  else if (age == NULL && expires == NULL)
    rt_words_add (words, "; ", "%s", _("until the browser is closed"));
}

static void
add_scope (GString   *words,
           GPtrArray *attributes)
{
  const RtDirective *domain = find_valued (attributes, "Domain");
  const RtDirective *path = find_valued (attributes, "Path");

  if (domain != NULL)
    {
      g_autofree char *text =
        rt_text_from_wire (domain->value + (domain->value[0] == '.'), -1);

      rt_words_add (words, "; ", _("for %s and all below it"), text);
    }
  else
    rt_words_add (words, "; ", "%s", _("for this host only"));
  if (path != NULL && path->value[0] == '/' && path->value[1] != '\0')
    {
      g_autofree char *text = rt_text_from_wire (path->value, -1);

      rt_words_add (words, "; ", _("under %s"), text);
    }
}

static void
add_site (GString   *words,
          GPtrArray *attributes)
{
  const RtDirective *site = find_valued (attributes, "SameSite");

  if (site == NULL)
    return;
  if (g_ascii_strcasecmp (site->value, "Strict") == 0)
    rt_words_add (words, "; ", "%s", _("never sent from other sites"));
  else if (g_ascii_strcasecmp (site->value, "Lax") == 0)
    rt_words_add (words, "; ", "%s", _("from other sites only when a link is followed"));
  else if (g_ascii_strcasecmp (site->value, "None") == 0)
    rt_words_add (words, "; ", "%s", _("also sent from other sites"));
}

char *
rt_words_set_cookie (const char *value,
                     gint64      now)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GPtrArray) attributes = NULL;
  const char *rest = strchr (value, ';');
  gsize pair = rest != NULL ? (gsize) (rest - value) : strlen (value);

  if (memchr (value, '=', pair) == NULL)
    return NULL;

  attributes = rt_directives_parse_semicolons (rest != NULL ? rest + 1 : NULL, -1);
  add_lifetime (words, attributes, now);
  add_scope (words, attributes);
  if (rt_directives_find (attributes, "Secure") != NULL)
    rt_words_add (words, "; ", "%s", _("only over https"));
  if (rt_directives_find (attributes, "HttpOnly") != NULL)
    rt_words_add (words, "; ", "%s", _("hidden from scripts"));
  add_site (words, attributes);
  if (rt_directives_find (attributes, "Partitioned") != NULL)
    rt_words_add (words, "; ", "%s", _("apart for each site that embeds it"));

  return rt_words_end (words);
}
