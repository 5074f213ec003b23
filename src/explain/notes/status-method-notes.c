/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The method against the status: 405 with its Allow, and 501. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "saying.h"
#include "tell.h"

static void
explain_list (RtCase  *self,
              char   **methods)
{
  g_autofree char *listed = rt_case_quote_list (methods);
  g_autofree char *sentence =
    g_strdup_printf (_("%s is not offered here; Allow says what is."), rt_case_peek_method (self));

  if (self->request == NULL)
    rt_say_response (self, "Allow", "status-405-allow", RT_NOTE_INFO, "RFC 9110, section 15.5.6",
                     _("Allow says which methods this address takes."),
                     _("It lists %s. The method of the request, which is not known here, was "
                       "another."),
                     methods[0] != NULL ? listed : _("none"));
  else if (g_strv_contains ((const char *const *) methods, self->method))
    rt_say_response (self, "Allow", "status-405-contradicts", RT_NOTE_WARNING,
                     "RFC 9110, section 15.5.6",
                     _("The method is refused, and yet Allow lists it."),
                     _("The method was %s, and Allow lists %s. Mostly two parts of the server "
                       "disagree: one made the list and another refused."), self->method, listed);
  else if (methods[0] == NULL)
    rt_say_response (self, "Allow", "status-405-allow-empty", RT_NOTE_INFO,
                     "RFC 9110, section 10.2.1",
                     _("Allow is empty: at present this resource takes no method at all."),
                     _("That is allowed, and means that it is switched off for the time being. A "
                       "list that was forgotten looks the same."));
  else
    rt_say_response (self, "Allow", "status-405-allow", RT_NOTE_INFO,
                     "RFC 9110, section 15.5.6", sentence,
                     _("The server knows %s, but not for this address. Allow lists %s. If none "
                       "of these is what you want, the address is probably not the right one: an "
                       "id or a slash too many."), self->method, listed);
}

static void
explain_not_allowed (RtCase *self)
{
  g_autofree char *allow = rt_case_dup_response (self, "Allow");
  g_auto(GStrv) methods = allow != NULL ? rt_list_split (allow) : NULL;

  if (methods != NULL)
    explain_list (self, methods);
  else
    rt_case_tell (self, "status-405-without-allow", RT_NOTE_WARNING,
                  _("The method is not offered here, and Allow, which must say more, is missing."),
                  _("The server knows %s, but not for this address. Which methods it takes has "
                    "to stand in Allow. Try OPTIONS, or look into the documentation."),
                  self->request != NULL ? self->method : _("the method"));
}

static void
explain_not_implemented (RtCase *self)
{
  g_autofree char *sentence =
    g_strdup_printf (_("The server does not know %s for any address."), rt_case_peek_method (self));

  if (rt_case_is_method (self, "GET") || rt_case_is_method (self, "HEAD"))
    rt_case_tell (self, "status-501-general-method", RT_NOTE_WARNING,
                  _("Every server must know GET and HEAD, and this one says it does not."),
                  _("501 means that the server lacks something for any resource. With %s it was "
                    "more likely a field, such as an unknown Transfer-Encoding, or a program "
                    "that has a part not written yet."), self->method);
  else
    rt_case_tell (self, "status-501-method", RT_NOTE_INFO, sentence,
                  _("It is not about this address, as 405 would be. Check the spelling: methods "
                    "are written with case, so “get” is not GET. The method was "
                    "%s."), self->method);
}

void
rt_explain_method_status (RtCase *self)
{
  if (self->status == 405)
    explain_not_allowed (self);
  else if (self->status == 501 && self->request != NULL)
    explain_not_implemented (self);
}
