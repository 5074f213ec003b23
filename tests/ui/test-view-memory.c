/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/ui/view-memory.c. */

#include "config.h"

#include "view-memory.h"

static GVariant *
add (GVariant   *memory,
     const char *media_type,
     const char *view)
{
  GVariant *more = g_variant_ref_sink (rt_view_memory_add (memory, media_type, view));

  g_variant_unref (memory);

  return more;
}

static GVariant *
new_memory (void)
{
  return g_variant_ref_sink (g_variant_new ("a(ss)", NULL));
}

static void
test_latest (void)
{
  g_autoptr (GVariant) memory = new_memory ();

  g_assert_null (rt_view_memory_find (memory, "text/html"));
  memory = add (memory, "text/html", "raw");
  memory = add (memory, "", "hex");
  memory = add (memory, "text/html", "pretty");
  g_assert_cmpstr (rt_view_memory_find (memory, "text/html"), ==, "pretty");
  g_assert_cmpstr (rt_view_memory_find (memory, ""), ==, "hex");
  g_assert_null (rt_view_memory_find (memory, "text"));
  g_assert_cmpuint (g_variant_n_children (memory), ==, 2);
}

/* The one that was chosen longest ago is forgotten. */
static void
test_many (void)
{
  g_autoptr (GVariant) memory = new_memory ();

  memory = add (memory, "a/old", "raw");
  memory = add (memory, "a/older", "raw");
  memory = add (memory, "a/old", "hex");
  for (guint i = 0; i < 49; i++)
    {
      g_autofree char *type = g_strdup_printf ("a/%u", i);

      memory = add (memory, type, "raw");
    }
  g_assert_cmpuint (g_variant_n_children (memory), ==, 50);
  g_assert_cmpstr (rt_view_memory_find (memory, "a/old"), ==, "hex");
  g_assert_null (rt_view_memory_find (memory, "a/older"));
  memory = add (memory, "a/new", "raw");
  g_assert_null (rt_view_memory_find (memory, "a/old"));
  g_assert_cmpuint (g_variant_n_children (memory), ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-memory/latest", test_latest);
  g_test_add_func ("/view-memory/many", test_many);

  return g_test_run ();
}
