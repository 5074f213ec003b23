/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What other clients do with a redirect: one table, measured; and where that
 * differs from what was done, in words. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether something goes along with the next request. */
typedef enum
{
  RT_GOES_UNKNOWN, /* nobody measured it, and no document says it */
  RT_GOES_NOT,
  RT_GOES_ALONG,
} RtGoes;

/* What a client does. */
typedef struct
{
  gboolean    followed;
  const char *method;        /* of the next request; NULL when not followed */
  RtGoes      content;       /* when there is some */
  RtGoes      content_type;  /* a typed one, when the content does not go along */
  RtGoes      authorization; /* a typed one */
  RtGoes      cookie;        /* a typed one */
} RtOtherDeed;

/* Where a redirect leads. */
typedef enum
{
  RT_WAY_SAME_ORIGIN,
  RT_WAY_UPGRADE,      /* http to https on the same host, both on default ports */
  RT_WAY_OTHER_ORIGIN,
} RtWay;

guint       rt_others_get_n_clients (void);
/** "curl -L": a name, the same in every language. */
const char *rt_others_get_client    (guint         client);

/**
 * rt_others_find:
 * @deed: (out): what @client does; valid as long as @method is
 *
 * Returns: FALSE when that is not known
 */
gboolean    rt_others_find          (guint         client,
                                     int           status,
                                     const char   *method,
                                     RtWay         way,
                                     RtOtherDeed  *deed);

/** What the Fetch standard makes of @method at @status; NULL when it does not
 * follow. */
const char *rt_others_standard_method (int         status,
                                       const char *method);

/* What was done, to compare with. */
typedef struct
{
  int         status;
  const char *method;            /* of the request that was redirected */
  RtWay       way;
  const char *method_after;      /* NULL: not followed */
  gboolean    had_content;
  gboolean    kept_content;
  gboolean    had_content_type;
  gboolean    kept_content_type;
  gboolean    had_authorization;
  gboolean    kept_authorization;
  gboolean    had_cookie;        /* typed */
  gboolean    kept_cookie;
} RtDone;

/**
 * rt_others_to_words:
 *
 * Returns: (transfer full) (nullable): "curl -L would …" sentence by sentence;
 *   %NULL when all that are known do the same
 */
char       *rt_others_to_words      (const RtDone *done);

G_END_DECLS
