/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content-Security-Policy (CSP 3): what it lets a page do, and where it is
 * misspelt or hollow.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "reporting.h"
#include "topics.h"

/* CSP3 sections 6.1 to 6.5, and what other documents add. */
static const char *const known[] = {
  "base-uri", "block-all-mixed-content", "child-src", "connect-src", "default-src",
  "fenced-frame-src", "font-src", "form-action", "frame-ancestors", "frame-src", "img-src",
  "manifest-src", "media-src", "navigate-to", "object-src", "plugin-types", "prefetch-src",
  "referrer", "reflected-xss", "report-to", "report-uri", "require-sri-for",
  "require-trusted-types-for", "sandbox", "script-src", "script-src-attr", "script-src-elem",
  "style-src", "style-src-attr", "style-src-elem", "trusted-types",
  "upgrade-insecure-requests", "webrtc", "worker-src", NULL,
};

typedef struct
{
  char  *name;
  char **sources;
} Directive;

static void
directive_free (gpointer data)
{
  Directive *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  g_free (self);
}

/* Words parted by any white space; no empty ones. */
static char **
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);

  return g_strv_builder_end (words);
}

static GPtrArray *
parse (const char *value)
{
  GPtrArray *directives = g_ptr_array_new_with_free_func (directive_free);
  g_auto(GStrv) parts = g_strsplit (value, ";", 500);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) words = split_words (parts[i]);
      Directive *directive;

      if (words[0] == NULL)
        continue;
      directive = g_new0 (Directive, 1);
      directive->name = g_ascii_strdown (words[0], -1);
      directive->sources = g_strdupv (words + 1);
      g_ptr_array_add (directives, directive);
    }

  return directives;
}

static const Directive *
find (GPtrArray  *directives,
      const char *name)
{
  for (guint i = 0; i < directives->len; i++)
    {
      const Directive *directive = g_ptr_array_index (directives, i);

      if (g_str_equal (directive->name, name))
        return directive;
    }

  return NULL;
}

static gboolean
has (const Directive *directive,
     const char      *source)
{
  for (guint i = 0; directive != NULL && directive->sources[i] != NULL; i++)
    if (g_ascii_strcasecmp (directive->sources[i], source) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_scheme (const Directive *directive,
            const char      *scheme)
{
  for (guint i = 0; directive->sources[i] != NULL; i++)
    if (g_ascii_strncasecmp (directive->sources[i], scheme, strlen (scheme)) == 0)
      return TRUE;

  return FALSE;
}

/* A nonce or a hash makes browsers pass over 'unsafe-inline' (CSP3 section 8.2). */
static gboolean
has_nonce_or_hash (const Directive *directive)
{
  for (guint i = 0; directive->sources[i] != NULL; i++)
    if (g_ascii_strncasecmp (directive->sources[i], "'nonce-", 7) == 0 ||
        g_ascii_strncasecmp (directive->sources[i], "'sha", 4) == 0)
      return TRUE;

  return FALSE;
}

static void
check_names (RtCase    *self,
             guint      field,
             GPtrArray *directives)
{
  for (guint i = 0; i < directives->len; i++)
    {
      const Directive *directive = g_ptr_array_index (directives, i);
      g_autofree char *quoted = rt_case_quote (directive->name);

      if (!g_strv_contains (known, directive->name))
        rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-unknown", RT_NOTE_WARNING,
                      "CSP3, section 2.2.1",
                      g_strdup (_("The policy has a directive that no browser knows.")),
                      g_strdup_printf (_("%s is ignored; perhaps it is misspelt, or a semicolon is "
                                         "missing."), quoted));
      else if (find (directives, directive->name) != directive)
        rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-repeated", RT_NOTE_WARNING,
                      "CSP3, section 2.2.1",
                      g_strdup_printf (_("The policy says %s twice; only the first counts."),
                                       directive->name),
                      g_strdup (_("Browsers pass over a directive whose name stood there "
                                  "before.")));
    }
}

