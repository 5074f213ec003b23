/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns what was typed into what goes out: checks it, adds the automatic
 * fields, and spells the head.
 */

#include "config.h"

#include "outgoing.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "failure.h"
#include "grammar.h"
#include "logins.h"
#include "request-private.h"
#include "text.h"

static void
outgoing_field_free (RtOutgoingField *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_free (self);
}

static RtOutgoingField *
outgoing_field_new (const char *name,
                    const char *value,
                    const char *reason)
{
  RtOutgoingField *self = g_new0 (RtOutgoingField, 1);

  self->name = g_strdup (name);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);

  return self;
}

static gboolean
check_method (const char  *method,
              GError     **error)
{
  if (*method == '\0')
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_METHOD,
                   _("There is no method. Type one, such as GET."));
      return FALSE;
    }

  for (gsize i = 0; method[i] != '\0'; i++)
    {
      g_autofree char *shown = NULL;

      if (rt_grammar_is_token_char (method[i]))
        continue;
      shown = rt_text_from_wire (method, -1);
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_METHOD,
                   _("The method “%s” contains a character that no method can have, at position %u."),
                   shown, (guint) g_utf8_pointer_to_offset (method, method + i) + 1);
      return FALSE;
    }

  if (g_str_equal (method, "CONNECT"))
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_METHOD,
                   _("CONNECT asks a proxy for a tunnel; it has no response to show. "
                     "Set a proxy in the options to see its CONNECT exchange."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_name (const char  *name,
            guint        number,
            GError     **error)
{
  if (*name == '\0')
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_FIELD,
                   _("Header %u has a value but no name."), number);
      return FALSE;
    }

  for (gsize i = 0; name[i] != '\0'; i++)
    {
      g_autofree char *shown = NULL;

      if (rt_grammar_is_token_char (name[i]))
        continue;
      shown = rt_text_from_wire (name, -1);
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_FIELD,
                   _("Header %u: the name “%s” contains a character that no field name "
                     "can have, at position %u."),
                   number, shown, (guint) g_utf8_pointer_to_offset (name, name + i) + 1);
      return FALSE;
    }

  return TRUE;
}

/* A line end followed by white space is a fold (RFC 9112 section 5.2): it is
 * deprecated, but it stays inside the field. */
static gboolean
check_value (const char  *name,
             const char  *value,
             guint        number,
             GError     **error)
{
  gsize at = 0;
  gssize next;

  while ((next = rt_grammar_find_breaking_byte (value + at, -1)) >= 0)
    {
      at += next;
      if (value[at] != '\r' || value[at + 1] != '\n' ||
          (value[at + 2] != ' ' && value[at + 2] != '\t'))
        {
          g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_FIELD,
                       _("Header %u: the value of “%s” contains a line end at position %u. "
                         "It would start another header."),
                       number, name, (guint) at + 1);
          return FALSE;
        }
      at += 2;
    }

  return TRUE;
}

static gboolean
take_typed_fields (RtOutgoing  *self,
                   RtRequest   *request,
                   GError     **error)
{
  GListModel *typed = G_LIST_MODEL (rt_request_get_fields (request));

  for (guint i = 0; i < g_list_model_get_n_items (typed); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (typed, i);
      const char *name = rt_pair_get_name (pair);
      const char *value = rt_pair_get_value (pair);

      if (!rt_pair_get_enabled (pair) || (*name == '\0' && *value == '\0'))
        continue;
      if (!check_name (name, i + 1, error) || !check_value (name, value, i + 1, error))
        return FALSE;

      g_ptr_array_add (self->fields, outgoing_field_new (name, value, NULL));
    }

  return TRUE;
}

static void
add_automatic (RtOutgoing *self,
               RtRequest  *request,
               int         index,
               const char *name,
               const char *value,
               const char *reason)
{
  if (rt_outgoing_find_field (self, name) != NULL ||
      rt_request_get_automatic_removed (request, name))
    return;

  g_ptr_array_insert (self->fields, index, outgoing_field_new (name, value, reason));
}

/* RFC 9110 section 8.6: a method that expects content says 0 when there is none. */
static gboolean
expects_content (const char *method)
{
  return g_str_equal (method, "POST") || g_str_equal (method, "PUT") ||
         g_str_equal (method, "PATCH");
}

static void
add_content_fields (RtOutgoing *self,
                    RtRequest  *request)
{
  const char *media_type =
    self->content != NULL ? rt_content_get_media_type (self->content) : NULL;
  guint64 length = self->content != NULL ? rt_content_get_length (self->content) : 0;
  g_autofree char *length_text = g_strdup_printf ("%" G_GUINT64_FORMAT, length);

  if (media_type != NULL)
    add_automatic (self, request, -1, "Content-Type", media_type,
                   _("Says what the content is."));

  if (rt_outgoing_find_field (self, "Transfer-Encoding") != NULL)
    return;
  if (self->content != NULL || expects_content (self->method))
    add_automatic (self, request, -1, "Content-Length", length_text,
                   _("Says where the content ends."));
}

static void
add_automatic_fields (RtOutgoing *self,
                      RtRequest  *request)
{
  if (self->url != NULL)
    add_automatic (self, request, 0, "Host", rt_url_get_authority (self->url),
                   rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2
                     ? _("Names the site. HTTP/2 sends it as “:authority”.")
                     : _("Names the site; HTTP/1.1 requires it."));
  add_automatic (self, request, -1, "User-Agent", "Roundtrip/" RT_VERSION,
                 _("Says which program asks."));
  add_automatic (self, request, -1, "Accept-Encoding", "gzip, deflate, br, zstd",
                 _("Lists the compressions that can be undone."));
  add_content_fields (self, request);
}

