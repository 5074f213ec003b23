/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all connections of one playground share: where it listens, when it
 * ends, and the little that it remembers between requests. Thread-safe.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An https origin whose certificate is wrong on purpose. */
typedef struct
{
  char *name;   /* "expired" */
  char *origin; /* "https://127.0.0.1:41235" */
} RtTroubleOrigin;

/* The members are written before the first connection and only read then. */
typedef struct
{
  GCancellable *cancellable; /* ends every wait */
  char         *http_origin;
  char         *https_origin;
  char         *ca_pem;
  GPtrArray    *troubles;    /* (element-type RtTroubleOrigin) */

  int           visitors;    /* connections now, atomic */

  GMutex        lock;
  GHashTable   *windows;     /* key -> Window */
  GHashTable   *nonces;      /* nonce -> Nonce */
} RtService;

RtService  *rt_service_new          (void);
void        rt_service_free         (RtService  *self);

void        rt_service_add_trouble  (RtService  *self,
                                     const char *name,
                                     const char *origin);
/** NULL when there is no trouble of this name. */
const char *rt_service_find_trouble (RtService  *self,
                                     const char *name);

/* The outcome of counting a request into its window. */
typedef struct
{
  guint used;  /* requests in this window, this one included */
  guint reset; /* whole seconds until the next window, 1 or more */
} RtWindowUse;

/**
 * rt_service_count: counts a request under @key into a window of @seconds,
 * which starts with the first request that finds none open.
 */
RtWindowUse rt_service_count        (RtService  *self,
                                     const char *key,
                                     guint       seconds);

typedef enum
{
  RT_NONCE_GOOD,
  RT_NONCE_STALE,    /* was ours, but has been used up */
  RT_NONCE_REPLAYED, /* this count was used before */
  RT_NONCE_UNKNOWN,
} RtNonceVerdict;

/**
 * rt_service_issue_nonce:
 * @uses: how many requests it is good for; 0 for no limit
 *
 * Returns: (transfer full): a fresh nonce for digest authentication
 */
char           *rt_service_issue_nonce (RtService  *self,
                                        guint       uses);
/** Hands the session of "-sess" on to the nonce that comes next (RFC 7616
 * section 3.4.2): what its key was made of. */
void            rt_service_bind_nonce  (RtService  *self,
                                        const char *nonce,
                                        const char *first_nonce,
                                        const char *first_cnonce);
/** FALSE, and both NULL, when @nonce begins its session; (out) (transfer full). */
gboolean        rt_service_find_session (RtService  *self,
                                         const char *nonce,
                                         char      **first_nonce,
                                         char      **first_cnonce);
/** @count: the client's nonce count; 0 when it gives none */
RtNonceVerdict  rt_service_use_nonce   (RtService  *self,
                                        const char *nonce,
                                        guint       count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtService, rt_service_free)

G_END_DECLS
