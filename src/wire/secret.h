/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which parts of a head are secrets, and the same head without them. What is
 * needed to see why something failed stays: the scheme of credentials, the
 * names and attributes of cookies. Pure.
 */

#pragma once

#include "head.h"

G_BEGIN_DECLS

/** What stands in place of a secret. */
#define RT_SECRET_MASK "***"

/* What is a secret besides the fields of the standard: an API key has a name of
 * its own. Both are nullable, as is a pointer to it. */
typedef struct
{
  const char *field;     /* a field's name, in any case */
  const char *parameter; /* a query parameter's name, decoded */
} RtSecretNames;

/** Authorization, Proxy-Authorization, Cookie, Set-Cookie; without case. */
gboolean rt_secret_is_field   (const char   *name);

/**
 * rt_secret_is_likely_field:
 *
 * Returns: TRUE for a name of nobody's standard that says that it holds a
 *   secret: X-Api-Key, X-Auth-Token, Private-Token. Such fields are not masked.
 */
gboolean rt_secret_is_likely_field (const char *name);

/**
 * rt_secret_mask_value:
 * @name: the field's name
 * @value: its value
 *
 * "Basic dTpw" -> "Basic ***"; "a=1; b=2" -> "a=***; b=***";
 * "sid=1; Path=/" -> "sid=***; Path=/". Other fields: a copy.
 *
 * Returns: (transfer full): the value without its secret
 */
char    *rt_secret_mask_value (const char   *name,
                               const char   *value);

/**
 * rt_secret_mask_head:
 *
 * Returns: (transfer full): the bytes of @head with the values of secret
 * fields masked and every other byte as it was
 */
GBytes  *rt_secret_mask_head  (const RtHead *head);

/** @url without the password of its user information. (transfer full) */
char    *rt_secret_mask_url   (const char   *url);

/** The same three, and what @own names. In a head also the request target, in
 * a value also that of Location. (transfer full) */
char    *rt_secret_mask_value_of (const RtSecretNames *own,
                                  const char          *name,
                                  const char          *value);
GBytes  *rt_secret_mask_head_of  (const RtSecretNames *own,
                                  const RtHead        *head);
char    *rt_secret_mask_url_of   (const RtSecretNames *own,
                                  const char          *url);

G_END_DECLS
