/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All texts may be of a stranger's file: none is markup. */

#include "config.h"

#include "lesson-row.h"

#include <glib/gi18n-lib.h>

struct _RtLessonRow
{
  GtkListBoxRow  parent_instance;

  RtLesson      *lesson;

  /* Template widgets */
  GtkLabel      *count_label;
  GtkLabel      *goal_label;
  GtkImage      *mark_image;
  GtkLabel      *number_label;
  GtkStack      *sign_stack;
  GtkLabel      *title_label;
};

G_DEFINE_FINAL_TYPE (RtLessonRow, rt_lesson_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_sign (RtLessonRow *self,
          const char  *icon,
          const char  *css_class)
{
  const char *classes[] = { css_class, NULL };

  gtk_image_set_from_icon_name (self->mark_image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark_image), classes);
  gtk_stack_set_visible_child_name (self->sign_stack, "mark");
}

/* A row is read as a whole: what it says, and its state. */
static void
name_row (RtLessonRow *self,
          const char  *state)
{
  g_autofree char *name =
    *state != '\0' ? g_strdup_printf ("%s, %s", rt_lesson_get_title (self->lesson), state)
                   : g_strdup (rt_lesson_get_title (self->lesson));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->goal_label), -1);
}

/* So that assistive technologies can take a lesson: a row of GTK 4.8 has no
 * action of its own. */
static void
take_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "activate");
}

static void
rt_lesson_row_dispose (GObject *object)
{
  g_clear_object (&RT_LESSON_ROW (object)->lesson);

  G_OBJECT_CLASS (rt_lesson_row_parent_class)->dispose (object);
}

static void
rt_lesson_row_class_init (RtLessonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_lesson_row_dispose;
  gtk_widget_class_install_action (widget_class, "lesson.take", NULL, take_action);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/lessons/lesson-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, goal_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, mark_image);
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, sign_stack);
  gtk_widget_class_bind_template_child (widget_class, RtLessonRow, title_label);
}

static void
rt_lesson_row_init (RtLessonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_lesson (RtLessonRow *self,
             guint        number)
{
  guint steps = rt_lesson_get_n_steps (self->lesson);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps",
                                                         steps), steps);

  gtk_label_set_label (self->number_label, text);
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->goal_label, rt_lesson_get_goal (self->lesson));
  name_row (self, "");
}

static void
show_fault (RtLessonRow *self)
{
  gtk_label_set_label (self->goal_label, rt_lesson_get_fault (self->lesson));
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lesson.take", FALSE);
  set_sign (self, "rt-note-warning-symbolic", "status-4xx");
  name_row (self, _("cannot be read"));
}

GtkWidget *
rt_lesson_row_new (RtLesson *lesson,
                   guint     number)
{
  RtLessonRow *self;

  g_return_val_if_fail (RT_IS_LESSON (lesson), NULL);

  self = g_object_new (RT_TYPE_LESSON_ROW, NULL);
  self->lesson = g_object_ref (lesson);
  gtk_label_set_label (self->title_label, rt_lesson_get_title (lesson));
  if (rt_lesson_get_fault (lesson) != NULL)
    show_fault (self);
  else
    show_lesson (self, number);

  return GTK_WIDGET (self);
}

RtLesson *
rt_lesson_row_get_lesson (RtLessonRow *self)
{
  g_return_val_if_fail (RT_IS_LESSON_ROW (self), NULL);

  return self->lesson;
}

void
rt_lesson_row_set_done (RtLessonRow *self,
                        gboolean     done)
{
  g_return_if_fail (RT_IS_LESSON_ROW (self));
  g_return_if_fail (rt_lesson_get_fault (self->lesson) == NULL);

  if (done)
    set_sign (self, "rt-note-good-symbolic", "status-2xx");
  else
    gtk_stack_set_visible_child_name (self->sign_stack, "number");
  name_row (self, done ? _("done") : "");
}
