/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* File names out of what a server says. Everything from outside is suspect
 * here: it decides where bytes are written.
 */

#include "config.h"

#include "save-name.h"

#include <string.h>

#define MAX_NAME 120

/* Reads the value at *@p, quoted or not, and moves on to the next ";" or the
 * end. */
static char *
read_value (const char **p)
{
  GString *value = g_string_new (NULL);
  const char *c = *p + strspn (*p, " \t");

  if (*c == '"')
    for (c++; *c != '\0' && *c != '"'; c++)
      {
        if (*c == '\\' && c[1] != '\0')
          c++;
        g_string_append_c (value, *c);
      }
  else
    {
      gsize length = strcspn (c, "; \t");

      g_string_append_len (value, c, length);
      c += length;
    }
  *p = c + strcspn (c, ";");

  return g_string_free (value, FALSE);
}

/* The value of parameter @name, without its quotes and escapes. */
static char *
dup_parameter (const char *disposition,
               const char *name)
{
  const char *p = disposition + strcspn (disposition, ";");

  while (*p == ';')
    {
      const char *start = p + 1 + strspn (p + 1, " \t");
      gsize length = strcspn (start, "=; \t");
      g_autofree char *value = NULL;

      p = start + length + strspn (start + length, " \t");
      if (*p != '=')
        {
          p += strcspn (p, ";");
          continue;
        }
      p++;
      value = read_value (&p);
      if (length == strlen (name) && g_ascii_strncasecmp (start, name, length) == 0)
        return g_steal_pointer (&value);
    }

  return NULL;
}

/* filename*=UTF-8'en'na%C3%AFve.txt (RFC 8187). */
static char *
dup_extended (const char *disposition)
{
  g_autofree char *value = dup_parameter (disposition, "filename*");
  const char *text;
  g_autofree char *decoded = NULL;

  if (value == NULL)
    return NULL;
  text = strchr (value, '\'');
  text = text != NULL ? strchr (text + 1, '\'') : NULL;
  if (text == NULL)
    return NULL;
  decoded = g_uri_unescape_string (text + 1, NULL);
  if (decoded == NULL)
    return NULL;
  if (g_utf8_validate (decoded, -1, NULL))
    return g_steal_pointer (&decoded);
  if (g_ascii_strncasecmp (value, "iso-8859-1'", 11) == 0)
    return g_convert (decoded, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);

  return NULL;
}

static char *
dup_from_url (const char *url)
{
  g_autofree char *path = g_strndup (url, strcspn (url, "?#"));
  const char *authority = strstr (path, "//");
  const char *slash = strrchr (authority != NULL ? authority + 2 : path, '/');
  char *decoded;

  if (slash == NULL || slash[1] == '\0')
    return NULL;
  decoded = g_uri_unescape_string (slash + 1, NULL);

  return decoded != NULL ? decoded : g_strdup (slash + 1);
}

/* Without folders and without what a file system or a shell would stumble on. */
static char *
make_safe (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '/' || c == '\\')
        {
          g_string_set_size (out, 0);
          continue;
        }
      if (out->len == 0 && (c == '.' || c == ' ' || c == '-'))
        continue;
      /* Marks that turn the direction of writing hide the true ending. */
      if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
          (c < 0x80 && strchr (":*?\"<>|", c) != NULL))
        c = '_';
      if (out->len + 4 <= MAX_NAME)
        g_string_append_unichar (out, c);
    }
  while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '.'))
    g_string_set_size (out, out->len - 1);

  return g_string_free (out, FALSE);
}

static const char *
ending_for_type (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *ending;
  } table[] = {
    { "application/json", ".json" }, { "application/pdf", ".pdf" },
    { "application/xml", ".xml" },   { "application/zip", ".zip" },
    { "image/gif", ".gif" },         { "image/jpeg", ".jpg" },
    { "image/png", ".png" },         { "image/svg+xml", ".svg" },
    { "image/webp", ".webp" },       { "text/css", ".css" },
    { "text/csv", ".csv" },          { "text/html", ".html" },
    { "text/javascript", ".js" },    { "text/plain", ".txt" },
    { "text/xml", ".xml" },
  };

  for (gsize i = 0; media_type != NULL && i < G_N_ELEMENTS (table); i++)
    if (strcmp (media_type, table[i].media_type) == 0)
      return table[i].ending;
  if (media_type != NULL && g_str_has_suffix (media_type, "+json"))
    return ".json";
  if (media_type != NULL && g_str_has_suffix (media_type, "+xml"))
    return ".xml";

  return "";
}

static const char *
ending_for_coding (const char *coding)
{
  if (coding == NULL)
    return "";
  if (g_ascii_strcasecmp (coding, "gzip") == 0 || g_ascii_strcasecmp (coding, "x-gzip") == 0)
    return ".gz";
  if (g_ascii_strcasecmp (coding, "br") == 0)
    return ".br";
  if (g_ascii_strcasecmp (coding, "zstd") == 0)
    return ".zst";
  if (g_ascii_strcasecmp (coding, "deflate") == 0)
    return ".zlib";

  return ".coded";
}

char *
rt_save_name_suggest (const char *disposition,
                      const char *url,
                      const char *media_type,
                      const char *coding)
{
  g_autofree char *raw = NULL;
  g_autofree char *safe = NULL;
  const char *ending = "";

  g_return_val_if_fail (url != NULL, NULL);

  if (disposition != NULL)
    raw = dup_extended (disposition);
  if (raw == NULL && disposition != NULL)
    raw = dup_parameter (disposition, "filename");
  if (raw == NULL)
    raw = dup_from_url (url);
  safe = make_safe (raw != NULL ? raw : "");
  if (*safe == '\0')
    {
      g_clear_pointer (&safe, g_free);
      safe = g_strdup ("response");
    }
  if (strchr (safe, '.') == NULL)
    ending = ending_for_type (media_type);

  return g_strconcat (safe, ending, ending_for_coding (coding), NULL);
}
