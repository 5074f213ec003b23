/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The redirect rules. The table says what becomes of the method; the rest
 * follows from it: content and what describes it go when the method becomes
 * GET, credentials and cookies go when the origin changes.
 */

#include "config.h"

#include "redirect.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange-private.h"
#include "text.h"

/* Which methods a rule is for. */
typedef enum
{
  POST_ONLY,
  ALL_BUT_GET_AND_HEAD,
} Methods;

typedef struct
{
  int         status;
  Methods     become_get;
  gboolean    ever; /* FALSE: the method never changes */
  const char *section;
} Rule;

/* Fetch standard, "HTTP-redirect fetch", step 12; RFC 9110 section 15.4. */
static const Rule rules[] = {
  { 301, POST_ONLY, TRUE, "15.4.2" },
  { 302, POST_ONLY, TRUE, "15.4.3" },
  { 303, ALL_BUT_GET_AND_HEAD, TRUE, "15.4.4" },
  { 307, POST_ONLY, FALSE, "15.4.8" },
  { 308, POST_ONLY, FALSE, "15.4.9" },
};

/* What describes content that is no longer sent (Fetch: "request-body-header
 * names", with the fields that frame it). */
static const char *const content_fields[] = {
  "Content-Encoding", "Content-Language", "Content-Location", "Content-Type",
  "Content-Length", "Transfer-Encoding", "Expect", "Digest", "Content-Digest",
  "Repr-Digest", "Content-MD5", "Trailer",
};

/* What was given to one origin and is no business of another. */
static const char *const private_fields[] = {
  "Authorization", "Cookie", "Cookie2", "Proxy-Authorization",
};

static const Rule *
find_rule (int status)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].status == status)
      return &rules[i];

  return NULL;
}

gboolean
rt_redirect_is_redirect (int status)
{
  return find_rule (status) != NULL;
}

static gboolean
becomes_get (const Rule *rule,
             const char *method)
{
  if (!rule->ever)
    return FALSE;
  if (rule->become_get == POST_ONLY)
    return g_str_equal (method, "POST");

  return !g_str_equal (method, "GET") && !g_str_equal (method, "HEAD");
}

static RtRedirect *
end_here (RtTrailEnd  end,
          char       *words)
{
  RtRedirect *self = g_new0 (RtRedirect, 1);

  self->end = end;
  self->words = words;

  return self;
}

static void
drop (RtOutgoing         *next,
      const char *const  *names,
      guint               n_names,
      GStrvBuilder       *dropped)
{
  for (guint i = 0; i < n_names; i++)
    if (rt_outgoing_remove_field (next, names[i]))
      g_strv_builder_add (dropped, names[i]);
}

/* An automatic Host names the new site. A typed one was meant for the origin
 * that it was typed for: there it stays, elsewhere it would be a lie. */
static void
renew_host (RtOutgoing   *next,
            gboolean      same_origin,
            GStrvBuilder *dropped)
{
  RtOutgoingField *host = rt_outgoing_find_field (next, "Host");
  const char *authority = rt_url_get_authority (next->url);

  if (host == NULL || (host->reason == NULL && same_origin))
    return;

  if (host->reason == NULL && !g_str_equal (host->value, authority))
    g_strv_builder_add (dropped, "Host");
  g_free (host->value);
  host->value = g_strdup (authority);

  /* From here on it is nobody's; a second one would still name the old site. */
  if (host->reason == NULL)
    host->reason = g_strdup (_("Names the site; HTTP/1.1 requires it."));
  for (guint i = next->fields->len; i > 0; i--)
    {
      RtOutgoingField *other = g_ptr_array_index (next->fields, i - 1);

      if (other != host && g_ascii_strcasecmp (other->name, "Host") == 0)
        g_ptr_array_remove_index (next->fields, i - 1);
    }
}

static char *
describe (const Rule      *rule,
          const char      *before,
          const char      *after,
          gboolean         had_content,
          RtRedirectFlags  flags)
{
  if ((flags & RT_REDIRECT_KEEP_METHOD) != 0 && becomes_get (rule, before))
    return g_strdup_printf (had_content
                              ? _("%d after %s: sent again as %s, with the content, as you chose")
                              : _("%d after %s: sent again as %s, as you chose"),
                            rule->status, before, after);

  if (g_str_equal (before, after))
    return g_strdup_printf (had_content
                              ? _("%d after %s: sent again as %s, with the content")
                              : _("%d after %s: sent again as %s"),
                            rule->status, before, after);

  return g_strdup_printf (had_content
                            ? _("%d after %s: sent again as %s, without the content")
                            : _("%d after %s: sent again as %s"),
                          rule->status, before, after);
}

static RtNext *
make_link (const Rule       *rule,
           const RtOutgoing *sent,
           const RtOutgoing *next,
           GStrvBuilder     *dropped,
           RtRedirectFlags   flags)
{
  RtNext *link = g_new0 (RtNext, 1);

  link->reason = RT_NEXT_REDIRECT;
  link->rule = describe (rule, sent->method, next->method, sent->content != NULL, flags);
  link->section = g_strdup_printf (_("RFC 9110, section %s"), rule->section);
  link->dropped = g_strv_builder_end (dropped);
  link->method_before = g_strdup (sent->method);
  link->method_after = g_strdup (next->method);
  link->url_after = g_strdup (rt_url_get_text (next->url));
  link->credentials = g_new0 (char *, 1);

  return link;
}

/* Whether a private field goes along. */
static gboolean
goes_along (const char      *name,
            gboolean         same_origin,
            RtRedirectFlags  flags)
{
  if (g_str_equal (name, "Proxy-Authorization") && (flags & RT_REDIRECT_BY_PROXY) != 0)
    return TRUE;
  if ((flags & RT_REDIRECT_DROP_CREDENTIALS) != 0)
    return FALSE;

  return same_origin || (flags & RT_REDIRECT_KEEP_CREDENTIALS) != 0;
}

