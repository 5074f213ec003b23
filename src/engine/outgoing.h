/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A request made ready: checked, with the automatic fields in their places, as
 * plain data that another thread may use. A redirect turns one into the next.
 */

#pragma once

#include "content.h"
#include "request.h"
#include "url.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  char    *value;
  char    *reason; /* why it is added; NULL for a typed field */
} RtOutgoingField;

/* Counted; who shares it does not change it. */
typedef struct
{
  gatomicrefcount count;

  char      *method;
  RtUrl     *url;
  GPtrArray *fields;  /* RtOutgoingField, in wire order */
  RtContent *content; /* (nullable) */
  GPtrArray *cookies; /* RtCookieVerdict: those of the jar that go along, or do not; NULL without */
} RtOutgoing;

/**
 * rt_outgoing_new:
 * @error: RT_ENGINE_ERROR_*: what is wrong first, with its place
 *
 * Returns: (transfer full) (nullable): the request made ready
 */
RtOutgoing      *rt_outgoing_new            (RtRequest         *request,
                                             GError           **error);
/** Half a request: what can be made of it, the rest left out; its URL may be
 * NULL. (transfer full) */
RtOutgoing      *rt_outgoing_sketch         (RtRequest         *request);
RtOutgoing      *rt_outgoing_copy           (const RtOutgoing  *self);
RtOutgoing      *rt_outgoing_ref            (RtOutgoing        *self);
void             rt_outgoing_unref          (RtOutgoing        *self);

/** The first field @name, without case; NULL when there is none. */
RtOutgoingField *rt_outgoing_find_field     (const RtOutgoing  *self,
                                             const char        *name);
/** Adds a field at the end; copied. @reason: NULL for a typed field. */
void             rt_outgoing_add_field      (RtOutgoing        *self,
                                             const char        *name,
                                             const char        *value,
                                             const char        *reason);
/** Removes every field @name, without case; TRUE when there was one. */
gboolean         rt_outgoing_remove_field   (RtOutgoing        *self,
                                             const char        *name);

/**
 * rt_outgoing_compose_head:
 * @absolute_form: TRUE for a plain http request to a proxy (RFC 9112 section 3.2.2)
 *
 * Returns: (transfer full): the exact bytes of the request head in HTTP/1.1
 */
GBytes          *rt_outgoing_compose_head   (const RtOutgoing  *self,
                                             gboolean           absolute_form);

/**
 * rt_outgoing_misframes: TRUE when typed Content-Length or Transfer-Encoding
 * fields do not say what the content is, so that the connection cannot be
 * used for another request afterwards.
 */
gboolean         rt_outgoing_misframes      (const RtOutgoing  *self);
/** TRUE when a Transfer-Encoding field ends in "chunked". */
gboolean         rt_outgoing_is_chunked     (const RtOutgoing  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtOutgoing, rt_outgoing_unref)

G_END_DECLS
