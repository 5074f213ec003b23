/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the challenge card. */

#include "config.h"

#include "login-fact-row.h"

#include "emphasis.h"
#include "response-ui.h"
#include "secret.h"
#include "template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RtLoginFactRow
{
  GtkWidget  parent_instance;

  GtkWidget *columns;
  GtkLabel  *heading;
  GtkLabel  *mark;
  GtkLabel  *meaning;
  GtkLabel  *title;
  GtkLabel  *value;
};

G_DEFINE_FINAL_TYPE (RtLoginFactRow, rt_login_fact_row, GTK_TYPE_WIDGET)

static void
rt_login_fact_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_LOGIN_FACT_ROW);

  G_OBJECT_CLASS (rt_login_fact_row_parent_class)->dispose (object);
}

static void
rt_login_fact_row_class_init (RtLoginFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_login_fact_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "login-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, columns);
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, heading);
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, RtLoginFactRow, value);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_login_fact_row_init (RtLoginFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* From where its form breaks on. */
static void
mark_fault (RtLoginFactRow    *self,
            const RtLoginFact *fact)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  rt_emphasis_add (attributes, fact->fault, strlen (fact->value));
  gtk_label_set_attributes (self->value, attributes);
}

static void
show_value (RtLoginFactRow    *self,
            const RtLoginFact *fact,
            const char        *value)
{
  rt_response_ui_wrap_for (self->value, value);
  gtk_label_set_text (self->value, value);
  if (fact->code)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "monospace");
  if (fact->fault >= 0)
    mark_fault (self, fact);
}

static char *
dup_words (const RtLoginFact *fact,
           const char        *value)
{
  if (fact->heading)
    return g_strdup_printf ("%s. %s", fact->title, fact->meaning);

  return g_strdup_printf ("%s: %s. %s %s", fact->title, value, fact->meaning, fact->mark);
}

GtkWidget *
rt_login_fact_row_new (const RtLoginFact *fact,
                       gboolean           show_secrets)
{
  RtLoginFactRow *self = g_object_new (RT_TYPE_LOGIN_FACT_ROW, NULL);
  const char *value;
  g_autofree char *words = NULL;

  g_return_val_if_fail (fact != NULL, GTK_WIDGET (self));

  value = fact->secret && !show_secrets ? RT_SECRET_MASK : fact->value;
  rt_response_ui_set_text (self->heading, NULL, fact->heading ? fact->title : "");
  gtk_widget_set_visible (self->columns, !fact->heading);
  gtk_label_set_text (self->title, fact->title);
  show_value (self, fact, value);
  rt_response_ui_set_text (self->meaning, NULL, fact->meaning);
  rt_response_ui_set_text (self->mark, NULL, fact->mark);
  words = dup_words (fact, value);
  g_strstrip (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return GTK_WIDGET (self);
}
