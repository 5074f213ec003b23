/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a response leads: Location there or not, usable or not, where it has a
 * meaning and where not.
 */

#include "config.h"

#include "redirect-topic.h"

#include <glib/gi18n-lib.h>

#define LOCATION_SECTION "RFC 9110, section 10.2.2"

static void
explain_missing (RtCase *self)
{
  g_autofree char *sentence =
    g_strdup_printf (_("The %d says “elsewhere” but not where: no Location."), self->status);

  rt_case_add (self, "redirect-location-missing", RT_NOTE_WARNING, RT_NOTE_ON_STATUS,
               "RFC 9110, section 15.4", sentence,
               _("A redirect should have a Location field with the URL to go to. Without one no "
                 "client can follow; browsers show the content of this response.\n\n"
                 "Its content may have a link for people to choose."));
}

static void
explain_unusable (RtCase                *self,
                  const RtRedirectFacts *facts)
{
  g_autofree char *quoted = rt_case_quote (facts->location);
  g_autofree char *detail = NULL;

  if (facts->state == RT_LOCATION_EMPTY)
    {
      rt_case_add_on_field (self, facts->field, "redirect-location-empty", RT_NOTE_FAULT,
                            LOCATION_SECTION, _("Location is empty."),
                            _("Location is there, but has no value. Read as a relative reference "
                              "an empty one means this same URL, which would be a loop: it is "
                              "taken as missing. The server probably failed to fill it in."));
      return;
    }
  if (facts->state == RT_LOCATION_NOT_HTTP)
    {
      detail = g_strdup_printf (_("Location: %s\n\nIt names something that is not fetched with "
                                  "HTTP: perhaps an app that is to be opened. Only http and "
                                  "https are followed.\n\n%s"), quoted, facts->fault);
      rt_case_add_on_field (self, facts->field, "redirect-location-not-http", RT_NOTE_WARNING,
                            LOCATION_SECTION, _("Location leads out of HTTP: not followed."),
                            detail);
      return;
    }
  detail = g_strdup_printf (_("Location: %s\n\n%s"), quoted,
                            facts->fault != NULL ? facts->fault
                                                 : _("It contains a NUL byte: nobody can say "
                                                     "where it leads."));
  rt_case_add_on_field (self, facts->field, "redirect-location-invalid", RT_NOTE_FAULT,
                        LOCATION_SECTION, _("Location is not a URL that can be followed."), detail);
}

