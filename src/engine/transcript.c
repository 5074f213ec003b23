/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads heads one after the other; the rest is content. */

#include "config.h"

#include "transcript.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange-private.h"
#include "format.h"
#include "framing.h"
#include "head-scan.h"
#include "text.h"
#include "trail-private.h"
#include "url.h"

/* Bytes of what is shown in place of a response. */
#define SHOWN 60

typedef struct
{
  const char *method; /* given; NULL when not known */
  gboolean    is_verbose; /* curl -v: content and curl's own words are mixed */
  char       *url;    /* of the exchange that is read; NULL when not known */
  RtHead     *request; /* of the exchange that is read; NULL when not known */
  GPtrArray  *interim; /* RtHead */
  GPtrArray  *exchanges;
} Transcript;

static gboolean
begins_response (const char *data,
                 gsize       length)
{
  return length > 5 && memcmp (data, "HTTP/", 5) == 0;
}

static gsize
skip_blank (const char *data,
            gsize       length)
{
  gsize at = 0;

  while (at < length && (data[at] == '\r' || data[at] == '\n'))
    at++;

  return at;
}

/* Length of the head with its blank line; all of it when there is none. */
static gsize
measure_head (const char *data,
              gsize       length)
{
  for (gsize at = 0; at < length; at++)
    {
      if (data[at] != '\n')
        continue;
      if (at + 1 < length && data[at + 1] == '\n')
        return at + 2;
      if (at + 2 < length && data[at + 1] == '\r' && data[at + 2] == '\n')
        return at + 3;
    }

  return length;
}

/* Where the next request goes: as the Location of this response says. */
static void
move_on (Transcript *self,
         RtHead     *response)
{
  int status = rt_head_get_status (response);
  g_autofree char *location = rt_head_dup_combined (response, "Location");
  g_autoptr(RtUrl) base = self->url != NULL ? rt_url_parse (self->url, NULL) : NULL;
  g_autoptr(RtUrl) next = NULL;

  g_clear_pointer (&self->request, rt_head_unref);
  if (status < 300 || status > 399 || location == NULL || base == NULL)
    return;

  next = rt_url_resolve (base, location, NULL);
  g_free (self->url);
  self->url = next != NULL ? g_strdup (rt_url_get_text (next)) : NULL;
}

static RtExchange *
create_exchange (Transcript *self,
                 RtHead     *response)
{
  g_autofree char *own = self->request != NULL ? rt_head_dup_method (self->request) : NULL;
  const char *method = own != NULL ? own : self->method != NULL ? self->method : "GET";
  RtExchange *exchange = rt_exchange_new (NULL, method, self->url != NULL ? self->url : "");
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.response_head = rt_head_get_wire_length (response);
  if (self->request != NULL)
    {
      sizes.request_head = rt_head_get_wire_length (self->request);
      rt_exchange_take_request_head (exchange, rt_head_ref (self->request));
    }
  rt_exchange_set_sizes (exchange, &sizes);
  for (guint i = 0; i < self->interim->len; i++)
    rt_exchange_take_interim_head (exchange, rt_head_ref (g_ptr_array_index (self->interim, i)));
  g_ptr_array_set_size (self->interim, 0);
  rt_exchange_take_response_head (exchange, rt_head_ref (response));

  return exchange;
}

static gboolean
set_content (RtExchange  *exchange,
             const char  *data,
             gsize        length,
             GError     **error)
{
  RtSizes sizes;

  if (length > 0 && !rt_body_append (rt_exchange_get_body (exchange), data, length, error))
    return FALSE;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.content_wire = sizes.content_encoded = sizes.content_decoded = length;
  rt_exchange_set_sizes (exchange, &sizes);

  return TRUE;
}

/* What is wrong with the head, its announcement of content included. */
static void
judge_head (Transcript   *self,
            RtExchange   *exchange,
            const RtHead *head,
            gsize         content_length,
            gboolean      is_last)
{
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *version = rt_head_dup_version (head);
  g_autoptr(GPtrArray) faults = g_ptr_array_new ();
  RtFramingPlan plan;

  /* The status line of the later versions is curl's own: "HTTP/2 200 ". */
  if (g_str_has_prefix (version, "HTTP/1."))
    rt_head_add_faults (head, faults);
  plan = rt_framing_decide (head, method, faults);
  for (guint i = 0; i < faults->len; i++)
    rt_exchange_take_fault (exchange, faults->pdata[i]);

  /* No content at all is a head that was asked for alone; coded content may
   * have been decoded. */
  if (is_last && !self->is_verbose && plan.framing == RT_FRAMING_LENGTH && content_length > 0 &&
      (gint64) content_length < plan.length && rt_head_find_field (head, "Content-Encoding", 0) < 0)
    {
      g_autofree char *announced = rt_format_bytes (plan.length);
      g_autofree char *seen = rt_format_count (content_length);

      rt_exchange_take_fault (exchange,
                              rt_fault_new (RT_FAULT_CONTENT_SHORT,
                                            _("%s announced, %s received"), announced, seen));
    }
}

/* What a client goes on after, so that another head may follow. */
static gboolean
may_go_on (int status)
{
  return (status >= 300 && status <= 399) || status == 401 || status == 407 || status == 200;
}

/* One head, and what it leads to. Returns the bytes that were read of it; the
 * content of the last one is all the rest. */
