/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtUrl, what a reference means beside a base: RFC 3986 section 5, on texts. The
 * result is read like any other URL.
 */

#include "config.h"

#include "url-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "failure.h"

/* RFC 3986 section 5.2.4 on the path, which ends at "?" or "#". */
static char *
remove_dot_segments (const char *path)
{
  gsize length = strcspn (path, "?#");
  g_autofree char *only_path = g_strndup (path, length);
  g_auto(GStrv) segments = g_strsplit (only_path, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  guint last = g_strv_length (segments) - 1;

  /* The first segment is the empty text before the leading slash. */
  for (guint i = 1; i <= last; i++)
    {
      gboolean up = g_str_equal (segments[i], "..");

      if (up && kept->len > 0)
        g_ptr_array_set_size (kept, kept->len - 1);
      if (!up && !g_str_equal (segments[i], "."))
        g_ptr_array_add (kept, segments[i]);
      else if (i == last)
        g_ptr_array_add (kept, (char *) "");
    }

  g_ptr_array_add (kept, NULL);
  joined = g_strjoinv ("/", (char **) kept->pdata);

  return g_strconcat ("/", joined, path + length, NULL);
}

static char *
merge_with_base (const RtUrl *base,
                 const char  *reference)
{
  const char *target = rt_url_get_target (base);
  g_autofree char *path = g_strndup (target, strcspn (target, "?"));
  g_autofree char *merged = NULL;

  if (*reference == '\0' || *reference == '#')
    return g_strconcat (target, reference, NULL);
  if (*reference == '?')
    return g_strconcat (path, reference, NULL);
  if (*reference == '/')
    return remove_dot_segments (reference);

  *(strrchr (path, '/') + 1) = '\0';
  merged = g_strconcat (path, reference, NULL);

  return remove_dot_segments (merged);
}

/* An absolute reference, its path freed of dot segments as well; what stands
 * before @authority is its scheme. */
static char *
tidy_absolute (const char *absolute,
               const char *authority)
{
  const char *path;
  g_autofree char *before = NULL;
  g_autofree char *tidy = NULL;

  authority += strspn (authority, "/");
  path = authority + strcspn (authority, RT_URL_AUTHORITY_END);
  if (*path != '/')
    return g_strdup (absolute);

  before = g_strndup (absolute, path - absolute);
  tidy = remove_dot_segments (path);

  return g_strconcat (before, tidy, NULL);
}

/* RFC 3986 section 5.2.2 on the text of a reference. A scheme without slashes
 * that is the base's says nothing (the "non-strict" way, and the browsers'). */
static char *
make_absolute (const RtUrl *base,
               const char  *reference)
{
  const char *scheme = rt_url_get_scheme (base);
  g_autofree char *origin = rt_url_dup_origin (base);
  g_autofree char *target = NULL;
  gsize length = strspn (reference, "abcdefghijklmnopqrstuvwxyz"
                                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

  if (length > 0 && reference[length] == ':')
    {
      gboolean same = length == strlen (scheme) &&
                      g_ascii_strncasecmp (reference, scheme, length) == 0;

      if (!rt_url_is_web_scheme (reference, length))
        return g_strdup (reference);
      if (!same || strncmp (reference + length, "://", 3) == 0)
        return tidy_absolute (reference, reference + length + 1);
      reference += length + 1;
    }

  if (g_str_has_prefix (reference, "//"))
    {
      g_autofree char *with_scheme = g_strconcat (scheme, ":", reference, NULL);

      return tidy_absolute (with_scheme, with_scheme + strlen (scheme) + 1);
    }

  target = merge_with_base (base, reference);

  return g_strconcat (origin, target, NULL);
}

RtUrl *
rt_url_resolve (const RtUrl  *base,
                const char   *reference,
                GError      **error)
{
  g_autoptr(RtUrl) resolved = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (base != NULL && reference != NULL, NULL);

  trimmed = g_strstrip (g_strdup (reference));
  /* No reference has a backslash; browsers read it as a slash. */
  for (gsize i = 0; trimmed[i] != '\0' && strchr ("?#", trimmed[i]) == NULL; i++)
    if (trimmed[i] == '\\')
      trimmed[i] = '/';
  absolute = make_absolute (base, trimmed);
  resolved = rt_url_parse (absolute, error);
  if (resolved != NULL && rt_url_is_scheme_guessed (resolved))
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_SCHEME,
                   _("“%s” names no scheme that can be sent."), absolute);
      return NULL;
    }
  if (resolved != NULL && rt_url_get_fragment (resolved) == NULL &&
      rt_url_get_fragment (base) != NULL)
    {
      g_autofree char *with_fragment =
        g_strconcat (absolute, "#", rt_url_get_fragment (base), NULL);

      return rt_url_parse (with_fragment, error);
    }

  return g_steal_pointer (&resolved);
}
