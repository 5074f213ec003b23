/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Successes against their requests: 201, 202, 203, 204, 205, 207 and 226, and
 * content where there can be none. Ranges have a file of their own. */

#include "config.h"

#include "topics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "saying.h"
#include "tell.h"

static gboolean
is_safe (const RtCase *self)
{
  static const char *const methods[] = { "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT",
                                         "SEARCH", "QUERY", NULL };

  return g_strv_contains (methods, self->method);
}

static void
explain_created (RtCase *self)
{
  g_autofree char *location = rt_case_quote_response (self, "Location");

  if (self->request != NULL && is_safe (self))
    rt_case_tell (self, "status-201-safe-method", RT_NOTE_WARNING,
                  _("A method that only asks has created something."),
                  _("%s is safe: caches, crawlers and previews send it without anybody having "
                    "asked for a change. What creates should answer to POST or "
                    "PUT."), self->method);
  if (location != NULL)
    rt_say_response (self, "Location", "status-201-location", RT_NOTE_GOOD,
                     "RFC 9110, section 15.3.2",
                     _("Location says where the new resource is."),
                     _("It is at %s. A client keeps this address; it is not followed by itself, "
                       "as it would be with a 3xx."), location);
  else if (rt_case_is_method (self, "POST"))
    rt_case_tell (self, "status-201-without-location", RT_NOTE_WARNING,
                  _("Something was created, and nothing says where it is."),
                  _("Without Location the new resource is the one that the request went to. For "
                    "POST that is hardly ever meant: the address then stands in the content, or "
                    "the server has forgotten it."));
}

/* Where to ask how the work goes. */
static char *
find_monitor (const RtCase *self)
{
  static const char *const names[] = { "Location", "Operation-Location", "Azure-AsyncOperation",
                                       "Content-Location" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = rt_case_quote_response (self, names[i]);

      if (value != NULL)
        return g_strdup_printf ("%s %s", names[i], value);
    }

  return NULL;
}

static void
explain_accepted (RtCase *self)
{
  g_autofree char *monitor = find_monitor (self);

  if (monitor != NULL)
    rt_case_tell (self, "status-202-monitor", RT_NOTE_GOOD,
                  _("The work goes on, and the response says where to watch it."),
                  _("The request was taken in and is not finished. Ask again at %s. There is no "
                    "later response to this request: how the work ends has to be asked "
                    "for."), monitor);
  else
    rt_case_tell (self, "status-202-without-monitor", RT_NOTE_INFO,
                  _("The work is not finished, and no field says where to watch it."),
                  _("There is no later response to this request. Look in the content for an "
                    "address or a number of the job."));
}

static void
explain_transformed (RtCase *self)
{
  g_autofree char *via = rt_case_quote_response (self, "Via");

  if (via != NULL)
    rt_say_response (self, "Via", "status-203-via", RT_NOTE_INFO, "RFC 9110, section 15.3.4",
                     _("A proxy on the way has changed this response, and says so."),
                     _("Via names who was on the way: %s. What the origin server said with its 200 "
                       "was something else in its fields or its content."), via);
  else
    rt_case_tell (self, "status-203-without-via", RT_NOTE_INFO,
                  _("203 says that a proxy changed the response; no Via names one."),
                  _("A proxy that changes content has to add itself to Via. Without it, the server "
                    "itself has probably chosen this number, which then means little."));
}

/* Bytes where the message has to end with its head (RFC 9112 section 6.3). */
static void
explain_bytes (RtCase     *self,
               const char *id,
               const char *sentence)
{
  if (rt_case_has_content (self))
    rt_case_tell (self, id, RT_NOTE_FAULT, sentence,
                  _("After the header section nothing may follow here, whatever Content-Length "
                    "says. These bytes are read as the start of the next response on the "
                    "connection, which breaks it. The cause is mostly a handler that prints "
                    "something in any case."));
}

