/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The request itself: fields that have no effect in it, content that has no
 * meaning, a target that is too long for some. Only what went out is judged.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "saying.h"
#include "tell.h"
#include "topics.h"

/* Bytes of a URL that every recipient should take (RFC 9110 section 4.1). */
#define LONG_URL 8000

/* Fields whose meaning is in responses. */
static void
check_sides (RtCase *self)
{
  for (guint i = 0; i < rt_head_get_n_fields (self->request); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (self->request, i);
      RtEntry *entry = rt_catalogue_find_field (self->catalogue, name);
      const char *section = entry != NULL ? rt_entry_get_specification (entry) : "";

      if (entry == NULL || g_strcmp0 (rt_entry_get_fact (entry, "direction"), "response") != 0)
        continue;
      rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, i, "request-field-of-responses", RT_NOTE_INFO,
                    *section != '\0' ? section : "RFC 9110, section 5.1",
                    g_strdup_printf (_("%.40s has a meaning in responses only."),
                                     rt_entry_get_name (entry)),
                    g_strdup_printf (_("In a response: %s In a request servers pass over it."),
                                     rt_entry_get_summary (entry)));
    }
}

static void
check_expect (RtCase *self)
{
  g_autofree char *quoted = rt_case_quote_request (self, "Expect");

  if (quoted != NULL && !rt_head_has_token (self->request, "Expect", "100-continue"))
    rt_say_request (self, "Expect", "request-expect-unknown", RT_NOTE_INFO,
                    "RFC 9110, section 10.1.1", _("You expect something that HTTP does not know."),
                    _("Expect is %s. Only “100-continue” is defined; a server passes over "
                      "anything else, or answers 417."), quoted);
}

static void
check_max_forwards (RtCase *self)
{
  if (rt_case_find_request (self, "Max-Forwards") >= 0 && !rt_case_is_method (self, "TRACE") &&
      !rt_case_is_method (self, "OPTIONS"))
    rt_say_request (self, "Max-Forwards", "request-max-forwards", RT_NOTE_INFO,
                    "RFC 9110, section 7.6.2",
                    _("Max-Forwards counts only with TRACE and OPTIONS."),
                    _("It limits how many proxies pass the request on, so that one can see each "
                      "of them. With %s it is passed over."), rt_case_peek_method (self));
}

/* RFC 9110 section 10.1.3. */
static void
check_referer (RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "Referer");
  g_autoptr(RtUrl) from = NULL;
  g_autofree char *quoted = NULL;

  if (value == NULL || self->url == NULL || g_ascii_strncasecmp (value, "https://", 8) != 0)
    return;

  from = rt_url_parse (value, NULL);
  quoted = rt_case_quote (value);
  if (g_str_equal (rt_url_get_scheme (self->url), "http"))
    rt_say_request (self, "Referer", "request-referer-in-clear", RT_NOTE_WARNING,
                    "RFC 9110, section 10.1.3",
                    _("Referer tells in clear which https page the link stood on."),
                    _("It is %s, and this request went over http. A browser leaves the field out "
                      "then; it must not be sent."), quoted);
  else if (from != NULL && !rt_url_same_origin (from, self->url))
    rt_say_request (self, "Referer", "request-referer-elsewhere", RT_NOTE_INFO,
                    "RFC 9110, section 10.1.3",
                    _("Referer tells another host where the link stood."),
                    _("It is %s. Unless the page's Referrer-Policy allows more, a browser sends "
                      "no more than its origin to other hosts."), quoted);
}

static void
check_content (RtCase *self)
{
  RtEntry *method = rt_catalogue_find_method (self->catalogue, self->method);
  const char *content = method != NULL ? rt_entry_get_fact (method, "content") : NULL;

  if (self->sizes.request_content == 0 || content == NULL || g_str_equal (content, "yes"))
    return;

  if (g_str_equal (content, "no"))
    rt_say (self, RT_NOTE_ON_REQUEST, "request-content-forbidden", RT_NOTE_WARNING,
            rt_entry_get_specification (method),
            _("This method must have no content, and the request had some."),
            _("%s was sent with content. Servers refuse that, or take the content for the next "
              "request."), self->method);
  else
    rt_say (self, RT_NOTE_ON_REQUEST, "request-content-unusual", RT_NOTE_INFO,
            rt_entry_get_specification (method),
            _("Content has no meaning with this method."),
            _("%s was sent with content. Many servers and proxies drop it or refuse the request; "
              "what a question needs belongs in the URL, or to POST or QUERY."), self->method);
}

static void
check_url (RtCase *self)
{
  gsize length = self->url != NULL ? strlen (rt_url_get_text (self->url)) : 0;
  g_autofree char *count = rt_format_count (length);

  if (length > LONG_URL && !rt_case_has_note (self, "status-414"))
    rt_say (self, RT_NOTE_ON_REQUEST, "request-url-long", RT_NOTE_WARNING,
            "RFC 9110, section 4.1", _("The URL is longer than some servers and proxies take."),
            _("It has %s characters. Everybody should take 8,000; above that some answer 414, and "
              "some cut it."), count);
}

static void
check_agent (RtCase *self)
{
  if (rt_case_find_request (self, "User-Agent") < 0 && (self->status == 400 || self->status == 403))
    rt_say (self, RT_NOTE_ON_REQUEST, "request-without-agent", RT_NOTE_INFO,
            "RFC 9110, section 10.1.5", _("The request did not say who asks."),
            _("It had no User-Agent. Some servers refuse such requests with 400 or 403: worth a "
              "try with one."));
}

void
rt_explain_request (RtCase *self)
{
  if (self->request == NULL)
    return;

  check_sides (self);
  check_expect (self);
  check_max_forwards (self);
  check_referer (self);
  check_content (self);
  check_url (self);
  check_agent (self);
}
