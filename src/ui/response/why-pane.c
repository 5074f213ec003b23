/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The notes in two groups, with the next steps between them: what it means and
 * what is wrong comes first, the fine print last.
 */

#include "config.h"

#include "why-pane.h"

#include "note-row.h"
#include "response-ui.h"
#include "response-words.h"
#include "step-row.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Steps that are open to the eye. */
#define MAX_STEPS 4
/* Troubles whose detail is open from the start. */
#define MAX_OPEN 3

struct _RtWhyPane
{
  RtResponsePane parent_instance;

  RtExplanation *shown;

  GtkBox        *first;
  GtkExpander   *more_steps;
  GtkBox        *more_steps_box;
  GtkBox        *rest;
  GtkWidget     *rest_section;
  GtkBox        *steps;
  GtkWidget     *steps_section;
  GtkLabel      *summary;
};

G_DEFINE_FINAL_TYPE (RtWhyPane, rt_why_pane, RT_TYPE_RESPONSE_PANE)

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
is_trouble (RtNote *note)
{
  return rt_note_get_level (note) >= RT_NOTE_WARNING;
}

/* What a reader wants first: the status, the trail, and what is wrong. */
static gboolean
comes_first (RtNote *note)
{
  return is_trouble (note) || g_str_has_prefix (rt_note_get_id (note), "status-") ||
         rt_note_get_subject (note) == RT_NOTE_ON_STATUS ||
         rt_note_get_subject (note) == RT_NOTE_ON_TRAIL;
}

/* "Field Cache-Control", "Request field Accept"; NULL for anything else. */
static char *
dup_about (RtWhyPane *self,
           RtNote    *note)
{
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));
  gboolean of_request = rt_note_get_subject (note) == RT_NOTE_ON_REQUEST_FIELD;
  int field = rt_note_get_field (note);
  g_autoptr(RtHead) head = NULL;
  g_autofree char *name = NULL;

  if (field < 0 || exchange == NULL)
    return NULL;

  head = of_request ? rt_exchange_dup_request_head (exchange)
                    : rt_exchange_dup_response_head (exchange);
  if (head == NULL || (guint) field >= rt_head_get_n_fields (head))
    return NULL;

  name = rt_words_bound (rt_head_dup_field_name (head, field));

  return g_strdup_printf (of_request ? _("Request field %s") : _("Field %s"), name);
}

static void
add_note (RtWhyPane *self,
          GtkBox    *box,
          RtNote    *note,
          gboolean   open)
{
  g_autofree char *about = dup_about (self, note);

  gtk_box_append (box, rt_note_row_new (note, about, open));
}

static gboolean
has_fault (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (rt_note_get_level (g_ptr_array_index (notes, i)) == RT_NOTE_FAULT)
      return TRUE;

  return FALSE;
}

/* Beside a fault, what the status means stays closed: it would push the fault
 * out of sight. */
static void
show_notes (RtWhyPane *self,
            GPtrArray *notes)
{
  gboolean calm = !has_fault (notes);
  guint n_open = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);
      gboolean first = comes_first (note);
      gboolean open = first && n_open < MAX_OPEN && ((calm && n_open == 0) || is_trouble (note));

      if (open)
        n_open++;
      add_note (self, first ? self->first : self->rest, note, open);
    }
}

static void
chosen_cb (RtStepRow *row,
           RtWhyPane *self)
{
  g_signal_emit (self, signals[STEP], 0, rt_step_row_get_step (row));
}

static void
show_steps (RtWhyPane *self,
            GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = rt_step_row_new (g_ptr_array_index (steps, i));

      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, 0);
      gtk_box_append (i < MAX_STEPS ? self->steps : self->more_steps_box, row);
    }
  gtk_expander_set_expanded (self->more_steps, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_steps), steps->len > MAX_STEPS);
}

static char *
count_words (GPtrArray *notes)
{
  guint n_faults = 0;
  guint n_warnings = 0;
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      RtNoteLevel level = rt_note_get_level (g_ptr_array_index (notes, i));

      n_faults += level == RT_NOTE_FAULT;
      n_warnings += level == RT_NOTE_WARNING;
    }

  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", notes->len),
                          notes->len);
  if (n_faults > 0)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, ", %u fault", ", %u faults",
                                                n_faults), n_faults);
  if (n_warnings > 0)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, ", %u warning", ", %u warnings",
                                                n_warnings), n_warnings);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
clear (RtWhyPane *self)
{
  empty (self->first);
  empty (self->steps);
  empty (self->more_steps_box);
  empty (self->rest);
}

static void
rt_why_pane_refresh (RtResponsePane *pane)
{
  RtWhyPane *self = RT_WHY_PANE (pane);
  RtExplanation *explanation = rt_response_pane_get_explanation (pane);
  GPtrArray *notes = NULL;
  GPtrArray *steps = NULL;
  g_autofree char *summary = NULL;

  if (explanation != NULL && explanation == self->shown)
    return;

  clear (self);
  g_set_object (&self->shown, explanation);
  if (explanation != NULL)
    {
      notes = rt_explanation_get_notes (explanation);
      steps = rt_explanation_get_steps (explanation);
      show_notes (self, notes);
      show_steps (self, steps);
      summary = count_words (notes);
    }
  else
    summary = g_strdup (rt_response_pane_get_exchange (pane) != NULL
                          ? _("The notes come when the exchange is done.") : "");

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (self->steps_section, steps != NULL && steps->len > 0);
  gtk_widget_set_visible (self->rest_section,
                          gtk_widget_get_first_child (GTK_WIDGET (self->rest)) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "why.copy", notes != NULL && notes->len > 0);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWhyPane *self = RT_WHY_PANE (widget);
  GPtrArray *notes = self->shown != NULL ? rt_explanation_get_notes (self->shown) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "%s%s: %s\n%s\n", i > 0 ? "\n" : "",
                              rt_note_level_to_words (rt_note_get_level (note)),
                              rt_note_get_sentence (note), rt_note_get_detail (note));
      if (*rt_note_get_section (note) != '\0')
        g_string_append_printf (text, "(%s)\n", rt_note_get_section (note));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
rt_why_pane_dispose (GObject *object)
{
  RtWhyPane *self = RT_WHY_PANE (object);

  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_WHY_PANE);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (rt_why_pane_parent_class)->dispose (object);
}

static void
rt_why_pane_class_init (RtWhyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_why_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_why_pane_refresh;

  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_NEXT_STEP);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "why-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, first);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, more_steps);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, more_steps_box);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, rest);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, rest_section);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, steps);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, steps_section);
  gtk_widget_class_bind_template_child (widget_class, RtWhyPane, summary);
  gtk_widget_class_install_action (widget_class, "why.copy", NULL, copy_action);
}

static void
rt_why_pane_init (RtWhyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