static char *
describe_private (const char       *name,
                  const RtOutgoing *sent,
                  const RtUrl      *url,
                  gboolean          goes,
                  gboolean          same_origin)
{
  g_autofree char *from = rt_url_dup_origin (sent->url);
  g_autofree char *to = rt_url_dup_origin (url);

  if (goes && same_origin)
    return NULL;
  if (goes)
    return g_strdup_printf (_("%s goes along to %s, as you chose, though it was typed for %s."),
                            name, to, from);
  if (same_origin)
    return g_strdup_printf (_("%s is withheld, as you chose."), name);

  return g_strdup_printf (_("%s is withheld: it was typed for %s, and this goes to %s."),
                          name, from, to);
}

/* What was typed for the one origin. Which credentials go along that were not
 * typed is decided anew for each request. */
static void
pass_private (RtOutgoing      *next,
              const RtOutgoing *sent,
              gboolean         same_origin,
              RtRedirectFlags  flags,
              GStrvBuilder    *dropped,
              GPtrArray       *sentences)
{
  for (guint i = 0; i < G_N_ELEMENTS (private_fields); i++)
    {
      const char *name = private_fields[i];
      gboolean goes = goes_along (name, same_origin, flags);
      char *sentence;

      if (rt_outgoing_find_field (next, name) == NULL)
        continue;
      sentence = describe_private (name, sent, next->url, goes, same_origin);
      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
      if (!goes && rt_outgoing_remove_field (next, name))
        g_strv_builder_add (dropped, name);
    }
}

/* A server must not choose whose credentials are sent where. */
static void
tell_of_userinfo (const RtUrl *url,
                  GPtrArray   *sentences)
{
  const char *userinfo = rt_url_get_userinfo (url);

  if (userinfo != NULL && *userinfo != '\0')
    g_ptr_array_add (sentences,
                     g_strdup (_("The user name and password in Location are not used: "
                                 "a server does not choose credentials for you.")));
}

static void
turn_to_get (RtOutgoing   *next,
             GStrvBuilder *dropped)
{
  g_free (next->method);
  next->method = g_strdup ("GET");
  if (next->content != NULL)
    g_strv_builder_add (dropped, "content");
  g_clear_pointer (&next->content, rt_content_unref);
  drop (next, content_fields, G_N_ELEMENTS (content_fields), dropped);
}

static RtRedirect *
follow (const Rule       *rule,
        const RtOutgoing *sent,
        RtUrl            *url,
        RtRedirectFlags   flags)
{
  RtRedirect *self = g_new0 (RtRedirect, 1);
  g_autoptr(GStrvBuilder) dropped = g_strv_builder_new ();
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  RtOutgoing *next = rt_outgoing_copy (sent);
  gboolean same_origin = rt_url_same_origin (sent->url, url);

  g_clear_pointer (&next->url, rt_url_free);
  next->url = url;

  if (becomes_get (rule, sent->method) && (flags & RT_REDIRECT_KEEP_METHOD) == 0)
    turn_to_get (next, dropped);
  pass_private (next, sent, same_origin, flags, dropped, sentences);
  tell_of_userinfo (url, sentences);
  renew_host (next, same_origin, dropped);

  self->next = next;
  self->link = make_link (rule, sent, next, dropped, flags);
  for (guint i = 0; i < sentences->len; i++)
    rt_next_add_credentials (self->link, g_ptr_array_index (sentences, i));

  return self;
}

/* FALSE when a NUL hides a part of it. */
static gboolean
read_location (RtHead  *response,
               int      index,
               char   **location)
{
  g_autoptr(GBytes) value = rt_head_dup_field_bytes (response, index);
  gsize length;
  const char *data = g_bytes_get_data (value, &length);

  *location = g_strndup (data != NULL ? data : "", length);

  return strlen (*location) == length;
}

RtRedirect *
rt_redirect_decide (const RtOutgoing *sent,
                    RtHead           *response,
                    RtRedirectFlags   flags)
{
  const Rule *rule;
  g_autofree char *location = NULL;
  g_autoptr(GError) error = NULL;
  RtUrl *url;
  int index;

  g_return_val_if_fail (sent != NULL && response != NULL, NULL);

  rule = find_rule (rt_head_get_status (response));
  if (rule == NULL)
    return end_here (RT_TRAIL_END_NORMAL, NULL);

  index = rt_head_find_field (response, "Location", 0);
  if (index < 0)
    return end_here (RT_TRAIL_END_NO_LOCATION,
                     g_strdup_printf (_("The %d says that the resource is elsewhere, but there is "
                                        "no Location field that says where."), rule->status));

  if (!read_location (response, index, &location))
    return end_here (RT_TRAIL_END_BAD_LOCATION,
                     g_strdup_printf (_("The Location field of the %d contains a NUL byte: "
                                        "nobody can say where it leads."), rule->status));
  if (*location == '\0')
    return end_here (RT_TRAIL_END_NO_LOCATION,
                     g_strdup_printf (_("The Location field of the %d is empty."), rule->status));

  url = rt_url_resolve (sent->url, location, &error);
  if (url == NULL)
    {
      g_autofree char *shown = rt_text_from_wire (location, MIN (strlen (location), 200));

      return end_here (RT_TRAIL_END_BAD_LOCATION,
                       g_strdup_printf (_("The Location “%s” cannot be followed: %s"),
                                        shown, error->message));
    }

  return follow (rule, sent, url, flags);
}

void
rt_redirect_free (RtRedirect *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->next, rt_outgoing_unref);
  g_clear_pointer (&self->link, rt_next_free);
  g_free (self);
}
