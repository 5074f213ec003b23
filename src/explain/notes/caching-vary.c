/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "caching": Vary, and what it costs (RFC 9111 section 4.1, RFC 9110
 * section 12.5.5).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "caching-private.h"
#include "directives.h"
#include "grammar.h"
#include "saying.h"

#define SECTION "RFC 9110, section 12.5.5"

/* So many make it unlikely that two requests agree in all. */
#define MANY 5

static GPtrArray *
read_names (const RtCase *self)
{
  g_autofree char *vary = rt_case_dup_response (self, "Vary");

  return rt_directives_parse (vary, -1);
}

static void
explain_malformed (RtCase    *self,
                   GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const RtDirective *name = g_ptr_array_index (names, i);
      g_autofree char *quoted = NULL;

      if (rt_grammar_is_token (name->text, -1))
        continue;

      quoted = rt_case_quote (name->text);
      rt_say_response (self, "Vary", "caching-vary-malformed", RT_NOTE_WARNING, SECTION,
                       _("Vary has something that is no field name."),
                       _("%s cannot be the name of a field. Vary lists names of request fields, "
                         "parted by commas. A cache may treat this as “*” and never use its "
                         "copy."), quoted);
      return;
    }
}

static void
explain_repeated (RtCase    *self,
                  GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const RtDirective *name = g_ptr_array_index (names, i);
      g_autofree char *quoted = NULL;

      if (rt_directives_find (names, name->name) == name)
        continue;

      quoted = rt_case_quote (name->name);
      rt_say_response (self, "Vary", "caching-vary-repeated", RT_NOTE_INFO, SECTION,
                       _("Vary names a field twice."),
                       _("%s stands there more than once, probably set by two parts of the server. "
                         "It does no harm."), quoted);
      return;
    }
}

static void
explain_host (RtCase    *self,
              GPtrArray *names)
{
  if (rt_directives_find (names, "Host") != NULL)
    rt_say_response (self, "Vary", "caching-vary-host", RT_NOTE_INFO, SECTION,
                     _("Vary need not name Host."),
                     _("The host is part of the URL, by which caches tell responses apart "
                       "anyway."));
  if (rt_directives_find (names, "Negotiate") != NULL)
    rt_say_response (self, "Vary", "caching-vary-negotiate", RT_NOTE_INFO, "RFC 2295, section 8.1",
                     _("Vary names Negotiate, which hardly anything understands."),
                     _("It belongs to transparent content negotiation, an experiment of 1998."));
}

/* Fields of which nearly everybody has a value of their own. */
static void
explain_cost (RtCase    *self,
              GPtrArray *names)
{
  static const char *const costly[] = {
    "User-Agent", "Cookie", "Referer", "Authorization",
  };

  for (guint i = 0; i < G_N_ELEMENTS (costly); i++)
    if (rt_directives_find (names, costly[i]) != NULL)
      {
        rt_say_response (self, "Vary", "caching-vary-costly", RT_NOTE_INFO, SECTION,
                         _("Hardly two visitors can share a stored copy."),
                         _("Vary names “%s”, which has nearly as many values as there are "
                           "visitors. A shared cache keeps a copy for each of them and seldom "
                           "finds one that fits."), costly[i]);
        return;
      }
  if (names->len >= MANY)
    rt_say_response (self, "Vary", "caching-vary-many", RT_NOTE_INFO, SECTION,
                     _("Vary names many fields: a cache seldom finds a copy that fits."),
                     _("A stored copy is used only when all %u fields agree with those of the "
                       "request that it was stored for."), names->len);
}

static char *
describe (const RtCase *self,
          GPtrArray    *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < 6; i++)
    {
      const RtDirective *name = g_ptr_array_index (names, i);
      g_autofree char *sent = rt_case_dup_request (self, name->name);
      g_autofree char *quoted = sent != NULL ? rt_case_quote (sent) : NULL;

      g_string_append (out, i > 0 ? "; " : "");
      if (quoted != NULL)
        g_string_append_printf (out, "%s: %s", name->name, quoted);
      else
        /* Translators: a field name that the request did not have */
        g_string_append_printf (out, _("%s: not sent"), name->name);
    }

  return g_string_free (out, FALSE);
}

void
rt_caching_explain_vary (RtCase *self)
{
  g_autoptr(GPtrArray) names = read_names (self);
  g_autofree char *sent = NULL;

  if (names->len == 0)
    return;
  if (rt_directives_find (names, "*") != NULL)
    {
      rt_say_response (self, "Vary", "caching-vary-star", RT_NOTE_WARNING, SECTION,
                       _("“Vary: *” makes every stored copy useless."),
                       _("It says that the response depends on more than the request's fields. A "
                         "cache can never know that a copy fits, and has to ask each time. When "
                         "that is meant, “Cache-Control: no-store” says it plainly."));
      return;
    }

  if (self->request == NULL)
    {
      rt_say_response (self, "Vary", "caching-vary", RT_NOTE_INFO, "RFC 9111, section 4.1",
                       _("A copy fits only requests that agree in what Vary names."),
                       _("A cache uses a stored copy only when these fields are the same as in "
                         "the request it was stored for, which is not known here."));
      return;
    }
  sent = describe (self, names);
  rt_say_response (self, "Vary", "caching-vary", RT_NOTE_INFO, "RFC 9111, section 4.1",
                   _("A copy fits only requests that agree in what Vary names."),
                   _("A cache uses a stored copy only when these fields are the same as in the "
                     "request it was stored for. Yours had: %s."), sent);
  explain_malformed (self, names);
  explain_repeated (self, names);
  explain_host (self, names);
  explain_cost (self, names);
}
