/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtUrl: reads what a person typed into the parts that a request needs. Strict about what could break the framing or reach another
 * host than the one that is shown; otherwise everything stays as it is spelt.
 */

#include "config.h"

#include "url-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "failure.h"
#include "host.h"
#include "text.h"

struct _RtUrl
{
  char    *scheme;
  char    *host;
  char    *userinfo;
  char    *target;
  char    *fragment;
  char    *authority;
  char    *text;
  guint    port;
  gboolean scheme_guessed;
};

static gboolean
fail (GError        **error,
      RtEngineError   code,
      const char     *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError        **error,
      RtEngineError   code,
      const char     *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (RT_ENGINE_ERROR, code, format, args));
  va_end (args);

  return FALSE;
}

/* A byte that cannot stand in a request target without ending it early or
 * being read as something else (RFC 3986 section 2, RFC 9112 section 3.2). */
static gboolean
must_be_encoded (guchar c)
{
  return c <= 0x20 || c >= 0x7f || c == '"' || c == '<' || c == '>';
}

static char *
encode_where_needed (const char *text,
                     gsize       length)
{
  GString *encoded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (must_be_encoded (c))
        g_string_append_printf (encoded, "%%%02X", c);
      else
        g_string_append_c (encoded, c);
    }

  return g_string_free (encoded, FALSE);
}

gboolean
rt_url_is_web_scheme (const char *text,
                      gsize       length)
{
  return (length == 4 && g_ascii_strncasecmp (text, "http", 4) == 0) ||
         (length == 5 && g_ascii_strncasecmp (text, "https", 5) == 0);
}

/* Length of a leading "scheme:", without the colon; 0 when there is none.
 * "localhost:8080" has none: a port follows. */
static gsize
scan_scheme (const char *text)
{
  gsize length = 0;
  gsize digits;

  if (!g_ascii_isalpha (text[0]))
    return 0;

  while (g_ascii_isalnum (text[length]) || strchr ("+-.", text[length]) != NULL)
    {
      if (text[length] == '\0')
        return 0;
      length++;
    }

  if (text[length] != ':')
    return 0;
  if (strncmp (text + length, "://", 3) == 0 || rt_url_is_web_scheme (text, length))
    return length;

  /* The end of the text is one of these as well. */
  digits = strspn (text + length + 1, "0123456789");
  if (digits > 0 && strchr (RT_URL_AUTHORITY_END, text[length + 1 + digits]) != NULL)
    return 0;

  return length;
}

static gboolean
read_scheme (RtUrl       *self,
             const char **rest,
             GError     **error)
{
  gsize length = scan_scheme (*rest);

  if (length == 0)
    {
      self->scheme_guessed = TRUE;
      if (g_str_has_prefix (*rest, "//"))
        *rest += 2;
      return TRUE;
    }

  self->scheme = g_ascii_strdown (*rest, length);
  if (!g_str_equal (self->scheme, "http") && !g_str_equal (self->scheme, "https"))
    return fail (error, RT_ENGINE_ERROR_SCHEME,
                 _("“%s:” is not a scheme that can be sent. Use http:// or https://."),
                 self->scheme);

  *rest += length + 1;
  /* One slash too few or too many names the same host in every browser. */
  *rest += strspn (*rest, "/\\");

  return TRUE;
}

static gboolean
read_port (RtUrl       *self,
           const char  *text,
           GError     **error)
{
  gsize digits = strspn (text, "0123456789");
  guint64 port;

  if (*text == '\0')
    return TRUE;

  port = g_ascii_strtoull (text, NULL, 10);
  if (text[digits] != '\0' || port < 1 || port > 65535)
    {
      g_autofree char *shown = rt_text_from_wire (text, -1);

      return fail (error, RT_ENGINE_ERROR_URL,
                   _("The port “%s” is not a number from 1 to 65535."), shown);
    }
  self->port = port;

  return TRUE;
}

