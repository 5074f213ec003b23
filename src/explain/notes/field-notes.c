/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fields as such, whatever they are about: deprecated, misspelt, on the wrong
 * side, not allowed in this version of HTTP, more often than once, or too
 * large.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "spelling.h"
#include "tell.h"
#include "topics.h"

/* Bytes of one field, and of a head, that many servers and proxies refuse. */
#define LARGE_FIELD 8192
#define LARGE_HEAD 16384

/* RFC 9110 section 7.6.1, RFC 9113 section 8.2.2. */
static const char *const connection_fields[] = {
  "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", NULL,
};

/* Fields of a response that are one value and no list. */
static const char *const single[] = {
  "Access-Control-Allow-Credentials", "Access-Control-Allow-Origin", "Access-Control-Max-Age", "Age",
  "Content-Disposition", "Content-Location", "Content-Range", "Content-Type",
  "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Date", "ETag", "Expires",
  "Last-Modified", "Location", "Retry-After", "Server", "Strict-Transport-Security",
  "X-Content-Type-Options", NULL,
};

/* Deprecated fields that have notes of their own, or are harmless and on every
 * server. */
static const char *const elsewhere[] = {
  "Pragma", "Public-Key-Pins", "Public-Key-Pins-Report-Only", "Content-MD5", "Expect-CT", "P3P",
  "Digest", "Feature-Policy", "X-XSS-Protection", "X-Frame-Options", NULL,
};

static gboolean
is_in (const char        *name,
       const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Where it is defined; of a field that no document defines, where names are. */
static const char *
get_section (RtEntry *entry)
{
  const char *section = rt_entry_get_specification (entry);

  return *section != '\0' ? section : "RFC 9110, section 5.1";
}

static void
check_status (RtCase     *self,
              guint       field,
              const char *name,
              RtEntry    *entry)
{
  const char *status = rt_entry_get_fact (entry, "status");

  if (is_in (name, elsewhere) ||
      (g_strcmp0 (status, "deprecated") != 0 && g_strcmp0 (status, "obsoleted") != 0))
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-deprecated", RT_NOTE_INFO,
                get_section (entry),
                g_strdup_printf (_("%s is out of date."), rt_entry_get_name (entry)),
                g_strdup (*rt_entry_get_meaning (entry) != '\0' ? rt_entry_get_meaning (entry)
                                                                 : rt_entry_get_summary (entry)));
}

static void
check_side (RtCase  *self,
            guint    field,
            RtEntry *entry)
{
  if (g_strcmp0 (rt_entry_get_fact (entry, "direction"), "request") != 0)
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-of-requests", RT_NOTE_INFO,
                get_section (entry),
                g_strdup_printf (_("%s has a meaning in requests only."), rt_entry_get_name (entry)),
                g_strdup_printf (_("In a request: %s In a response nobody reads it."),
                                 rt_entry_get_summary (entry)));
}

/* A name that nobody knows and that is nearly one that everybody knows. */
static void
check_spelling (RtCase     *self,
                guint       field,
                const char *name)
{
  g_autofree char *quoted = rt_case_quote (name);
  const char *meant = rt_spelling_find_field (self->catalogue, name);

  if (meant == NULL)
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-misspelt", RT_NOTE_WARNING,
                "RFC 9110, section 5.1",
                g_strdup_printf (_("Perhaps %s was meant."), meant),
                g_strdup_printf (_("No field %s is known, and a recipient ignores what it does not "
                                   "know."), quoted));
}

static void
check_connection_field (RtCase     *self,
                        guint       field,
                        const char *name)
{
  if (rt_head_get_version (self->response) < 20 || !is_in (name, connection_fields))
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-of-http1", RT_NOTE_FAULT,
                "RFC 9113, section 8.2.2",
                g_strdup_printf (_("%s must not stand in an HTTP/2 response."), name),
                g_strdup (_("It speaks of the connection, which HTTP/2 manages by its frames. Some clients "
                            "refuse the whole response.")));
}

