/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads <request> and what stands in it. */

#include "config.h"

#include "lesson-request-reader.h"

#include "catalogue.h"
#include "grammar.h"
#include "lesson-attributes.h"
#include "url.h"

#define FIELDS_MAX 30
#define TRIES_MAX 5

static const char * const nothing[] = { NULL };

static gboolean
read_path (RtLessonRequest  *self,
           const RtNode     *node,
           GError          **error)
{
  const char *path = rt_node_get_attribute (node, "path");
  g_autofree char *text = g_strconcat ("http://127.0.0.1", path, NULL);
  g_autoptr(RtUrl) url = NULL;

  if (path == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute 'path'");
      return FALSE;
    }

  if (*path == '/')
    url = rt_url_parse (text, NULL);
  if (url == NULL || !g_str_equal (rt_url_get_target (url), path))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has '%s' in its attribute 'path', which is a path of the "
                         "playground that begins with a slash", path);
      return FALSE;
    }
  g_clear_pointer (&self->path, g_free);
  self->path = g_strdup (path);

  return TRUE;
}

static gboolean
check_value (const RtNode  *node,
             GError       **error)
{
  if (rt_grammar_find_breaking_byte (node->text, -1) < 0)
    return TRUE;

  rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                     "has an empty line in its value");
  return FALSE;
}

static RtLessonField *
read_field (const RtNode  *node,
            guint          step,
            GError       **error)
{
  static const char * const known[] = {
    "name", "value-of", "of-step", "of-exchange", "of-message", "parameter", NULL,
  };
  g_autoptr(RtLessonField) self = g_slice_new0 (RtLessonField);
  const char *value_of = rt_node_get_attribute (node, "value-of");
  const char *name;

  if (!rt_node_check_attributes (node, known, error))
    return NULL;
  name = rt_lesson_read_token (node, "name", error);
  if (name == NULL)
    return NULL;
  self->name = g_strdup (name);

  if (value_of != NULL)
    {
      self->source = rt_lesson_read_source (node, value_of, step - 1, error);
      if (self->source == NULL || !rt_node_check_children (node, nothing, error))
        return NULL;
      return g_steal_pointer (&self);
    }

  if (!rt_lesson_check_no_source (node, error) || !rt_node_check_text (node, error) ||
      !check_value (node, error))
    return NULL;
  self->value = g_strdup (node->text);

  return g_steal_pointer (&self);
}

static gboolean
read_content (RtLessonRequest  *self,
              const RtNode     *node,
              GError          **error)
{
  static const char * const known[] = { "type", NULL };
  const char *type = rt_node_get_attribute (node, "type");

  if (!rt_node_check_attributes (node, known, error) || !rt_node_check_text (node, error))
    return FALSE;
  if (self->content != NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                         "appears twice in one <request>");
      return FALSE;
    }

  self->content = g_strdup (node->text);
  if (type != NULL)
    {
      g_clear_pointer (&self->media_type, g_free);
      self->media_type = g_strdup (type);
    }

  return TRUE;
}

static gboolean
read_credentials (RtLessonRequest  *self,
                  const RtNode     *node,
                  GError          **error)
{
  static const char * const known[] = { "kind", "user", "secret", NULL };
  static const char * const kinds[] = { "strongest", "basic", "digest", "bearer", NULL };
  static const RtCredentialsKind values[] = {
    RT_CREDENTIALS_USER, RT_CREDENTIALS_BASIC, RT_CREDENTIALS_DIGEST, RT_CREDENTIALS_BEARER,
  };
  const char *user = rt_node_get_attribute (node, "user");
  const char *secret = rt_node_get_attribute (node, "secret");
  int kind = 0;

  if (!rt_node_check_attributes (node, known, error) ||
      !rt_node_check_children (node, nothing, error) ||
      !rt_node_get_choice (node, "kind", kinds, &kind, error))
    return FALSE;
  if (secret == NULL || (user == NULL) != (values[kind] == RT_CREDENTIALS_BEARER))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "needs user and secret; bearer needs a secret only");
      return FALSE;
    }
  if (self->credentials != RT_CREDENTIALS_NONE)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                         "appears twice in one <request>");
      return FALSE;
    }

  self->credentials = values[kind];
  g_clear_pointer (&self->user, g_free);
  self->user = g_strdup (user != NULL ? user : "");
  g_clear_pointer (&self->secret, g_free);
  self->secret = g_strdup (secret);

  return TRUE;
}

static gboolean
read_child (RtLessonRequest  *self,
            const RtNode     *child,
            guint             step,
            GError          **error)
{
  RtLessonField *field;

  if (g_str_equal (child->name, "content"))
    return read_content (self, child, error);
  if (g_str_equal (child->name, "credentials"))
    return read_credentials (self, child, error);

  if (self->fields->len == FIELDS_MAX)
    {
      rt_node_set_error (child, error, RT_REFERENCE_ERROR_VALUE,
                         "is one of more than %d", FIELDS_MAX);
      return FALSE;
    }
  field = read_field (child, step, error);
  if (field == NULL)
    return FALSE;
  g_ptr_array_add (self->fields, field);

  return TRUE;
}

static gboolean
read_attributes (RtLessonRequest  *self,
                 const RtNode     *node,
                 GError          **error)
{
  static const char * const known[] = { "method", "path", "follow", "retry", NULL };

  if (!rt_node_check_attributes (node, known, error) || !read_path (self, node, error) ||
      !rt_lesson_read_flag (node, "follow", &self->follow, error) ||
      !rt_lesson_read_number (node, "retry", 0, TRIES_MAX, &self->tries, error))
    return FALSE;

  if (rt_node_get_attribute (node, "method") != NULL)
    {
      const char *method = rt_lesson_read_token (node, "method", error);

      if (method == NULL)
        return FALSE;
      g_clear_pointer (&self->method, g_free);
      self->method = g_strdup (method);
    }

  return TRUE;
}

RtLessonRequest *
rt_lesson_request_read (const RtNode  *node,
                        guint          step,
                        GError       **error)
{
  static const char * const children[] = { "field", "content", "credentials", NULL };
  g_autoptr(RtLessonRequest) self = rt_lesson_request_new ();

  if (!read_attributes (self, node, error) || !rt_node_check_children (node, children, error))
    return NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      if (!read_child (self, g_ptr_array_index (node->children, i), step, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}
