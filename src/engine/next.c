/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtNext: why the next exchange of a trail happened, as a plain value. */

#include "exchange.h"

#include "exchange-private.h"

void
rt_next_free (RtNext *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->dropped, g_strfreev);
  g_clear_pointer (&self->method_before, g_free);
  g_clear_pointer (&self->method_after, g_free);
  g_clear_pointer (&self->url_after, g_free);
  g_clear_pointer (&self->credentials, g_strfreev);
  g_free (self);
}

static void
append (char     ***list,
        const char *text)
{
  guint n = *list != NULL ? g_strv_length (*list) : 0;

  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (text);
  (*list)[n + 1] = NULL;
}

void
rt_next_add_credentials (RtNext     *next,
                         const char *sentence)
{
  g_return_if_fail (next != NULL && sentence != NULL);

  append (&next->credentials, sentence);
}

void
rt_next_add_dropped (RtNext     *next,
                     const char *name)
{
  g_return_if_fail (next != NULL && name != NULL);

  if (next->dropped == NULL || !g_strv_contains ((const char *const *) next->dropped, name))
    append (&next->dropped, name);
}
