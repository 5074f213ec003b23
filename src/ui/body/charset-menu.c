/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One item for each encoding that is known. */

#include "config.h"

#include "charset-menu.h"

#include "encoding-labels.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

/* "Shift_JIS": an underscore in a label is doubled, or it marks a key. */
static void
append_encoding (GMenu      *menu,
                 const char *name,
                 const char *action)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  append (menu, label, action, name);
}

GMenuModel *
rt_charset_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) found = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  const RtEncoding *encoding;

  g_return_val_if_fail (action != NULL, NULL);

  append (found, _("As It Was Found"), action, "");
  for (guint i = 0; (encoding = rt_encoding_get (i)) != NULL; i++)
    append_encoding (all, encoding->name, action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (found));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (menu);
}
