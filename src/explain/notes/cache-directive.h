/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cache directives that are known, and which of them a misspelt one was
 * meant to be. Facts only.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_CACHE_NO_ARGUMENT,
  RT_CACHE_SECONDS,
  RT_CACHE_MAY_SECONDS, /* seconds, or nothing (max-stale) */
  RT_CACHE_MAY_FIELDS,  /* field names in quotes, or nothing */
} RtCacheArgument;

typedef enum
{
  RT_CACHE_IN_REQUEST  = 1 << 0,
  RT_CACHE_IN_RESPONSE = 1 << 1,
  RT_CACHE_OBSOLETE    = 1 << 2,
} RtCacheUse;

typedef struct
{
  const char     *name;
  RtCacheArgument argument;
  RtCacheUse      use;
} RtCacheDirective;

/** Compared without case; NULL when it is not known. */
const RtCacheDirective *rt_cache_directive_find  (const char *name);
/** The known one that @name was probably meant to be; NULL when none is near. */
const RtCacheDirective *rt_cache_directive_guess (const char *name);

G_END_DECLS
