/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the status means, made concrete for this method: said when no other
 * note has said it, and always of a success or a redirect. The texts are the
 * catalogue's. Adds to the start of the notes, so it has to come last. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "sentence.h"
#include "tell.h"

/* What a success with this method brings (RFC 9110 section 9.3). */
static const struct { const char *method; const char *words; } methods[] = {
  { "GET", N_("GET asked for the resource as it is now, and changes nothing.") },
  { "HEAD", N_("HEAD asks for what GET would say, without the content: the fields are those of a "
               "GET.") },
  { "POST", N_("POST handed the content of the request to the resource; what comes back is the "
               "outcome.") },
  { "PUT", N_("PUT asked the server to store the content of the request at this address.") },
  { "DELETE", N_("DELETE asked the server to remove what is at this address.") },
  { "PATCH", N_("PATCH asked the server to change a part of what is at this address.") },
  { "OPTIONS", N_("OPTIONS asks what is possible at this address, and changes nothing.") },
  { "TRACE", N_("TRACE asks the server to send back the request as it received it.") },
  { "CONNECT", N_("CONNECT asked a proxy for a tunnel; what follows on the connection goes "
                  "through it.") },
};

/* The sentence of a 200, by method. */
static const struct { const char *method; const char *sentence; } successes[] = {
  { "GET", N_("The request succeeded: the content is what you asked for.") },
  { "HEAD", N_("The request succeeded: these are the fields that a GET would have.") },
  { "POST", N_("The request succeeded: the content tells what came of it.") },
  { "PUT", N_("The request succeeded: what was sent is now stored here.") },
  { "DELETE", N_("The request succeeded: what was here is gone.") },
  { "PATCH", N_("The request succeeded: the change was made.") },
  { "OPTIONS", N_("The request succeeded: this is what the server says is possible.") },
  { "TRACE", N_("The request succeeded: the content is the request as it arrived.") },
  { "CONNECT", N_("The proxy has opened the tunnel.") },
};

static const char *
find_method_words (const RtCase *self)
{
  if (self->request == NULL)
    return _("The request is not known here; what it asked for has been done.");

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (rt_case_is_method (self, methods[i].method))
      return _(methods[i].words);

  return _("The method is not one of the standard ones: what it does is for the server to say.");
}

/* It came whole, as far as is known: then the success is all there. */
static gboolean
is_whole (const RtCase *self)
{
  return !self->is_cut && self->failure == NULL;
}

static char *
make_sentence (const RtCase *self,
               RtStatusCode *code)
{
  const char *summary = rt_status_code_get_summary (code);

  for (guint i = 0; self->status == 200 && self->request != NULL && is_whole (self) && i < G_N_ELEMENTS (successes); i++)
    if (rt_case_is_method (self, successes[i].method))
      return g_strdup (_(successes[i].sentence));
  if (is_whole (self) && g_utf8_strlen (summary, -1) <= rt_sentence_get_max ())
    return g_strdup (summary);

  if (self->request == NULL)
    return g_strdup_printf ("%d %s.", self->status, rt_status_code_get_phrase (code));

  /* Translators: a status, its phrase and a method: "404 Not Found, in answer to GET." */
  return g_strdup_printf (_("%d %s, in answer to %s."), self->status,
                          rt_status_code_get_phrase (code), rt_case_peek_method (self));
}

static char *
make_detail (const RtCase *self,
             RtStatusCode *code,
             const char   *sentence)
{
  const char *summary = rt_status_code_get_summary (code);
  gboolean said = g_str_equal (summary, sentence);

  return g_strconcat (said ? "" : summary, said ? "" : " ",
                      self->status / 100 == 2 ? find_method_words (self) : "",
                      said && self->status / 100 != 2 ? "" : "\n\n",
                      rt_status_code_get_meaning (code), "\n\n",
                      rt_status_code_get_action (code), NULL);
}

/* A login has a diagnosis of its own, which is better than the general words. */
static gboolean
is_login_explained (const RtCase *self)
{
  static const char *const prefixes[] = { "login-", "auth-", "challenge-", "401-", "407-" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (rt_case_has_note (self, prefixes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_explained (const RtCase *self)
{
  g_autofree char *prefix = g_strdup_printf ("status-%d", self->status);

  /* 305 and 306 have notes that say all there is. */
  if (rt_case_has_note (self, "redirect-use-proxy") ||
      rt_case_has_note (self, "redirect-unused-code"))
    return TRUE;
  if (self->status / 100 == 2 || self->status / 100 == 3)
    return FALSE;
  if (self->status == 401 || self->status == 407)
    return rt_case_has_note (self, prefix) || is_login_explained (self);

  return rt_case_has_note (self, prefix)
         || rt_case_has_note (self, "status-unused")
         || rt_case_has_note (self, "status-unofficial")
         || rt_case_has_note (self, "status-unregistered");
}

void
rt_explain_meaning (RtCase *self)
{
  g_autoptr(RtStatusCode) code = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;
  const char *section;
  RtNote *note;

  if (self->status <= 0 || is_explained (self))
    return;

  code = rt_catalogue_describe_code (self->catalogue, self->status);
  if (rt_status_code_get_state (code) == RT_STATUS_UNREGISTERED)
    return;
  sentence = make_sentence (self, code);
  detail = make_detail (self, code, sentence);
  section = rt_status_code_get_specification (code);
  note = rt_note_new ("status-meaning",
                      self->status / 100 == 2 && is_whole (self) ? RT_NOTE_GOOD : RT_NOTE_INFO,
                      RT_NOTE_ON_STATUS, 0,
                      *section != '\0' ? section : "RFC 9110, section 15", sentence, detail);
  g_ptr_array_insert (self->notes, 0, note);
}
