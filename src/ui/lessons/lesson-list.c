/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of lessons in two groups: the program's and the person's. All texts may
 * be of a stranger's file: none is markup.
 */

#include "config.h"

#include "lesson-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lesson-row.h"
#include "template.h"

struct _RtLessonList
{
  GtkWidget   parent_instance;

  RtSettings *settings;

  /* Template widgets */
  GtkLabel   *done_label;
  GtkLabel   *folder_label;
  GtkListBox *lessons_list;
  GtkListBox *own_list;
};

G_DEFINE_FINAL_TYPE (RtLessonList, rt_lesson_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
get_row (GtkListBox *list,
         guint       index)
{
  return gtk_list_box_get_row_at_index (list, (int) index);
}

/* Marks the rows of @list; adds to the counts of lessons that can be taken. */
static void
mark_rows (RtLessonList *self,
           GtkListBox   *list,
           guint        *done,
           guint        *total)
{
  GtkListBoxRow *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      RtLesson *lesson = rt_lesson_row_get_lesson (RT_LESSON_ROW (row));
      gboolean finished = rt_settings_is_finished (self->settings, rt_lesson_get_id (lesson));

      if (rt_lesson_get_fault (lesson) != NULL)
        continue;
      rt_lesson_row_set_done (RT_LESSON_ROW (row), finished);
      *total += 1;
      *done += finished ? 1 : 0;
    }
}

static void
mark (RtLessonList *self)
{
  guint done = 0;
  guint total = 0;
  g_autofree char *text = NULL;

  mark_rows (self, self->lessons_list, &done, &total);
  mark_rows (self, self->own_list, &done, &total);
  text = g_strdup_printf (_("%u of %u done"), done, total);
  gtk_label_set_label (self->done_label, text);
}

static void
activated_cb (RtLessonList  *self,
              GtkListBoxRow *row)
{
  RtLesson *lesson = rt_lesson_row_get_lesson (RT_LESSON_ROW (row));

  if (rt_lesson_get_fault (lesson) == NULL)
    g_signal_emit (self, signals[CHOSEN], 0, lesson);
}

static void
back_cb (RtLessonList *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
rt_lesson_list_dispose (GObject *object)
{
  RtLessonList *self = RT_LESSON_LIST (object);

  g_clear_object (&self->settings);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_LESSON_LIST);

  G_OBJECT_CLASS (rt_lesson_list_parent_class)->dispose (object);
}

static void
rt_lesson_list_class_init (RtLessonListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_lesson_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_LESSON);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/lessons/lesson-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLessonList, done_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonList, folder_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonList, lessons_list);
  gtk_widget_class_bind_template_child (widget_class, RtLessonList, own_list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_lesson_list_init (RtLessonList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_lesson_list_new (void)
{
  return g_object_new (RT_TYPE_LESSON_LIST, NULL);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = get_row (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
add_rows (RtLessonList *self,
          GPtrArray    *lessons)
{
  guint number = 0;

  for (guint i = 0; i < lessons->len; i++)
    {
      RtLesson *lesson = g_ptr_array_index (lessons, i);
      gboolean own = g_str_has_prefix (rt_lesson_get_id (lesson), "own");

      gtk_list_box_append (own ? self->own_list : self->lessons_list,
                           rt_lesson_row_new (lesson, ++number));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_list), get_row (self->own_list, 0) != NULL);
}

void
rt_lesson_list_set_lessons (RtLessonList *self,
                            GPtrArray    *lessons,
                            const char   *folder,
                            RtSettings   *settings)
{
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (RT_IS_LESSON_LIST (self) && lessons != NULL && folder != NULL);
  g_return_if_fail (RT_IS_SETTINGS (settings));

  if (g_set_object (&self->settings, settings))
    g_signal_connect_object (settings, "lessons-changed", G_CALLBACK (mark), self,
                             G_CONNECT_SWAPPED);
  shown = g_filename_display_name (folder);
  text = g_strdup_printf (_("A lesson of your own is an XML file in %s"), shown);
  gtk_label_set_label (self->folder_label, text);
  clear (self->lessons_list);
  clear (self->own_list);
  add_rows (self, lessons);
  mark (self);
}

static GtkListBoxRow *
find_open (RtLessonList *self,
           GtkListBox   *list)
{
  GtkListBoxRow *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      RtLesson *lesson = rt_lesson_row_get_lesson (RT_LESSON_ROW (row));

      if (rt_lesson_get_fault (lesson) == NULL &&
          !rt_settings_is_finished (self->settings, rt_lesson_get_id (lesson)))
        return row;
    }

  return NULL;
}

void
rt_lesson_list_focus (RtLessonList *self)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (RT_IS_LESSON_LIST (self));

  if (self->settings != NULL)
    row = find_open (self, self->lessons_list);
  if (row == NULL && self->settings != NULL)
    row = find_open (self, self->own_list);
  if (row == NULL)
    row = get_row (self->lessons_list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
