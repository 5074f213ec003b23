/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of the table for each element. */

#include "config.h"

#include "lesson-condition-reader.h"

#include "catalogue.h"
#include "failure.h"
#include "fault.h"
#include "lesson-attributes.h"

/* What an element may say. */
typedef enum
{
  TAKES_NAME   = 1 << 0, /* name: of a field */
  TAKES_TEXT   = 1 << 1, /* is, contains */
  TAKES_VALUES = 1 << 2, /* is-value-of, contains-value-of */
  TAKES_ID     = 1 << 3, /* id: of a failure or fault */
  TAKES_STATUS = 1 << 4, /* is, class */
  TAKES_COUNT  = 1 << 5, /* count */
  TAKES_PART   = 1 << 6, /* contains only */
  TAKES_LACK   = 1 << 7, /* present */
} Takes;

static const char * const names[] = {
  "method", "path", "request-field", "exchanges", "status", "response-field", "content",
  "failure", "fault", NULL,
};

static const struct
{
  RtConditionKind kind;
  Takes           takes;
} rows[] = {
  { RT_CONDITION_METHOD, TAKES_TEXT },
  { RT_CONDITION_PATH, TAKES_TEXT | TAKES_VALUES },
  { RT_CONDITION_REQUEST_FIELD, TAKES_NAME | TAKES_TEXT | TAKES_VALUES | TAKES_LACK },
  { RT_CONDITION_EXCHANGES, TAKES_COUNT },
  { RT_CONDITION_STATUS, TAKES_STATUS },
  { RT_CONDITION_RESPONSE_FIELD, TAKES_NAME | TAKES_TEXT | TAKES_VALUES | TAKES_LACK },
  { RT_CONDITION_CONTENT, TAKES_PART },
  { RT_CONDITION_FAILURE, TAKES_ID },
  { RT_CONDITION_FAULT, TAKES_ID },
};

const char * const *
rt_lesson_condition_get_names (void)
{
  return names;
}

static gboolean
check_attributes (const RtNode  *node,
                  Takes          takes,
                  GError       **error)
{
  static const struct { Takes takes; const char *names[8]; } table[] = {
    { TAKES_NAME, { "name" } },
    { TAKES_TEXT, { "is", "contains" } },
    { TAKES_VALUES, { "is-value-of", "contains-value-of", "of-step", "of-exchange", "of-message",
                      "parameter" } },
    { TAKES_ID, { "id" } },
    { TAKES_STATUS, { "is", "class" } },
    { TAKES_COUNT, { "count" } },
    { TAKES_PART, { "contains" } },
    { TAKES_LACK, { "present" } },
  };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) known = NULL;

  if (takes != TAKES_COUNT)
    g_strv_builder_add (builder, "exchange");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (takes & table[i].takes)
        g_strv_builder_addv (builder, (const char **) table[i].names);
    }
  known = g_strv_builder_end (builder);

  return rt_node_check_attributes (node, (const char * const *) known, error);
}

/* Exactly one of the ways to compare. */
static const char *
find_match (const RtNode  *node,
            RtMatch       *match,
            gboolean      *taken,
            GError       **error)
{
  static const struct { const char *name; RtMatch match; gboolean taken; } ways[] = {
    { "is", RT_MATCH_IS, FALSE },
    { "contains", RT_MATCH_CONTAINS, FALSE },
    { "present", RT_MATCH_PRESENT, FALSE },
    { "is-value-of", RT_MATCH_IS, TRUE },
    { "contains-value-of", RT_MATCH_CONTAINS, TRUE },
  };
  const char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *value = rt_node_get_attribute (node, ways[i].name);

      if (value == NULL)
        continue;
      if (text != NULL)
        {
          rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                             "compares in two ways; one is enough");
          return NULL;
        }
      text = value;
      *match = ways[i].match;
      *taken = ways[i].taken;
    }

  if (text == NULL)
    rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                       "does not say what must be so");
  return text;
}