/* Its words are sources: hosts, schemes, and what stands in quotes. */
static gboolean
is_source_list (const Directive *directive)
{
  static const char *const others[] = {
    "base-uri", "form-action", "frame-ancestors", "navigate-to", NULL,
  };

  return g_str_has_suffix (directive->name, "-src") ||
         g_str_has_suffix (directive->name, "-src-elem") ||
         g_str_has_suffix (directive->name, "-src-attr") ||
         g_strv_contains (others, directive->name);
}

/* A word that means something in single quotes only (CSP3 section 2.3.1). */
static gboolean
lacks_quotes (const char *source)
{
  static const char *const words[] = {
    "none", "report-sample", "self", "strict-dynamic", "unsafe-eval", "unsafe-hashes",
    "unsafe-inline", "wasm-unsafe-eval",
  };
  static const char *const beginnings[] = { "nonce-", "sha256-", "sha384-", "sha512-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (source, words[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (source, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;

  return FALSE;
}

/* The first one: who forgets the quotes once forgets them everywhere. */
static void
check_quotes (RtCase    *self,
              guint      field,
              GPtrArray *directives)
{
  for (guint i = 0; i < directives->len; i++)
    {
      const Directive *directive = g_ptr_array_index (directives, i);

      for (guint k = 0; is_source_list (directive) && directive->sources[k] != NULL; k++)
        {
          g_autofree char *quoted = rt_case_quote (directive->sources[k]);

          if (!lacks_quotes (directive->sources[k]))
            continue;
          rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-unquoted", RT_NOTE_WARNING,
                        "CSP3, section 2.3.1",
                        g_strdup (_("The policy names a host where a word in quotes is meant.")),
                        g_strdup_printf (_("%s has %s without single quotes, which is the name of "
                                           "a host. Browsers do not guess: the policy does not do "
                                           "what was meant."), directive->name, quoted));
          return;
        }
    }
}

static void
check_scripts (RtCase    *self,
               guint      field,
               GPtrArray *directives)
{
  const Directive *scripts = find (directives, "script-src");
  gboolean strict;

  if (scripts == NULL)
    scripts = find (directives, "default-src");
  if (scripts == NULL)
    return;

  /* Where it stands, hosts and schemes are only for browsers that do not know it. */
  strict = has (scripts, "'strict-dynamic'");
  if (strict && !has_nonce_or_hash (scripts))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-strict-alone", RT_NOTE_WARNING,
                  "CSP3, section 8.2",
                  g_strdup (_("The policy lets no script of the page run.")),
                  g_strdup_printf (_("%s has 'strict-dynamic', which passes over hosts, schemes "
                                     "and 'self', but no nonce and no hash, by which the first "
                                     "script could be let in."), scripts->name));
  if (!strict && (has (scripts, "*") || has (scripts, "https:") || has (scripts, "http:")))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-any-script", RT_NOTE_WARNING,
                  "CSP3, section 6.1.10",
                  g_strdup (_("The policy lets scripts come from every host.")),
                  g_strdup_printf (_("%s names a whole scheme or “*”. A policy protects when it "
                                     "names the hosts, or nonces."), scripts->name));
  if (!strict && has (scripts, "'unsafe-inline'") && !has_nonce_or_hash (scripts))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-unsafe-inline", RT_NOTE_INFO,
                  "CSP3, section 8.2",
                  g_strdup (_("The policy lets scripts stand in the page itself.")),
                  g_strdup_printf (_("%s has 'unsafe-inline': a script that somebody slips into "
                                     "the page runs too. A nonce or a hash lets only the page’s "
                                     "own scripts run."),
                                   scripts->name));
  if (has (scripts, "'unsafe-eval'"))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-unsafe-eval", RT_NOTE_INFO,
                  "CSP3, section 6.1.10",
                  g_strdup (_("The policy lets scripts make code out of text.")),
                  g_strdup_printf (_("%s has 'unsafe-eval', which some libraries need."),
                                   scripts->name));
}

