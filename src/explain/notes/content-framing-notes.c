/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": how its end is known, transfer codings, trailers (RFC
 * 9112 sections 6 and 7, RFC 9110 section 6.5). What is broken about it is a
 * fault, of which another topic speaks.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content-private.h"
#include "directives.h"
#include "format.h"
#include "saying.h"

static void
explain_end (RtCase *self)
{
  g_autofree char *size = rt_format_bytes (self->sizes.content_encoded);

  switch (rt_exchange_get_framing (self->exchange))
    {
    case RT_FRAMING_CHUNKED:
      rt_say_response (self, "Transfer-Encoding", "content-chunked", RT_NOTE_INFO,
                       "RFC 9112, section 7.1",
                       _("The content came in chunks: its length was not known before."),
                       _("Each chunk says its size; one of size 0 ends the content. That made %s "
                         "of content. It is usual for pages that a program makes."), size);
      break;
    case RT_FRAMING_UNTIL_CLOSE:
      rt_say (self, RT_NOTE_ON_CONTENT, "content-until-close", RT_NOTE_INFO,
              "RFC 9112, section 6.3", _("Only the end of the connection ended the content."),
              _("There is neither Content-Length nor chunks. Whether all of it came cannot be "
                "told: a connection that breaks looks the same. %s came."), size);
      break;
    case RT_FRAMING_UNKNOWN:
    case RT_FRAMING_NONE:
    case RT_FRAMING_LENGTH:
    case RT_FRAMING_HTTP2:
    default:
      break;
    }
}

static void
explain_coding (RtCase            *self,
                const RtDirective *coding)
{
  g_autofree char *te = rt_case_dup_request (self, "TE");
  g_autoptr(GPtrArray) asked = rt_directives_parse (te, -1);
  g_autofree char *quoted = rt_case_quote (coding->text);

  if (coding->parameters->len > 0)
    rt_say_response (self, "Transfer-Encoding", "content-transfer-parameter", RT_NOTE_WARNING,
                     "RFC 9112, section 7", _("A transfer coding has parameters."),
                     _("Transfer-Encoding has %s. None of the codings takes parameters; a "
                       "recipient may refuse it."), quoted);
  if (g_ascii_strcasecmp (coding->name, "identity") == 0)
    rt_say_response (self, "Transfer-Encoding", "content-transfer-identity", RT_NOTE_WARNING,
                     "RFC 9112, section 7", _("The transfer coding “identity” is no more."),
                     _("It meant “none” and was taken out of HTTP. Recipients do not agree on what "
                       "to do with it."));
  else if (g_ascii_strcasecmp (coding->name, "chunked") != 0 &&
           rt_directives_find (asked, coding->name) == NULL)
    rt_say_response (self, "Transfer-Encoding", "content-transfer-unasked", RT_NOTE_WARNING,
                     "RFC 9110, section 10.1.4",
                     _("A transfer coding was used that you did not ask for."),
                     _("Transfer-Encoding has %s, and your TE did not name it. Few clients know "
                       "it; compression belongs in Content-Encoding."), quoted);
}

static void
explain_codings (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Transfer-Encoding");
  g_autoptr(GPtrArray) codings = rt_directives_parse (value, -1);

  for (guint i = 0; i < codings->len; i++)
    explain_coding (self, g_ptr_array_index (codings, i));
}

/* Fields that must be known before the content is read (RFC 9110 section 6.5.1). */
static gboolean
is_forbidden (const char *name)
{
  static const char *const names[] = {
    "content-length", "transfer-encoding", "host", "content-encoding", "content-type",
    "content-range", "trailer", "authorization", "set-cookie", "cache-control", "location",
    "www-authenticate", "retry-after", "vary", "age", "expires", "date", "te", NULL
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (names, lower);
}

static void
explain_arrived (RtCase       *self,
                 const RtHead *trailers)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *quoted = NULL;

  for (guint i = 0; i < rt_head_get_n_fields (trailers); i++)
    g_ptr_array_add (names, rt_head_dup_field_name (trailers, i));
  if (names->len == 0)
    return;

  quoted = rt_case_quote_all (names, 6);
  rt_say (self, RT_NOTE_ON_CONTENT, "content-trailers", RT_NOTE_INFO, "RFC 9110, section 6.5",
          _("Fields came behind the content, as trailers."),
          _("They are %s: what the server knew only at the end, such as a checksum. Many clients "
            "drop them."), quoted);
  for (guint i = 0; i < names->len; i++)
    if (is_forbidden (g_ptr_array_index (names, i)))
      {
        g_autofree char *name = rt_case_quote (g_ptr_array_index (names, i));

        rt_say (self, RT_NOTE_ON_CONTENT, "content-trailer-forbidden", RT_NOTE_WARNING,
                "RFC 9110, section 6.5.1", _("A field came too late to have a meaning."),
                _("%s came behind the content. It has to be known before the content is read, so "
                  "clients must not use it here."), name);
        return;
      }
}

static void
explain_announced (RtCase       *self,
                   const RtHead *trailers)
{
  g_autofree char *value = rt_case_dup_response (self, "Trailer");
  g_autoptr(GPtrArray) announced = rt_directives_parse (value, -1);

  for (guint i = 0; i < announced->len; i++)
    {
      const RtDirective *one = g_ptr_array_index (announced, i);
      g_autofree char *quoted = NULL;

      if (trailers != NULL && rt_head_find_field (trailers, one->name, 0) >= 0)
        continue;
      quoted = rt_case_quote (one->name);
      rt_say_response (self, "Trailer", "content-trailer-missing", RT_NOTE_INFO,
                       "RFC 9110, section 6.6.2", _("A trailer was announced and did not come."),
                       _("Trailer names %s, but there is no such field behind the content. A box "
                         "on the way may have dropped it."), quoted);
      return;
    }
}

void
rt_content_explain_framing (RtCase *self)
{
  g_autoptr(RtHead) trailers = rt_exchange_dup_trailers (self->exchange);

  explain_end (self);
  explain_codings (self);
  if (trailers != NULL)
    explain_arrived (self, trailers);
  if (rt_case_is_whole (self) && rt_case_may_have_content (self))
    explain_announced (self, trailers);
}
