/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of charset-menu.c: an item for each charset. */

#include "config.h"

#include "charset-menu.h"

#include "encoding-labels.h"

static char *
dup_target (GMenuModel *section,
            int         position)
{
  g_autoptr (GVariant) target =
    g_menu_model_get_item_attribute_value (section, position, G_MENU_ATTRIBUTE_TARGET, NULL);

  return g_variant_dup_string (target, NULL);
}

/* The name, its underscores doubled: no letter of it marks a key. */
static void
assert_label (GMenuModel *section,
              int         position,
              const char *name)
{
  g_autoptr (GVariant) label =
    g_menu_model_get_item_attribute_value (section, position, G_MENU_ATTRIBUTE_LABEL, NULL);
  g_autoptr (GString) expected = g_string_new (name);

  g_string_replace (expected, "_", "__", 0);
  g_assert_cmpstr (g_variant_get_string (label, NULL), ==, expected->str);
}

static void
test_items (void)
{
  g_autoptr (GMenuModel) menu = rt_charset_menu_new ("x.charset");
  g_autoptr (GMenuModel) found = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) all = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autofree char *none = dup_target (found, 0);
  int n = g_menu_model_get_n_items (all);

  g_assert_cmpstr (none, ==, "");
  g_assert_null (rt_encoding_get (n));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *target = dup_target (all, i);

      g_assert_true (rt_encoding_find (target, -1) == rt_encoding_get (i));
      assert_label (all, i, target);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset-menu/items", test_items);

  return g_test_run ();
}
