/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The policies that are one word: framing, openers, embedding, referrers. What
 * they close is said in one note, what they leave open in another: a page with
 * all of them is healthy and must not fill the pane. Words that nobody knows
 * are found elsewhere.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "topics.h"

typedef struct
{
  const char *name;
  const char *word;
  gboolean    closes; /* more than a browser does without the field */
  const char *meaning;
} Policy;

static const Policy policies[] = {
  { "X-Frame-Options", "DENY", TRUE,
    N_("no page may show this one in a frame") },
  { "X-Frame-Options", "SAMEORIGIN", TRUE,
    N_("only pages of this site may show this one in a frame") },
  { "Cross-Origin-Opener-Policy", "same-origin", TRUE,
    N_("pages of other origins get no hold of its window") },
  { "Cross-Origin-Opener-Policy", "same-origin-allow-popups", TRUE,
    N_("only windows that the page opens itself keep a hold of it") },
  { "Cross-Origin-Opener-Policy", "noopener-allow-popups", TRUE,
    N_("who opened the page gets no hold of its window") },
  { "Cross-Origin-Opener-Policy", "unsafe-none", FALSE,
    N_("a page of another origin that opened this one keeps a hold of its window, as without the "
       "field") },
  { "Cross-Origin-Embedder-Policy", "require-corp", TRUE,
    N_("the page loads from other origins only what allows it") },
  { "Cross-Origin-Embedder-Policy", "credentialless", TRUE,
    N_("the page loads from other origins without cookies") },
  { "Cross-Origin-Embedder-Policy", "unsafe-none", FALSE,
    N_("the page loads from other origins whatever it names, as without the field") },
  { "Cross-Origin-Resource-Policy", "same-origin", TRUE,
    N_("only pages of this origin may load this") },
  { "Cross-Origin-Resource-Policy", "same-site", TRUE,
    N_("only pages of this site, subdomains included, may load this") },
  { "Cross-Origin-Resource-Policy", "cross-origin", FALSE,
    N_("pages of every origin may load this, also those that load only what allows it") },
  { "Referrer-Policy", "no-referrer", TRUE,
    N_("who follows a link does not tell where it stood") },
  { "Referrer-Policy", "same-origin", TRUE,
    N_("other origins do not learn where a link stood") },
  { "Referrer-Policy", "strict-origin", TRUE,
    N_("a link tells the host it stood on, and nothing over http") },
  { "Referrer-Policy", "strict-origin-when-cross-origin", TRUE,
    N_("a link tells other origins the host it stood on, and nothing over http") },
  { "Referrer-Policy", "origin", TRUE,
    N_("a link tells the host it stood on, and not the page") },
  { "Referrer-Policy", "origin-when-cross-origin", TRUE,
    N_("a link tells other origins the host it stood on, and not the page") },
  { "Referrer-Policy", "no-referrer-when-downgrade", FALSE,
    N_("a link tells every https site the whole URL it stood on") },
  { "Referrer-Policy", "unsafe-url", FALSE, NULL }, /* has a warning of its own */
};

/* The last of the list that is known counts (Referrer Policy, section 8.1);
 * the other fields have one word, with parameters behind it. */
static const Policy *
find_policy (const RtCase *self,
             const char   *name)
{
  g_autofree char *value = rt_case_dup_response (self, name);
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);
  const Policy *found = NULL;

  for (guint i = 0; i < members->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (policies); j++)
      if (g_str_equal (policies[j].name, name) &&
          g_ascii_strcasecmp (policies[j].word,
                              ((RtDirective *) g_ptr_array_index (members, i))->name) == 0)
        found = &policies[j];

  return found;
}

/* Position of the first field that says so, -1 when none does. */
static int
collect (const RtCase *self,
         gboolean      closes,
         GString      *words)
{
  static const char *const names[] = {
    "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy",
    "Cross-Origin-Resource-Policy", "Referrer-Policy",
  };
  int first = -1;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Policy *policy = find_policy (self, names[i]);

      if (policy == NULL || policy->meaning == NULL || policy->closes != closes)
        continue;
      if (first < 0)
        first = rt_case_find_response (self, names[i]);
      g_string_append_printf (words, "%s%s %s: %s.", words->len > 0 ? "\n" : "", policy->name,
                              policy->word, _(policy->meaning));
    }

  return first;
}

void
rt_explain_guarding (RtCase *self)
{
  g_autoptr(GString) closed = g_string_new (NULL);
  g_autoptr(GString) open = g_string_new (NULL);
  int field;

  field = collect (self, TRUE, closed);
  if (field >= 0)
    rt_case_add_on_field (self, field, "security-guarded", RT_NOTE_GOOD,
                          "HTML standard, section 7.1",
                          _("The server asks browsers to guard this response."), closed->str);
  field = collect (self, FALSE, open);
  if (field >= 0)
    rt_case_add_on_field (self, field, "security-left-open", RT_NOTE_INFO,
                          "HTML standard, section 7.1",
                          _("A field that could close something leaves it open."), open->str);
}