static RtOutgoing *
outgoing_alloc (const char *method)
{
  RtOutgoing *self = g_new0 (RtOutgoing, 1);

  g_atomic_ref_count_init (&self->count);
  self->method = g_strdup (method);
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) outgoing_field_free);

  return self;
}

RtOutgoing *
rt_outgoing_new (RtRequest  *request,
                 GError    **error)
{
  g_autoptr(RtOutgoing) self = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (RT_IS_REQUEST (request), NULL);

  self = outgoing_alloc (rt_request_get_method (request));
  self->url = rt_url_parse (rt_request_get_url (request), error);
  if (self->url == NULL || !check_method (self->method, error) ||
      !take_typed_fields (self, request, error) ||
      !rt_logins_check (request, self->url, error))
    return NULL;

  self->content = rt_content_compose (request, rt_request_get_boundary (request),
                                      &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  add_automatic_fields (self, request);

  return g_steal_pointer (&self);
}

RtOutgoing *
rt_outgoing_sketch (RtRequest *request)
{
  RtOutgoing *self;

  g_return_val_if_fail (RT_IS_REQUEST (request), NULL);

  /* What is wrong is told by rt_request_validate(). */
  self = outgoing_alloc (rt_request_get_method (request));
  self->url = rt_url_parse (rt_request_get_url (request), NULL);
  take_typed_fields (self, request, NULL);
  self->content = rt_content_compose (request, rt_request_get_boundary (request), NULL);
  add_automatic_fields (self, request);

  return self;
}

gboolean
rt_request_validate (RtRequest  *self,
                     GError    **error)
{
  g_autoptr(RtOutgoing) outgoing = rt_outgoing_new (self, error);

  return outgoing != NULL;
}

RtOutgoing *
rt_outgoing_copy (const RtOutgoing *self)
{
  RtOutgoing *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = outgoing_alloc (self->method);
  copy->url = rt_url_copy (self->url);
  copy->content = self->content != NULL ? rt_content_ref (self->content) : NULL;
  copy->cookies = self->cookies != NULL ? g_ptr_array_ref (self->cookies) : NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->fields, i);

      g_ptr_array_add (copy->fields,
                       outgoing_field_new (field->name, field->value, field->reason));
    }

  return copy;
}

RtOutgoing *
rt_outgoing_ref (RtOutgoing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);

  return self;
}

void
rt_outgoing_unref (RtOutgoing *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, rt_url_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->content, rt_content_unref);
  g_clear_pointer (&self->cookies, g_ptr_array_unref);
  g_free (self);
}

RtOutgoingField *
rt_outgoing_find_field (const RtOutgoing *self,
                        const char       *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      RtOutgoingField *field = g_ptr_array_index (self->fields, i);

      if (g_ascii_strcasecmp (field->name, name) == 0)
        return field;
    }

  return NULL;
}

void
rt_outgoing_add_field (RtOutgoing *self,
                       const char *name,
                       const char *value,
                       const char *reason)
{
  g_ptr_array_add (self->fields, outgoing_field_new (name, value, reason));
}

gboolean
rt_outgoing_remove_field (RtOutgoing *self,
                          const char *name)
{
  gboolean removed = FALSE;
  RtOutgoingField *field;

  while ((field = rt_outgoing_find_field (self, name)) != NULL)
    removed = g_ptr_array_remove (self->fields, field);

  return removed;
}

GBytes *
rt_outgoing_compose_head (const RtOutgoing *self,
                          gboolean          absolute_form)
{
  GString *head = g_string_new (self->method);

  g_string_append_c (head, ' ');
  if (absolute_form)
    {
      g_autofree char *origin = rt_url_dup_origin (self->url);

      g_string_append (head, origin);
    }
  g_string_append (head, rt_url_get_target (self->url));
  g_string_append (head, " HTTP/1.1\r\n");

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->fields, i);

      g_string_append (head, field->name);
      g_string_append (head, *field->value != '\0' ? ": " : ":");
      g_string_append (head, field->value);
      g_string_append (head, "\r\n");
    }
  g_string_append (head, "\r\n");

  return g_string_free_to_bytes (head);
}

gboolean
rt_outgoing_is_chunked (const RtOutgoing *self)
{
  gboolean chunked = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = NULL;
      char *last;

      if (g_ascii_strcasecmp (field->name, "Transfer-Encoding") != 0)
        continue;
      value = g_ascii_strdown (field->value, -1);
      last = strrchr (value, ',');
      chunked = g_str_equal (g_strstrip (last != NULL ? last + 1 : value), "chunked");
    }

  return chunked;
}

gboolean
rt_outgoing_misframes (const RtOutgoing *self)
{
  guint64 length = self->content != NULL ? rt_content_get_length (self->content) : 0;
  g_autofree char *right = g_strdup_printf ("%" G_GUINT64_FORMAT, length);
  guint n_lengths = 0;
  guint n_codings = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->fields, i);

      if (g_ascii_strcasecmp (field->name, "Transfer-Encoding") == 0)
        n_codings++;
      if (g_ascii_strcasecmp (field->name, "Content-Length") != 0)
        continue;
      n_lengths++;
      if (!g_str_equal (field->value, right))
        return TRUE;
    }

  if (n_codings > 0)
    return n_lengths > 0 || n_codings > 1 || !rt_outgoing_is_chunked (self);

  return n_lengths > 1 || (length > 0 && n_lengths == 0);
}
