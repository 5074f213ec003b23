/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person logs in with: a kind, and what it needs. Edited in the
 * request's Auth pane; a send works with a copy. Holds secrets in clear.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RT_CREDENTIALS_NONE,
  RT_CREDENTIALS_USER,      /* user and secret; the strongest scheme offered is used */
  RT_CREDENTIALS_BASIC,     /* RFC 7617 */
  RT_CREDENTIALS_DIGEST,    /* RFC 7616 */
  RT_CREDENTIALS_BEARER,    /* RFC 6750: "secret" is the token */
  RT_CREDENTIALS_NEGOTIATE, /* RFC 4559: the ticket of the person who is logged in */
  RT_CREDENTIALS_API_KEY,   /* "name" and "secret", in "place" */
  RT_CREDENTIALS_TYPED,     /* "secret" is the whole value of Authorization */
} RtCredentialsKind;

typedef enum
{
  RT_KEY_IN_FIELD,
  RT_KEY_IN_QUERY,
} RtKeyPlace;

#define RT_TYPE_CREDENTIALS (rt_credentials_get_type ())
G_DECLARE_FINAL_TYPE (RtCredentials, rt_credentials, RT, CREDENTIALS, GObject)

/* Properties, all writable, strings never NULL, each notifies only on change:
 *   "kind" RtCredentialsKind as int (NONE), "user" string, "secret" string,
 *   "name" string: of the field or query parameter of an API key,
 *   "place" RtKeyPlace as int (FIELD),
 *   "preemptive" boolean (FALSE): sent before the server asks for it; of Basic,
 *     and of USER (then as Basic); Bearer, API key and typed always are,
 *   "prefer" string: the label (rt_challenge_dup_label()) of the challenge that
 *     is to be answered among several; "" = the strongest. */
RtCredentials     *rt_credentials_new            (void);
/** (transfer full) */
RtCredentials     *rt_credentials_copy           (RtCredentials     *self);
/** Makes @self say what @other says. */
void               rt_credentials_assign         (RtCredentials     *self,
                                                  RtCredentials     *other);

RtCredentialsKind  rt_credentials_get_kind       (RtCredentials     *self);
const char        *rt_credentials_get_user       (RtCredentials     *self);
const char        *rt_credentials_get_secret     (RtCredentials     *self);
const char        *rt_credentials_get_name       (RtCredentials     *self);
RtKeyPlace         rt_credentials_get_place      (RtCredentials     *self);
gboolean           rt_credentials_get_preemptive (RtCredentials     *self);
const char        *rt_credentials_get_prefer     (RtCredentials     *self);

void               rt_credentials_set_kind       (RtCredentials     *self,
                                                  RtCredentialsKind  kind);
void               rt_credentials_set_user       (RtCredentials     *self,
                                                  const char        *user);
void               rt_credentials_set_secret     (RtCredentials     *self,
                                                  const char        *secret);
void               rt_credentials_set_name       (RtCredentials     *self,
                                                  const char        *name);
void               rt_credentials_set_place      (RtCredentials     *self,
                                                  RtKeyPlace         place);
void               rt_credentials_set_preemptive (RtCredentials     *self,
                                                  gboolean           preemptive);
void               rt_credentials_set_prefer     (RtCredentials     *self,
                                                  const char        *label);

G_END_DECLS