static void
check_reports (RtCase    *self,
               guint      field,
               GPtrArray *directives)
{
  const Directive *to = find (directives, "report-to");
  g_autofree char *quoted =
    rt_case_quote (to != NULL && to->sources[0] != NULL ? to->sources[0] : "");

  if (to != NULL && (to->sources[0] == NULL || !rt_reporting_has_endpoint (self, to->sources[0])))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-report-to-nowhere", RT_NOTE_WARNING,
                  "CSP3, section 6.5.2",
                  g_strdup (_("The policy reports to a name that this response does not explain.")),
                  g_strdup_printf (_("report-to names %s, an endpoint that Reporting-Endpoints "
                                     "must declare, and it does not: no report is sent."), quoted));
  else if (to == NULL && find (directives, "report-uri") != NULL)
    rt_case_add_on_field (self, field, "csp-report-uri", RT_NOTE_INFO, "CSP3, section 6.5.1",
                          _("The policy reports in the old way, with report-uri."),
                          _("It is deprecated, and still the one that all browsers know. "
                            "report-to, with Reporting-Endpoints, takes its place where both are "
                            "there."));
}

/* What comes over http can be changed on the way, scripts too. A scheme alone
 * or a host with one; pages that are themselves over http lose nothing. */
static void
check_clear (RtCase    *self,
             guint      field,
             GPtrArray *directives)
{
  g_autoptr(GString) names = g_string_new (NULL);

  if (self->url == NULL || !g_str_equal (rt_url_get_scheme (self->url), "https"))
    return;

  for (guint i = 0; i < directives->len; i++)
    {
      const Directive *directive = g_ptr_array_index (directives, i);

      if (!g_str_has_prefix (directive->name, "report-") && has_scheme (directive, "http:"))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", directive->name);
    }
  if (names->len == 0)
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-clear", RT_NOTE_INFO, "CSP3, section 2.3.1",
                g_strdup (_("The policy names sources over http, which anybody can change.")),
                g_strdup_printf (_("In %s. Browsers try https for most of them, and block what "
                                   "would come over http; https in the policy says what is meant."),
                                 names->str));
}

/* The first line of what it does, when nothing is wrong with it. */
static void
describe (RtCase    *self,
          guint      field,
          GPtrArray *directives)
{
  const Directive *scripts = find (directives, "script-src");
  g_autofree char *sources = NULL;
  g_autofree char *quoted = NULL;

  if (scripts == NULL)
    scripts = find (directives, "default-src");
  if (scripts == NULL)
    return;

  sources = g_strjoinv (" ", scripts->sources);
  quoted = rt_case_quote (scripts->sources[0] == NULL ? "'none'" : sources);
  rt_case_take (self, RT_NOTE_ON_FIELD, field, "csp-scripts", RT_NOTE_GOOD,
                "CSP3, section 6.1.10",
                g_strdup (scripts->sources[0] == NULL || has (scripts, "'none'")
                            ? _("The policy lets no script run.")
                            : _("The policy says where scripts may come from.")),
                g_strdup_printf ("%s: %s", scripts->name, quoted));
}

static void
check_policy (RtCase *self,
              guint   field)
{
  g_autofree char *value = rt_head_dup_field_value (self->response, field);
  g_autoptr(GPtrArray) directives = parse (value);
  guint n = self->notes->len;

  if (directives->len == 0)
    {
      rt_case_add_on_field (self, field, "csp-empty", RT_NOTE_WARNING, "CSP3, section 3.1",
                            _("The content security policy is empty: it protects nothing."),
                            _("Content-Security-Policy has no directive."));
      return;
    }

  check_names (self, field, directives);
  check_quotes (self, field, directives);
  check_scripts (self, field, directives);
  check_clear (self, field, directives);
  check_reports (self, field, directives);
  if (self->notes->len == n)
    describe (self, field, directives);
}

void
rt_explain_csp (RtCase *self)
{
  int field = rt_case_find_response (self, "Content-Security-Policy");

  while (field >= 0)
    {
      check_policy (self, field);
      field = rt_head_find_field (self->response, "Content-Security-Policy", field + 1);
    }
}
