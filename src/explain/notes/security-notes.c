/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields by which a server asks browsers to protect its visitors: what
 * they ask, what is misspelt in them, and what browsers have given up. The
 * content security policy has a file of its own.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "span.h"
#include "topics.h"

#define HALF_A_YEAR (G_GINT64_CONSTANT (182) * 24 * 3600)
#define A_YEAR (G_GINT64_CONSTANT (365) * 24 * 3600)

static gboolean
is_https (const RtCase *self)
{
  return self->url != NULL && g_str_equal (rt_url_get_scheme (self->url), "https");
}

/* Strict-Transport-Security, RFC 6797 section 6.1. */

static void
check_hsts_age (RtCase            *self,
                guint              field,
                GPtrArray         *directives,
                gint64             age)
{
  gboolean below = rt_directives_find (directives, "includeSubDomains") != NULL;
  gboolean preload = rt_directives_find (directives, "preload") != NULL;
  g_autofree char *words = rt_span_words (age);

  if (age == 0)
    rt_case_add_on_field (self, field, "security-hsts-off", RT_NOTE_INFO,
                          "RFC 6797, section 6.1.1",
                          _("The host takes back its wish for https (max-age=0)."),
                          _("A browser that knew this host as https only forgets it now."));
  else if (preload && (age < A_YEAR || !below))
    rt_case_add_on_field (self, field, "security-hsts-preload", RT_NOTE_WARNING,
                          "RFC 6797, section 6.1",
                          _("“preload” is asked for, but the preload lists will refuse it."),
                          _("The lists that browsers ship want max-age of a year (31536000) or "
                            "more, and includeSubDomains."));
  else if (age < HALF_A_YEAR)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-short", RT_NOTE_INFO,
                  "RFC 6797, section 11.2",
                  g_strdup_printf (_("Browsers insist on https for only %s."), words),
                  g_strdup (_("Who does not come back within that time can be led to http again. "
                              "A year (31536000 seconds) is common.")));
  else
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts", RT_NOTE_GOOD,
                  "RFC 6797, section 6.1",
                  g_strdup_printf (_("Browsers will use only https here for %s."), words),
                  g_strconcat (below ? _("Subdomains are included: http:// is never tried for any "
                                         "of them.")
                                     : _("For this host alone: subdomains are not included."),
                               preload ? " " : "",
                               preload ? _("The lists that browsers ship may have it (“preload”), "
                                           "so that even the first visit is safe.") : "", NULL));
}

/* A directive twice, or with a value that it must not have (section 6.1). */
static void
check_hsts_form (RtCase    *self,
                 guint      field,
                 GPtrArray *directives)
{
  for (guint i = 0; i < directives->len; i++)
    {
      const RtDirective *directive = g_ptr_array_index (directives, i);
      gboolean is_word = g_ascii_strcasecmp (directive->name, "includeSubDomains") == 0 ||
                         g_ascii_strcasecmp (directive->name, "preload") == 0;
      g_autofree char *quoted = rt_case_quote (directive->text);

      if (rt_directives_find (directives, directive->name) != directive)
        rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-repeated", RT_NOTE_WARNING,
                      "RFC 6797, section 6.1",
                      g_strdup (_("Strict-Transport-Security says something twice.")),
                      g_strdup_printf (_("%s: each directive may stand there once. Browsers do not "
                                         "agree on which one counts, or ignore the "
                                         "field."), quoted));
      else if (is_word && directive->value != NULL)
        rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-value", RT_NOTE_WARNING,
                      "RFC 6797, section 6.1",
                      g_strdup (_("A directive of Strict-Transport-Security has a needless "
                                  "value.")),
                      g_strdup_printf (_("%s: the word alone is what it takes; browsers may pass "
                                         "over it like this."), quoted));
      else
        continue;
      return;
    }
}

