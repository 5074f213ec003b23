/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Forms against the status: 406, what the client wants back, and 415, what it
 * has sent. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "media-type.h"
#include "saying.h"
#include "tell.h"

static void
explain_not_acceptable (RtCase *self)
{
  static const char *const names[] = { "Accept", "Accept-Language", "Accept-Encoding",
                                       "Accept-Charset", NULL };
  const char *name = rt_case_first_sent (self, names);
  g_autofree char *sent = name != NULL ? rt_case_quote_request (self, name) : NULL;

  if (name == NULL)
    rt_case_tell (self, "status-406-without-accept", RT_NOTE_WARNING,
                  _("No form is acceptable, and yet the request accepted any."),
                  _("It had none of Accept, Accept-Language and Accept-Encoding. Some firewalls "
                    "answer 406 to requests they do not like, whatever those accept."));
  else if (rt_case_has_content (self))
    rt_case_tell (self, "status-406-choose", RT_NOTE_INFO,
                  _("None of the forms that exist is one that the request accepts."),
                  _("The request said %s: %s. The content should list what there is. Adding */* "
                    "with a low q takes anything rather than nothing."), name, sent);
  else
    rt_case_tell (self, "status-406-without-list", RT_NOTE_INFO,
                  _("No form fits what the request accepts, and none is named that would."),
                  _("The request said %s: %s. A 406 should list the forms that exist. Try */*."),
                  name, sent);
}

/* The field in which the server says what it takes. */
static const char *
find_offer (const RtCase *self)
{
  if (rt_case_is_method (self, "PATCH") && rt_case_find_response (self, "Accept-Patch") >= 0)
    return "Accept-Patch";
  if (rt_case_is_method (self, "POST") && rt_case_find_response (self, "Accept-Post") >= 0)
    return "Accept-Post";

  return rt_case_find_response (self, "Accept") >= 0 ? "Accept" : NULL;
}

static gboolean
list_has_type (const char *list,
               const char *type)
{
  g_autoptr(RtMediaType) sent = rt_media_type_parse (type);
  g_auto(GStrv) members = rt_list_split (list);

  for (guint i = 0; sent != NULL && members[i] != NULL; i++)
    {
      g_autoptr(RtMediaType) member = rt_media_type_parse (members[i]);

      if (member != NULL && g_str_equal (rt_media_type_get_essence (member),
                                         rt_media_type_get_essence (sent)))
        return TRUE;
    }

  return FALSE;
}

static void
explain_offer (RtCase     *self,
               const char *name,
               const char *type)
{
  g_autofree char *list = rt_case_dup_response (self, name);
  g_autofree char *listed = rt_case_quote (list);
  g_autofree char *sent = type != NULL ? rt_case_quote (type) : g_strdup (_("not given"));

  if (type != NULL && list_has_type (list, type))
    rt_say_response (self, name, "status-415-contradicts", RT_NOTE_WARNING,
                     "RFC 9110, section 15.5.16",
                     _("The format is refused, and yet it is one that the server lists."),
                     _("Content-Type was %s, and %s lists %s. A parameter such as charset, or a "
                       "compression, may be what it does not take."), sent, name, listed);
  else
    rt_say_response (self, name, "status-415-offer", RT_NOTE_INFO, "RFC 9110, section 15.5.16",
                     _("The server does not take this format, and says which it does."),
                     _("Content-Type was %s. %s lists %s."), sent, name, listed);
}

static void
explain_coding (RtCase *self)
{
  g_autofree char *coding = rt_case_quote_request (self, "Content-Encoding");
  g_autofree char *taken = rt_case_quote_response (self, "Accept-Encoding");

  rt_say_response (self, "Accept-Encoding", "status-415-coding", RT_NOTE_INFO,
                   "RFC 9110, section 12.5.3",
                   _("The compression of what was sent may be what the server does not take."),
                   _("The request had Content-Encoding: %s. What the server takes, by "
                     "Accept-Encoding, is %s. Sending it uncompressed always works."), coding,
                   taken != NULL ? taken : _("not said"));
}

static void
explain_unsupported (RtCase *self)
{
  g_autofree char *type = rt_case_dup_request (self, "Content-Type");
  const char *offer = find_offer (self);

  if (rt_case_get_sent (self) == 0 && type == NULL)
    rt_case_tell (self, "status-415-without-content", RT_NOTE_INFO,
                  _("A format is refused, and the request brought no content."),
                  _("There was neither content nor Content-Type. Some frameworks answer so when "
                    "they expect content: send it, with its type."));
  else if (rt_case_find_request (self, "Content-Encoding") >= 0)
    explain_coding (self);
  else if (offer != NULL)
    explain_offer (self, offer, type);
  else if (type == NULL)
    rt_case_tell (self, "status-415-without-type", RT_NOTE_INFO,
                  _("The request brought content and did not say what it is."),
                  _("There was no Content-Type, and the server does not guess. Add the type of "
                    "what you send, such as application/json."));
  else
    {
      g_autofree char *quoted = rt_case_quote (type);

      rt_case_tell (self, "status-415-without-offer", RT_NOTE_INFO,
                    _("The server does not take this format, and names none that it would."),
                    _("Content-Type was %s. Check its spelling, then look into the documentation: "
                      "application/json, application/x-www-form-urlencoded and multipart/form-data "
                      "are the usual ones."), quoted);
    }
}

void
rt_explain_media_status (RtCase *self)
{
  if (self->request == NULL)
    return;

  if (self->status == 406)
    explain_not_acceptable (self);
  else if (self->status == 415)
    explain_unsupported (self);
}