/* In a URL a zone follows "%25" (RFC 6874 section 2); many type the "%" alone. */
static void
decode_zone (char *address)
{
  char *zone = strchr (address, '%');

  if (zone != NULL && g_str_has_prefix (zone, "%25") && zone[3] != '\0')
    memmove (zone + 1, zone + 3, strlen (zone + 3) + 1);
}

static gboolean
read_bracketed (RtUrl       *self,
                const char  *text,
                GError     **error)
{
  const char *close = strchr (text, ']');

  if (close == NULL)
    return fail (error, RT_ENGINE_ERROR_HOST,
                 _("The “]” after the IPv6 address is missing."));

  self->host = g_strndup (text + 1, close - text - 1);
  decode_zone (self->host);
  if (!rt_host_is_ipv6 (self->host))
    {
      g_autofree char *shown = rt_text_from_wire (self->host, -1);

      return fail (error, RT_ENGINE_ERROR_HOST, _("“%s” is not an IPv6 address."), shown);
    }
  if (close[1] == '\0')
    return TRUE;
  if (close[1] != ':')
    {
      g_autofree char *shown = rt_text_from_wire (close + 1, -1);

      return fail (error, RT_ENGINE_ERROR_HOST,
                   _("Only a port can follow the “]” of an IPv6 address, not “%s”."), shown);
    }

  return read_port (self, close + 2, error);
}

static gboolean
read_authority (RtUrl       *self,
                const char  *text,
                gsize        length,
                GError     **error)
{
  g_autofree char *authority = g_strndup (text, length);
  g_autofree char *name = NULL;
  char *at = strrchr (authority, '@');
  char *start = authority;
  char *colon;

  if (at != NULL)
    {
      *at = '\0';
      self->userinfo = g_strdup (authority);
      start = at + 1;
    }

  if (*start == '[')
    return read_bracketed (self, start, error);

  colon = strchr (start, ':');
  name = colon != NULL ? g_strndup (start, colon - start) : g_strdup (start);
  self->host = rt_host_to_ascii (name, error);
  if (self->host == NULL)
    return FALSE;

  return colon == NULL || read_port (self, colon + 1, error);
}

static void
read_target (RtUrl      *self,
             const char *text)
{
  const char *hash = strchr (text, '#');
  gsize length = hash != NULL ? (gsize) (hash - text) : strlen (text);
  g_autofree char *target = encode_where_needed (text, length);

  if (*target == '\\')
    *target = '/';
  self->target = *target == '/' ? g_steal_pointer (&target)
                                : g_strconcat ("/", target, NULL);
  if (hash != NULL)
    self->fragment = encode_where_needed (hash + 1, strlen (hash + 1));
}

/* Host and port as they stand in a URL, with @length bytes of the host. */
static char *
make_authority (const RtUrl *self,
                gsize        length)
{
  gboolean ipv6 = strchr (self->host, ':') != NULL;
  g_autofree char *port = rt_url_is_default_port (self) ? g_strdup ("")
                                                        : g_strdup_printf (":%u", self->port);

  return g_strdup_printf ("%s%.*s%s%s", ipv6 ? "[" : "", (int) length, self->host,
                          ipv6 ? "]" : "", port);
}

static void
complete (RtUrl *self)
{
  g_autofree char *origin = NULL;

  if (self->scheme == NULL)
    self->scheme = g_strdup (rt_host_is_private (self->host) ? "http" : "https");

  if (self->port == 0)
    self->port = g_str_equal (self->scheme, "https") ? 443 : 80;

  /* A zone has a meaning on this computer only (RFC 6874 section 4). */
  self->authority = make_authority (self, strcspn (self->host, "%"));
  origin = rt_url_dup_origin (self);
  self->text = g_strconcat (origin, self->target,
                            self->fragment != NULL ? "#" : NULL,
                            self->fragment, NULL);
}

/* White space around a pasted URL is no part of it; a control character inside
 * is refused with its place. */