static char *
list_locations (RtCase *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  int index = -1;

  for (guint n = 0; n < 4 &&
       (index = rt_head_find_field (self->response, "Location", index + 1)) >= 0; n++)
    {
      g_autofree char *value = rt_head_dup_field_value (self->response, index);
      g_autofree char *quoted = rt_case_quote (value);

      g_string_append_printf (text, "%sLocation: %s", n > 0 ? "\n" : "", quoted);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
explain_repeated (RtCase                *self,
                  const RtRedirectFacts *facts)
{
  g_autofree char *values = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  if (facts->n_locations < 2)
    return;
  values = list_locations (self);
  if (facts->all_alike)
    {
      detail = g_strdup_printf (_("%s\n\nOnly one is allowed. As they are the same, clients "
                                  "agree where it leads."), values);
      rt_case_add_on_field (self, facts->field, "redirect-location-repeated", RT_NOTE_WARNING,
                            "RFC 9110, section 5.3", _("Location stands there more than once."),
                            detail);
      return;
    }
  sentence = g_strdup_printf (_("%u Locations that differ: clients go different ways."),
                              facts->n_locations);
  detail = g_strdup_printf (_("%s\n\nOnly one is allowed. Here the first one counts; libsoup "
                              "takes the last, and some clients refuse the response."), values);
  rt_case_add_on_field (self, facts->field, "redirect-location-conflicting", RT_NOTE_FAULT,
                        "RFC 9110, section 5.3", sentence, detail);
}

static void
explain_fragment (RtCase                *self,
                  const RtRedirectFacts *facts)
{
  const char *before = self->url != NULL ? rt_url_get_fragment (self->url) : NULL;
  const char *after = facts->target != NULL ? rt_url_get_fragment (facts->target) : NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autofree char *detail = NULL;

  if (before == NULL || *before == '\0' || facts->target == NULL)
    return;
  was = rt_case_quote (before);
  if (!facts->has_fragment)
    {
      detail = g_strdup_printf (_("Location has no fragment of its own, so that %s goes along to "
                                  "the new URL. Fragments are never sent: a server does not see "
                                  "them."), was);
      rt_case_add_on_field (self, facts->field, "redirect-fragment-inherited", RT_NOTE_INFO,
                            LOCATION_SECTION, _("The fragment goes along to the new URL."), detail);
      return;
    }
  if (g_strcmp0 (before, after) == 0)
    return;
  is = rt_case_quote (after != NULL ? after : "");
  detail = g_strdup_printf (_("The fragment asked for was %s. Location has its own, %s, which "
                              "takes its place."), was, is);
  rt_case_add_on_field (self, facts->field, "redirect-fragment-lost", RT_NOTE_INFO,
                        LOCATION_SECTION, _("The fragment is lost: Location has its own."), detail);
}

static void
explain_old_proxy_codes (RtCase *self)
{
  if (self->status == 305)
    rt_case_add (self, "redirect-use-proxy", RT_NOTE_WARNING, RT_NOTE_ON_STATUS,
                 "RFC 9110, section 15.4.6", _("305 is deprecated: nobody follows it."),
                 _("It once told the client to ask again through the proxy in Location. As any "
                   "server on the way could so send traffic wherever it liked, it is not obeyed "
                   "any more. A proxy is configured in the client."));
  else
    rt_case_add (self, "redirect-unused-code", RT_NOTE_WARNING, RT_NOTE_ON_STATUS,
                 "RFC 9110, section 15.4.7", _("306 is not used any more and has no meaning."),
                 _("It stood in a draft only, and the number is reserved. Clients treat it as a "
                   "3xx that they do not know, and follow nothing."));
}

static void
explain_without_meaning (RtCase                *self,
                         const RtRedirectFacts *facts)
{
  g_autofree char *quoted = rt_case_quote (facts->location);
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  if (self->status >= 300 && self->status < 400)
    {
      sentence = g_strdup_printf (_("Location is not followed on a %d."), self->status);
      detail = g_strdup_printf (_("Location: %s\n\nOnly 301, 302, 303, 307 and 308 redirect. A "
                                  "client may treat an unknown 3xx as a 300, which is not followed "
                                  "by itself. Some clients, such as curl -L, follow it all the "
                                  "same."), quoted);
    }
  else
    {
      sentence = g_strdup_printf (_("Location has no meaning on a %d: nothing follows it."),
                                  self->status);
      detail = g_strdup_printf (_("Location: %s\n\nIt has a meaning on 201 (what was made), 202 "
                                  "(where to ask how it goes) and 3xx (where to go). If a redirect "
                                  "was meant, the status is the wrong one; if it is the address of "
                                  "this content, the field is Content-Location."), quoted);
    }
  rt_case_add_on_field (self, facts->field, "redirect-location-without-meaning", RT_NOTE_WARNING,
                        LOCATION_SECTION, sentence, detail);
}

static gboolean
gives_meaning (int status)
{
  return status == 201 || status == 202 || status == 300 || status == 305 || status == 306;
}

void
rt_redirect_explain_location (RtCase                *self,
                              const RtRedirectFacts *facts)
{
  if (self->status == 305 || self->status == 306)
    explain_old_proxy_codes (self);
  if (!facts->is_redirect)
    {
      if (facts->field >= 0 && !gives_meaning (self->status))
        explain_without_meaning (self, facts);
      return;
    }

  if (facts->state == RT_LOCATION_NONE)
    explain_missing (self);
  else if (facts->state != RT_LOCATION_USABLE)
    explain_unusable (self, facts);
  explain_repeated (self, facts);
  explain_fragment (self, facts);
}
