/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the engine needs of a request besides its public face; and RtRequest
 * over three files: request.c is the object, request-values.c reads and sets
 * its values, request-copy.c makes one like another.
 */

#pragma once

#include "request.h"

G_BEGIN_DECLS

struct _RtRequest
{
  GObject parent_instance;

  char         *method;
  char         *url;
  char         *media_type;
  char         *text;
  char         *content_file;
  char         *ca_file;
  char         *proxy;
  char         *boundary;
  GListStore   *fields;
  GListStore   *form_items;
  GHashTable   *removed; /* names of automatic fields, lower case */
  RtContentKind content_kind;
  RtProtocol    protocol;
  guint         max_redirects;
  guint         timeout;
  guint         idle_timeout;
  gboolean      follow;
  gboolean      insecure;
  gboolean      step;
  gboolean      use_cookies;
  RtCookieJar   *cookie_jar;
  RtCredentials *credentials;
  RtCredentials *proxy_credentials;
  RtRetryPolicy  retry;
  guint          held;    /* > 0: what changes is told later, at once */
  gboolean       changed; /* while it is held */
  RtRequest     *snapshot; /* like it; NULL after a change, until somebody asks */
};

enum
{
  PROP_0,
  PROP_METHOD,
  PROP_URL,
  PROP_CONTENT_KIND,
  PROP_MEDIA_TYPE,
  PROP_TEXT,
  PROP_CONTENT_FILE,
  PROP_FOLLOW,
  PROP_MAX_REDIRECTS,
  PROP_TIMEOUT,
  PROP_IDLE_TIMEOUT,
  PROP_PROTOCOL,
  PROP_INSECURE,
  PROP_CA_FILE,
  PROP_PROXY,
  PROP_STEP,
  PROP_USE_COOKIES,
  PROP_COOKIE_JAR,
  PROP_CREDENTIALS,
  PROP_PROXY_CREDENTIALS,
  PROP_FIELDS,
  PROP_FORM_ITEMS,
  N_PROPS
};

/** The boundary of multipart content: random, the same for the request's life. */
const char *rt_request_get_boundary (RtRequest *self);

/* request-copy.c */
/** A copy that nobody changes: one serves all until the request changes. (transfer full) */
RtRequest  *rt_request_dup_snapshot (RtRequest *self);

/* request.c */
void rt_request_emit_changed (RtRequest *self);
/** Notifies of a property, and that the request changed. */
void rt_request_notify       (RtRequest *self,
                              guint      prop);

G_END_DECLS
