/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Challenges as a response has them. */

#pragma once

#include "challenge.h"

#include <string.h>

/* @lines: the values of its fields, with "|" between them. */
static inline RtChallengeList *
challenges_of (const char *lines)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) parts = g_strsplit (lines, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (values, g_bytes_new (parts[i], strlen (parts[i])));
  return rt_challenge_list_parse (values);
}
