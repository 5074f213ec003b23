/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds what is known of one status code, and sorts numbers into classes.
 * Reads nothing: status-code-reader does.
 */

#include "config.h"

#include "status-code.h"

#include "status-code-private.h"

G_DEFINE_FINAL_TYPE (RtStatusCode, rt_status_code, G_TYPE_OBJECT)

void
rt_code_field_free (RtCodeField *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->why, g_free);
  g_slice_free (RtCodeField, self);
}

void
rt_look_alike_free (RtLookAlike *self)
{
  g_clear_pointer (&self->difference, g_free);
  g_slice_free (RtLookAlike, self);
}

void
rt_code_owner_free (RtCodeOwner *self)
{
  g_clear_pointer (&self->vendor, g_free);
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->meaning, g_free);
  g_clear_pointer (&self->on_wire, g_free);
  g_slice_free (RtCodeOwner, self);
}

static void
rt_status_code_finalize (GObject *object)
{
  RtStatusCode *self = RT_STATUS_CODE (object);

  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->meaning, g_free);
  g_clear_pointer (&self->when, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->content_note, g_free);
  g_clear_pointer (&self->cache_note, g_free);
  g_clear_pointer (&self->method_note, g_free);
  g_clear_pointer (&self->state_note, g_free);
  g_clear_pointer (&self->specification, g_free);
  g_clear_pointer (&self->specification_url, g_free);
  g_clear_pointer (&self->aliases, g_strfreev);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->look_alikes, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_status_code_parent_class)->finalize (object);
}

static void
rt_status_code_class_init (RtStatusCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_status_code_finalize;
}

static void
rt_status_code_init (RtStatusCode *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_code_field_free);
  self->look_alikes = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_look_alike_free);
  self->owners = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_code_owner_free);
}

RtStatusClass
rt_status_class_of (int code)
{
  if (code <= 0)
    return RT_CLASS_NONE;

  switch (code / 100)
    {
    case 1:
      return RT_CLASS_INFORMATIONAL;
    case 2:
      return RT_CLASS_SUCCESS;
    case 3:
      return RT_CLASS_REDIRECTION;
    case 4:
      return RT_CLASS_CLIENT_ERROR;
    case 5:
      return RT_CLASS_SERVER_ERROR;
    default:
      return RT_CLASS_OTHER;
    }
}

const char *
rt_status_class_to_id (RtStatusClass status_class)
{
  switch (status_class)
    {
    case RT_CLASS_NONE:
      return "none";
    case RT_CLASS_INFORMATIONAL:
      return "1xx";
    case RT_CLASS_SUCCESS:
      return "2xx";
    case RT_CLASS_REDIRECTION:
      return "3xx";
    case RT_CLASS_CLIENT_ERROR:
      return "4xx";
    case RT_CLASS_SERVER_ERROR:
      return "5xx";
    case RT_CLASS_OTHER:
      return "other";
    default:
      g_return_val_if_reached ("other");
    }
}

RtStatusClass
rt_status_code_get_class (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), RT_CLASS_NONE);

  return rt_status_class_of (self->code);
}

const char * const *
rt_status_code_get_aliases (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return (const char * const *) self->aliases;
}

int
rt_status_code_get_code (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), 0);

  return self->code;
}

RtStatusState
rt_status_code_get_state (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), RT_STATUS_UNREGISTERED);

  return self->state;
}

const char *
rt_status_code_get_phrase (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->phrase;
}

const char *
rt_status_code_get_summary (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->summary;
}

const char *
rt_status_code_get_meaning (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->meaning;
}

const char *
rt_status_code_get_when (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->when;
}

const char *
rt_status_code_get_action (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->action;
}

RtAnswer
rt_status_code_get_has_content (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), RT_ANSWER_DEPENDS);

  return self->has_content;
}

const char *
rt_status_code_get_content_note (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->content_note;
}

RtAnswer
rt_status_code_get_cacheable (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), RT_ANSWER_DEPENDS);

  return self->cacheable;
}

const char *
rt_status_code_get_cache_note (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->cache_note;
}

RtMethodFate
rt_status_code_get_method_fate (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), RT_METHOD_FATE_NONE);

  return self->method_fate;
}

const char *
rt_status_code_get_method_note (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->method_note;
}

GPtrArray *
rt_status_code_get_fields (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->fields;
}

GPtrArray *
rt_status_code_get_look_alikes (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->look_alikes;
}

GPtrArray *
rt_status_code_get_owners (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->owners;
}

const char *
rt_status_code_get_specification (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->specification;
}

const char *
rt_status_code_get_specification_url (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->specification_url;
}

const char *
rt_status_code_get_state_note (RtStatusCode *self)
{
  g_return_val_if_fail (RT_IS_STATUS_CODE (self), NULL);

  return self->state_note;
}
