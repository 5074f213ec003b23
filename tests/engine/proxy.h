/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A proxy that asks for credentials, and keeps every head that it gets.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Proxy Proxy;

typedef enum
{
  PROXY_OPEN,   /* asks for nothing */
  PROXY_BASIC,  /* "proxy" and "s3cr3t" */
  PROXY_DIGEST, /* the same, MD5 */
} ProxyKind;

Proxy      *proxy_new        (ProxyKind  kind);
void        proxy_free       (Proxy     *self);
/** "http://127.0.0.1:41234" */
const char *proxy_get_url    (Proxy     *self);
/** All heads since the last call, one after the other. (transfer full) */
char       *proxy_take_heads (Proxy     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proxy, proxy_free)

G_END_DECLS