static void
check_repeated (RtCase     *self,
                guint       field,
                const char *name)
{
  int other = rt_head_find_field (self->response, name, field + 1);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (other < 0 || !is_in (name, single) ||
      rt_head_find_field (self->response, name, 0) != (int) field)
    return;
  /* The topic on redirects has said so. */
  if (g_ascii_strcasecmp (name, "Location") == 0 &&
      (rt_case_has_note (self, "redirect-location-conflicting") ||
       rt_case_has_note (self, "redirect-location-repeated")))
    return;

  first = rt_head_dup_field_value (self->response, field);
  second = rt_head_dup_field_value (self->response, other);
  if (g_str_equal (first, second))
    rt_case_take (self, RT_NOTE_ON_FIELD, other, "field-repeated-same", RT_NOTE_INFO,
                  "RFC 9110, section 5.3",
                  g_strdup_printf (_("%s stands there twice, with one value."), name),
                  g_strdup (_("It must be sent once. Often the server and a proxy both add it.")));
  else
    {
      g_autofree char *quoted = rt_case_quote (first);
      g_autofree char *quoted_second = rt_case_quote (second);

      rt_case_take (self, RT_NOTE_ON_FIELD, other, "field-repeated", RT_NOTE_FAULT,
                    "RFC 9110, section 5.3",
                    g_strdup_printf (_("%s stands there twice, and the values differ."), name),
                    g_strdup_printf (_("%s and %s: some clients take the first, some the last."),
                                     quoted, quoted_second));
    }
}

static void
check_size (RtCase     *self,
            guint       field,
            const char *name)
{
  const RtFieldLine *line = rt_head_get_field (self->response, field);
  gboolean is_cut = (line->oddities & RT_ODDITY_CUT) != 0;
  g_autofree char *size = NULL;

  if (line->line.length <= LARGE_FIELD)
    return;

  size = rt_format_size (line->line.length);
  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-large", RT_NOTE_WARNING,
                "RFC 9110, section 5.4",
                g_strdup_printf (is_cut ? _("%.40s is very large: more than %s.")
                                        : _("%.40s is very large: %s."), name, size),
                g_strdup (_("Many clients and proxies give up on a field of more than 8 kB.")));
}

static void
check_field (RtCase *self,
             guint   field)
{
  g_autofree char *name = rt_head_dup_field_name (self->response, field);
  RtEntry *entry;

  /* Pseudo fields of HTTP/2 are part of its start line. */
  if (*name == ':' || (rt_head_get_field (self->response, field)->oddities &
       (RT_ODDITY_BAD_NAME | RT_ODDITY_EMPTY_NAME | RT_ODDITY_NO_COLON)) != 0)
    return;

  entry = rt_catalogue_find_field (self->catalogue, name);
  if (entry != NULL)
    {
      check_status (self, field, name, entry);
      check_side (self, field, entry);
    }
  else
    check_spelling (self, field, name);
  check_connection_field (self, field, name);
  check_repeated (self, field, name);
  check_size (self, field, name);
}

void
rt_explain_fields (RtCase *self)
{
  g_autofree char *size = NULL;

  if (self->response == NULL)
    return;

  for (guint i = 0; i < rt_head_get_n_fields (self->response); i++)
    check_field (self, i);

  if (rt_head_get_wire_length (self->response) <= LARGE_HEAD)
    return;
  size = rt_format_size (rt_head_get_wire_length (self->response));
  rt_case_take (self, RT_NOTE_ON_STATUS, 0, "field-section-large", RT_NOTE_WARNING,
                "RFC 9110, section 5.4",
                g_strdup_printf (self->is_cut
                                   ? _("The head of the response is very large: more than %s.")
                                   : _("The head of the response is very large: %s."), size),
                g_strdup (_("Many clients and proxies give up on a head of more than 16 kB.")));
}
