/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One note. Its texts are the note's; how a level looks is here. */

#include "config.h"

#include "trail-note.h"

#include "response-ui.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtTrailNote
{
  GtkWidget parent_instance;

  GtkLabel *detail;
  GtkImage *icon;
  GtkLabel *level;
  GtkWidget *more;
  GtkLabel *section;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (RtTrailNote, rt_trail_note, GTK_TYPE_WIDGET)

static const char *
icon_for_level (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return "rt-status-2xx-symbolic";
    case RT_NOTE_INFO:
      return "rt-about-symbolic";
    case RT_NOTE_WARNING:
      return "rt-warning-symbolic";
    case RT_NOTE_FAULT:
      return "rt-status-5xx-symbolic";
    default:
      g_return_val_if_reached ("rt-about-symbolic");
    }
}

static const char *
class_for_level (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return "status-2xx";
    case RT_NOTE_INFO:
      return "status-none";
    case RT_NOTE_WARNING:
      return "status-4xx";
    case RT_NOTE_FAULT:
      return "status-5xx";
    default:
      g_return_val_if_reached ("status-none");
    }
}

static void
rt_trail_note_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TRAIL_NOTE);

  G_OBJECT_CLASS (rt_trail_note_parent_class)->dispose (object);
}

static void
rt_trail_note_class_init (RtTrailNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_trail_note_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "trail-note.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, detail);
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, icon);
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, level);
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, more);
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, section);
  gtk_widget_class_bind_template_child (widget_class, RtTrailNote, sentence);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_trail_note_init (RtTrailNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_trail_note_new (RtNote *note)
{
  RtTrailNote *self;
  g_autofree char *words = NULL;
  const char *style;

  g_return_val_if_fail (RT_IS_NOTE (note), NULL);

  self = g_object_new (RT_TYPE_TRAIL_NOTE, NULL);
  style = class_for_level (rt_note_get_level (note));
  words = rt_trail_note_words (note);
  gtk_image_set_from_icon_name (self->icon, icon_for_level (rt_note_get_level (note)));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
  gtk_widget_add_css_class (GTK_WIDGET (self->level), style);
  gtk_label_set_text (self->level, rt_note_level_to_words (rt_note_get_level (note)));
  rt_response_ui_set_text (self->sentence, NULL, rt_note_get_sentence (note));
  rt_response_ui_set_text (self->section, NULL, rt_note_get_section (note));
  rt_response_ui_wrap_for (self->detail, rt_note_get_detail (note));
  gtk_label_set_text (self->detail, rt_note_get_detail (note));
  gtk_widget_set_visible (self->more, *rt_note_get_detail (note) != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return GTK_WIDGET (self);
}

char *
rt_trail_note_words (RtNote *note)
{
  const char *section;

  g_return_val_if_fail (RT_IS_NOTE (note), NULL);

  section = rt_note_get_section (note);
  if (*section == '\0')
    return g_strdup_printf ("%s: %s", rt_note_level_to_words (rt_note_get_level (note)),
                            rt_note_get_sentence (note));

  return g_strdup_printf ("%s: %s (%s)", rt_note_level_to_words (rt_note_get_level (note)),
                          rt_note_get_sentence (note), section);
}