static gboolean
read_match (RtLessonCondition  *self,
            const RtNode       *node,
            guint               step,
            GError            **error)
{
  gboolean taken = FALSE;
  gboolean present = TRUE;
  const char *text = find_match (node, &self->match, &taken, error);

  if (text == NULL)
    return FALSE;
  if (taken)
    {
      self->source = rt_lesson_read_source (node, text, step, error);
      return self->source != NULL;
    }
  if (!rt_lesson_check_no_source (node, error))
    return FALSE;
  if (self->match != RT_MATCH_PRESENT)
    {
      self->text = g_strdup (text);
      return TRUE;
    }
  if (!rt_lesson_read_flag (node, "present", &present, error))
    return FALSE;
  if (!present)
    self->match = RT_MATCH_ABSENT;

  return TRUE;
}

static gboolean
read_name (RtLessonCondition  *self,
           const RtNode       *node,
           GError            **error)
{
  const char *name = rt_lesson_read_token (node, "name", error);

  if (name == NULL)
    return FALSE;
  self->name = g_strdup (name);

  return TRUE;
}

static gboolean
read_status (RtLessonCondition  *self,
             const RtNode       *node,
             GError            **error)
{
  static const char * const classes[] = { "1xx", "2xx", "3xx", "4xx", "5xx", NULL };
  gboolean number = rt_node_get_attribute (node, "is") != NULL;
  int index = 0;

  if (number == (rt_node_get_attribute (node, "class") != NULL))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "needs 'is' or 'class', and not both");
      return FALSE;
    }
  if (number)
    return rt_lesson_read_number (node, "is", 100, 999, &self->number, error);

  if (!rt_node_get_choice (node, "class", classes, &index, error))
    return FALSE;
  self->kind = RT_CONDITION_CLASS;
  self->number = (guint) index + 1;

  return TRUE;
}

static gboolean
read_count (RtLessonCondition  *self,
            const RtNode       *node,
            GError            **error)
{
  if (rt_node_get_attribute (node, "count") == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute 'count'");
      return FALSE;
    }

  return rt_lesson_read_number (node, "count", 1, 100, &self->number, error);
}

static gboolean
is_known_id (RtConditionKind  kind,
             const char      *id)
{
  if (kind == RT_CONDITION_FAULT)
    {
      for (int i = 0; i <= RT_FAULT_NUL_IN_HEAD; i++)
        {
          if (g_str_equal (rt_fault_kind_to_id ((RtFaultKind) i), id))
            return TRUE;
        }
      return FALSE;
    }

  for (int i = 0; i <= RT_FAILURE_OTHER; i++)
    {
      if (g_str_equal (rt_failure_kind_to_id ((RtFailureKind) i), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_id (RtLessonCondition  *self,
         const RtNode       *node,
         GError            **error)
{
  const char *id = rt_lesson_read_token (node, "id", error);

  if (id == NULL)
    return FALSE;
  if (!is_known_id (self->kind, id))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DANGLING,
                         "names '%s', which is no %s of the reference", id, node->name);
      return FALSE;
    }
  self->name = g_strdup (id);

  return TRUE;
}

static gboolean
read_rest (RtLessonCondition  *self,
           const RtNode       *node,
           Takes               takes,
           guint               step,
           GError            **error)
{
  if (takes & TAKES_COUNT)
    return read_count (self, node, error);
  if (takes & TAKES_STATUS)
    return read_status (self, node, error);
  if (takes & TAKES_ID)
    return read_id (self, node, error);
  if ((takes & TAKES_NAME) && !read_name (self, node, error))
    return FALSE;

  return read_match (self, node, step, error);
}

RtLessonCondition *
rt_lesson_condition_read (const RtNode  *node,
                          guint          step,
                          GError       **error)
{
  static const char * const nothing[] = { NULL };
  g_autoptr(RtLessonCondition) self = g_slice_new0 (RtLessonCondition);
  gsize row = 0;

  while (names[row] != NULL && !g_str_equal (names[row], node->name))
    row++;
  g_return_val_if_fail (names[row] != NULL, NULL);

  self->kind = rows[row].kind;
  if (!check_attributes (node, rows[row].takes, error) ||
      !rt_node_check_children (node, nothing, error) ||
      !rt_lesson_read_exchange (node, "exchange", &self->exchange, error) ||
      !read_rest (self, node, rows[row].takes, step, error))
    return NULL;

  return g_steal_pointer (&self);
}
