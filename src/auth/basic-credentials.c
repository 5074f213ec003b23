/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the form of Basic credentials and what cannot be said in it.
 */

#include "config.h"

#include "basic-credentials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return TRUE;
  return FALSE;
}

char *
rt_basic_dup_fault (const char *user,
                    const char *secret)
{
  g_return_val_if_fail (user != NULL && secret != NULL, NULL);

  if (strchr (user, ':') != NULL)
    return g_strdup (_("The user has a colon. Basic cannot send that: the password begins behind "
                       "the first colon (RFC 7617 section 2)."));
  if (has_control (user))
    return g_strdup (_("The user has a control character, which Basic does not allow (RFC 7617 "
                       "section 2)."));
  if (has_control (secret))
    return g_strdup (_("The password has a control character, perhaps the end of a line, which "
                       "Basic does not allow (RFC 7617 section 2)."));
  return NULL;
}

char *
rt_basic_dup_composed (const char *text)
{
  char *composed;

  g_return_val_if_fail (text != NULL, NULL);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return composed != NULL ? composed : g_strdup (text);
}

char *
rt_basic_dup_value (const char *user,
                    const char *secret,
                    gboolean    compose)
{
  g_autofree char *fault = rt_basic_dup_fault (user, secret);
  g_autofree char *both = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *base64 = NULL;

  g_return_val_if_fail (user != NULL && secret != NULL, NULL);

  if (fault != NULL)
    return NULL;
  both = g_strconcat (user, ":", secret, NULL);
  bytes = compose ? rt_basic_dup_composed (both) : g_steal_pointer (&both);
  base64 = g_base64_encode ((const guchar *) bytes, strlen (bytes));
  return g_strconcat ("Basic ", base64, NULL);
}
