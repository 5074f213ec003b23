/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the person wants to send: editable, observable, independent of any
 * network. The main thread's; a send takes a snapshot.
 */

#pragma once

#include <gio/gio.h>

#include "cookie-jar.h"
#include "credentials.h"
#include "pair.h"
#include "retry-policy.h"
#include "secret.h"

G_BEGIN_DECLS

/* What the content of a request is made of. */
typedef enum
{
  RT_CONTENT_NONE,
  RT_CONTENT_TEXT,      /* "text", with "media-type" */
  RT_CONTENT_FORM,      /* "form-items", application/x-www-form-urlencoded */
  RT_CONTENT_MULTIPART, /* "form-items", multipart/form-data */
  RT_CONTENT_FILE,      /* "content-file", with "media-type" */
} RtContentKind;

typedef enum
{
  RT_PROTOCOL_HTTP1, /* HTTP/1.1, pinned by ALPN */
  RT_PROTOCOL_HTTP2, /* offered by ALPN, https only */
} RtProtocol;

/* A field that is sent though nobody typed it. */
typedef struct
{
  char *name;
  char *value;
  char *reason; /* one sentence, translated: why it is added */
} RtAutomaticField;

void rt_automatic_field_free (RtAutomaticField *self);

#define RT_TYPE_REQUEST (rt_request_get_type ())
G_DECLARE_FINAL_TYPE (RtRequest, rt_request, RT, REQUEST, GObject)

/* Properties, all writable; strings are never NULL unless it says so:
 *   "method" string ("GET"), "url" string as typed (""),
 *   "content-kind" RtContentKind, "media-type" string ("" = none is sent),
 *   "text" string, "content-file" string (nullable) absolute path,
 *   "follow" boolean (TRUE), "max-redirects" uint (20),
 *   "timeout" uint, whole request in seconds, 0 = none (0),
 *   "idle-timeout" uint, seconds without a byte, 0 = none (60),
 *   "protocol" RtProtocol (HTTP1),
 *   "insecure" boolean (FALSE): send although the certificate is not trusted,
 *   "ca-file" string (nullable): PEM file trusted in place of the system's,
 *   "proxy" string (nullable): "http://host:port"; NULL = none. Never taken
 *     from the environment behind the person's back.
 *   "step" boolean (FALSE): wait at each redirect for the person's decision,
 *   "use-cookies" boolean (TRUE): send cookies of the jar, keep those that come,
 *   "cookie-jar" RtCookieJar (nullable): shared by copies; NULL = a jar of its
 *     own for each send. A typed Cookie field is never touched.
 * Fixed objects whose properties change: "credentials" and "proxy-credentials",
 * RtCredentials. The retry policy is a value, set as a whole.
 * Lists of RtPair, fixed objects whose items change:
 *   "fields", "form-items" GListModel (GListStore).
 * Signal "changed": anything above changed, items included; emitted at once. */
RtRequest    *rt_request_new                (void);
/** A deep copy: its lists are its own. (transfer full) */
RtRequest    *rt_request_copy               (RtRequest     *self);

const char   *rt_request_get_method         (RtRequest     *self);
const char   *rt_request_get_url            (RtRequest     *self);
GListStore   *rt_request_get_fields         (RtRequest     *self);
GListStore   *rt_request_get_form_items     (RtRequest     *self);
RtContentKind rt_request_get_content_kind   (RtRequest     *self);
const char   *rt_request_get_media_type     (RtRequest     *self);
const char   *rt_request_get_text           (RtRequest     *self);
const char   *rt_request_get_content_file   (RtRequest     *self);
gboolean      rt_request_get_follow         (RtRequest     *self);
guint         rt_request_get_max_redirects  (RtRequest     *self);
guint         rt_request_get_timeout        (RtRequest     *self);
guint         rt_request_get_idle_timeout   (RtRequest     *self);
RtProtocol    rt_request_get_protocol       (RtRequest     *self);
gboolean      rt_request_get_insecure       (RtRequest     *self);
const char   *rt_request_get_ca_file        (RtRequest     *self);
const char   *rt_request_get_proxy          (RtRequest     *self);

