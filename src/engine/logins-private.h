/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtLogins over two files: logins.c says where credentials go and sends them
 * ahead, logins-answer.c answers those who ask.
 */

#pragma once

#include "logins.h"

G_BEGIN_DECLS

/* A login, and the answer that the next request to its place takes along. */
typedef struct
{
  RtLogin *login;
  char    *field;
  char    *value;
  char    *sent;   /* with the last CONNECT */
} RtLoginPlace;

struct _RtLogins
{
  RtRequest     *request;
  RtCredentials *credentials;
  char          *home;      /* origin */
  GHashTable    *granted;   /* origins */
  GHashTable    *places;    /* origin -> RtLoginPlace */
  RtLoginPlace  *proxy;        /* NULL without credentials for it */
  gboolean       from_url;
  gboolean       withheld;
};

RtLoginPlace *rt_logins_get_place        (RtLogins             *self,
                                          const RtUrl          *url);
/** The field where the credentials stand; NULL when it is the URL. */
const char   *rt_logins_get_field_name   (RtLogins             *self);

/** @content: (out) (transfer full) (nullable): must live as long as @request */
void          rt_logins_fill_request     (RtLoginRequest       *request,
                                          const RtOutgoing     *outgoing,
                                          const char           *target,
                                          GBytes              **content);
char         *rt_logins_dup_proxy_target (const RtOutgoing     *outgoing);
char         *rt_logins_dup_proxy_host   (RtLogins             *self);
/** A field that breaks nothing. */
gboolean      rt_logins_is_sound         (const char           *name,
                                          const char           *value);
/** The answer of @place, or what it sends ahead. */
char         *rt_logins_take_value       (RtLoginPlace         *place,
                                          const RtLoginRequest *request,
                                          char                **name,
                                          gboolean             *is_answer);

G_END_DECLS
