/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Secrets hidden for the screen. Masks twice: by the names of fields
 * (secret.h), then by what a text looks like.
 */

#include "config.h"

#include "secret-view.h"

#include "secret.h"

#include <string.h>

/* What ends a URL inside a text. */
#define URL_ENDS " \t\r\n\"'<>,;"

static gboolean
is_key (RtCredentials *credentials,
        RtKeyPlace     place)
{
  return credentials != NULL &&
         rt_credentials_get_kind (credentials) == RT_CREDENTIALS_API_KEY &&
         rt_credentials_get_place (credentials) == place;
}

/* "user:password@" after "//": RFC 3986 section 3.2.1. */
static gsize
append_authority (GString    *out,
                  const char *text)
{
  gsize length = strcspn (text, "/?#" URL_ENDS);
  const char *at = memrchr (text, '@', length);
  const char *colon = at != NULL ? memchr (text, ':', at - text) : NULL;

  if (colon == NULL)
    {
      g_string_append_len (out, text, length);
      return length;
    }
  g_string_append_len (out, text, colon + 1 - text);
  g_string_append (out, RT_SECRET_MASK);
  g_string_append_len (out, at, text + length - at);

  return length;
}

static char *
mask_user_info (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *mark = strstr (text, "//");

      if (mark == NULL)
        {
          g_string_append (out, text);
          break;
        }
      g_string_append_len (out, text, mark + 2 - text);
      text = mark + 2;
      text += append_authority (out, text);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* As it is written or with percent escapes; a name that cannot be read may be
 * any. */
static gboolean
is_secret_parameter (const char *begin,
                     gsize       length,
                     const char *key_name)
{
  g_autofree char *plain = g_uri_unescape_segment (begin, begin + length, NULL);

  return plain == NULL || g_strcmp0 (plain, key_name) == 0 || rt_secret_is_likely_field (plain);
}

static char *
mask_parameters (const char *text,
                 const char *key_name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "?&");
      gsize n;

      g_string_append_len (out, text, length);
      text += length;
      if (*text == '\0')
        break;
      g_string_append_c (out, *text++);
      n = strcspn (text, "=?&#" URL_ENDS);
      if (text[n] != '=' || n == 0 || !is_secret_parameter (text, n, key_name))
        continue;
      g_string_append_len (out, text, n + 1);
      g_string_append (out, RT_SECRET_MASK);
      text += n + 1;
      text += strcspn (text, "&#" URL_ENDS);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
rt_secret_view_text (RtCredentials *credentials,
                     const char    *text)
{
  g_autofree char *masked = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  masked = mask_user_info (text);

  return mask_parameters (masked, is_key (credentials, RT_KEY_IN_QUERY)
                                    ? rt_credentials_get_name (credentials)
                                    : NULL);
}

char *
rt_secret_view_value (RtCredentials *credentials,
                      const char    *name,
                      const char    *value)
{
  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  if (rt_secret_is_field (name))
    return rt_secret_mask_value (name, value);
  if (rt_secret_is_likely_field (name) ||
      (is_key (credentials, RT_KEY_IN_FIELD) &&
       g_ascii_strcasecmp (name, rt_credentials_get_name (credentials)) == 0))
    return g_strdup (RT_SECRET_MASK);

  return rt_secret_view_text (credentials, value);
}

char *
rt_secret_view_line (RtCredentials *credentials,
                     const char    *line)
{
  gsize length;
  gsize gap;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  length = strcspn (line, ": \t=");
  if (line[length] == '\0')
    return g_strdup (line);
  gap = strspn (line + length, ": \t=");
  name = g_strndup (line, length);
  value = rt_secret_view_value (credentials, name, line + length + gap);

  return g_strdup_printf ("%.*s%s", (int) (length + gap), line, value);
}

/* The line as a whole: also what has no colon, or a space before it. */
static char *
dup_masked_span (RtCredentials *credentials,
                 const char    *data,
                 RtSpan         span,
                 gboolean       is_field)
{
  g_autofree char *text = NULL;

  /* A text ends at a NUL byte: such a line is left to the masking by name. */
  if (memchr (data + span.offset, '\0', span.length) != NULL)
    return NULL;
  text = g_strndup (data + span.offset, span.length);

  return is_field ? rt_secret_view_line (credentials, text)
                  : rt_secret_view_text (credentials, text);
}

static void
append_masked (GByteArray    *out,
               RtCredentials *credentials,
               const char    *data,
               RtSpan         span,
               gboolean       is_field,
               gsize         *done)
{
  g_autofree char *masked = NULL;

  if (span.length == 0 || span.offset < *done)
    return;
  masked = dup_masked_span (credentials, data, span, is_field);
  if (masked == NULL)
    return;
  g_byte_array_append (out, (const guint8 *) data + *done, span.offset - *done);
  g_byte_array_append (out, (const guint8 *) masked, strlen (masked));
  *done = span.offset + span.length;
}

/* RtHead's own rules mask the values by name, where they are odd as well; what
 * is left is done on the head that results. */
GBytes *
rt_secret_view_head (RtCredentials *credentials,
                     const RtHead  *head)
{
  g_autoptr (GBytes) named = NULL;
  g_autoptr (RtHead) again = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const char *data;
  gsize size;
  gsize done = 0;

  g_return_val_if_fail (head != NULL, NULL);

  named = rt_secret_mask_head (head);
  again = rt_head_parse (rt_head_is_rendition (head) ? RT_HEAD_TRAILERS : rt_head_get_kind (head),
                         named);
  data = g_bytes_get_data (named, &size);
  if (rt_head_get_kind (again) != RT_HEAD_TRAILERS)
    append_masked (out, credentials, data, rt_head_get_start_line (again), FALSE, &done);
  for (guint i = 0; i < rt_head_get_n_fields (again); i++)
    append_masked (out, credentials, data, rt_head_get_field (again, i)->line, TRUE, &done);
  if (size > done)
    g_byte_array_append (out, (const guint8 *) data + done, size - done);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

gboolean
rt_secret_view_has_any (RtCredentials *credentials,
                        const RtHead  *head)
{
  g_autoptr (GBytes) masked = NULL;

  g_return_val_if_fail (head != NULL, FALSE);

  masked = rt_secret_view_head (credentials, head);

  return !g_bytes_equal (masked, rt_head_peek_bytes (head));
}
