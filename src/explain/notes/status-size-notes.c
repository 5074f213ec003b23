/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sizes against the status: 411, 413, 414, 431 and 507, with the bytes that were
 * really sent. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "format.h"
#include "sent-sizes.h"
#include "tell.h"

static void
explain_length (RtCase *self)
{
  g_autofree char *length = rt_case_quote_request (self, "Content-Length");

  if (length != NULL)
    rt_case_tell (self, "status-411-with-length", RT_NOTE_WARNING,
                  _("The server wants a Content-Length, and the request had one."),
                  _("It was %s. A proxy on the way may have turned the content into chunks, or the "
                    "server cannot read the number."), length);
  else if (rt_case_find_request (self, "Transfer-Encoding") >= 0)
    rt_case_tell (self, "status-411-chunked", RT_NOTE_INFO,
                  _("The content went in chunks, and the server wants its length first."),
                  _("Transfer-Encoding was sent in place of Content-Length. Leave it out, so that "
                    "the length is sent."));
  else
    rt_case_tell (self, "status-411-without-length", RT_NOTE_INFO,
                  _("The server wants Content-Length, and the request had none."),
                  _("A %s without content needs “Content-Length: 0” for some servers."),
                  rt_case_peek_method (self));
}

static void
explain_content (RtCase *self)
{
  guint64 sent = rt_case_get_sent (self);
  g_autofree char *size = rt_format_size (sent);
  g_autofree char *count = rt_format_bytes (sent);
  g_autofree char *sentence = g_strdup_printf (_("%s of content is more than the server takes."),
                                               size);

  if (sent == 0)
    rt_case_tell (self, "status-413-without-content", RT_NOTE_WARNING,
                  _("The content is too large, and the request brought none."),
                  _("No byte of content was sent or announced. Some servers use 413 for other "
                    "limits, such as the size of a result."));
  else
    rt_case_tell (self, "status-413-size", RT_NOTE_INFO, sentence,
                  _("The request brought %s. Usual limits are those of a proxy in front: 1 MiB in "
                    "nginx, if nothing else is set. Send less, or in parts; with Retry-After the "
                    "limit is only for the moment."), count);
}

static void
explain_target (RtCase *self)
{
  gsize length = self->request != NULL ? rt_sent_target_length (self->request) : 0;
  g_autofree char *count = rt_format_bytes (length);
  g_autofree char *sentence = g_strdup_printf (_("An address of %s is longer than the server "
                                                 "reads."),
                                               count);

  if (length < 1000)
    rt_case_tell (self, "status-414-short", RT_NOTE_WARNING,
                  _("The address is called too long, and it is quite short."),
                  _("The request target has %s, and servers should take 8,000. A redirect inside "
                    "the server that adds to the address each time is a known cause."), count);
  else
    rt_case_tell (self, "status-414-size", RT_NOTE_INFO, sentence,
                  _("Most servers take about 8,000 bytes. Long queries belong into the content: "
                    "send them with POST, if the server offers that."));
}

static void
explain_head (RtCase *self)
{
  gsize length = 0;
  int position = self->request != NULL ? rt_sent_largest_field (self->request, &length) : -1;
  g_autofree char *name = position >= 0 ? rt_head_dup_field_name (self->request, position) : NULL;
  g_autofree char *quoted = name != NULL ? rt_case_quote (name) : g_strdup (_("none"));
  g_autofree char *count = rt_format_bytes (self->sizes.request_head);
  g_autofree char *largest = rt_format_bytes (length);
  g_autofree char *sentence =
    g_strdup_printf (_("A header section of %s is more than the server takes."), count);
  g_autofree char *detail =
    g_strdup_printf (_("The largest field is %s, with %s. Mostly it is Cookie, filled by many "
                       "responses, or a token in Authorization. Usual limits are 8 kB for a line "
                       "and 16 to 64 kB for all."), quoted, largest);

  if (position >= 0)
    rt_case_add_on_request_field (self, position, "status-431-size", RT_NOTE_INFO,
                                  "RFC 6585, section 5", sentence, detail);
  else
    rt_case_tell (self, "status-431-size", RT_NOTE_INFO, sentence, "%s", detail);
}

static void
explain_storage (RtCase *self)
{
  guint64 sent = rt_case_get_sent (self);
  g_autofree char *size = rt_format_size (sent);

  rt_case_tell (self, "status-507-size", RT_NOTE_INFO,
                _("The server has no room left to store what this request brings."),
                _("The request brought %s. A quota of the account or a full disk is meant, not the "
                  "size of this one request, which would be 413. It stays so until room is "
                  "made."), size);
}

void
rt_explain_size_status (RtCase *self)
{
  static const struct { int status; void (*explain) (RtCase *self); } table[] = {
    { 411, explain_length },
    { 413, explain_content },
    { 414, explain_target },
    { 431, explain_head },
    { 507, explain_storage },
  };

  for (guint i = 0; self->request != NULL && i < G_N_ELEMENTS (table); i++)
    if (table[i].status == self->status)
      table[i].explain (self);
}
