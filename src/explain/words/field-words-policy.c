/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: the main directives of Content-Security-Policy. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field-words-private.h"
#include "text.h"

#define DIRECTIVES_MAX 12

/* Directives that list sources. */
static const struct { const char *name; const char *words; } sources[] = {
  { "default-src", N_("everything") },
  { "script-src", N_("scripts") },
  { "style-src", N_("styles") },
  { "img-src", N_("images") },
  { "font-src", N_("fonts") },
  { "connect-src", N_("connections of scripts") },
  { "media-src", N_("sound and video") },
  { "object-src", N_("plug-ins") },
  { "frame-src", N_("frames in the page") },
  { "child-src", N_("frames and workers") },
  { "worker-src", N_("workers") },
  { "manifest-src", N_("the manifest") },
  { "form-action", N_("targets of forms") },
  { "frame-ancestors", N_("pages that may frame this one") },
  { "base-uri", N_("the base URL") },
};

static const struct { const char *name; const char *words; } keywords[] = {
  { "'self'", N_("this origin") },
  { "'none'", N_("none") },
  { "'unsafe-inline'", N_("inline code") },
  { "'unsafe-eval'", N_("code from text") },
  { "'strict-dynamic'", N_("what trusted scripts load") },
  { "*", N_("anywhere") },
  { "https:", N_("anywhere by https") },
  { "http:", N_("anywhere") },
  { "data:", N_("data: URLs") },
  { "blob:", N_("blob: URLs") },
};

static char *
source_words (const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_ascii_strcasecmp (keywords[i].name, source) == 0)
      return g_strdup (_(keywords[i].words));
  if (g_ascii_strncasecmp (source, "'nonce-", 7) == 0)
    return g_strdup (_("code with the nonce"));
  if (g_ascii_strncasecmp (source, "'sha", 4) == 0)
    return g_strdup (_("code with a listed hash"));

  return rt_text_from_wire (source, -1);
}

static char *
list_sources (char **words)
{
  g_autoptr(GString) list = g_string_new (NULL);
  const char *last = NULL;

  for (; *words != NULL; words++)
    {
      g_autofree char *one = NULL;

      if (**words == '\0')
        continue;
      one = source_words (*words);
      /* Several nonces or hashes say the same. */
      if (last != NULL && strstr (list->str, one) != NULL && **words == '\'')
        continue;
      rt_words_add (list, ", ", "%s", one);
      last = *words;
    }

  return list->len > 0 ? g_strdup (list->str) : g_strdup (_("none"));
}

static void
add_directive (GString    *words,
               const char *directive)
{
  g_auto(GStrv) parts = g_strsplit_set (directive, " \t", -1);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_ascii_strcasecmp (sources[i].name, parts[0]) == 0)
      {
        g_autofree char *list = list_sources (parts + 1);

        /* Translators: "scripts: this origin" */
        rt_words_add (words, "; ", _("%s: %s"), _(sources[i].words), list);
        return;
      }
  if (g_ascii_strcasecmp (parts[0], "upgrade-insecure-requests") == 0)
    rt_words_add (words, "; ", "%s", _("http: URLs are loaded by https"));
  else if (g_ascii_strcasecmp (parts[0], "block-all-mixed-content") == 0)
    rt_words_add (words, "; ", "%s", _("nothing is loaded by http"));
  else if (g_ascii_strcasecmp (parts[0], "sandbox") == 0)
    rt_words_add (words, "; ", "%s", _("the page runs in a sandbox"));
  else if (g_ascii_strcasecmp (parts[0], "report-uri") == 0 ||
           g_ascii_strcasecmp (parts[0], "report-to") == 0)
    rt_words_add (words, "; ", "%s", _("violations are reported"));
}

char *
rt_words_content_policy (const char *value,
                         gint64      now)
{
  g_auto(GStrv) directives = g_strsplit (value, ";", DIRECTIVES_MAX + 1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; directives[i] != NULL && i < DIRECTIVES_MAX; i++)
    if (*g_strstrip (directives[i]) != '\0')
      add_directive (words, directives[i]);

  return rt_words_end (words);
}
