/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "view-memory.h"

/* Media types that are remembered. */
#define MOST 50

const char *
rt_view_memory_find (GVariant   *memory,
                     const char *media_type)
{
  GVariantIter iter;
  const char *type;
  const char *view;

  g_return_val_if_fail (memory != NULL && media_type != NULL, NULL);

  g_variant_iter_init (&iter, memory);
  while (g_variant_iter_next (&iter, "(&s&s)", &type, &view))
    if (g_str_equal (type, media_type))
      return view;

  return NULL;
}

GVariant *
rt_view_memory_add (GVariant   *memory,
                    const char *media_type,
                    const char *view)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *old_type;
  const char *old_view;
  guint n = 1;

  g_return_val_if_fail (memory != NULL && media_type != NULL && view != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", media_type, view);
  g_variant_iter_init (&iter, memory);
  while (g_variant_iter_next (&iter, "(&s&s)", &old_type, &old_view) && n < MOST)
    if (!g_str_equal (old_type, media_type))
      {
        g_variant_builder_add (&builder, "(ss)", old_type, old_view);
        n++;
      }

  return g_variant_builder_end (&builder);
}
