/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The inside of RtStatusCode, for those that fill it: status-code-reader from
 * the data, unregistered-code from a class. Private to this layer.
 */

#pragma once

#include "status-code.h"

G_BEGIN_DECLS

struct _RtStatusCode
{
  GObject        parent_instance;

  int            code;
  RtStatusState  state;
  RtAnswer       has_content;
  RtAnswer       cacheable;
  RtMethodFate   method_fate;

  char          *phrase;
  char          *summary;
  char          *meaning;
  char          *when;
  char          *action;
  char          *content_note;
  char          *cache_note;
  char          *method_note;
  char          *state_note;
  char          *specification;
  char          *specification_url;
  char         **aliases;

  GPtrArray     *fields;      /* of RtCodeField */
  GPtrArray     *look_alikes; /* of RtLookAlike */
  GPtrArray     *owners;      /* of RtCodeOwner */
};

void rt_code_field_free (RtCodeField *self);
void rt_look_alike_free (RtLookAlike *self);
void rt_code_owner_free (RtCodeOwner *self);

G_END_DECLS
