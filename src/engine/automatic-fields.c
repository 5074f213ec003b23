/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields that nobody types, as a person sees them before the request is
 * sent: the same that a run would add to its first exchange.
 */

#include "config.h"

#include "request.h"

#include <glib/gi18n-lib.h>

#include "cookie-flow.h"
#include "logins.h"
#include "outgoing.h"

static RtAutomaticField *
to_automatic (const RtOutgoingField *field)
{
  RtAutomaticField *automatic = g_new0 (RtAutomaticField, 1);

  automatic->name = g_strdup (field->name);
  automatic->value = g_strdup (field->value);
  automatic->reason = g_strdup (field->reason);

  return automatic;
}

static void
add_cookies (RtOutgoing *outgoing,
             RtRequest  *request)
{
  RtCookieJar *jar = rt_request_get_cookie_jar (request);

  if (jar != NULL && rt_request_get_use_cookies (request) &&
      !rt_request_get_automatic_removed (request, "Cookie"))
    rt_cookie_flow_pack (jar, outgoing, NULL, g_get_real_time () / G_USEC_PER_SEC);
}

GPtrArray *
rt_request_dup_automatic_fields (RtRequest *request)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_automatic_field_free);
  g_autoptr(RtOutgoing) outgoing = NULL;

  g_return_val_if_fail (RT_IS_REQUEST (request), list);

  outgoing = rt_outgoing_sketch (request);
  if (outgoing->url != NULL)
    {
      g_autoptr(RtLogins) logins = rt_logins_new (request, outgoing->url);

      rt_logins_dress (logins, outgoing);
      add_cookies (outgoing, request);
    }

  for (guint i = 0; i < outgoing->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (outgoing->fields, i);

      if (field->reason != NULL)
        g_ptr_array_add (list, to_automatic (field));
    }

  return list;
}

void
rt_automatic_field_free (RtAutomaticField *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_free (self);
}
