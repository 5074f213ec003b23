/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The least pieces of a JSONPath: spaces, marks and numbers; its first error. */

#include "config.h"

#include "json-path-read.h"

#include <string.h>

/* What an I-JSON number can tell apart (RFC 7493). */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

gboolean
rt_path_fail_at (RtPathReader   *r,
                 const char     *where,
                 RtJsonPathError code,
                 const char     *message)
{
  if (r->error_at == G_MAXSIZE)
    {
      r->error_at = where - r->start;
      g_set_error_literal (r->error, RT_JSON_PATH_ERROR, code, message);
    }

  return FALSE;
}

gboolean
rt_path_fail (RtPathReader *r,
              const char   *message)
{
  return rt_path_fail_at (r, r->p, RT_JSON_PATH_ERROR_SYNTAX, message);
}

void
rt_path_skip_space (RtPathReader *r)
{
  while (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' || *r->p == '\r')
    r->p++;
}

gboolean
rt_path_skip (RtPathReader *r,
              const char   *token)
{
  if (!g_str_has_prefix (r->p, token))
    return FALSE;
  r->p += strlen (token);

  return TRUE;
}

gboolean
rt_path_read_integer (RtPathReader *r,
                      gint64       *value)
{
  const char *start = r->p;
  const char *digits;

  if (*r->p == '-')
    r->p++;
  digits = r->p;
  while (g_ascii_isdigit (*r->p))
    r->p++;
  if (r->p == digits)
    return rt_path_fail (r, _("a digit must follow the minus sign"));
  if (*digits == '0' && (r->p > digits + 1 || digits > start))
    return rt_path_fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("a number starts with 0"));
  if (r->p - digits > 16)
    return rt_path_fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("the number is too large"));
  *value = g_ascii_strtoll (start, NULL, 10);
  if (*value > MAX_INTEGER || *value < -MAX_INTEGER)
    return rt_path_fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("the number is too large"));

  return TRUE;
}

gboolean
rt_path_at_integer (const RtPathReader *r)
{
  return *r->p == '-' || g_ascii_isdigit (*r->p);
}
