/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cookies to test with. */

#pragma once

#include <string.h>

#include "cookie-jar.h"

#define NOW 1000000000 /* 9 September 2001, 01:46:40 UTC */

static inline RtCookie *
sample_cookie (const char *name,
               const char *domain,
               const char *path,
               gboolean    host_only,
               gboolean    secure,
               gint64      expires)
{
  static gint64 created;

  return rt_cookie_new (&(RtCookieParts) {
    .name = name, .value = "v", .domain = domain, .path = path, .expires = expires,
    .created = ++created, .host_only = host_only, .secure = secure });
}

/* Bytes that do not end in NUL. */
static inline GBytes *
sample_line (const char *line)
{
  gsize length = strlen (line);

  return g_bytes_new_take (g_memdup2 (line, length), length);
}
