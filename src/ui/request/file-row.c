/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows the name of a file and lets the person choose or clear it. Does not
 * open the file.
 */

#include "config.h"

#include "file-row.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtFileRow
{
  GtkWidget             parent_instance;

  /* Template widgets */
  GtkButton            *choose_button;
  GtkButton            *clear_button;
  GtkLabel             *name_label;

  char                 *path;
  char                 *title;
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (RtFileRow, rt_file_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_path (RtFileRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;

  if (self->path != NULL)
    {
      g_autofree char *base = g_path_get_basename (self->path);

      name = g_filename_display_name (base);
      whole = g_filename_display_name (self->path);
    }
  gtk_label_set_text (self->name_label, name != NULL ? name : _("Choose a File…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choose_button), whole);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), self->path != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title != NULL ? self->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->name_label), -1);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             RtFileRow       *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = NULL;

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      rt_file_row_set_path (self, file != NULL ? g_file_peek_path (file) : NULL);
    }
  g_clear_object (&self->chooser);
}

static void
choose_cb (GtkButton *button,
           RtFileRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (self->title,
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb),
                           self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
clear_cb (GtkButton *button,
          RtFileRow *self)
{
  rt_file_row_set_path (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_button));
}

static void
rt_file_row_dispose (GObject *object)
{
  RtFileRow *self = RT_FILE_ROW (object);

  g_clear_object (&self->chooser);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_FILE_ROW);

  G_OBJECT_CLASS (rt_file_row_parent_class)->dispose (object);
}

static void
rt_file_row_finalize (GObject *object)
{
  RtFileRow *self = RT_FILE_ROW (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (rt_file_row_parent_class)->finalize (object);
}

static void
rt_file_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RtFileRow *self = RT_FILE_ROW (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_file_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  RtFileRow *self = RT_FILE_ROW (object);

  switch (prop_id)
    {
    case PROP_PATH:
      rt_file_row_set_path (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      g_clear_pointer (&self->title, g_free);
      self->title = g_value_dup_string (value);
      show_path (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_file_row_class_init (RtFileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_file_row_dispose;
  object_class->finalize = rt_file_row_finalize;
  object_class->get_property = rt_file_row_get_property;
  object_class->set_property = rt_file_row_set_property;

  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFileRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, RtFileRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, RtFileRow, name_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
rt_file_row_init (RtFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_path (self);
}

GtkWidget *
rt_file_row_new (void)
{
  return g_object_new (RT_TYPE_FILE_ROW, NULL);
}

const char *
rt_file_row_get_path (RtFileRow *self)
{
  g_return_val_if_fail (RT_IS_FILE_ROW (self), NULL);

  return self->path;
}

void
rt_file_row_set_path (RtFileRow  *self,
                      const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_return_if_fail (RT_IS_FILE_ROW (self));

  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_clear_pointer (&self->path, g_free);
  self->path = g_steal_pointer (&copy);
  show_path (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}
