/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sizes of what was sent. */

#include "sent-sizes.h"

#include <string.h>

#include "grammar.h"

static gboolean
is_needed (const char *name)
{
  static const char *const needed[] = { "Host", "Content-Length", "Content-Type",
                                        "Transfer-Encoding", "Connection" };

  if (name[0] == ':' || !rt_grammar_is_token (name, -1))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (g_ascii_strcasecmp (name, needed[i]) == 0)
      return TRUE;

  return FALSE;
}

int
rt_sent_largest_field (RtHead *request,
                       gsize  *length)
{
  int largest = -1;

  g_return_val_if_fail (request != NULL, -1);
  g_return_val_if_fail (length != NULL, -1);

  *length = 0;
  for (guint i = 0; i < rt_head_get_n_fields (request); i++)
    {
      const RtFieldLine *field = rt_head_get_field (request, i);
      g_autofree char *name = rt_head_dup_field_name (request, i);

      if (is_needed (name) || field->line.length <= *length)
        continue;
      *length = field->line.length;
      largest = i;
    }

  return largest;
}

gsize
rt_sent_target_length (RtHead *request)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (request != NULL, 0);

  target = rt_head_dup_target (request);

  return target != NULL ? strlen (target) : 0;
}
