/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parts a name and a secret. The secret must never stand in a message.
 */

#include "config.h"

#include "user-pass.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* RFC 7617 section 2: neither part may have one. */
static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
refuse (const char  *option,
        const char  *why,
        GError     **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, why);

  return FALSE;
}

gboolean
rt_user_pass_split (const char  *option,
                    const char  *text,
                    char       **user,
                    char       **secret,
                    GError     **error)
{
  const char *colon;

  g_return_val_if_fail (option != NULL && text != NULL, FALSE);
  g_return_val_if_fail (user != NULL && secret != NULL, FALSE);

  colon = strchr (text, ':');
  if (colon == NULL)
    return refuse (option, _("NAME:SECRET is needed, with a colon; the secret may be empty."),
                   error);
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (option, _("The name or the secret is not UTF-8."), error);
  if (has_control (text))
    return refuse (option, _("Neither the name nor the secret can have a control character."),
                   error);

  *user = g_strndup (text, colon - text);
  *secret = g_strdup (colon + 1);

  return TRUE;
}
