/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Number in the colour of its class, phrase, marks; or a heading. Says the
 * same in words.
 */

#include "config.h"

#include "code-row.h"

#include "status-look.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtCodeRow
{
  GtkWidget   parent_instance;

  /* Template widgets */
  GtkWidget  *code_box;
  GtkLabel   *heading_label;
  GtkWidget  *here_label;
  GtkLabel   *number_label;
  GtkLabel   *phrase_label;
  GtkWidget  *seen_image;
  GtkLabel   *vendor_label;

  RtCodeItem *item;
  const char *css_class; /* of the number, static */
  char       *description;
};

G_DEFINE_FINAL_TYPE (RtCodeRow, rt_code_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
describe (RtCodeRow    *self,
          RtStatusCode *code)
{
  GString *words = g_string_new (NULL);
  const char *vendor = rt_code_item_get_vendor (self->item);

  if (code != NULL)
    g_string_append_printf (words, "%d ", rt_status_code_get_code (code));
  g_string_append (words, rt_code_item_get_title (self->item));
  if (*vendor != '\0')
    g_string_append_printf (words, ", %s, %s", _("unofficial"), vendor);
  if (rt_code_item_get_here (self->item))
    g_string_append_printf (words, ", %s", _("you are here"));
  else if (rt_code_item_get_seen (self->item))
    g_string_append_printf (words, ", %s", _("seen before"));

  g_clear_pointer (&self->description, g_free);
  self->description = g_string_free (words, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

static void
show_number (RtCodeRow    *self,
             RtStatusCode *code)
{
  g_autofree char *number = g_strdup_printf ("%d", rt_status_code_get_code (code));
  const RtStatusLook *look = rt_status_look_for_class (rt_status_code_get_class (code));

  gtk_label_set_text (self->number_label, number);
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), self->css_class);
  self->css_class = look->css_class;
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), self->css_class);
}

static void
update (RtCodeRow *self)
{
  RtStatusCode *code;
  const char *title;
  const char *vendor;

  if (self->item == NULL)
    return;
  code = rt_code_item_get_code (self->item);
  title = rt_code_item_get_title (self->item);
  vendor = rt_code_item_get_vendor (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), code == NULL);
  gtk_widget_set_visible (self->code_box, code != NULL);
  gtk_label_set_text (self->heading_label, title);
  gtk_label_set_text (self->phrase_label, title);
  gtk_label_set_text (self->vendor_label, vendor);
  gtk_widget_set_visible (GTK_WIDGET (self->vendor_label), *vendor != '\0');
  gtk_widget_set_visible (self->here_label, rt_code_item_get_here (self->item));
  gtk_widget_set_visible (self->seen_image, rt_code_item_get_seen (self->item) &&
                                            !rt_code_item_get_here (self->item));
  if (code != NULL)
    show_number (self, code);
  describe (self, code);
}

static void
rt_code_row_dispose (GObject *object)
{
  RtCodeRow *self = RT_CODE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_CODE_ROW);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (rt_code_row_parent_class)->dispose (object);
}

static void
rt_code_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, RT_CODE_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_code_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  RtCodeRow *self = RT_CODE_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (self->item != NULL)
        g_signal_handlers_disconnect_by_func (self->item, update, self);
      g_set_object (&self->item, g_value_get_object (value));
      if (self->item != NULL)
        g_signal_connect_object (self->item, "notify", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_code_row_class_init (RtCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_code_row_dispose;
  object_class->get_property = rt_code_row_get_property;
  object_class->set_property = rt_code_row_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, RT_TYPE_CODE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/code-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, code_box);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, here_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, phrase_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, seen_image);
  gtk_widget_class_bind_template_child (widget_class, RtCodeRow, vendor_label);
}

static void
rt_code_row_init (RtCodeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_code_row_new (void)
{
  return g_object_new (RT_TYPE_CODE_ROW, NULL);
}

const char *
rt_code_row_get_description (RtCodeRow *self)
{
  g_return_val_if_fail (RT_IS_CODE_ROW (self), NULL);

  return self->description;
}
