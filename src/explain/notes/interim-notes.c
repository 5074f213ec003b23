/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Interim responses: what came before the answer, and what it is good for
 * (RFC 9110 section 15.2). A 101 that ends the exchange belongs here too. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "tell.h"

static void
add (RtCase      *self,
     const char  *id,
     RtNoteLevel  level,
     const char  *section,
     const char  *sentence,
     const char  *detail)
{
  if (!rt_case_has_note (self, id))
    rt_case_add (self, id, level, RT_NOTE_ON_STATUS, section, sentence, detail);
}

static gboolean
expects_continue (const RtCase *self)
{
  return self->request != NULL && rt_head_has_token (self->request, "Expect", "100-continue");
}

static void
explain_continue (RtCase *self)
{
  if (expects_continue (self))
    add (self, "interim-continue", RT_NOTE_GOOD, "RFC 9110, section 10.1.1",
         _("100 Continue: the server has seen the head and wants the content."),
         _("Expect: 100-continue asked for this. A server that would refuse the request "
           "could have said so in place of it, before the content was sent."));
  else if (self->request != NULL)
    add (self, "interim-continue-not-asked", RT_NOTE_INFO, "RFC 9110, section 15.2.1",
         _("100 Continue came although the request did not expect it."),
         _("It has no effect: a client passes over it. Only Expect: 100-continue asks for it."));
}

static char *
describe_links (GPtrArray *links)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < links->len; i++)
    {
      const RtLink *link = links->pdata[i];
      const char *rel = rt_link_get_parameter (link, "rel");

      g_ptr_array_add (words, g_strdup_printf ("%s %s", rel != NULL ? rel : "", link->target));
    }
  g_ptr_array_add (words, NULL);

  return rt_case_quote_list ((char **) words->pdata);
}

static void
explain_hints (RtCase *self,
               RtHead *head)
{
  g_autofree char *value = rt_head_dup_combined (head, "Link");
  g_autoptr(GPtrArray) links = value != NULL ? rt_link_list_parse (value) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *detail = NULL;

  if (links == NULL || links->len == 0)
    {
      add (self, "interim-hints-without-link", RT_NOTE_INFO, "RFC 8297, section 2",
           _("103 Early Hints came without a usable Link, so it hints at nothing."),
           _("The fields of a 103 are those that the final response will probably have. Link with "
             "rel=preload or rel=preconnect is what browsers act on."));
      return;
    }
  words = describe_links (links);
  detail = g_strdup_printf (_("It hints at %s. A browser starts to fetch these while the server "
                              "still works on the answer. They are hints: only the final "
                              "response counts."),
                            words);
  add (self, "interim-hints", RT_NOTE_GOOD, "RFC 8297, section 2",
       _("103 Early Hints told beforehand what the page will need."), detail);
}

static void
explain_other (RtCase *self,
               int     status)
{
  g_autoptr(RtStatusCode) code = rt_catalogue_describe_code (self->catalogue, status);
  g_autofree char *sentence = g_strdup_printf (_("An interim response %d came before the answer."),
                                               status);
  g_autofree char *detail = g_strdup_printf (_("%s A client that does not know it passes over it "
                                               "and goes on waiting."),
                                             rt_status_code_get_summary (code));

  add (self, "interim-other", RT_NOTE_INFO, "RFC 9110, section 15.2", sentence, detail);
}

/* RFC 9110 section 8.6, RFC 9112 section 6.1. */
static void
explain_length (RtCase *self,
                RtHead *head)
{
  if (rt_head_find_field (head, "Content-Length", 0) >= 0
      || rt_head_find_field (head, "Transfer-Encoding", 0) >= 0)
    add (self, "interim-with-length", RT_NOTE_WARNING, "RFC 9110, section 8.6",
         _("An interim response has a field that speaks of content."),
         _("It has Content-Length or Transfer-Encoding, which no 1xx may have: it ends with its "
           "header section. A client that believes the field waits for content that never comes."));
}

static void
explain_head (RtCase *self,
              RtHead *head)
{
  int status = rt_head_get_status (head);

  if (status == 100)
    explain_continue (self);
  else if (status == 102)
    add (self, "interim-processing", RT_NOTE_INFO, "RFC 2518, section 10.1",
         _("102 Processing: the server asked to wait, as the work takes long."),
         _("It keeps the client and the proxies on the way from giving up. It comes from WebDAV, "
           "whose later edition has dropped it."));
  else if (status == 103)
    explain_hints (self, head);
  else
    explain_other (self, status);
  explain_length (self, head);
}

static void
explain_missing_continue (RtCase *self,
                          GPtrArray *heads)
{
  for (guint i = 0; i < heads->len; i++)
    if (rt_head_get_status (heads->pdata[i]) == 100)
      return;
  if (expects_continue (self) && self->status >= 200 && self->status <= 299)
    add (self, "interim-continue-missing", RT_NOTE_INFO, "RFC 9110, section 10.1.1",
         _("The request expected a 100 Continue, and none came."),
         _("A server may leave it out when it has already received the content. Older servers "
           "and some proxies do not know Expect at all, which is why a client waits only for a "
           "moment."));
}

static void
explain_switch (RtCase *self)
{
  g_autofree char *asked = rt_case_quote_request (self, "Upgrade");
  g_autofree char *given = rt_case_quote_response (self, "Upgrade");

  if (self->request == NULL)
    return;
  if (asked == NULL)
    rt_case_tell (self, "status-101-not-asked", RT_NOTE_WARNING,
                  _("The server switches to another protocol though none was asked for."),
                  _("The request had no Upgrade field, and only one that has it may be answered in "
                    "this way. What follows on the connection cannot be read as HTTP."));
  else if (given == NULL)
    rt_case_tell (self, "status-101-without-upgrade", RT_NOTE_WARNING,
                  _("The server switches protocols and does not say to which."),
                  _("The request offered %s. The response must name in Upgrade what is spoken from "
                    "here on."), asked);
  else
    rt_case_tell (self, "status-101-switched", RT_NOTE_INFO,
                  _("From here on, this connection speaks another protocol."),
                  _("The request offered %s, and the server chose %s. What follows is no HTTP "
                    "and is not read here."), asked, given);
}

void
rt_explain_interim (RtCase *self)
{
  g_autoptr(GPtrArray) heads = rt_exchange_dup_interim_heads (self->exchange);

  for (guint i = 0; i < heads->len; i++)
    explain_head (self, heads->pdata[i]);
  explain_missing_continue (self, heads);
  if (self->status == 101)
    explain_switch (self);
}