gboolean      rt_request_get_step           (RtRequest     *self);
gboolean      rt_request_get_use_cookies    (RtRequest     *self);
RtCookieJar  *rt_request_get_cookie_jar     (RtRequest     *self);
RtCredentials *rt_request_get_credentials   (RtRequest     *self);
RtCredentials *rt_request_get_proxy_credentials (RtRequest *self);
const RtRetryPolicy *rt_request_get_retry   (RtRequest     *self);

void          rt_request_set_method         (RtRequest     *self,
                                             const char    *method);
void          rt_request_set_url            (RtRequest     *self,
                                             const char    *url);
void          rt_request_set_content_kind   (RtRequest     *self,
                                             RtContentKind  kind);
void          rt_request_set_media_type     (RtRequest     *self,
                                             const char    *media_type);
void          rt_request_set_text           (RtRequest     *self,
                                             const char    *text);
void          rt_request_set_content_file   (RtRequest     *self,
                                             const char    *path);
void          rt_request_set_follow         (RtRequest     *self,
                                             gboolean       follow);
void          rt_request_set_max_redirects  (RtRequest     *self,
                                             guint          max);
void          rt_request_set_timeout        (RtRequest     *self,
                                             guint          seconds);
void          rt_request_set_idle_timeout   (RtRequest     *self,
                                             guint          seconds);
void          rt_request_set_protocol       (RtRequest     *self,
                                             RtProtocol     protocol);
void          rt_request_set_insecure       (RtRequest     *self,
                                             gboolean       insecure);
void          rt_request_set_ca_file        (RtRequest     *self,
                                             const char    *path);
void          rt_request_set_proxy          (RtRequest     *self,
                                             const char    *proxy);

void          rt_request_set_step           (RtRequest     *self,
                                             gboolean       step);
void          rt_request_set_use_cookies    (RtRequest     *self,
                                             gboolean       use);
void          rt_request_set_cookie_jar     (RtRequest     *self,
                                             RtCookieJar   *jar);
void          rt_request_set_retry          (RtRequest     *self,
                                             const RtRetryPolicy *policy);

/** Makes @self say what @other says, lists and credentials included; the
 * cookie jar stays. One "changed" at the end. */
void          rt_request_assign             (RtRequest     *self,
                                             RtRequest     *other);

/**
 * rt_request_move_userinfo:
 *
 * Takes "user:password@" out of the URL into the credentials (RT_CREDENTIALS_USER,
 * unless a kind that needs a user is chosen).
 *
 * Returns: TRUE when there was one; the person is to be told
 */
gboolean      rt_request_move_userinfo      (RtRequest     *self);

/**
 * rt_request_add_field: appends an enabled field, exactly as spelt.
 */
void          rt_request_add_field          (RtRequest     *self,
                                             const char    *name,
                                             const char    *value);

/**
 * rt_request_dup_automatic_fields:
 *
 * What will be added when it is sent as it is now: Host, User-Agent,
 * Accept-Encoding, Content-Type, Content-Length, what is sent ahead of the
 * credentials (Authorization, an API key's field, in the clear also
 * Proxy-Authorization), and the jar's Cookie; without those that an enabled
 * field of the person replaces and those that were removed. Host comes first
 * on the wire, the others after the typed fields.
 *
 * Returns: (transfer full) (element-type RtAutomaticField): in wire order
 */
GPtrArray    *rt_request_dup_automatic_fields (RtRequest   *self);

/** Leaves the automatic field @name (without case) out, or lets it be added
 * again; emits "changed". */
void          rt_request_set_automatic_removed (RtRequest  *self,
                                                const char *name,
                                                gboolean    removed);
gboolean      rt_request_get_automatic_removed (RtRequest  *self,
                                                const char *name);

/** What of an exchange of this request is a secret by its name: an API key.
 * The names live as long as the credentials are not changed. */
void          rt_request_get_secret_names (RtRequest       *self,
                                           RtSecretNames   *names);

/**
 * rt_request_validate:
 * @error: RT_ENGINE_ERROR_* of what is wrong first, its message translated,
 *   with the place named
 *
 * Returns: TRUE when it can be sent
 */
gboolean      rt_request_validate           (RtRequest     *self,
                                             GError       **error);

G_END_DECLS
