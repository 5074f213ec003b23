/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the content of a request out of what was typed: text, a form
 * (application/x-www-form-urlencoded, URL standard), multipart/form-data
 * (RFC 7578), or a file. Reads no file; only looks at its size.
 */

#include "config.h"

#include "content.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "content-stream.h"
#include "failure.h"
#include "grammar.h"

struct _RtContent
{
  gatomicrefcount count;
  GPtrArray      *pieces; /* RtContentPiece */
  char           *media_type;
  guint64         length;
};

static RtContent *
content_new (const char *media_type)
{
  RtContent *self = g_new0 (RtContent, 1);

  g_atomic_ref_count_init (&self->count);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_content_piece_free);
  self->media_type = media_type != NULL && *media_type != '\0' ? g_strdup (media_type) : NULL;

  return self;
}

static void
take_text (RtContent *self,
           GString   *text)
{
  RtContentPiece *piece = g_new0 (RtContentPiece, 1);

  piece->length = text->len;
  piece->bytes = g_string_free_to_bytes (text);
  self->length += piece->length;
  g_ptr_array_add (self->pieces, piece);
}

static gboolean
add_file (RtContent   *self,
          const char  *path,
          GError     **error)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  RtContentPiece *piece;
  GStatBuf status;

  if (path == NULL || *path == '\0')
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
                   _("No file is chosen for the content."));
      return FALSE;
    }

  if (g_stat (path, &status) != 0)
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
                   _("The file “%s” cannot be read: %s."), shown, g_strerror (errno));
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
                   _("“%s” is not a regular file."), shown);
      return FALSE;
    }

  piece = g_new0 (RtContentPiece, 1);
  piece->path = g_strdup (path);
  piece->length = status.st_size;
  self->length += piece->length;
  g_ptr_array_add (self->pieces, piece);

  return TRUE;
}

static gboolean
check_media_type (const char  *media_type,
                  GError     **error)
{
  if (media_type == NULL || rt_grammar_find_breaking_byte (media_type, -1) < 0)
    return TRUE;

  g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
               _("The media type contains a line end at position %u."),
               (guint) rt_grammar_find_breaking_byte (media_type, -1) + 1);

  return FALSE;
}

/* The serializer of the URL standard, section 5.2: space is "+". */
static void
append_form_encoded (GString    *text,
                     const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == ' ')
        g_string_append_c (text, '+');
      else if (g_ascii_isalnum (*c) || strchr ("*-._", *c) != NULL)
        g_string_append_c (text, *c);
      else
        g_string_append_printf (text, "%%%02X", (guchar) *c);
    }
}

/* A row in which nothing was typed is no item. */
static gboolean
is_sent (RtPair *item)
{
  return rt_pair_get_enabled (item) &&
         (*rt_pair_get_name (item) != '\0' || *rt_pair_get_value (item) != '\0' ||
          rt_pair_get_file (item) != NULL);
}

static RtContent *
compose_form (GListModel *items)
{
  RtContent *self = content_new ("application/x-www-form-urlencoded");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(RtPair) item = g_list_model_get_item (items, i);

      if (!is_sent (item))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '&');
      append_form_encoded (text, rt_pair_get_name (item));
      g_string_append_c (text, '=');
      append_form_encoded (text, rt_pair_get_value (item));
    }

  take_text (self, text);

  return self;
}

/* RFC 7578 section 2, and the HTML standard's escapes for names. */
static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\r' || *c == '\n')
        g_string_append_printf (text, "%%%02X", (guchar) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static GString *
open_part (const char *boundary,
           RtPair     *item)
{
  const char *file = rt_pair_get_file (item);
  const char *media_type = rt_pair_get_media_type (item);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "--%s\r\nContent-Disposition: form-data; name=", boundary);
  append_quoted (text, rt_pair_get_name (item));
  if (file != NULL)
    {
      g_autofree char *basename = g_path_get_basename (file);

      g_string_append (text, "; filename=");
      append_quoted (text, basename);
      if (*media_type == '\0')
        media_type = "application/octet-stream";
    }

  if (*media_type != '\0')
    g_string_append_printf (text, "\r\nContent-Type: %s", media_type);
  g_string_append (text, "\r\n\r\n");

  return text;
}

