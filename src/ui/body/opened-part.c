/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bytes of a part, and what it is called. */

#include "config.h"

#include "opened-part.h"

#include "content-disposition.h"
#include "format.h"
#include "save-name.h"
#include "text.h"

struct _RtOpenedPart
{
  GObject        parent_instance;

  RtOpenedPart  *outer;
  RtBodyContent *content;
  char          *disposition;
};

G_DEFINE_FINAL_TYPE (RtOpenedPart, rt_opened_part, G_TYPE_OBJECT)

static void
rt_opened_part_finalize (GObject *object)
{
  RtOpenedPart *self = RT_OPENED_PART (object);

  g_clear_object (&self->outer);
  g_clear_object (&self->content);
  g_clear_pointer (&self->disposition, g_free);

  G_OBJECT_CLASS (rt_opened_part_parent_class)->finalize (object);
}

static void
rt_opened_part_class_init (RtOpenedPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_opened_part_finalize;
}

static void
rt_opened_part_init (RtOpenedPart *self)
{
}

RtOpenedPart *
rt_opened_part_new (RtOpenedPart *outer,
                    GBytes       *whole,
                    guint64       start,
                    guint64       length,
                    const char   *media_type,
                    const char   *disposition)
{
  RtOpenedPart *self;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (outer == NULL || RT_IS_OPENED_PART (outer), NULL);
  g_return_val_if_fail (whole != NULL, NULL);
  g_return_val_if_fail (start <= g_bytes_get_size (whole), NULL);
  g_return_val_if_fail (length <= g_bytes_get_size (whole) - start, NULL);

  self = g_object_new (RT_TYPE_OPENED_PART, NULL);
  g_set_object (&self->outer, outer);
  self->disposition = g_strdup (disposition);
  self->content = rt_body_content_new (media_type);
  bytes = g_bytes_new_from_bytes (whole, start, length);
  rt_body_content_extend (self->content, bytes, TRUE);

  return self;
}

RtBodyContent *
rt_opened_part_get_content (RtOpenedPart *self)
{
  g_return_val_if_fail (RT_IS_OPENED_PART (self), NULL);

  return self->content;
}

RtOpenedPart *
rt_opened_part_get_outer (RtOpenedPart *self)
{
  g_return_val_if_fail (RT_IS_OPENED_PART (self), NULL);

  return self->outer;
}

/* What a person calls it: the name of its file or field; NULL without one. */
static char *
dup_name (RtOpenedPart *self)
{
  g_autoptr (RtContentDisposition) disposition =
    rt_content_disposition_parse (self->disposition != NULL ? self->disposition : "");
  const char *name = rt_content_disposition_get (disposition, "filename");

  if (name == NULL || *name == '\0')
    name = rt_content_disposition_get (disposition, "name");

  return name != NULL && *name != '\0' ? rt_text_from_wire (name, -1) : NULL;
}

/* Of a part that holds others, its type is enough without the boundary. */
static char *
dup_short_name (RtOpenedPart *self)
{
  char *name = dup_name (self);
  g_autofree char *essence = NULL;

  if (name != NULL)
    return name;
  essence = rt_body_content_dup_essence (self->content);

  return rt_text_from_wire (essence, -1);
}

static char *
dup_title (RtOpenedPart *self)
{
  const char *media_type = rt_body_content_get_media_type (self->content);
  g_autofree char *name = dup_name (self);
  g_autofree char *type = rt_text_from_wire (media_type != NULL ? media_type : "", -1);
  g_autofree char *size = rt_format_size (rt_body_content_get_length (self->content));
  GString *title = g_string_new (name);

  if (*type != '\0')
    g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", type);
  g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", size);

  return g_string_free (title, FALSE);
}

char *
rt_opened_part_dup_path (RtOpenedPart *self)
{
  g_autofree char *title = NULL;
  GString *path;

  g_return_val_if_fail (RT_IS_OPENED_PART (self), NULL);

  title = dup_title (self);
  path = g_string_new (title);
  for (RtOpenedPart *part = self->outer; part != NULL; part = part->outer)
    {
      g_autofree char *name = dup_short_name (part);

      g_string_prepend (path, " › ");
      g_string_prepend (path, name);
    }

  return g_string_free (path, FALSE);
}

char *
rt_opened_part_dup_file_name (RtOpenedPart *self)
{
  g_autofree char *essence = NULL;

  g_return_val_if_fail (RT_IS_OPENED_PART (self), NULL);

  essence = rt_body_content_dup_essence (self->content);

  return rt_save_name_suggest (self->disposition, "http://part/part", essence, NULL);
}