static void
check_hsts (RtCase *self,
            int     field)
{
  g_autofree char *value = rt_head_dup_field_value (self->response, field);
  g_autofree char *quoted = rt_case_quote (value);
  g_autoptr(GPtrArray) directives = rt_directives_parse_semicolons (value, -1);
  const RtDirective *age = rt_directives_find (directives, "max-age");
  gint64 seconds = 0;

  /* Without a URL it is not known how it came. */
  if (self->url != NULL && !is_https (self))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-over-http", RT_NOTE_INFO,
                  "RFC 6797, section 8.1",
                  g_strdup (_("Strict-Transport-Security counts for nothing over http.")),
                  g_strdup_printf (_("Browsers ignore %s here: anybody on the way could have added "
                                     "it. It must come over https."), quoted));
  else if (age == NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-no-age", RT_NOTE_FAULT,
                  "RFC 6797, section 6.1.1",
                  g_strdup (_("Strict-Transport-Security lacks max-age, so it is ignored.")),
                  g_strdup_printf (_("%s: max-age is required."), quoted));
  else if (!rt_directive_get_seconds (age, &seconds))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-hsts-bad-age", RT_NOTE_FAULT,
                  "RFC 6797, section 6.1.1",
                  g_strdup (_("max-age of Strict-Transport-Security is not a number.")),
                  g_strdup_printf (_("%s: browsers ignore the whole field."), quoted));
  else
    {
      check_hsts_age (self, field, directives, seconds);
      check_hsts_form (self, field, directives);
    }
}

/* Fields with one word out of a few. */

typedef struct
{
  const char *name;
  const char *id;
  const char *section;
  const char *words[12]; /* without case; NULL ends */
} OneWord;

static const OneWord one_word[] = {
  { "X-Frame-Options", "security-frame-options", "RFC 7034, section 2.1",
    { "DENY", "SAMEORIGIN" } },
  { "Cross-Origin-Opener-Policy", "security-opener-policy", "HTML standard, section 7.1.3",
    { "unsafe-none", "same-origin-allow-popups", "same-origin", "noopener-allow-popups" } },
  { "Cross-Origin-Embedder-Policy", "security-embedder-policy", "HTML standard, section 7.1.4",
    { "unsafe-none", "require-corp", "credentialless" } },
  { "Cross-Origin-Resource-Policy", "security-resource-policy", "Fetch standard",
    { "same-origin", "same-site", "cross-origin" } },
  { "Referrer-Policy", "security-referrer-policy", "Referrer Policy, section 3",
    { "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
      "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url" } },
};

static gboolean
is_one_of (const char        *word,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Referrer-Policy is a list of which the last known one counts. */
static gboolean
has_known_word (const OneWord *rule,
                const char    *value)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);

      if (is_one_of (member->name, rule->words))
        return TRUE;
    }

  return FALSE;
}

static void
check_one_word (RtCase        *self,
                const OneWord *rule)
{
  int field = rt_case_find_response (self, rule->name);
  g_autofree char *value = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *known = NULL;

  if (field < 0)
    return;

  value = rt_head_dup_field_value (self->response, field);
  if (has_known_word (rule, value))
    return;

  quoted = rt_case_quote (value);
  known = g_strjoinv (", ", (char **) rule->words);
  rt_case_take (self, RT_NOTE_ON_FIELD, field, rule->id, RT_NOTE_WARNING, rule->section,
                g_strdup_printf (_("%s says nothing that browsers know."), rule->name),
                g_strdup_printf (_("%s is ignored. Known are: %s."), quoted, known));
}

/* The last word that is known counts. */
static void
check_referrer (RtCase *self)
{
  int field = rt_case_find_response (self, "Referrer-Policy");
  g_autofree char *value = rt_case_dup_response (self, "Referrer-Policy");
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);
  const OneWord *rule = &one_word[G_N_ELEMENTS (one_word) - 1];
  const char *last = NULL;

  for (guint i = 0; i < members->len; i++)
    if (is_one_of (((RtDirective *) g_ptr_array_index (members, i))->name, rule->words))
      last = ((RtDirective *) g_ptr_array_index (members, i))->name;
  if (last == NULL || g_ascii_strcasecmp (last, "unsafe-url") != 0)
    return;

  rt_case_add_on_field (self, field, "security-referrer-unsafe", RT_NOTE_WARNING,
                        "Referrer Policy, section 3.8",
                        _("Every site that is linked to learns the whole URL of this page."),
                        _("“unsafe-url” sends path and query as Referer to every site, also over "
                          "http. “strict-origin-when-cross-origin” is what browsers do by "
                          "themselves."));
}

/* What browsers have given up. */

