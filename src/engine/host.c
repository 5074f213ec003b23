/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Host names and addresses. */

#include "config.h"

#include "host.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "failure.h"
#include "text.h"

/* The forbidden host code points of the URL standard. */
static const char forbidden[] = " #/:<>?@[\\]^|%\"`{}";

static gboolean
is_sound (guchar c)
{
  return c >= 0x20 && c != 0x7f && strchr (forbidden, c) == NULL;
}

static gboolean
check_ascii (const char  *host,
             gsize        length,
             const char  *typed,
             GError     **error)
{
  g_autofree char *shown = NULL;
  gsize at = 0;

  while (at < length && is_sound (host[at]))
    at++;
  if (at == length)
    return TRUE;

  shown = rt_text_from_wire (typed, -1);
  if (g_ascii_iscntrl (host[at]))
    g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST,
                 _("The host “%s” contains a control character (0x%02X) at position %u."),
                 shown, (guchar) host[at], (guint) at + 1);
  else
    g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST,
                 _("The host “%s” cannot contain “%c” (position %u)."),
                 shown, host[at], (guint) at + 1);

  return FALSE;
}

/* IDNA 2003, which GLib follows, reads these as other characters or as none,
 * IDNA 2008 as themselves: two names, which may be two people's. */
static gboolean
check_deviations (const char  *text,
                  GError     **error)
{
  static const gunichar deviations[] = { 0x00df, 0x03c2, 0x200c, 0x200d };

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    for (guint i = 0; i < G_N_ELEMENTS (deviations); i++)
      if (g_utf8_get_char (c) == deviations[i])
        {
          g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST,
                       _("The host contains the character U+%04X, which programs turn into "
                         "different names. Type the name in its “xn--” form."),
                       deviations[i]);
          return FALSE;
        }

  return TRUE;
}

char *
rt_host_to_ascii (const char  *name,
                  GError     **error)
{
  g_autoptr(GBytes) decoded = NULL;
  g_autofree char *text = NULL;
  g_autofree char *ascii = NULL;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);

  if (*name == '\0')
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST,
                   _("The host is missing."));
      return NULL;
    }

  decoded = g_uri_unescape_bytes (name, -1, NULL, NULL);
  if (decoded == NULL)
    decoded = g_bytes_new (name, strlen (name));
  text = g_strndup (g_bytes_get_data (decoded, &length), g_bytes_get_size (decoded));
  if (!check_ascii (g_bytes_get_data (decoded, NULL), length, name, error))
    return NULL;

  if (g_utf8_validate (text, -1, NULL))
    {
      if (!check_deviations (text, error))
        return NULL;
      ascii = g_hostname_to_ascii (text);
    }
  if (ascii == NULL || *ascii == '\0' || strlen (ascii) > 254)
    {
      g_autofree char *shown = rt_text_from_wire (name, -1);

      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST,
                   _("“%s” is not a host name."), shown);
      return NULL;
    }

  /* Full-width forms turn into ASCII only here. */
  if (!check_ascii (ascii, strlen (ascii), name, error))
    return NULL;

  return g_ascii_strdown (ascii, -1);
}

gboolean
rt_host_is_ipv6 (const char *host)
{
  g_autofree char *without_zone = g_strndup (host, strcspn (host, "%"));
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (without_zone);

  for (const char *c = host; *c != '\0'; c++)
    if (!g_ascii_isgraph (*c) || strchr ("/?#@[]\\\"<>", *c) != NULL)
      return FALSE;

  return address != NULL && g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6;
}

static gboolean
is_unique_local (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  return g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 &&
         (bytes[0] & 0xfe) == 0xfc;
}

gboolean
rt_host_is_private (const char *host)
{
  static const char *const endings[] = { ".localhost", ".local", ".internal", ".test",
                                         ".home.arpa", ".lan" };
  g_autofree char *without_zone = g_strndup (host, strcspn (host, "%"));
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (without_zone);

  if (g_str_has_suffix (without_zone, "."))
    without_zone[strlen (without_zone) - 1] = '\0';

  if (address != NULL)
    return g_inet_address_get_is_loopback (address) ||
           g_inet_address_get_is_site_local (address) ||
           g_inet_address_get_is_link_local (address) ||
           g_inet_address_get_is_any (address) ||
           is_unique_local (address);

  if (strchr (without_zone, '.') == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (without_zone, endings[i]))
      return TRUE;

  return FALSE;
}
