/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads requests (RFC 9112). Strict about what would let two readers disagree
 * on where a message ends, lenient about the rest; keeps everything as it was
 * spelt. Must not use the readers of the wire layer, which are tested with it.
 */

#include "call.h"

#include "number.h"

#include <string.h>

RtCallField *
rt_call_field_new (const char *name,
                   const char *value)
{
  RtCallField *field = g_new0 (RtCallField, 1);

  field->name = g_strdup (name);
  field->value = g_strdup (value);
  return field;
}

void
rt_call_field_free (RtCallField *field)
{
  g_clear_pointer (&field->name, g_free);
  g_clear_pointer (&field->value, g_free);
  g_free (field);
}

static void
replace (char       **place,
         const char  *text)
{
  char *copy = g_strdup (text);

  g_clear_pointer (place, g_free);
  *place = copy;
}

static GPtrArray *
field_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rt_call_field_free);
}

void
rt_call_free (RtCall *self)
{
  g_clear_pointer (&self->head, g_bytes_unref);
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->content, g_byte_array_unref);
  g_clear_pointer (&self->content_sha256, g_checksum_free);
  g_clear_pointer (&self->trailers, g_ptr_array_unref);
  g_free (self);
}

/* Length of the line at @bytes with its end, CRLF or LF; 0 when it is not
 * whole. */
static gsize
measure_line (const guint8 *bytes,
              gsize         length)
{
  const guint8 *end = length > 0 ? memchr (bytes, '\n', length) : NULL;

  return end != NULL ? (gsize) (end - bytes) + 1 : 0;
}

/* Length of the head at @bytes with its empty line; 0 when it is not whole. */
static gsize
measure_head (const guint8 *bytes,
              gsize         length)
{
  gsize at = 0;
  gsize line;

  while ((line = measure_line (bytes + at, length - at)) > 0)
    {
      gboolean empty = line == 1 || (line == 2 && bytes[at] == '\r');

      at += line;
      if (empty)
        return at;
    }
  return 0;
}

/* A line without its end; NULL when it holds a byte that no line may. */
static char *
dup_line (const char *bytes,
          gsize       length)
{
  length--;
  if (length > 0 && bytes[length - 1] == '\r')
    length--;
  if (memchr (bytes, '\0', length) != NULL || memchr (bytes, '\r', length) != NULL)
    return NULL;
  return g_strndup (bytes, length);
}

static gboolean
is_token (const char *text)
{
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr ("!#$%&'*+-.^_`|~", *text) == NULL)
      return FALSE;
  return TRUE;
}

/* One field line, or the continuation of the one before (RFC 9112 section
 * 5.2), into @fields; a sentence when it is neither. */
static const char *
parse_field (GPtrArray  *fields,
             const char *line)
{
  RtCallField *last = fields->len > 0 ? g_ptr_array_index (fields, fields->len - 1) : NULL;
  g_autoptr (RtCallField) field = NULL;
  const char *colon = strchr (line, ':');

  if (*line == ' ' || *line == '\t')
    {
      g_autofree char *rest = g_strstrip (g_strdup (line));
      g_autofree char *joined = NULL;

      if (last == NULL)
        return "The first field line starts with a space.";
      joined = g_strconcat (last->value, " ", rest, NULL);
      replace (&last->value, joined);
      return NULL;
    }
  if (colon == NULL)
    return "A field line has no colon.";
  field = rt_call_field_new ("", colon + 1);
  g_clear_pointer (&field->name, g_free);
  field->name = g_strndup (line, colon - line);
  if (!is_token (field->name))
    return "A field name is not a token.";
  g_strstrip (field->value);
  g_ptr_array_add (fields, g_steal_pointer (&field));
  return NULL;
}

/* The lines of @bytes, all whole, the last one empty. */
static const char *
parse_fields (GPtrArray    *fields,
              const guint8 *bytes,
              gsize         length)
{
  while (length > 0)
    {
      gsize line_length = measure_line (bytes, length);
      g_autofree char *line = dup_line ((const char *) bytes, line_length);
      const char *why = NULL;

      if (line == NULL)
        return "A field line holds a NUL or a lone CR.";
      if (*line != '\0')
        why = parse_field (fields, line);
      if (why != NULL)
        return why;
      bytes += line_length;
      length -= line_length;
    }
  return NULL;
}

