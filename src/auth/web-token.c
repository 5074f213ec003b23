/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of a JSON Web Token: base64url, JSON, the registered claims.
 * Never judges the times: that needs a clock, which it has not.
 */

#include "web-token.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The JSON reader calls itself for each of them. */
#define MAX_DEPTH 64

/* NULL when @text is not base64url (RFC 4648 section 5) of UTF-8 text. */
static char *
decode_part (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *plain = NULL;
  g_autofree guchar *bytes = NULL;
  gsize n;

  while (length > 0 && text[length - 1] == '=')
    length--;
  if (length == 0 || length % 4 == 1)
    return NULL;
  plain = g_malloc (length + 5);
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
        return NULL;
      plain[i] = text[i] == '-' ? '+' : text[i] == '_' ? '/' : text[i];
    }
  memset (plain + length, 0, 5);
  memset (plain + length, '=', (4 - length % 4) % 4);
  bytes = g_base64_decode (plain, &n);
  return g_utf8_validate_len ((char *) bytes, n, NULL) ? g_strndup ((char *) bytes, n) : NULL;
}

static gboolean
is_deep (const char *json)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = json; *p != '\0' && depth <= MAX_DEPTH; p++)
    {
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '{' || *p == '['))
        depth++;
      else if (!quoted && (*p == '}' || *p == ']') && depth > 0)
        depth--;
    }
  return depth > MAX_DEPTH;
}

/* (transfer full) (nullable): the object that @json is. */
static JsonObject *
parse_object (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  /* An error says no more than that it is no token. */
  if (json == NULL || is_deep (json) || !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

static const char *
peek_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* A string, or a list of strings joined by @between. */
static char *
dup_strings (JsonObject *object,
             const char *name,
             const char *between)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GString) text = NULL;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (peek_string (node));
  array = json_node_get_array (node);
  text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *one = peek_string (json_array_get_element (array, i));

      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A NumericDate (RFC 7519 section 2); fractions are cut. */
static gint64
get_time (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  double number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return -1;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return MAX (json_node_get_int (node), -1);
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return -1;
  number = json_node_get_double (node);
  if (!(number >= 0))
    return -1;
  return number < 9e18 ? (gint64) number : G_MAXINT64;
}

static void
read_claims (RtWebToken *self,
             JsonObject *claims)
{
  self->issuer = dup_strings (claims, "iss", ", ");
  self->subject = dup_strings (claims, "sub", ", ");
  self->audience = dup_strings (claims, "aud", ", ");
  self->scope = dup_strings (claims, json_object_has_member (claims, "scope") ? "scope" : "scp",
                             " ");
  self->issued = get_time (claims, "iat");
  self->not_before = get_time (claims, "nbf");
  self->expires = get_time (claims, "exp");
}

RtWebToken *
rt_web_token_parse (const char *token)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *header_text = NULL;
  g_autofree char *claims_text = NULL;
  g_autoptr (JsonObject) header = NULL;
  g_autoptr (JsonObject) claims = NULL;
  RtWebToken *self;

  g_return_val_if_fail (token != NULL, NULL);

  parts = g_strsplit (token, ".", 4);
  if (g_strv_length (parts) != 3)
    return NULL;
  header_text = decode_part (parts[0]);
  claims_text = decode_part (parts[1]);
  header = parse_object (header_text);
  claims = parse_object (claims_text);
  if (header == NULL || claims == NULL)
    return NULL;

  self = g_new0 (RtWebToken, 1);
  self->header = g_steal_pointer (&header_text);
  self->claims = g_steal_pointer (&claims_text);
  self->algorithm = g_strdup (peek_string (json_object_get_member (header, "alg")));
  read_claims (self, claims);
  return self;
}

void
rt_web_token_free (RtWebToken *self)
{
  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->claims, g_free);
  g_clear_pointer (&self->algorithm, g_free);
  g_clear_pointer (&self->issuer, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->audience, g_free);
  g_clear_pointer (&self->scope, g_free);
  g_free (self);
}