static const struct
{
  const char *name;
  const char *section;
  const char *instead; /* translated when used */
} given_up[] = {
  { "X-XSS-Protection", "CSP3, section 1",
    N_("It had faults of its own. A Content-Security-Policy does it now.") },
  { "Public-Key-Pins", "RFC 7469, section 2",
    N_("It locked out too many sites. Nothing takes its place.") },
  { "Public-Key-Pins-Report-Only", "RFC 7469, section 2",
    N_("It was given up together with Public-Key-Pins.") },
  { "Expect-CT", "RFC 9163, section 2",
    N_("Certificate transparency is always asked for now.") },
  { "Feature-Policy", "Permissions Policy",
    N_("Permissions-Policy is its name now, in another form.") },
  { "X-Content-Security-Policy", "CSP3, section 3.1",
    N_("Content-Security-Policy is its name.") },
  { "X-WebKit-CSP", "CSP3, section 3.1",
    N_("Content-Security-Policy is its name.") },
  { "P3P", "P3P 1.0",
    N_("No browser has read it for years.") },
};

static void
check_given_up (RtCase *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (given_up); i++)
    {
      int field = rt_case_find_response (self, given_up[i].name);

      if (field >= 0)
        rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-given-up", RT_NOTE_INFO,
                      given_up[i].section,
                      g_strdup_printf (_("%s does nothing in today’s browsers."), given_up[i].name),
                      g_strdup (_(given_up[i].instead)));
    }
}

/* The first word that is none; NULL when all are known. */
static char *
find_unknown_kind (GPtrArray *kinds)
{
  static const char *const words[] = { "\"cache\"", "\"clientHints\"", "\"cookies\"",
                                       "\"executionContexts\"", "\"prefetchCache\"",
                                       "\"prerenderCache\"", "\"storage\"", "\"*\"", NULL };

  for (guint i = 0; i < kinds->len; i++)
    {
      const RtDirective *kind = g_ptr_array_index (kinds, i);

      if (!g_strv_contains (words, kind->text))
        return rt_case_quote (kind->text);
    }

  return NULL;
}

static void
check_clear_site_data (RtCase *self)
{
  int field = rt_case_find_response (self, "Clear-Site-Data");
  g_autofree char *value = rt_case_dup_response (self, "Clear-Site-Data");
  g_autoptr(GPtrArray) kinds = rt_directives_parse (value, -1);
  g_autofree char *unknown = find_unknown_kind (kinds);
  g_autofree char *quoted = NULL;

  if (field < 0)
    return;

  quoted = rt_case_quote (value);
  if (kinds->len == 0)
    rt_case_add_on_field (self, field, "security-clear-empty", RT_NOTE_WARNING,
                          "Clear Site Data, section 3.1",
                          _("Clear-Site-Data does not say what is to be forgotten."),
                          _("It is empty. It lists what to forget, each in quotation marks, as in "
                            "\"cookies\", \"storage\"."));
  else if (strchr (value, '"') == NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-clear-unquoted", RT_NOTE_FAULT,
                  "Clear Site Data, section 3.1",
                  g_strdup (_("Clear-Site-Data without quotation marks is ignored.")),
                  g_strdup_printf (_("%s: each kind stands in quotation marks, as in "
                                     "\"cookies\", \"storage\"."), quoted));
  else if (unknown != NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-clear-unknown", RT_NOTE_WARNING,
                  "Clear Site Data, section 3.1",
                  g_strdup (_("Clear-Site-Data names something that browsers do not know.")),
                  g_strdup_printf (_("%s is passed over. Known are: \"cache\", \"cookies\", "
                                     "\"storage\", \"executionContexts\" and \"*\"."), unknown));
  else
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-clear", RT_NOTE_INFO,
                  "Clear Site Data, section 3.1",
                  g_strdup (_("The site asks browsers to forget what they keep of it.")),
                  g_strdup_printf (_("What is to be forgotten: %s. It is heeded over https only."),
                                   quoted));
}

void
rt_explain_security (RtCase *self)
{
  int hsts = rt_case_find_response (self, "Strict-Transport-Security");

  if (self->response == NULL)
    return;

  if (hsts >= 0)
    check_hsts (self, hsts);
  for (guint i = 0; i < G_N_ELEMENTS (one_word); i++)
    check_one_word (self, &one_word[i]);
  check_referrer (self);
  check_clear_site_data (self);
  check_given_up (self);
}
