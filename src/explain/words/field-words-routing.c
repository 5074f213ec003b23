/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: what may be done, who stood on the way, where else to go. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "field-words-private.h"
#include "grammar.h"
#include "link-list.h"
#include "text.h"

#define LIST_MAX 8

/* "read", "create", …: what a method does, for those that everybody meets. */
static const char *
method_words (const char *method)
{
  static const struct { const char *name; const char *words; } known[] = {
    { "GET", N_("read") }, { "HEAD", N_("read the head") }, { "POST", N_("send") },
    { "PUT", N_("store") }, { "PATCH", N_("change") }, { "DELETE", N_("delete") },
    { "OPTIONS", N_("ask what is allowed") }, { "TRACE", N_("echo") },
    { "CONNECT", N_("open a tunnel") }, { "QUERY", N_("search") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, method))
      return _(known[i].words);

  return NULL;
}

char *
rt_words_allow (const char *value,
                gint64      now)
{
  g_autoptr(GPtrArray) methods = rt_directives_parse (value, -1);
  g_autoptr(GString) words = g_string_new (NULL);

  if (methods->len == 0)
    return g_strdup (_("no method at all"));
  for (guint i = 0; i < methods->len && i < LIST_MAX; i++)
    {
      const RtDirective *method = g_ptr_array_index (methods, i);
      const char *known = method_words (method->text);

      if (!rt_grammar_is_token (method->text, -1))
        return NULL;
      if (known != NULL)
        rt_words_add (words, ", ", "%s", known);
    }

  return rt_words_end (words);
}

/* "1.1 proxy.example (squid/5)": protocol, who, comment. */
char *
rt_words_via (const char *value,
              gint64      now)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < members->len && i < LIST_MAX; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);
      g_auto(GStrv) parts = g_strsplit_set (member->text, " \t", 3);
      g_autofree char *who = NULL;

      if (g_strv_length (parts) < 2)
        return NULL;
      who = rt_text_from_wire (parts[1], -1);
      rt_words_add (list, ", ", _("%s (HTTP/%s)"), who,
                    g_str_has_prefix (parts[0], "HTTP/") ? parts[0] + 5 : parts[0]);
    }
  if (list->len == 0)
    return NULL;

  return g_strdup_printf (_("passed through %s"), list->str);
}

char *
rt_words_link (const char *value,
               gint64      now)
{
  g_autoptr(GPtrArray) links = rt_link_list_parse (value);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < links->len && i < LIST_MAX; i++)
    {
      const char *relation = rt_link_get_parameter (g_ptr_array_index (links, i), "rel");
      g_autofree char *text = relation != NULL ? rt_text_from_wire (relation, -1) : NULL;

      if (text != NULL && *text != '\0')
        rt_words_add (list, ", ", "%s", text);
    }
  if (list->len == 0)
    return NULL;

  return g_strdup_printf (_("leads to: %s"), list->str);
}

char *
rt_words_connection (const char *value,
                     gint64      now)
{
  g_autoptr(GPtrArray) options = rt_directives_parse (value, -1);

  if (rt_directives_find (options, "close") != NULL)
    return g_strdup (_("the connection ends after this"));
  if (rt_directives_find (options, "keep-alive") != NULL)
    return g_strdup (_("the connection may be used again"));
  if (rt_directives_find (options, "upgrade") != NULL)
    return g_strdup (_("another protocol may follow"));

  return NULL;
}
