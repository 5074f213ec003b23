/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the playground can do, as tables: one entry makes a route exist and
 * stand on the index page. A topic is one file.
 */

#pragma once

#include "call.h"
#include "reply.h"

G_BEGIN_DECLS

typedef enum
{
  RT_ROUTE_PLAIN = 0,
  /* Is called before the content is read, and before 100 (Continue). */
  RT_ROUTE_EARLY = 1 << 0,
} RtRouteFlags;

struct _RtRoute
{
  /* "/delay/{seconds}"; "{rest...}" takes all that follows, also nothing */
  const char    *pattern;
  /* "GET": answers HEAD, too. "GET POST". NULL: any method */
  const char    *methods;
  /* for the index page: one line, plain text */
  const char    *description;
  /* for the index page: paths that show it, with a space between; NULL: the
   * pattern itself */
  const char    *examples;
  void         (*answer) (RtCall *call);
  RtRouteFlags   flags;
  gconstpointer  data; /* for answer(), as call->route->data */
};

typedef struct
{
  const char    *title;
  const RtRoute *routes; /* ends with a NULL pattern */
} RtTopic;

extern const RtRoute rt_auth_routes[];
extern const RtRoute rt_body_routes[];
extern const RtRoute rt_cache_routes[];
extern const RtRoute rt_cookie_routes[];
extern const RtRoute rt_echo_routes[];
extern const RtRoute rt_encoding_routes[];
extern const RtRoute rt_fault_routes[];
extern const RtRoute rt_field_routes[];
extern const RtRoute rt_flaky_routes[];
extern const RtRoute rt_index_routes[];
extern const RtRoute rt_redirect_routes[];
extern const RtRoute rt_status_routes[];
extern const RtRoute rt_timing_routes[];

/** All topics in the order of the index page; ends with a NULL title. */
const RtTopic *rt_route_list_topics (void);

/** Finds the route of @call and lets it answer; 404 and 405 when it cannot. */
void           rt_route_answer      (RtCall         *call);

/** TRUE when @path fits @pattern. */
gboolean       rt_route_matches     (const char     *pattern,
                                     const char     *path);
/** (transfer full): what "{name}" or "{name...}" took, decoded; NULL when it
 * does not decode to text without NUL. */
char          *rt_route_dup_segment (RtCall         *call,
                                     const char     *name);
/**
 * rt_route_read_number: the segment @name as a number from 0 to @max.
 *
 * Returns: FALSE when it is none; then the call has been answered with 400
 */
gboolean       rt_route_read_number (RtCall         *call,
                                     const char     *name,
                                     guint64         max,
                                     guint64        *number);

G_END_DECLS
