/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Faults of servers: 500, 502, 504, 506, 508 and 510. Who answered is another
 * topic's; what the number says of it is said here. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "tell.h"

static gboolean
is_idempotent (const RtCase *self)
{
  static const char *const methods[] = { "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", NULL };

  return g_strv_contains (methods, self->method);
}

/* What a repetition would mean. */
static const char *
peek_repeat (const RtCase *self)
{
  if (self->request == NULL)
    return _("Part of what was asked may have been done all the same.");

  return is_idempotent (self)
    ? _("Sending it again is harmless with this method.")
    : _("Part of it may have been done all the same: look before you send it again.");
}

static void
explain_internal (RtCase *self)
{
  const char *content = rt_case_has_content (self)
    ? _("The content may hold an error message or a number to look for in the log.")
    : _("The response says nothing more: only the log of the server can.");

  rt_case_tell (self, "status-500", RT_NOTE_INFO,
                _("Something failed inside the server; the request need not be wrong."),
                _("%s A request that the program did not expect, such as an empty value, can be "
                  "what sets it off.\n\n%s"), content, peek_repeat (self));
}

static void
explain_gateway (RtCase *self)
{
  rt_case_tell (self, "status-502-gateway", RT_NOTE_INFO,
                _("A server in front got no valid answer from the one behind it."),
                _("You reached the front. Most likely the program behind has crashed, is being "
                  "restarted, listens on another port, or speaks another protocol than the front "
                  "expects.\n\n%s"), peek_repeat (self));
}

static void
explain_gateway_timeout (RtCase *self)
{
  rt_case_tell (self, "status-504-gateway", RT_NOTE_INFO,
                _("A server in front gave up waiting for the one behind it."),
                _("You reached the front. The program behind is too slow for this request, "
                  "hangs, or waits itself for a database; it may still be at work on it.\n\n%s"),
                peek_repeat (self));
}

static void
explain_plain (RtCase *self)
{
  static const RtPlainNote notes[] = {
    { 506, "status-506", N_("The choice of a version led to a resource that wants to choose "
                            "again."),
      N_("That is a fault in how the server is set up, and nothing in the request can mend it.") },
    { 508, "status-508", N_("The server gave up, as the operation would never have ended."),
      N_("In WebDAV, a folder contains itself by way of another name: ask with Depth: 1. Some "
         "hosting servers send this number when an account has used up its processes or memory.") },
    { 510, "status-510", N_("The server wants an extension of HTTP that never came into use."),
      N_("The number is obsolete. What is wanted can only stand in the content or in the "
         "documentation of the server.") },
  };

  rt_case_tell_plain (self, notes, G_N_ELEMENTS (notes));
}

void
rt_explain_server_status (RtCase *self)
{
  if (self->status == 500)
    explain_internal (self);
  else if (self->status == 502)
    explain_gateway (self);
  else if (self->status == 504)
    explain_gateway_timeout (self);
  else
    explain_plain (self);
}