static void
explain_no_content (RtCase *self)
{
  g_autofree char *length = rt_case_dup_response (self, "Content-Length");

  explain_bytes (self, "status-204-content", _("204 has no content, and yet bytes came after it."));
  if (rt_case_find_response (self, "Transfer-Encoding") >= 0
      || (length != NULL && !g_str_equal (length, "0")))
    rt_case_tell (self, "status-204-length", RT_NOTE_WARNING,
                  _("204 has no content, and yet a field gives its length."),
                  _("Neither Content-Length nor Transfer-Encoding may stand in a 204. A client "
                    "that believes them waits for content that never comes."));
}

static void
explain_reset (RtCase *self)
{
  if (rt_case_has_content (self))
    rt_case_tell (self, "status-205-content", RT_NOTE_WARNING,
                  _("205 must have no content, and this one has some."),
                  _("205 tells the client to clear the form. Anything that should be shown "
                    "belongs to a 200."));
}

static void
explain_multi (RtCase *self)
{
  g_autofree char *type = rt_case_dup_response (self, "Content-Type");
  g_autofree char *quoted = type != NULL ? rt_case_quote (type) : g_strdup (_("not given"));

  if (type != NULL && strstr (type, "xml") != NULL)
    rt_case_tell (self, "status-207-inside", RT_NOTE_INFO,
                  _("207 is no success by itself: look at each status in the content."),
                  _("The XML has a response element for each item, with a status of its own. "
                    "Some of them may be errors."));
  else
    rt_case_tell (self, "status-207-without-xml", RT_NOTE_INFO,
                  _("207 comes from WebDAV and brings XML; this content is something else."),
                  _("The media type is %s. Some APIs use the number for a list of results in a "
                    "form of their own: each result has its own status in it."), quoted);
}

static void
explain_delta (RtCase *self)
{
  g_autofree char *manipulation = rt_case_quote_response (self, "IM");

  if (self->request == NULL)
    return;
  if (rt_case_find_request (self, "A-IM") < 0)
    rt_case_tell (self, "status-226-not-asked", RT_NOTE_WARNING,
                  _("The content is a delta that the request did not ask for."),
                  _("226 answers a GET with A-IM, which names the forms of difference that the "
                    "client can apply. The request had none, so it cannot make sense of the "
                    "content."));
  else
    rt_case_tell (self, "status-226-applied", RT_NOTE_INFO,
                  _("The content is a difference to an older copy, and not the resource."),
                  _("IM says how it was made: %s. It has to be applied to the copy that the "
                    "request named."), manipulation != NULL ? manipulation : _("it is missing"));
}

/* OPTIONS: what the server says is possible (RFC 9110 section 9.3.7). */
static void
explain_options (RtCase *self)
{
  g_autofree char *allow = rt_case_quote_response (self, "Allow");

  if (allow == NULL || !rt_case_is_method (self, "OPTIONS"))
    return;
  rt_say_response (self, "Allow", "status-options-allow", RT_NOTE_GOOD,
                   "RFC 9110, section 10.2.1",
                   _("Allow lists the methods that this resource takes."),
                   _("The server says %s. Who may use them is another question: a listed method "
                     "can still be refused with 401 or 403."), allow);
}

/* Bytes after the head of an answer to HEAD. */
static void
explain_head (RtCase *self)
{
  if (rt_case_is_method (self, "HEAD"))
    explain_bytes (self, "status-head-content",
                   _("HEAD asks for no content, and yet bytes came after the head."));
}

void
rt_explain_success (RtCase *self)
{
  static const struct { int status; void (*explain) (RtCase *self); } table[] = {
    { 201, explain_created },
    { 202, explain_accepted },
    { 203, explain_transformed },
    { 204, explain_no_content },
    { 205, explain_reset },
    { 207, explain_multi },
    { 226, explain_delta },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].status == self->status)
      table[i].explain (self);
  if (self->status / 100 == 2)
    explain_options (self);
  if (self->status > 0)
    explain_head (self);
}
