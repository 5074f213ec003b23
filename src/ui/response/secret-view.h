/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of a message stands on the screen while secrets are hidden: the rules of
 * secret.h, and besides them the API key of the request's credentials, whatever
 * is called like a key, and the passwords in URLs, wherever these stand. Pure.
 */

#pragma once

#include "credentials.h"
#include "head.h"

G_BEGIN_DECLS

/* Everywhere: @credentials (nullable) are those that the trail was sent with. */

/** Passwords in URLs and keys in queries become "***". (transfer full) */
char     *rt_secret_view_text      (RtCredentials *credentials,
                                    const char    *text);
/** The value of field @name without its secrets. (transfer full) */
char     *rt_secret_view_value     (RtCredentials *credentials,
                                    const char    *name,
                                    const char    *value);
/** The same of a line "Name: value", well-formed or not. (transfer full) */
char     *rt_secret_view_line      (RtCredentials *credentials,
                                    const char    *line);
/** The bytes of a head without its secrets; every other byte as it was. (transfer full) */
GBytes   *rt_secret_view_head      (RtCredentials *credentials,
                                    const RtHead  *head);
/** TRUE when @head has something to hide. */
gboolean  rt_secret_view_has_any   (RtCredentials *credentials,
                                    const RtHead  *head);

G_END_DECLS