static gssize
read_one (Transcript  *self,
          const char  *data,
          gsize        length,
          GError     **error)
{
  gsize head_length = measure_head (data, length);
  g_autoptr(GBytes) bytes = g_bytes_new (data, head_length);
  g_autoptr(RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
  int status = rt_head_get_status (head);
  gsize next = head_length + skip_blank (data + head_length, length - head_length);
  gboolean another = begins_response (data + next, length - next);
  g_autoptr(RtExchange) exchange = NULL;

  if (another && status >= 100 && status <= 199)
    {
      g_ptr_array_add (self->interim, g_steal_pointer (&head));
      return next;
    }

  another = another && may_go_on (status);
  exchange = create_exchange (self, head);
  if (!another && !set_content (exchange, data + head_length, length - head_length, error))
    return -1;
  judge_head (self, exchange, head, length - head_length, !another);
  rt_exchange_finish (exchange);
  g_ptr_array_add (self->exchanges, g_steal_pointer (&exchange));
  move_on (self, head);

  return another ? next : length;
}

static gboolean
read_all (Transcript  *self,
          const char  *data,
          gsize        length,
          GError     **error)
{
  gsize at = skip_blank (data, length);

  if (!begins_response (data + at, length - at))
    {
      g_autofree char *start = rt_text_from_wire (data + at, MIN (length - at, SHOWN));

      if (at == length)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("There is nothing to read."));
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("It begins with “%s”. A response begins with “HTTP/1.1 200 OK” or the like: "
                       "ask curl for its head with -i."), start);
      return FALSE;
    }

  while (at < length)
    {
      gssize read = read_one (self, data + at, length - at, error);

      if (read < 0)
        return FALSE;
      at += read;
    }

  return TRUE;
}

/* curl -v: every line says in its first two characters what it is. */

static gboolean
is_verbose (const char *data,
            gsize       length)
{
  return g_strstr_len (data, length, "\n< HTTP/") != NULL ||
         (length > 7 && memcmp (data, "< HTTP/", 7) == 0);
}

/* "Host: a" of a request, to make its URL of. */
static void
set_url (Transcript *self)
{
  g_autofree char *target = rt_head_dup_target (self->request);
  g_autofree char *host = rt_head_dup_combined (self->request, "Host");
  g_autoptr(RtUrl) known = self->url != NULL ? rt_url_parse (self->url, NULL) : NULL;
  const char *scheme = known != NULL ? rt_url_get_scheme (known) : "http";

  if (host == NULL || target == NULL || *target != '/')
    return;

  g_free (self->url);
  self->url = g_strconcat (scheme, "://", host, target, NULL);
}

static void
end_request (Transcript *self,
             GString    *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text->str, text->len);

  if (text->len == 0)
    return;

  g_clear_pointer (&self->request, rt_head_unref);
  self->request = rt_head_parse (RT_HEAD_REQUEST, bytes);
  set_url (self);
  g_string_truncate (text, 0);
}

static gboolean
end_response (Transcript  *self,
              GString     *head,
              GString     *content,
              GError     **error)
{
  g_autoptr(GString) all = g_string_new_len (head->str, head->len);
  gboolean done;

  if (head->len == 0)
    return TRUE;

  g_string_append_len (all, content->str, content->len);
  done = read_all (self, all->str, all->len, error);
  g_string_truncate (head, 0);
  g_string_truncate (content, 0);

  return done;
}

/* Lines beginning with "*", "{" or "}" are curl's own words. */
static gboolean
is_remark (const char *line,
           gsize       length)
{
  return length >= 2 && strchr ("*{}", line[0]) != NULL && line[1] == ' ';
}

static gboolean
read_verbose (Transcript  *self,
              const char  *data,
              gsize        length,
              GError     **error)
{
  g_autoptr(GString) request = g_string_new (NULL);
  g_autoptr(GString) head = g_string_new (NULL);
  g_autoptr(GString) content = g_string_new (NULL);
  const char *end = data + length;

  for (const char *line = data; line < end;)
    {
      const char *newline = memchr (line, '\n', end - line);
      gsize n = newline != NULL ? newline + 1 - line : end - line;

      if (n >= 2 && line[0] == '>')
        {
          if (!end_response (self, head, content, error))
            return FALSE;
          g_string_append_len (request, line + 2, n - MIN (n, 2));
        }
      else if (n >= 2 && line[0] == '<' && strchr (" \r\n", line[1]) != NULL)
        {
          gsize mark = line[1] == ' ' ? 2 : 1;

          end_request (self, request);
          g_string_append_len (head, line + mark, n - mark);
        }
      else if (!is_remark (line, n) && head->len > 0)
        g_string_append_len (content, line, n);
      line += n;
    }

  return end_response (self, head, content, error);
}

RtTrail *
rt_transcript_parse (GBytes      *bytes,
                     const char  *method,
                     const char  *url,
                     GError     **error)
{
  gsize length;
  const char *data;
  Transcript self = { .method = method };
  g_autoptr(GPtrArray) exchanges = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) interim = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_head_unref);
  g_autoptr(RtRequest) request = rt_request_new ();
  gboolean done;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (data == NULL)
    data = "";
  self.url = g_strdup (url);
  self.exchanges = exchanges;
  self.interim = interim;
  self.is_verbose = is_verbose (data, length);
  done = self.is_verbose ? read_verbose (&self, data, length, error)
                         : read_all (&self, data, length, error);
  g_clear_pointer (&self.url, g_free);
  g_clear_pointer (&self.request, rt_head_unref);
  if (!done)
    return NULL;

  rt_request_set_url (request, url != NULL ? url : "");
  if (method != NULL)
    rt_request_set_method (request, method);

  return rt_trail_new_finished (request, exchanges);
}
