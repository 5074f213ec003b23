/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the rules of data/reference/README.md for a <code>: which attributes
 * and elements there are, which of them must be, and what they may say.
 */

#include "config.h"

#include "status-code-reader.h"

#include "catalogue.h"
#include "number.h"
#include "status-code-private.h"

#ifndef GETTEXT_PACKAGE
#define GETTEXT_PACKAGE RT_GETTEXT_DOMAIN
#endif
#include <glib/gi18n-lib.h>

#define TEXT(name, member, required, translated) \
  { name, G_STRUCT_OFFSET (RtStatusCode, member), required, translated }

static const RtTextSpec texts[] = {
  TEXT ("phrase", phrase, TRUE, FALSE),
  TEXT ("summary", summary, TRUE, TRUE),
  TEXT ("meaning", meaning, TRUE, TRUE),
  TEXT ("when", when, TRUE, TRUE),
  TEXT ("action", action, TRUE, TRUE),
  TEXT ("content-note", content_note, TRUE, TRUE),
  TEXT ("cache-note", cache_note, TRUE, TRUE),
  TEXT ("method-note", method_note, FALSE, TRUE),
};

static const char * const attributes[] = {
  "number", "state", "content", "cacheable", "method", "expires", NULL,
};

static const char * const elements[] = {
  "phrase", "alias", "summary", "meaning", "when", "action", "content-note",
  "cache-note", "method-note", "field", "look-alike", "owner", "reference",
  NULL,
};

/* In the order of RtStatusState, RtAnswer, RtMethodFate. */
static const char * const states[] = {
  "registered", "temporary", "unused", "obsoleted", "unofficial", NULL,
};
static const char * const answers[] = { "no", "yes", "depends", NULL };
static const char * const fates[] = {
  "none", "kept", "may-change", "get", NULL,
};

static const char * const state_notes[] = {
  N_("Registered with IANA"),
  N_("Temporary: registered for a draft"),
  N_("Reserved: registered as unused"),
  N_("Obsoleted: registered, but no longer to be used"),
  N_("Unofficial: not registered with IANA"),
};

static gboolean
read_number (const RtNode  *node,
             const char    *attribute,
             int           *number,
             GError       **error)
{
  const char *value = rt_node_get_attribute (node, attribute);
  guint64 parsed = 0;

  if (value == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute '%s'", attribute);
      return FALSE;
    }

  if (!rt_number_read (value, 10, 100, 999, &parsed))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has '%s' where a number of three digits belongs",
                         value);
      return FALSE;
    }

  *number = (int) parsed;
  return TRUE;
}

static gboolean
read_state (RtStatusCode  *self,
            const RtNode  *node,
            GError       **error)
{
  const char *expires = rt_node_get_attribute (node, "expires");
  int state = 0;

  if (!rt_node_get_choice (node, "state", states, &state, error))
    return FALSE;

  if (expires != NULL && state != RT_STATUS_TEMPORARY)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has 'expires' without being temporary");
      return FALSE;
    }

  self->state = (RtStatusState) state;
  if (expires != NULL)
    /* Translators: %s is a date like 2026-11-13 */
    self->state_note = g_strdup_printf (_("Temporary: registered for a draft, until %s"),
                                        expires);
  else
    self->state_note = rt_reference_translate (state_notes[state]);

  return TRUE;
}

static gboolean
read_answer (const RtNode  *node,
             const char    *attribute,
             RtAnswer      *answer,
             GError       **error)
{
  int index = 0;

  if (!rt_node_get_choice (node, attribute, answers, &index, error))
    return FALSE;

  *answer = (RtAnswer) index;
  return TRUE;
}

/* Only a redirection says what becomes of the method, and each must. */
static gboolean
read_method_fate (RtStatusCode  *self,
                  const RtNode  *node,
                  GError       **error)
{
  gboolean has_fate = rt_node_get_attribute (node, "method") != NULL;
  gboolean has_note = *self->method_note != '\0';
  gboolean redirects = rt_status_class_of (self->code) == RT_CLASS_REDIRECTION;
  int fate = 0;

  if (has_fate != redirects || has_note != redirects)
    {
      rt_node_set_error (node, error,
                         redirects ? RT_REFERENCE_ERROR_MISSING
                                   : RT_REFERENCE_ERROR_VALUE,
                         "%s 'method' and <method-note>, as %s 3xx",
                         redirects ? "needs" : "must not have",
                         redirects ? "it is a" : "it is no");
      return FALSE;
    }

  if (redirects && !rt_node_get_choice (node, "method", fates, &fate, error))
    return FALSE;

  self->method_fate = (RtMethodFate) fate;
  return TRUE;
}