/* Splits the target into path and query; an absolute one loses its origin. */
static gboolean
parse_target (RtCall *self)
{
  const char *path = self->target;
  const char *mark;

  if (g_ascii_strncasecmp (path, "http://", 7) == 0
      || g_ascii_strncasecmp (path, "https://", 8) == 0)
    {
      path = strstr (path, "://") + 3;
      path += strcspn (path, "/?");
    }
  else if (*path != '/' && strcmp (path, "*") != 0)
    return FALSE;
  mark = strchr (path, '?');
  self->path = mark != NULL ? g_strndup (path, mark - path) : g_strdup (path);
  self->query = mark != NULL ? g_strdup (mark + 1) : NULL;
  if (*self->path == '\0')
    replace (&self->path, "/");
  return TRUE;
}

static guint
parse_request_line (RtCall      *self,
                    const char  *line,
                    const char **why)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  *why = "The request line is not METHOD TARGET HTTP/1.1.";
  if (g_strv_length (words) != 3 || !is_token (words[0]) || *words[1] == '\0')
    return 400;
  replace (&self->method, words[0]);
  replace (&self->target, words[1]);
  if (!g_str_has_prefix (words[2], "HTTP/"))
    return 400;
  *why = "This server speaks HTTP/1.0 and HTTP/1.1.";
  if (strcmp (words[2], "HTTP/1.0") != 0 && strcmp (words[2], "HTTP/1.1") != 0)
    return 505;
  self->minor_version = words[2][7] - '0';
  *why = "The request target is not a path, an http URL or *.";
  return parse_target (self) ? 0 : 400;
}

/* RFC 9112 section 6.3: how long is the content? */
static guint
find_framing (RtCall      *self,
              const char **why)
{
  const char *coding = rt_call_find_field (self, "Transfer-Encoding");
  const char *length = rt_call_find_field (self, "Content-Length");

  *why = "Content-Length and Transfer-Encoding together say two things.";
  if (coding != NULL && length != NULL)
    return 400;
  *why = "The only transfer coding known here is chunked.";
  if (coding != NULL && g_ascii_strcasecmp (coding, "chunked") != 0)
    return 501;
  *why = "Content-Length is not one number of a sensible size.";
  if (length != NULL
      && !rt_number_read (length, 10, 0, G_MAXINT64, &self->content_left))
    return 400;
  for (guint i = 0, seen = 0; i < self->fields->len; i++)
    {
      RtCallField *field = g_ptr_array_index (self->fields, i);

      if (g_ascii_strcasecmp (field->name, "Content-Length") == 0 && ++seen > 1)
        return 400;
    }
  *why = "This is more content than the playground takes.";
  if (self->content_left > RT_CALL_MAX_CONTENT)
    return 413;
  if (coding != NULL)
    self->framing = RT_FRAMING_CHUNKED;
  else if (self->content_left > 0)
    self->framing = RT_FRAMING_LENGTH;
  self->content_read = self->framing == RT_FRAMING_NONE;
  return 0;
}

static guint
parse_head (RtCall      *self,
            const char **why)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (self->head, &length);
  gsize line_length = measure_line (bytes, length);
  g_autofree char *line = dup_line ((const char *) bytes, line_length);
  guint refusal;

  *why = "The request line holds a NUL or a lone CR.";
  if (line == NULL)
    return 400;
  refusal = parse_request_line (self, line, why);
  if (refusal != 0)
    return refusal;
  *why = parse_fields (self->fields, bytes + line_length, length - line_length);
  if (*why != NULL)
    return 400;
  *why = "HTTP/1.1 requires a Host field.";
  if (self->minor_version >= 1 && rt_call_find_field (self, "Host") == NULL)
    return 400;
  refusal = find_framing (self, why);
  if (refusal != 0)
    return refusal;
  self->expects = self->minor_version >= 1 && !self->content_read
                  && rt_call_has_token (self, "Expect", "100-continue");
  self->persistent = self->minor_version >= 1
                     ? !rt_call_has_token (self, "Connection", "close")
                     : rt_call_has_token (self, "Connection", "keep-alive");
  return 0;
}

static RtCall *
call_new (RtService *service,
          RtPeer    *peer)
{
  RtCall *self = g_new0 (RtCall, 1);

  self->service = service;
  self->peer = peer;
  self->fields = field_list_new ();
  self->trailers = field_list_new ();
  self->content = g_byte_array_new ();
  self->content_sha256 = g_checksum_new (G_CHECKSUM_SHA256);
  /* Good enough to carry a refusal when the head is no request at all. */
  self->method = g_strdup ("GET");
  self->target = g_strdup ("");
  self->minor_version = 1;
  return self;
}

