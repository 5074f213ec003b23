/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A field line, or a heading, in the list of fields. */

#include "config.h"

#include "field-row.h"

#include "response-ui.h"
#include "template.h"

struct _RtFieldRow
{
  GtkWidget parent_instance;

  GtkWidget *columns;
  GtkBox    *marks;
  GtkLabel  *meaning;
  GtkLabel  *name;
  GtkLabel  *note;
  GtkBox    *notes;
  GtkLabel  *section;
  GtkLabel  *value;
  GtkLabel  *words;
};

G_DEFINE_FINAL_TYPE (RtFieldRow, rt_field_row, GTK_TYPE_WIDGET)

static void
rt_field_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (rt_field_row_parent_class)->dispose (object);
}

static void
rt_field_row_class_init (RtFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_field_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, columns);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, marks);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, name);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, note);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, notes);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, section);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, value);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, words);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* What a mouse gets by a tooltip, the keyboard gets by being there. */
static void
focus_cb (RtFieldRow         *self,
          GParamSpec         *pspec,
          GtkEventController *focus)
{
  gboolean inside =
    gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (focus));

  gtk_widget_set_visible (GTK_WIDGET (self->meaning),
                          inside && *gtk_label_get_text (self->meaning) != '\0');
}

static void
rt_field_row_init (RtFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
rt_field_row_new (void)
{
  return g_object_new (RT_TYPE_FIELD_ROW, NULL);
}

static void
show_section (RtFieldRow *self,
              gboolean    section)
{
  gtk_widget_set_visible (GTK_WIDGET (self->section), section);
  gtk_widget_set_visible (self->columns, !section);
  if (section)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "field-section");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "field-row");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "field-row");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "field-section");
    }
}

static void
add_note (RtFieldRow *self,
          RtNote     *note)
{
  RtNoteLevel level = rt_note_get_level (note);
  g_autofree char *level_class = g_strconcat ("note-", rt_note_level_to_id (level), NULL);
  g_autofree char *icon_name = g_strdup_printf ("rt-note-%s-symbolic", rt_note_level_to_id (level));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (rt_note_get_sentence (note));

  gtk_widget_add_css_class (box, level_class);
  gtk_widget_set_tooltip_text (box, rt_note_get_detail (note));
  gtk_widget_set_tooltip_text (icon, rt_note_level_to_words (level));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  rt_response_ui_wrap_for (GTK_LABEL (label), rt_note_get_sentence (note));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->notes, box);
}

/* What is fine, or only worth knowing, is an icon whose words come when it is
 * pointed at: the Why pane has them all. */
static void
add_mark (GtkBox *marks,
          RtNote *note)
{
  RtNoteLevel level = rt_note_get_level (note);
  g_autofree char *level_class = g_strconcat ("note-", rt_note_level_to_id (level), NULL);
  g_autofree char *icon_name = g_strdup_printf ("rt-note-%s-symbolic", rt_note_level_to_id (level));
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (holder, level_class);
  gtk_widget_set_tooltip_text (holder, rt_note_get_sentence (note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rt_note_get_sentence (note), -1);
  gtk_box_append (GTK_BOX (holder), icon);
  gtk_box_append (marks, holder);
}

static void
show_notes (RtFieldRow  *self,
            RtFieldItem *item)
{
  GPtrArray *notes = item != NULL ? rt_field_item_get_notes (item) : NULL;
  g_autofree char *words = item != NULL ? rt_field_item_dup_words (item) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      if (rt_note_get_level (note) >= RT_NOTE_WARNING)
        add_note (self, note);
      else
        add_mark (self->marks, note);
    }

  rt_response_ui_wrap_for (self->words, words != NULL ? words : "");
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
}

void
rt_field_row_set_item (RtFieldRow  *self,
                       RtFieldItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;
  g_autofree char *meaning = NULL;
  gboolean section;

  g_return_if_fail (RT_IS_FIELD_ROW (self));
  g_return_if_fail (item == NULL || RT_IS_FIELD_ITEM (item));

  section = item != NULL && rt_field_item_is_section (item);
  name = item != NULL ? rt_field_item_dup_name (item) : g_strdup ("");
  value = item != NULL ? rt_field_item_dup_value (item) : g_strdup ("");
  note = item != NULL ? rt_field_item_dup_note (item) : g_strdup ("");
  meaning = item != NULL ? rt_field_item_dup_meaning (item) : NULL;

  show_section (self, section);
  rt_response_ui_wrap_for (self->section, name);
  rt_response_ui_wrap_for (self->name, name);
  gtk_label_set_text (self->section, section ? name : "");
  gtk_label_set_text (self->name, section ? "" : name);
  rt_response_ui_wrap_for (self->value, value);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), meaning);
  gtk_label_set_text (self->meaning, meaning != NULL ? meaning : "");
  show_notes (self, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
