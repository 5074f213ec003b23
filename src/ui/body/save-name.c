/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* File names out of what a server says. Everything from outside is suspect
 * here: it decides where bytes are written.
 */

#include "config.h"

#include "save-name.h"

#include "content-disposition.h"

#include <string.h>

#define MAX_NAME 120
/* An ending of a name that stays when it is shortened. */
#define MAX_ENDING 16

/* A quote that nobody closed ends at the end. */
static char *
dup_said (const char *disposition)
{
  g_autoptr (RtContentDisposition) parsed = rt_content_disposition_parse (disposition);
  const char *name = rt_content_disposition_get (parsed, "filename");
  g_autofree char *closed = NULL;
  g_autoptr (RtContentDisposition) again = NULL;

  if (name != NULL || !rt_content_disposition_is_malformed (parsed))
    return g_strdup (name);
  closed = g_strconcat (disposition, "\"", NULL);
  again = rt_content_disposition_parse (closed);

  return g_strdup (rt_content_disposition_get (again, "filename"));
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

/* In the middle: what a file is stands in the ending. */
static void
shorten (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  gsize ending = dot != NULL ? name->str + name->len - dot : 0;
  gsize end;

  if (name->len <= MAX_NAME)
    return;
  if (ending > MAX_ENDING)
    ending = 0;
  end = MAX_NAME - ending;
  while ((name->str[end] & 0xc0) == 0x80)
    end--;
  g_string_erase (name, end, name->len - ending - end);
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
      g_string_append_unichar (out, c);
    }
  shorten (out);
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
  g_autofree char *said = NULL;
  g_autofree char *safe = NULL;
  const char *ending = "";

  g_return_val_if_fail (url != NULL, NULL);

  if (disposition != NULL)
    said = dup_said (disposition);
  safe = make_safe (said != NULL ? said : "");
  if (*safe == '\0')
    {
      g_autofree char *last = dup_from_url (url);

      g_free (safe);
      safe = make_safe (last != NULL ? last : "response");
    }
  if (*safe == '\0')
    {
      g_free (safe);
      safe = g_strdup ("response");
    }
  if (strchr (safe, '.') == NULL)
    ending = ending_for_type (media_type);

  return g_strconcat (safe, ending, ending_for_coding (coding), NULL);
}