/* Takes the bytes of a whole head from @peer; 0, 431, or -1 at the end. */
static int
take_head (RtPeer  *peer,
           GBytes **head)
{
  const guint8 *bytes;
  gsize length, head_length;

  do
    {
      bytes = rt_peer_peek (peer, &length);
      /* An empty line before a request is skipped (RFC 9112 section 2.2). */
      while (length > 0 && (*bytes == '\r' || *bytes == '\n'))
        {
          rt_peer_consume (peer, 1);
          bytes = rt_peer_peek (peer, &length);
        }
      head_length = measure_head (bytes, length);
      if (head_length > RT_CALL_MAX_HEAD || (head_length == 0 && length > RT_CALL_MAX_HEAD))
        return 431;
    }
  while (head_length == 0 && rt_peer_fill (peer));
  if (head_length == 0)
    return -1;
  *head = g_bytes_new (bytes, head_length);
  rt_peer_consume (peer, head_length);
  return 0;
}

RtCall *
rt_call_read (RtService   *service,
              RtPeer      *peer,
              guint       *refusal,
              const char **why)
{
  g_autoptr (RtCall) self = call_new (service, peer);
  int taken = take_head (peer, &self->head);

  *refusal = 0;
  if (taken < 0)
    return NULL;
  *why = "The request head is larger than 128 KiB.";
  *refusal = taken == 0 ? parse_head (self, why) : (guint) taken;
  if (*refusal != 0)
    self->persistent = FALSE;
  return g_steal_pointer (&self);
}

static void
keep_content (RtCall       *self,
              const guint8 *bytes,
              gsize         length)
{
  gsize room = RT_CALL_KEPT_BYTES - self->content->len;

  g_byte_array_append (self->content, bytes, MIN (room, length));
  g_checksum_update (self->content_sha256, bytes, length);
  self->content_length += length;
}

/* The next @length bytes belong to the content. */
static gboolean
read_run (RtCall  *self,
          guint64  length)
{
  while (length > 0)
    {
      gsize have;
      const guint8 *bytes = rt_peer_peek (self->peer, &have);
      gsize part = MIN (have, length);

      if (part == 0 && !rt_peer_fill (self->peer))
        return FALSE;
      keep_content (self, bytes, part);
      rt_peer_consume (self->peer, part);
      length -= part;
    }
  return TRUE;
}

/* (transfer full): the next line without its end; NULL at the end of input, or
 * when it is too long or broken. */
static char *
read_line (RtCall *self)
{
  gsize length, line_length;
  const guint8 *bytes;
  g_autofree char *line = NULL;

  do
    {
      bytes = rt_peer_peek (self->peer, &length);
      line_length = measure_line (bytes, length);
    }
  while (line_length == 0 && length < RT_CALL_MAX_HEAD && rt_peer_fill (self->peer));
  if (line_length == 0)
    return NULL;
  line = dup_line ((const char *) bytes, line_length);
  rt_peer_consume (self->peer, line_length);
  return g_steal_pointer (&line);
}

/* RFC 9112 section 7.1: the size of the next chunk; -1 when it is none. */
static gint64
read_chunk_size (RtCall *self)
{
  g_autofree char *line = read_line (self);
  guint64 size;

  if (line == NULL)
    return -1;
  line[strcspn (line, "; \t")] = '\0';
  if (!rt_number_read (line, 16, 0, RT_CALL_MAX_CONTENT, &size))
    return -1;
  return size;
}

static int
read_trailers (RtCall *self)
{
  guint lines = 0;

  while (TRUE)
    {
      g_autofree char *line = read_line (self);

      if (line == NULL || ++lines > 1000)
        return 400;
      if (*line == '\0')
        return 0;
      if (parse_field (self->trailers, line) != NULL)
        return 400;
    }
}

static int
read_chunks (RtCall *self)
{
  while (TRUE)
    {
      gint64 size = read_chunk_size (self);
      g_autofree char *end = NULL;

      if (size < 0)
        return 400;
      if (size == 0)
        return read_trailers (self);
      if (self->content_length + size > RT_CALL_MAX_CONTENT)
        return 413;
      if (!read_run (self, size))
        return -1;
      end = read_line (self);
      if (end == NULL || *end != '\0')
        return 400;
    }
}

int
rt_call_read_content (RtCall *self)
{
  int result = 0;

  if (self->content_read)
    return 0;
  if (self->expects && !rt_peer_write_text (self->peer, "HTTP/1.1 100 Continue\r\n\r\n"))
    return -1;
  self->expects = FALSE;
  if (self->framing == RT_FRAMING_CHUNKED)
    result = read_chunks (self);
  else if (!read_run (self, self->content_left))
    result = -1;
  self->content_read = result == 0;
  if (result != 0)
    self->persistent = FALSE;
  return result;
}
