/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One request as it arrived: the exact bytes of its head, its fields in their
 * order and spelling, its content. And whether it has been answered.
 */

#pragma once

#include "peer.h"
#include "service.h"

G_BEGIN_DECLS

typedef struct _RtRoute RtRoute;

typedef struct
{
  char *name;
  char *value;
} RtCallField;

typedef enum
{
  RT_FRAMING_NONE,
  RT_FRAMING_LENGTH,
  RT_FRAMING_CHUNKED,
} RtFraming;

typedef struct
{
  /* where it came from (not owned) */
  RtService     *service;
  RtPeer        *peer;

  /* the head */
  GBytes        *head;          /* exact, with the empty line */
  char          *method;
  char          *target;        /* as received */
  char          *path;          /* as received, without query */
  char          *query;         /* as received; NULL without "?" */
  guint          minor_version; /* of HTTP/1.x */
  GPtrArray     *fields;        /* (element-type RtCallField) */

  /* the content */
  RtFraming      framing;
  guint64        content_left;  /* of a known length: not yet read */
  gboolean       expects;       /* waits for 100 (Continue) */
  gboolean       content_read;
  GByteArray    *content;       /* the first RT_CALL_KEPT_BYTES of it */
  guint64        content_length;
  GChecksum     *content_sha256;
  GPtrArray     *trailers;      /* (element-type RtCallField) */

  /* how it goes on */
  const RtRoute *route;         /* NULL until one matched */
  gboolean       persistent;    /* may another request follow? */
  gboolean       answered;      /* a final response was begun */
} RtCall;

/* Content beyond this is counted and digested, not kept. */
#define RT_CALL_KEPT_BYTES (8 * 1024 * 1024)
#define RT_CALL_MAX_CONTENT G_GUINT64_CONSTANT (10000000000)
#define RT_CALL_MAX_HEAD (128 * 1024)

/**
 * rt_call_read:
 * @peer: read from here
 * @refusal: (out): the status to refuse the request with, 0 when there is
 *   nothing to answer
 * @why: (out): what is wrong with it, a static sentence
 *
 * Returns: (transfer full) (nullable): the next request, its content not read
 * yet; %NULL when the client ended, or sent what is no request. With a refusal,
 * the request still comes back as far as it was read, fit to be answered.
 */
RtCall     *rt_call_read            (RtService   *service,
                                     RtPeer      *peer,
                                     guint       *refusal,
                                     const char **why);
void        rt_call_free            (RtCall      *self);

/**
 * rt_call_read_content: says 100 (Continue) if the client waits for it, and
 * reads the content.
 *
 * Returns: 0; the status to refuse the request with; or -1 when the client
 * has gone
 */
int         rt_call_read_content    (RtCall      *self);

/** The value of the first field of this name, in any case; or NULL. */
const char *rt_call_find_field      (RtCall      *self,
                                     const char  *name);
/** Does a comma-separated field, in any of its lines, contain @token? */
gboolean    rt_call_has_token       (RtCall      *self,
                                     const char  *name,
                                     const char  *token);
gboolean    rt_call_is_head         (RtCall      *self);

/**
 * rt_call_list_query:
 *
 * Returns: (transfer full) (element-type RtCallField): the decoded parameters
 * of the query in their order; those that do not decode are left out
 */
GPtrArray  *rt_call_list_query      (RtCall      *self);
/** (transfer full): the first parameter of this name, decoded; or NULL. */
char       *rt_call_dup_query       (RtCall      *self,
                                     const char  *name);
/** A number from the query; @fallback when it is absent or no number, never
 * more than @max. */
double      rt_call_get_query_number (RtCall     *self,
                                      const char *name,
                                      double      fallback,
                                      double      max);

/** (transfer full): an RtCallField; both are copied. */
RtCallField *rt_call_field_new      (const char  *name,
                                     const char  *value);
void         rt_call_field_free     (RtCallField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCall, rt_call_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCallField, rt_call_field_free)

G_END_DECLS
