/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strict: what cannot be read is an error with file and line. */

#include "config.h"

#include "lesson-attributes.h"

#include "catalogue.h"
#include "grammar.h"
#include "number.h"

/* A trail does not get longer. */
#define EXCHANGE_MAX 100

static const char * const source_attributes[] = {
  "of-step", "of-exchange", "of-message", "parameter",
};

gboolean
rt_lesson_read_number (const RtNode  *node,
                       const char    *name,
                       guint          min,
                       guint          max,
                       guint         *number,
                       GError       **error)
{
  const char *text = rt_node_get_attribute (node, name);
  guint64 value = 0;

  if (text == NULL)
    return TRUE;

  if (!rt_number_read (text, 10, min, max, &value))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has '%s' in its attribute '%s', which is a number from %u to %u",
                         text, name, min, max);
      return FALSE;
    }
  *number = (guint) value;

  return TRUE;
}

gboolean
rt_lesson_read_flag (const RtNode  *node,
                     const char    *name,
                     gboolean      *value,
                     GError       **error)
{
  static const char * const choices[] = { "no", "yes", NULL };
  int index = 0;

  if (rt_node_get_attribute (node, name) == NULL)
    return TRUE;
  if (!rt_node_get_choice (node, name, choices, &index, error))
    return FALSE;
  *value = index == 1;

  return TRUE;
}

gboolean
rt_lesson_read_exchange (const RtNode  *node,
                         const char    *name,
                         guint         *exchange,
                         GError       **error)
{
  const char *text = rt_node_get_attribute (node, name);

  *exchange = RT_LESSON_LAST;
  if (text == NULL || g_str_equal (text, "last"))
    return TRUE;
  if (g_str_equal (text, "first"))
    {
      *exchange = 1;
      return TRUE;
    }

  return rt_lesson_read_number (node, name, 1, EXCHANGE_MAX, exchange, error);
}

const char *
rt_lesson_read_token (const RtNode  *node,
                      const char    *name,
                      GError       **error)
{
  const char *text = rt_node_get_attribute (node, name);

  if (text == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute '%s'", name);
      return NULL;
    }
  if (!rt_grammar_is_token (text, -1))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has '%s' in its attribute '%s', which is one word "
                         "without spaces and separators", text, name);
      return NULL;
    }

  return text;
}

RtLessonSource *
rt_lesson_read_source (const RtNode  *node,
                       const char    *field,
                       guint          last_step,
                       GError       **error)
{
  static const char * const messages[] = { "response", "request", NULL };
  g_autoptr(RtLessonSource) self = g_slice_new0 (RtLessonSource);
  int message = 0;

  self->field = g_strdup (field);
  self->parameter = g_strdup (rt_node_get_attribute (node, "parameter"));

  if (!rt_grammar_is_token (field, -1))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "takes the value of '%s', which is no name of a field", field);
      return NULL;
    }
  if (rt_node_get_attribute (node, "of-step") == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute 'of-step'");
      return NULL;
    }
  if (last_step == 0)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "takes a value of an earlier step, but this is the first");
      return NULL;
    }
  if (!rt_lesson_read_number (node, "of-step", 1, last_step, &self->step, error) ||
      !rt_lesson_read_exchange (node, "of-exchange", &self->exchange, error))
    return NULL;
  if (rt_node_get_attribute (node, "of-message") != NULL &&
      !rt_node_get_choice (node, "of-message", messages, &message, error))
    return NULL;
  self->of_request = message == 1;

  return g_steal_pointer (&self);
}

gboolean
rt_lesson_check_no_source (const RtNode  *node,
                           GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (source_attributes); i++)
    {
      if (rt_node_get_attribute (node, source_attributes[i]) != NULL)
        {
          rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                             "has the attribute '%s' without a value that is taken",
                             source_attributes[i]);
          return FALSE;
        }
    }

  return TRUE;
}
