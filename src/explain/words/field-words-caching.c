/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: Cache-Control, Vary, and the validators. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "entity-tag.h"
#include "field-words-private.h"
#include "span.h"
#include "text.h"

#define LIST_MAX 6

/* Directives without a value. */
static const struct { const char *name; const char *words; } plain[] = {
  { "no-store", N_("nobody may keep it") },
  { "private", N_("only the browser's own cache may keep it") },
  { "public", N_("anybody may keep it") },
  { "no-cache", N_("a kept copy may be used only after asking") },
  { "immutable", N_("it will not change") },
  { "must-revalidate", N_("once stale, only after asking") },
  { "proxy-revalidate", N_("once stale, shared caches only after asking") },
  { "no-transform", N_("boxes on the way must not change it") },
  { "must-understand", N_("only a cache that knows the status may keep it") },
  { "only-if-cached", N_("a kept copy or nothing") },
};

/* Directives with a time. */
static const struct { const char *name; const char *words; } timed[] = {
  { "max-age", N_("fresh for %s") },
  { "s-maxage", N_("fresh for %s in shared caches") },
  { "stale-while-revalidate", N_("then usable for %s while a cache asks again") },
  { "stale-if-error", N_("usable for %s more when the server fails") },
  { "max-stale", N_("a copy may be stale for %s") },
  { "min-fresh", N_("a copy must stay fresh for %s") },
};

static void
add_timed (GString           *words,
           const RtDirective *directive,
           const char        *format)
{
  g_auto(GStrv) parts = g_strsplit (_(format), "%s", 2);
  g_autofree char *span = NULL;
  gint64 seconds;

  if (!rt_directive_get_seconds (directive, &seconds))
    return;

  span = rt_span_words (seconds);
  rt_words_add (words, "; ", "%s%s%s", parts[0], span, parts[1] != NULL ? parts[1] : "");
}

char *
rt_words_cache_control (const char *value,
                        gint64      now)
{
  g_autoptr(GPtrArray) directives = rt_directives_parse (value, -1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (rt_directives_find (directives, plain[i].name) != NULL)
      rt_words_add (words, "; ", "%s", _(plain[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (timed); i++)
    {
      const RtDirective *directive = rt_directives_find (directives, timed[i].name);

      if (directive != NULL)
        add_timed (words, directive, timed[i].words);
    }

  return rt_words_end (words);
}

char *
rt_words_vary (const char *value,
               gint64      now)
{
  g_autoptr(GPtrArray) names = rt_directives_parse (value, -1);
  g_autoptr(GString) list = g_string_new (NULL);

  if (names->len == 0)
    return NULL;
  if (rt_directives_find (names, "*") != NULL)
    return g_strdup (_("depends on more than the request: no stored copy ever fits"));

  for (guint i = 0; i < names->len && i < LIST_MAX; i++)
    {
      const RtDirective *name = g_ptr_array_index (names, i);
      g_autofree char *text = rt_text_from_wire (name->text, -1);

      rt_words_add (list, ", ", "%s", text);
    }

  return g_strdup_printf (names->len > LIST_MAX
                            ? _("a copy fits only requests with the same %s, and others")
                            : _("a copy fits only requests with the same %s"), list->str);
}

char *
rt_words_etag (const char *value,
               gint64      now)
{
  g_autoptr(RtEntityTag) tag = rt_entity_tag_parse (value);

  if (tag->trouble != RT_ENTITY_TAG_GOOD)
    return NULL;

  return g_strdup (tag->is_weak ? _("weak: the same meaning, maybe not the same bytes")
                                : _("strong: the same bytes"));
}

char *
rt_words_etag_list (const char *value,
                    gint64      now)
{
  g_autoptr(GPtrArray) tags = NULL;

  if (g_str_equal (value, "*"))
    return g_strdup (_("anything at all"));
  tags = rt_entity_tags_parse (value);
  if (tags == NULL)
    return NULL;

  return g_strdup_printf (ngettext ("%u entity tag", "%u entity tags", tags->len), tags->len);
}

char *
rt_words_etag_or_date (const char *value,
                       gint64      now)
{
  char *words = rt_words_date (value, now);

  return words != NULL ? words : rt_words_etag (value, now);
}
