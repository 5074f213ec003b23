/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows an RtLessonRun. What the step says is announced to screen readers.
 *
 * A scrolled window does not ask for the height that its text takes at a given
 * width; the card does so for it, up to a limit, so that the panes keep theirs.
 */

#include "config.h"

#include "lesson-card.h"

#include <glib/gi18n-lib.h>

#include "announcement.h"
#include "template.h"

/* Longer text scrolls. */
#define TEXT_MAX 190

struct _RtLessonCard
{
  GtkWidget      parent_instance;

  RtLessonRun   *run;

  /* Template widgets */
  GtkWidget     *announcer;
  GtkWidget     *box;
  GtkButton     *fill_in;
  GtkButton     *next;
  GtkWidget     *result;
  GtkImage      *result_icon;
  GtkLabel      *result_label;
  GtkScrolledWindow *scroller;
  GtkLinkButton *section;
  GtkLabel      *task_label;
  GtkWidget     *text;
  GtkLabel      *title_label;
  GtkLabel      *verdict_label;
};

G_DEFINE_FINAL_TYPE (RtLessonCard, rt_lesson_card, GTK_TYPE_WIDGET)

/* What a person is to press next stands out, and nothing else does. */
static void
suggest (GtkWidget *button,
         gboolean   suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
show_step (RtLessonCard *self)
{
  RtLesson *lesson = rt_lesson_run_get_lesson (self->run);
  const RtLessonStep *step = rt_lesson_run_get_step (self->run);
  guint number = rt_lesson_run_get_position (self->run) + 1;
  guint count = rt_lesson_get_n_steps (lesson);
  /* Translators: “Step 2 of 4 · A redirect and its method” */
  g_autofree char *title = g_strdup_printf (_("Step %u of %u · %s"), number, count,
                                            rt_lesson_get_title (lesson));

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->task_label, step->task);
  gtk_widget_set_visible (GTK_WIDGET (self->fill_in), step->request != NULL);
  gtk_button_set_label (self->next, number == count ? _("Finish") : _("Next"));
  suggest (GTK_WIDGET (self->next), rt_lesson_run_is_passed (self->run));
}

/* Nothing is left that could be taken for what this step says. */
static void
hide_result (RtLessonCard *self)
{
  gtk_label_set_label (self->verdict_label, "");
  gtk_label_set_label (self->result_label, "");
  gtk_widget_set_visible (self->result, FALSE);
  rt_announce_nothing (self->announcer);
}

static void
set_result (RtLessonCard *self,
            const char   *verdict,
            const char   *words,
            const char   *icon,
            const char   *css_class)
{
  const char *classes[] = { css_class, NULL };
  g_autofree char *spoken = g_strdup_printf ("%s %s", verdict, words);

  gtk_label_set_label (self->verdict_label, verdict);
  gtk_label_set_label (self->result_label, words);
  gtk_image_set_from_icon_name (self->result_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->result_icon), classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict_label), classes);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_label), "status-word");
  gtk_widget_set_visible (self->result, TRUE);
  rt_announce (self->announcer, spoken);
}

static void
show_result (RtLessonCard *self)
{
  const RtLessonStep *step = rt_lesson_run_get_step (self->run);
  const char *complaint = rt_lesson_run_get_complaint (self->run);
  gboolean passed = rt_lesson_run_is_passed (self->run);

  if (passed)
    set_result (self, _("Passed."), step->why, "rt-note-good-symbolic", "status-2xx");
  else if (complaint != NULL)
    set_result (self, _("Not yet."), complaint, "rt-note-warning-symbolic", "status-4xx");
  else
    hide_result (self);

  gtk_widget_set_visible (GTK_WIDGET (self->section), passed && *step->section != '\0');
  gtk_link_button_set_uri (self->section, step->section_url);
  gtk_button_set_label (GTK_BUTTON (self->section), step->section);
}

static void
changed_cb (RtLessonCard *self)
{
  show_step (self);
  show_result (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static GtkSizeRequestMode
rt_lesson_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rt_lesson_card_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  RtLessonCard *self = RT_LESSON_CARD (widget);
  int asked = 0;
  int whole = 0;
  int width;

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    return;

  width = for_size - gtk_widget_get_margin_start (self->box) -
          gtk_widget_get_margin_end (self->box);
  gtk_widget_measure (GTK_WIDGET (self->scroller), orientation, width, NULL, &asked, NULL, NULL);
  gtk_widget_measure (self->text, orientation, MAX (width, 1), NULL, &whole, NULL, NULL);
  *natural = MAX (*minimum, *natural - asked + MIN (whole, TEXT_MAX));
}

static void
rt_lesson_card_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  gtk_widget_allocate (RT_LESSON_CARD (widget)->box, width, height, baseline, NULL);
}

static void
rt_lesson_card_dispose (GObject *object)
{
  RtLessonCard *self = RT_LESSON_CARD (object);

  g_clear_object (&self->run);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_LESSON_CARD);

  G_OBJECT_CLASS (rt_lesson_card_parent_class)->dispose (object);
}

static void
rt_lesson_card_class_init (RtLessonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_lesson_card_dispose;
  widget_class->get_request_mode = rt_lesson_card_get_request_mode;
  widget_class->measure = rt_lesson_card_measure;
  widget_class->size_allocate = rt_lesson_card_size_allocate;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/lessons/lesson-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, announcer);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, box);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, fill_in);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, next);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, result);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, result_icon);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, result_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, section);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, task_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, text);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, RtLessonCard, verdict_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_lesson_card_init (RtLessonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_lesson_card_new (void)
{
  return g_object_new (RT_TYPE_LESSON_CARD, NULL);
}

void
rt_lesson_card_set_run (RtLessonCard *self,
                        RtLessonRun  *run)
{
  g_return_if_fail (RT_IS_LESSON_CARD (self));
  g_return_if_fail (run == NULL || RT_IS_LESSON_RUN (run));

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_func (self->run, changed_cb, self);
  g_set_object (&self->run, run);
  gtk_widget_set_visible (GTK_WIDGET (self), run != NULL);
  if (run == NULL)
    return;

  g_signal_connect_object (run, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
rt_lesson_card_focus (RtLessonCard *self)
{
  g_return_if_fail (RT_IS_LESSON_CARD (self));

  if (self->run == NULL)
    return;
  if (rt_lesson_run_is_passed (self->run))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->fill_in)))
    gtk_widget_grab_focus (GTK_WIDGET (self->fill_in));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
