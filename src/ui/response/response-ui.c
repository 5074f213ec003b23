/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small things that every widget of the response needs. */

#include "config.h"

#include "response-ui.h"

#include <string.h>

/* Letters of a word that is still looked at as one. */
#define MAX_WORD 64

void
rt_response_ui_set_text (GtkLabel   *label,
                         const char *name,
                         const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  if (gtk_label_get_wrap (label))
    rt_response_ui_wrap_for (label, text);
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

gboolean
rt_response_ui_has_long_word (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (*text != '\0')
    {
      gsize n = strcspn (text, " \t\n");

      if (n > MAX_WORD)
        return TRUE;
      text += n + strspn (text + n, " \t\n");
    }

  return FALSE;
}

void
rt_response_ui_wrap_for (GtkLabel   *label,
                         const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  gtk_label_set_wrap_mode (label, rt_response_ui_has_long_word (text) ? PANGO_WRAP_CHAR
                                                                      : PANGO_WRAP_WORD_CHAR);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
}
