/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSONPath from its text: the whole of it, its length bounded. */

#include "config.h"

#include "json-path-read.h"

#include <string.h>

#define MAX_LENGTH (64 * 1024)

G_DEFINE_QUARK (rt-json-path-error, rt_json_path_error)

RtJsonPath *
rt_json_path_new (const char *text,
                  gsize      *offset,
                  GError    **error)
{
  RtPathReader r = { text, text, 0, G_MAXSIZE, error };
  g_autoptr (RtPathQuery) query = NULL;
  RtJsonPath *self;
  const char *bad;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, &bad))
    rt_path_fail_at (&r, bad, RT_JSON_PATH_ERROR_SYNTAX, _("the expression is not UTF-8"));
  else if (strlen (text) > MAX_LENGTH)
    rt_path_fail_at (&r, text + MAX_LENGTH, RT_JSON_PATH_ERROR_LENGTH,
                     _("the expression is too long"));
  else if (*text != '$')
    rt_path_fail (&r, _("a path begins with $"));
  else
    query = rt_path_read_query (&r);
  if (query != NULL && *r.p != '\0')
    rt_path_fail (&r, _("a step is expected here: .name, [\xe2\x80\xa6] or .."));
  if (offset != NULL)
    *offset = r.error_at;
  if (r.error_at != G_MAXSIZE)
    return NULL;
  self = g_new0 (RtJsonPath, 1);
  self->query = g_steal_pointer (&query);

  return self;
}

void
rt_json_path_free (RtJsonPath *self)
{
  rt_path_query_free (self->query);
  g_free (self);
}
