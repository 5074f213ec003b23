/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Refusals that are about the request or the resource: 400, 402, 403, 404, 409,
 * 410, 422, 423, 424 and 451, with what this request shows of the cause. Logins
 * (401, 407) are another topic's. */

#include "config.h"

#include "topics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "link-list.h"
#include "media-type.h"
#include "saying.h"
#include "small-json.h"
#include "tell.h"

/* A head of this size meets the first usual limit. */
#define LARGE_HEAD 8000

static gboolean
is_json_request (const RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "Content-Type");
  g_autoptr(RtMediaType) type = rt_media_type_parse (value);

  return type != NULL && rt_media_type_is_json (type);
}

/* What is wrong with the JSON that was sent; NULL when it is right, no JSON, or
 * too large to look at. */
static char *
find_json_fault (const RtCase *self)
{
  g_autoptr(GBytes) sent = rt_exchange_dup_request_content (self->exchange);
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;

  if (sent == NULL || !is_json_request (self)
      || g_bytes_get_size (sent) > RT_SMALL_JSON_MAX)
    return NULL;
  root = rt_small_json_parse (sent, &error);

  return root == NULL ? g_strdup (error->message) : NULL;
}

static guint
count_hosts (const RtCase *self)
{
  guint n = 0;

  for (int at = rt_case_find_request (self, "Host"); at >= 0;
       at = rt_head_find_field (self->request, "Host", at + 1))
    n++;

  return n;
}

static gboolean
explain_json (RtCase     *self,
              const char *id)
{
  g_autofree char *fault = find_json_fault (self);
  g_autofree char *quoted = fault != NULL ? rt_case_quote (fault) : NULL;

  if (fault == NULL)
    return FALSE;
  rt_case_tell (self, id, RT_NOTE_WARNING,
                _("The JSON that was sent is not well formed."),
                _("Content-Type says JSON, and reading the content ends with %s. A comma at the end, "
                  "single quotes, comments and cut text are the usual causes."), quoted);

  return TRUE;
}

static void
explain_bad_request (RtCase *self)
{
  guint hosts = count_hosts (self);
  g_autofree char *size = rt_format_bytes (self->sizes.request_head);

  if (explain_json (self, "status-400-json"))
    return;
  if (hosts != 1 && self->request != NULL && rt_head_get_version (self->request) == 11)
    rt_case_tell (self, "status-400-host", RT_NOTE_WARNING,
                  hosts == 0 ? _("The request had no Host field, so servers must refuse it.")
                             : _("The request had several Host fields, so servers must refuse it."),
                  _("HTTP/1.1 asks for exactly one Host, and for 400 in any other case (RFC 9112, "
                    "section 3.2)."));
  else if (self->sizes.request_head > LARGE_HEAD)
    rt_case_tell (self, "status-400-large-head", RT_NOTE_INFO,
                  _("The header section was large, for which some servers answer 400."),
                  _("It had %s. 431 is the number for that, but nginx among others sends 400. Try "
                    "again without cookies or with a shorter token."), size);
  else
    rt_case_tell (self, "status-400", RT_NOTE_INFO,
                  _("The server finds a fault in the request, and will not process it."),
                  rt_case_has_content (self)
                    ? _("No fault shows from here. The content should say which: a missing or wrong "
                        "parameter is the usual one.")
                    : _("No fault shows from here, and the response brings no content that would name "
                        "it. Compare with an example of the documentation, part by part."));
}

static void
explain_forbidden (RtCase *self)
{
  const char *method = rt_case_peek_method (self);
  g_autofree char *sentence = g_strdup_printf (_("The server understood this %s and refuses it."),
                                               self->request != NULL ? method : _("request"));

  rt_case_tell (self, "status-403", RT_NOTE_INFO, sentence,
                _("Asking again in the same way does not help, and it does not ask for a login, as 401 "
                  "would. The usual causes: this user or key may not do it, a rule of a firewall, a "
                  "missing index page or file permission, or a missing token against forged requests. "
                  "%s"),
                rt_case_has_content (self) ? _("The content may say which.")
                                           : _("The response says nothing more."));
}

/* What in the address is often a slip; NULL when nothing is. */
static const char *
find_slip (const char *path)
{
  gsize length = strcspn (path, "?");

  if (g_strstr_len (path, length, "//") != NULL)
    return _("The path has two slashes in a row, as when parts of it were joined.");
  if (g_strstr_len (path, length, "%20") != NULL)
    return _("The path has a space (%20) in it, which may have been copied with it.");
  if (length > 1 && strchr (".,;)\"'>", path[length - 1]) != NULL)
    return _("The path ends in a punctuation mark, which may have been copied with it.");
  if (g_strstr_len (path, length, "{") != NULL || g_strstr_len (path, length, "%7B") != NULL
      || g_strstr_len (path, length, "/:") != NULL)
    return _("The path has a placeholder in it that was not filled in.");
  if (length > 1 && path[length - 1] == '/')
    return _("The path ends in a slash; for some servers that is another resource.");

  return NULL;
}

/* A response alone: there is no address to look at. */
static void
explain_missing (RtCase *self)
{
  rt_case_tell (self, "status-404", RT_NOTE_INFO,
                _("There is nothing at this address, or the server does not want to say."),
                _("Check the address: spelling, case and the final slash. It may be gone or not yet "
                  "there; some servers also hide in this way what needs a login."));
}