static gboolean
add_part (RtContent   *self,
          const char  *boundary,
          RtPair      *item,
          GError     **error)
{
  GString *text;

  if (!check_media_type (rt_pair_get_media_type (item), error))
    return FALSE;

  text = open_part (boundary, item);
  if (rt_pair_get_file (item) == NULL)
    {
      g_string_append (text, rt_pair_get_value (item));
    }
  else
    {
      take_text (self, text);
      if (!add_file (self, rt_pair_get_file (item), error))
        return FALSE;
      text = g_string_new (NULL);
    }

  g_string_append (text, "\r\n");
  take_text (self, text);

  return TRUE;
}

static RtContent *
compose_multipart (GListModel  *items,
                   const char  *boundary,
                   GError     **error)
{
  g_autofree char *media_type =
    g_strdup_printf ("multipart/form-data; boundary=%s", boundary);
  g_autoptr(RtContent) self = content_new (media_type);
  GString *end = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(RtPair) item = g_list_model_get_item (items, i);

      if (is_sent (item) && !add_part (self, boundary, item, error))
        return NULL;
    }

  end = g_string_new (NULL);
  g_string_append_printf (end, "--%s--\r\n", boundary);
  take_text (self, end);

  return g_steal_pointer (&self);
}

RtContent *
rt_content_compose (RtRequest   *request,
                    const char  *boundary,
                    GError     **error)
{
  g_autoptr(RtContent) self = NULL;
  GListModel *items;

  g_return_val_if_fail (RT_IS_REQUEST (request) && boundary != NULL, NULL);

  items = G_LIST_MODEL (rt_request_get_form_items (request));
  switch (rt_request_get_content_kind (request))
    {
    case RT_CONTENT_NONE:
      return NULL;
    case RT_CONTENT_FORM:
      return compose_form (items);
    case RT_CONTENT_MULTIPART:
      return compose_multipart (items, boundary, error);
    case RT_CONTENT_TEXT:
      if (!check_media_type (rt_request_get_media_type (request), error))
        return NULL;
      self = content_new (rt_request_get_media_type (request));
      take_text (self, g_string_new (rt_request_get_text (request)));
      return g_steal_pointer (&self);
    case RT_CONTENT_FILE:
      if (!check_media_type (rt_request_get_media_type (request), error))
        return NULL;
      self = content_new (rt_request_get_media_type (request));
      if (!add_file (self, rt_request_get_content_file (request), error))
        return NULL;
      return g_steal_pointer (&self);
    default:
      g_return_val_if_reached (NULL);
    }
}

RtContent *
rt_content_ref (RtContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);

  return self;
}

void
rt_content_unref (RtContent *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->media_type, g_free);
  g_free (self);
}

guint64
rt_content_get_length (const RtContent *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

const char *
rt_content_get_media_type (const RtContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->media_type;
}

GBytes *
rt_content_dup_bytes (const RtContent *self)
{
  g_autoptr(GByteArray) all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    if (((RtContentPiece *) g_ptr_array_index (self->pieces, i))->bytes == NULL)
      return NULL;

  if (self->pieces->len == 1)
    return g_bytes_ref (((RtContentPiece *) g_ptr_array_index (self->pieces, 0))->bytes);

  all = g_byte_array_sized_new (self->length);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      RtContentPiece *piece = g_ptr_array_index (self->pieces, i);

      g_byte_array_append (all, g_bytes_get_data (piece->bytes, NULL), piece->length);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static gboolean
check_piece (const RtContentPiece  *piece,
             GError               **error)
{
  g_autofree char *shown = g_filename_display_name (piece->path);
  GStatBuf status;

  if (g_stat (piece->path, &status) != 0)
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
                   _("The file “%s” cannot be read: %s."), shown, g_strerror (errno));
      return FALSE;
    }

  if (!S_ISREG (status.st_mode) || (guint64) status.st_size != piece->length)
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
                   _("The file “%s” has changed since it was sent."), shown);
      return FALSE;
    }

  return TRUE;
}

gboolean
rt_content_check (const RtContent  *self,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const RtContentPiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->path != NULL && !check_piece (piece, error))
        return FALSE;
    }

  return TRUE;
}

GInputStream *
rt_content_open (RtContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rt_content_stream_new (self->pieces);
}
