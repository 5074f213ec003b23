/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the JSON text while it grows. Not a general writer: no numbers but
 * integers, no check that keys differ.
 */

#include "reply-json.h"

#include <string.h>

struct _RtReplyJson
{
  GString  *text;
  GString  *brackets; /* the closing ones, innermost last */
  gboolean  empty;    /* is the innermost one empty so far? */
};

RtReplyJson *
rt_reply_json_new (void)
{
  RtReplyJson *self = g_new0 (RtReplyJson, 1);

  self->text = g_string_new ("{");
  self->brackets = g_string_new ("}");
  self->empty = TRUE;
  return self;
}

void
rt_reply_json_free (RtReplyJson *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->brackets, TRUE);
  g_free (self);
}

static void
append_character (GString  *text,
                  gunichar  c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (text, "\\%c", (char) c);
  else if (c == '\n')
    g_string_append (text, "\\n");
  else if (c == '\r')
    g_string_append (text, "\\r");
  else if (c == '\t')
    g_string_append (text, "\\t");
  else if (c < 0x20 || c == 0x7f)
    g_string_append_printf (text, "\\u%04x", c);
  else
    g_string_append_unichar (text, c);
}

void
rt_reply_json_quote (GString    *text,
                     const char *value,
                     gssize      length)
{
  const char *end = value + (length < 0 ? (gssize) strlen (value) : length);
  gboolean utf8 = g_utf8_validate_len (value, end - value, NULL);

  g_string_append_c (text, '"');
  while (value < end)
    {
      append_character (text, utf8 ? g_utf8_get_char (value) : (guchar) *value);
      value = utf8 ? g_utf8_next_char (value) : value + 1;
    }
  g_string_append_c (text, '"');
}

static void
indent (RtReplyJson *self)
{
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->brackets->len; i++)
    g_string_append (self->text, "  ");
}

static void
start_item (RtReplyJson *self,
            const char  *key)
{
  if (!self->empty)
    g_string_append_c (self->text, ',');
  self->empty = FALSE;
  indent (self);
  if (key == NULL)
    return;
  rt_reply_json_quote (self->text, key, -1);
  g_string_append (self->text, ": ");
}

void
rt_reply_json_open (RtReplyJson *self,
                    const char  *key,
                    char         bracket)
{
  g_assert (bracket == '{' || bracket == '[');

  start_item (self, key);
  g_string_append_c (self->text, bracket);
  g_string_append_c (self->brackets, bracket == '{' ? '}' : ']');
  self->empty = TRUE;
}

void
rt_reply_json_close (RtReplyJson *self)
{
  char bracket;

  g_assert (self->brackets->len > 0);

  bracket = self->brackets->str[self->brackets->len - 1];
  g_string_truncate (self->brackets, self->brackets->len - 1);
  if (!self->empty)
    indent (self);
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

void
rt_reply_json_string (RtReplyJson *self,
                      const char  *key,
                      const char  *value)
{
  start_item (self, key);
  if (value == NULL)
    g_string_append (self->text, "null");
  else
    rt_reply_json_quote (self->text, value, -1);
}

void
rt_reply_json_number (RtReplyJson *self,
                      const char  *key,
                      gint64       value)
{
  start_item (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
rt_reply_json_boolean (RtReplyJson *self,
                       const char  *key,
                       gboolean     value)
{
  start_item (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

void
rt_reply_json_pair (RtReplyJson *self,
                    const char  *name,
                    const char  *value)
{
  start_item (self, NULL);
  g_string_append_c (self->text, '[');
  rt_reply_json_quote (self->text, name, -1);
  g_string_append (self->text, ", ");
  rt_reply_json_quote (self->text, value, -1);
  g_string_append_c (self->text, ']');
}

GString *
rt_reply_json_end (RtReplyJson *self)
{
  while (self->brackets->len > 0)
    rt_reply_json_close (self);
  if (!g_str_has_suffix (self->text->str, "\n"))
    g_string_append_c (self->text, '\n');
  return self->text;
}
