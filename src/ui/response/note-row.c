/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtNoteRow: fills its template from a note. */

#include "config.h"

#include "note-row.h"

#include "response-ui.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtNoteRow
{
  GtkWidget      parent_instance;

  GtkLabel      *about;
  GtkLabel      *detail;
  GtkExpander   *expander;
  GtkImage      *icon;
  GtkLinkButton *section;
  GtkLabel      *sentence;
};

G_DEFINE_FINAL_TYPE (RtNoteRow, rt_note_row, GTK_TYPE_WIDGET)

static const char *
icon_for (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return "rt-note-good-symbolic";
    case RT_NOTE_WARNING:
      return "rt-note-warning-symbolic";
    case RT_NOTE_FAULT:
      return "rt-note-fault-symbolic";
    case RT_NOTE_INFO:
    default:
      return "rt-note-info-symbolic";
    }
}

static void
rt_note_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (rt_note_row_parent_class)->dispose (object);
}

static void
rt_note_row_class_init (RtNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_note_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, about);
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, detail);
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, expander);
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, section);
  gtk_widget_class_bind_template_child (widget_class, RtNoteRow, sentence);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_note_row_init (RtNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_section (RtNoteRow *self,
              RtNote    *note)
{
  const char *url = rt_note_get_section_url (note);

  gtk_widget_set_visible (GTK_WIDGET (self->section), *rt_note_get_section (note) != '\0');
  gtk_button_set_label (GTK_BUTTON (self->section), rt_note_get_section (note));
  gtk_link_button_set_uri (self->section, url);
  gtk_widget_set_sensitive (GTK_WIDGET (self->section), *url != '\0');
}

GtkWidget *
rt_note_row_new (RtNote     *note,
                 const char *about,
                 gboolean    open)
{
  RtNoteRow *self;
  RtNoteLevel level;
  g_autofree char *level_class = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (RT_IS_NOTE (note), NULL);

  self = g_object_new (RT_TYPE_NOTE_ROW, NULL);
  level = rt_note_get_level (note);
  level_class = g_strconcat ("note-", rt_note_level_to_id (level), NULL);
  name = g_strdup_printf ("%s: %s", rt_note_level_to_words (level),
                          rt_note_get_sentence (note));

  gtk_widget_add_css_class (GTK_WIDGET (self), level_class);
  gtk_image_set_from_icon_name (self->icon, icon_for (level));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), rt_note_level_to_words (level));
  rt_response_ui_wrap_for (self->sentence, rt_note_get_sentence (note));
  gtk_label_set_text (self->sentence, rt_note_get_sentence (note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  rt_response_ui_wrap_for (self->detail, rt_note_get_detail (note));
  gtk_label_set_text (self->detail, rt_note_get_detail (note));
  gtk_label_set_text (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), about != NULL);
  show_section (self, note);
  gtk_expander_set_expanded (self->expander, open);

  return GTK_WIDGET (self);
}
