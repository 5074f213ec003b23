/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Number in the colour of its class, phrase, marks; or a heading. Says the
 * same in words. The list has some hundred rows, and makes all of them before it is
 * scrolled: a row has no template, and a part of it is made when it has
 * something to say.
 */

#include "config.h"

#include "code-row.h"

#include "status-look.h"

#include <glib/gi18n-lib.h>

struct _RtCodeRow
{
  GtkWidget   parent_instance;

  /* Each NULL until it is needed; in this order from left to right. */
  GtkWidget  *heading;
  GtkWidget  *number;
  GtkWidget  *words; /* the phrase over the vendor */
  GtkWidget  *phrase;
  GtkWidget  *vendor;
  GtkWidget  *here;
  GtkWidget  *seen;

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

/* The parts. */

static GtkWidget *
new_label (gboolean    fills,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (fills)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
show_heading (RtCodeRow  *self,
              const char *title)
{
  if (self->heading == NULL)
    {
      self->heading = new_label (TRUE, "caption-heading");
      gtk_widget_add_css_class (self->heading, "dim-label");
      gtk_widget_set_hexpand (self->heading, TRUE);
      gtk_widget_set_margin_top (self->heading, 8);
      gtk_widget_insert_after (self->heading, GTK_WIDGET (self), NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->heading), title);
}

static void
have_code_parts (RtCodeRow *self)
{
  if (self->number != NULL)
    return;

  self->number = new_label (FALSE, "heading");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_valign (self->number, GTK_ALIGN_CENTER);
  gtk_widget_insert_after (self->number, GTK_WIDGET (self), self->heading);

  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_insert_after (self->words, GTK_WIDGET (self), self->number);
  self->phrase = new_label (TRUE, NULL);
  gtk_box_append (GTK_BOX (self->words), self->phrase);
}

static void
show_vendor (RtCodeRow  *self,
             const char *vendor)
{
  if (self->vendor == NULL && *vendor != '\0')
    {
      self->vendor = new_label (TRUE, "caption");
      gtk_widget_add_css_class (self->vendor, "dim-label");
      gtk_box_append (GTK_BOX (self->words), self->vendor);
    }
  if (self->vendor == NULL)
    return;

  gtk_label_set_text (GTK_LABEL (self->vendor), vendor);
  gtk_widget_set_visible (self->vendor, *vendor != '\0');
}

static void
show_here (RtCodeRow *self,
           gboolean   here)
{
  if (self->here == NULL && here)
    {
      self->here = gtk_label_new (_("here"));
      gtk_widget_add_css_class (self->here, "badge");
      gtk_widget_set_tooltip_text (self->here, _("The response that is shown has this code"));
      gtk_widget_set_valign (self->here, GTK_ALIGN_CENTER);
      gtk_widget_insert_after (self->here, GTK_WIDGET (self), self->words);
    }
  if (self->here != NULL)
    gtk_widget_set_visible (self->here, here);
}

static void
show_seen (RtCodeRow *self,
           gboolean   seen)
{
  if (self->seen == NULL && seen)
    {
      self->seen = gtk_image_new_from_icon_name ("rt-seen-symbolic");
      gtk_widget_add_css_class (self->seen, "dim-label");
      gtk_widget_set_tooltip_text (self->seen, _("Seen before"));
      gtk_widget_insert_before (self->seen, GTK_WIDGET (self), NULL);
    }
  if (self->seen != NULL)
    gtk_widget_set_visible (self->seen, seen);
}

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

  gtk_label_set_text (GTK_LABEL (self->number), number);
  if (self->css_class == look->css_class)
    return;
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (self->number, self->css_class);
  self->css_class = look->css_class;
  gtk_widget_add_css_class (self->number, self->css_class);
}

static void
show_code (RtCodeRow    *self,
           RtStatusCode *code)
{
  gboolean here = rt_code_item_get_here (self->item);

  have_code_parts (self);
  show_number (self, code);
  gtk_label_set_text (GTK_LABEL (self->phrase), rt_code_item_get_title (self->item));
  show_vendor (self, rt_code_item_get_vendor (self->item));
  show_here (self, here);
  show_seen (self, rt_code_item_get_seen (self->item) && !here);
}

static void
update (RtCodeRow *self)
{
  RtStatusCode *code;

  if (self->item == NULL)
    return;

  code = rt_code_item_get_code (self->item);
  if (code != NULL)
    show_code (self, code);
  else
    show_heading (self, rt_code_item_get_title (self->item));
  if (self->heading != NULL)
    gtk_widget_set_visible (self->heading, code == NULL);
  if (self->number != NULL)
    {
      gtk_widget_set_visible (self->number, code != NULL);
      gtk_widget_set_visible (self->words, code != NULL);
    }
  if (code == NULL)
    {
      show_here (self, FALSE);
      show_seen (self, FALSE);
    }
  describe (self, code);
}

static void
rt_code_row_dispose (GObject *object)
{
  RtCodeRow *self = RT_CODE_ROW (object);
  GtkWidget *child;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
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
}

static void
rt_code_row_init (RtCodeRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              8);
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
