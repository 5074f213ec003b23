/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Builds and frames responses (RFC 9112 section 6). What must not be framed
 * right is not its business: fault routes write to the peer themselves.
 */

#include "reply.h"

#include <stdio.h>
#include <string.h>

typedef enum
{
  BODY_NONE,    /* HEAD, 204, 304: the head is all */
  BODY_LENGTH,
  BODY_CHUNKED,
  BODY_CLOSE,   /* ends with the connection */
} Body;

struct _RtReply
{
  RtCall   *call;
  guint     code;
  char     *reason;
  GString  *fields;
  GString  *options; /* of Connection */
  gboolean  last;
  Body      body;
};

static const char * const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char * const months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

char *
rt_reply_format_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  /* Not by strftime(), whose names follow the locale. */
  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d GMT",
                          days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time),
                          months[g_date_time_get_month (time) - 1],
                          g_date_time_get_year (time),
                          g_date_time_get_hour (time),
                          g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

gint64
rt_reply_parse_date (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  char month[4] = "";
  int day, year, hour, minute, second;
  guint m = 0;

  if (sscanf (text, "%*3s, %2d %3s %4d %2d:%2d:%2d GMT", &day, month, &year, &hour, &minute,
              &second) != 6)
    return -1;
  while (m < G_N_ELEMENTS (months) && strcmp (months[m], month) != 0)
    m++;
  if (m == G_N_ELEMENTS (months))
    return -1;
  time = g_date_time_new_utc (year, m + 1, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) : -1;
}

RtReply *
rt_reply_new (RtCall     *call,
              guint       code,
              const char *reason)
{
  RtReply *self = g_new0 (RtReply, 1);

  self->call = call;
  self->code = code;
  self->reason = g_strdup (reason != NULL ? reason : rt_reply_phrase (code));
  self->fields = g_string_new (NULL);
  self->options = g_string_new (NULL);
  return self;
}

void
rt_reply_free (RtReply *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_string_free (self->fields, TRUE);
  g_string_free (self->options, TRUE);
  g_free (self);
}

static void
add_option (RtReply    *self,
            const char *option)
{
  if (self->options->len > 0)
    g_string_append (self->options, ", ");
  g_string_append (self->options, option);
}

void
rt_reply_add (RtReply    *self,
              const char *name,
              const char *value)
{
  /* Only rt_call and the routes' own checks let values through; a line end
   * here is a mistake in this program. */
  g_assert (strpbrk (name, "\r\n") == NULL && strpbrk (value, "\r\n") == NULL);

  if (g_ascii_strcasecmp (name, "Connection") == 0)
    add_option (self, value);
  else
    g_string_append_printf (self->fields, "%s: %s\r\n", name, value);
}

void
rt_reply_addf (RtReply    *self,
               const char *name,
               const char *format,
               ...)
{
  g_autofree char *value = NULL;
  va_list arguments;

  va_start (arguments, format);
  value = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  rt_reply_add (self, name, value);
}

void
rt_reply_set_last (RtReply *self)
{
  self->last = TRUE;
}

static gboolean
may_have_content (RtReply *self)
{
  return self->code != 204 && self->code != 304;
}

static void
choose_framing (RtReply *self,
                gint64   length)
{
  gboolean old = self->call->minor_version == 0;

  if (!may_have_content (self))
    self->body = BODY_NONE;
  else if (length >= 0)
    self->body = BODY_LENGTH;
  else
    self->body = old ? BODY_CLOSE : BODY_CHUNKED;
  if (self->body == BODY_CLOSE || !self->call->content_read || !self->call->persistent)
    self->last = TRUE;
}

/* What HEAD leaves out is decided by the writers, so that its head is that of
 * GET. */
static GString *
make_head (RtReply    *self,
           const char *type,
           gint64      length)
{
  g_autofree char *date = rt_reply_format_date (g_get_real_time () / G_USEC_PER_SEC);
  GString *head = g_string_new (NULL);

  choose_framing (self, length);
  g_string_append_printf (head, "HTTP/1.1 %03u %s\r\n%s", self->code, self->reason,
                          self->fields->str);
  if (type != NULL && may_have_content (self))
    g_string_append_printf (head, "Content-Type: %s\r\n", type);
  if (self->body == BODY_LENGTH)
    g_string_append_printf (head, "Content-Length: %" G_GINT64_FORMAT "\r\n", length);
  if (self->body == BODY_CHUNKED)
    g_string_append (head, "Transfer-Encoding: chunked\r\n");
  g_string_append_printf (head, "Date: %s\r\n", date);
  if (self->last)
    add_option (self, "close");
  else if (self->call->minor_version == 0)
    add_option (self, "keep-alive");
  if (self->options->len > 0)
    g_string_append_printf (head, "Connection: %s\r\n", self->options->str);
  g_string_append (head, "\r\n");
  self->call->persistent = !self->last;
  self->call->answered = TRUE;
  return head;
}

void
rt_reply_send (RtReply    *self,
               const char *type,
               const void *content,
               gssize      length)
{
  gsize size = length < 0 ? strlen (content) : (gsize) length;
  g_autoptr (GString) bytes = make_head (self, type, size);

  if (self->body != BODY_NONE && !rt_call_is_head (self->call))
    g_string_append_len (bytes, content, size);
  rt_peer_write (self->call->peer, bytes->str, bytes->len);
}

void
rt_reply_send_json (RtReply     *self,
                    RtReplyJson *json)
{
  GString *text = rt_reply_json_end (json);

  rt_reply_send (self, "application/json", text->str, text->len);
}

gboolean
rt_reply_begin (RtReply    *self,
                const char *type,
                gint64      length)
{
  g_autoptr (GString) head = make_head (self, type, length);

  return rt_peer_write (self->call->peer, head->str, head->len)
         && self->body != BODY_NONE && !rt_call_is_head (self->call);
}

gboolean
rt_reply_write (RtReply    *self,
                const void *bytes,
                gsize       length)
{
  g_autoptr (GString) chunk = NULL;

  /* A chunk of no bytes would be the last one. */
  if (length == 0)
    return rt_peer_is_open (self->call->peer);
  if (self->body != BODY_CHUNKED)
    return rt_peer_write (self->call->peer, bytes, length);
  chunk = g_string_sized_new (length + 16);
  g_string_append_printf (chunk, "%" G_GSIZE_MODIFIER "x\r\n", length);
  g_string_append_len (chunk, bytes, length);
  g_string_append (chunk, "\r\n");
  return rt_peer_write (self->call->peer, chunk->str, chunk->len);
}

void
rt_reply_end (RtReply    *self,
              const char *trailers)
{
  g_autofree char *end = NULL;

  if (self->body != BODY_CHUNKED || rt_call_is_head (self->call))
    return;
  end = g_strconcat ("0\r\n", trailers != NULL ? trailers : "", "\r\n", NULL);
  rt_peer_write_text (self->call->peer, end);
}

void
rt_reply_refuse (RtCall     *call,
                 guint       code,
                 const char *why)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, code, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_number (json, "status", code);
  rt_reply_json_string (json, "reason", rt_reply_phrase (code));
  rt_reply_json_string (json, "error", why);
  rt_reply_send_json (reply, json);
}