static gboolean
check_characters (const char  *text,
                  GError     **error)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      guchar byte = *c;

      if (byte < 0x20 || byte == 0x7f)
        {
          g_autofree char *before = rt_text_from_wire (text, c - text);

          return fail (error, RT_ENGINE_ERROR_URL,
                       _("A control character (0x%02X) stands in the URL after “%s”."),
                       byte, before);
        }
    }

  return TRUE;
}

RtUrl *
rt_url_parse (const char  *text,
              GError     **error)
{
  g_autoptr(RtUrl) self = g_new0 (RtUrl, 1);
  g_autofree char *trimmed = NULL;
  const char *rest;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  rest = trimmed;
  if (*rest == '\0')
    {
      fail (error, RT_ENGINE_ERROR_URL, _("There is no URL yet. Type one, such as example.org."));
      return NULL;
    }

  if (!check_characters (rest, error) || !read_scheme (self, &rest, error))
    return NULL;

  length = strcspn (rest, RT_URL_AUTHORITY_END);
  if (!read_authority (self, rest, length, error))
    return NULL;

  read_target (self, rest + length);
  complete (self);

  return g_steal_pointer (&self);
}

RtUrl *
rt_url_copy (const RtUrl *self)
{
  RtUrl *copy = g_new0 (RtUrl, 1);

  copy->scheme = g_strdup (self->scheme);
  copy->host = g_strdup (self->host);
  copy->userinfo = g_strdup (self->userinfo);
  copy->target = g_strdup (self->target);
  copy->fragment = g_strdup (self->fragment);
  copy->authority = g_strdup (self->authority);
  copy->text = g_strdup (self->text);
  copy->port = self->port;
  copy->scheme_guessed = self->scheme_guessed;

  return copy;
}

RtUrl *
rt_url_with_target (const RtUrl *self,
                    const char  *target)
{
  RtUrl *other;

  g_return_val_if_fail (self != NULL && target != NULL, NULL);

  other = rt_url_copy (self);
  g_clear_pointer (&other->target, g_free);
  g_clear_pointer (&other->authority, g_free);
  g_clear_pointer (&other->text, g_free);
  other->target = encode_where_needed (target, strlen (target));
  complete (other);

  return other;
}

void
rt_url_free (RtUrl *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->userinfo, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->fragment, g_free);
  g_clear_pointer (&self->authority, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

const char *
rt_url_get_scheme (const RtUrl *self)
{
  return self->scheme;
}

gboolean
rt_url_is_scheme_guessed (const RtUrl *self)
{
  return self->scheme_guessed;
}

const char *
rt_url_get_host (const RtUrl *self)
{
  return self->host;
}

guint
rt_url_get_port (const RtUrl *self)
{
  return self->port;
}

gboolean
rt_url_is_default_port (const RtUrl *self)
{
  return self->port == (g_str_equal (self->scheme, "https") ? 443 : 80);
}

const char *
rt_url_get_userinfo (const RtUrl *self)
{
  return self->userinfo;
}

const char *
rt_url_get_target (const RtUrl *self)
{
  return self->target;
}

const char *
rt_url_get_fragment (const RtUrl *self)
{
  return self->fragment;
}

const char *
rt_url_get_authority (const RtUrl *self)
{
  return self->authority;
}

const char *
rt_url_get_text (const RtUrl *self)
{
  return self->text;
}

char *
rt_url_dup_origin (const RtUrl *self)
{
  /* With the zone, if there is one: elsewhere the same address is another host. */
  g_autofree char *authority = make_authority (self, strlen (self->host));

  return g_strconcat (self->scheme, "://", authority, NULL);
}

gboolean
rt_url_same_origin (const RtUrl *a,
                    const RtUrl *b)
{
  return g_str_equal (a->scheme, b->scheme) && g_str_equal (a->host, b->host) &&
         a->port == b->port;
}