static gboolean
check_required (const RtNode        *node,
                const char * const  *names,
                GError             **error)
{
  if (!rt_node_check_attributes (node, names, error) ||
      !rt_node_check_text (node, error))
    return FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (rt_node_get_attribute (node, names[i]) == NULL)
        {
          rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                             "lacks the attribute '%s'", names[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_field (RtStatusCode  *self,
            const RtNode  *node,
            GError       **error)
{
  static const char * const known[] = { "name", "role", NULL };
  static const char * const roles[] = { "required", "expected", "useful", NULL };
  RtCodeField *field;
  int role = 0;

  if (!check_required (node, known, error) ||
      !rt_node_get_choice (node, "role", roles, &role, error))
    return FALSE;

  field = g_slice_new0 (RtCodeField);
  field->name = g_strdup (rt_node_get_attribute (node, "name"));
  field->role = g_strdup (roles[role]);
  field->why = rt_reference_translate (node->text);
  g_ptr_array_add (self->fields, field);
  return TRUE;
}

static gboolean
read_look_alike (RtStatusCode  *self,
                 const RtNode  *node,
                 GError       **error)
{
  static const char * const known[] = { "code", NULL };
  RtLookAlike *look_alike;
  int code = 0;

  if (!check_required (node, known, error) ||
      !read_number (node, "code", &code, error))
    return FALSE;

  for (guint i = 0; i < self->look_alikes->len; i++)
    {
      look_alike = g_ptr_array_index (self->look_alikes, i);
      if (look_alike->code == code)
        {
          rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                             "names %d twice", code);
          return FALSE;
        }
    }

  look_alike = g_slice_new0 (RtLookAlike);
  look_alike->code = code;
  look_alike->difference = rt_reference_translate (node->text);
  g_ptr_array_add (self->look_alikes, look_alike);
  return TRUE;
}

static gboolean
read_owner (RtStatusCode  *self,
            const RtNode  *node,
            GError       **error)
{
  static const char * const known[] = { "vendor", "phrase", "on-wire", NULL };
  static const char * const wires[] = {
    "real", "log-only", "internal", "historic", "app-chosen", "rare", NULL,
  };
  RtCodeOwner *owner;
  int on_wire = 0;

  if (!check_required (node, known, error) ||
      !rt_node_get_choice (node, "on-wire", wires, &on_wire, error))
    return FALSE;

  owner = g_slice_new0 (RtCodeOwner);
  owner->vendor = g_strdup (rt_node_get_attribute (node, "vendor"));
  owner->phrase = g_strdup (rt_node_get_attribute (node, "phrase"));
  owner->meaning = rt_reference_translate (node->text);
  owner->on_wire = g_strdup (wires[on_wire]);
  g_ptr_array_add (self->owners, owner);
  return TRUE;
}

static gboolean
read_lists (RtStatusCode  *self,
            const RtNode  *node,
            GError       **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (node->children, i);
      gboolean good = TRUE;

      if (g_str_equal (child->name, "field"))
        good = read_field (self, child, error);
      else if (g_str_equal (child->name, "look-alike"))
        good = read_look_alike (self, child, error);
      else if (g_str_equal (child->name, "owner"))
        good = read_owner (self, child, error);

      if (!good)
        return FALSE;
    }

  if (self->state == RT_STATUS_UNOFFICIAL && self->owners->len == 0)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "is unofficial and lacks an <owner>");
      return FALSE;
    }

  self->aliases = rt_node_dup_text_list (node, "alias", error);
  return self->aliases != NULL;
}

RtStatusCode *
rt_status_code_read (const RtNode  *node,
                     GError       **error)
{
  g_autoptr (RtStatusCode) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (RT_TYPE_STATUS_CODE, NULL);

  if (!rt_node_check_attributes (node, attributes, error) ||
      !rt_node_check_children (node, elements, error) ||
      !read_number (node, "number", &self->code, error) ||
      !read_state (self, node, error) ||
      !read_answer (node, "content", &self->has_content, error) ||
      !read_answer (node, "cacheable", &self->cacheable, error) ||
      !rt_node_read_texts (node, texts, G_N_ELEMENTS (texts), self, error) ||
      !read_method_fate (self, node, error) ||
      !read_lists (self, node, error) ||
      !rt_node_read_reference (node,
                               self->state == RT_STATUS_UNOFFICIAL
                                 ? RT_REFERENCE_OPTIONAL
                                 : RT_REFERENCE_ONCE,
                               &self->specification, &self->specification_url,
                               error))
    return NULL;

  return g_steal_pointer (&self);
}
