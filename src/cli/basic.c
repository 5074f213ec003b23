/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Spells Basic credentials. The secret must never stand in a message.
 */

#include "config.h"

#include "basic.h"

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

char *
rt_basic_dup_credentials (const char  *user_pass,
                          GError     **error)
{
  g_autofree char *encoded = NULL;
  const char *problem = NULL;

  g_return_val_if_fail (user_pass != NULL, NULL);

  if (strchr (user_pass, ':') == NULL)
    problem = _("--user takes NAME:SECRET, with a colon; the secret may be empty.");
  else if (!g_utf8_validate (user_pass, -1, NULL))
    problem = _("--user: the name or the secret is not UTF-8.");
  else if (has_control (user_pass))
    problem = _("--user: Basic credentials cannot have a control character.");

  if (problem != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
      return NULL;
    }

  encoded = g_base64_encode ((const guchar *) user_pass, strlen (user_pass));
  return g_strconcat ("Basic ", encoded, NULL);
}