static void
explain_not_found (RtCase *self)
{
  g_autofree char *target = self->request != NULL ? rt_head_dup_target (self->request) : NULL;
  g_autofree char *quoted = rt_case_quote (target != NULL ? target : "");
  const char *slip = target != NULL ? find_slip (target) : NULL;

  if (target == NULL)
    {
      explain_missing (self);
      return;
    }

  rt_case_tell (self, "status-404", RT_NOTE_INFO,
                _("There is nothing at this address, or the server does not want to say."),
                _("The address was %s. %s\n\nThe name of the host is right, as a server answered. Check "
                  "spelling, case and the final slash. It may be gone or not yet there; some servers "
                  "also hide in this way what needs a login."), quoted,
                slip != NULL ? slip : _("Nothing in it looks like a slip."));
}

static void
explain_conflict (RtCase *self)
{
  g_autofree char *sentence =
    g_strdup_printf (_("This %s clashes with the present state of the resource."),
                     self->request != NULL ? rt_case_peek_method (self) : _("request"));

  rt_case_tell (self, "status-409", RT_NOTE_INFO, sentence,
                _("In another state the same request could succeed. Get the resource, look at what is "
                  "in the way (a name already taken, a newer version, a parent that is missing), and "
                  "send the changed request. %s"),
                rt_case_has_content (self) ? _("The content should name the clash.") : "");
}

static void
explain_unprocessable (RtCase *self)
{
  if (explain_json (self, "status-422-json"))
    return;
  if (self->request != NULL && rt_case_get_sent (self) == 0)
    rt_case_tell (self, "status-422-without-content", RT_NOTE_INFO,
                  _("The content cannot be processed, and the request brought none."),
                  _("Probably the server expects content, or means the values in the query."));
  else
    rt_case_tell (self, "status-422", RT_NOTE_INFO,
                  _("The content could be read, but what it says cannot be done."),
                  _("Its form is right, otherwise it would be 400 or 415; a value in it is missing, of "
                    "the wrong kind or out of bounds. %s"),
                  rt_case_has_content (self) ? _("The content of the response should name it.") : "");
}

static void
explain_locked (RtCase *self)
{
  g_autofree char *token = rt_case_quote_request (self, "If");

  if (self->request == NULL)
    return;

  if (token != NULL)
    rt_case_tell (self, "status-423-with-token", RT_NOTE_INFO,
                  _("The resource is locked, and the token that was sent does not open it."),
                  _("If was %s. The lock may be somebody else's, or may have run out and been taken "
                    "anew."), token);
  else
    rt_case_tell (self, "status-423-without-token", RT_NOTE_INFO,
                  _("The resource is locked, and the request showed no lock token."),
                  _("The owner of the lock shows it in the field If. Everybody else has to wait until "
                    "it is released or runs out."));
}

static void
explain_legal (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Link");
  g_autoptr(GPtrArray) links = value != NULL ? rt_link_list_parse (value) : NULL;
  const RtLink *link = links != NULL ? rt_link_list_find (links, "blocked-by") : NULL;
  g_autofree char *quoted = link != NULL ? rt_case_quote (link->target) : NULL;

  if (link != NULL)
    rt_say_response (self, "Link", "status-451-blocked-by", RT_NOTE_INFO, "RFC 7725, section 4",
                     _("Blocked for legal reasons, and Link names who does the blocking."),
                     _("The link with rel=blocked-by goes to %s. That is the one who carries out the "
                       "demand, such as a provider, and not who demanded it."), quoted);
  else
    rt_case_tell (self, "status-451-without-link", RT_NOTE_INFO,
                  _("Blocked for legal reasons; no Link says who does the blocking."),
                  _("A Link with rel=blocked-by should name who carries out the demand. The content "
                    "should say who demanded it and by which law. From another country the answer may "
                    "be a different one."));
}

/* What the request cannot change much. */
static void
explain_plain (RtCase *self)
{
  static const RtPlainNote notes[] = {
    { 402, "status-402", N_("Payment is wanted; what exactly, each service says for itself."),
      N_("HTTP only reserves the number. Mostly a quota is used up, a bill is open or a card was "
         "refused: look in the content and in the account.") },
    { 410, "status-410", N_("It was here, was taken away, and is not expected back."),
      N_("The server knows that much, otherwise it would say 404. Asking again does not help: remove "
         "the link, and look for a successor on the site.") },
    { 424, "status-424", N_("Not done, because something that it depended on had failed."),
      N_("The first failure is the one to look at: in WebDAV it is another item of the same response; "
         "elsewhere an earlier call that this one builds on.") },
  };

  rt_case_tell_plain (self, notes, G_N_ELEMENTS (notes));
}

void
rt_explain_refusal (RtCase *self)
{
  static const struct { int status; void (*explain) (RtCase *self); } table[] = {
    { 400, explain_bad_request },
    { 402, explain_plain },
    { 403, explain_forbidden },
    { 404, explain_not_found },
    { 409, explain_conflict },
    { 410, explain_plain },
    { 422, explain_unprocessable },
    { 423, explain_locked },
    { 424, explain_plain },
    { 451, explain_legal },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].status == self->status)
      table[i].explain (self);
}
