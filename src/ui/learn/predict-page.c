/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a guess. What came is told bit by bit: the class when it was
 * guessed, the code when that was.
 */

#include "config.h"

#include "predict-page.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "seen-codes.h"
#include "status-look.h"
#include "template.h"
#include "wrap-layout.h"

struct _RtPredictPage
{
  GtkWidget           parent_instance;

  RtCatalogue        *catalogue;
  RtSettings         *settings;
  RtPredictTally      tally;
  RtStatusClass       guessed; /* NONE = not yet */
  int                 status;  /* 0 = has not come yet */
  const RtStatusLook *look;    /* of what is shown at the end */

  GtkWidget          *classes;
  GtkWidget          *codes;
  GtkEditable        *code_entry;
  GtkWidget          *code_button;
  GtkLabel           *class_verdict;
  GtkLabel           *final_class;
  GtkLabel           *final_code;
  GtkWidget          *figure;
  GtkImage           *icon;
  GtkLabel           *meaning;
  GtkLabel           *number;
  GtkLabel           *phrase;
  GtkWidget          *done_button;
  GtkLabel           *seen_label;
  GtkWidget          *show_button;
  GtkStack           *steps;
  GtkLabel           *tally_label;
  GtkLabel           *title_label;
  GtkLabel           *word;
};

G_DEFINE_FINAL_TYPE (RtPredictPage, rt_predict_page, GTK_TYPE_WIDGET)

enum
{
  DONE,
  REVEALED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RtStatusClass classes[] = {
  RT_CLASS_INFORMATIONAL, RT_CLASS_SUCCESS, RT_CLASS_REDIRECTION, RT_CLASS_CLIENT_ERROR,
  RT_CLASS_SERVER_ERROR,
};

static char *
dup_class_name (RtStatusClass status_class)
{
  if (status_class == RT_CLASS_OTHER)
    return g_strdup (_("no class of HTTP"));

  /* Translators: "4xx Client error" */
  return g_strdup_printf (_("%s %s"), rt_status_class_to_id (status_class),
                          _(rt_status_look_for_class (status_class)->word));
}

static void
show_counts (RtPredictPage *self)
{
  g_autofree char *tally = rt_predict_tally_dup_words (&self->tally);
  g_autofree char *seen = rt_seen_codes_dup_words (self->catalogue, self->settings);

  gtk_label_set_text (self->tally_label, tally);
  gtk_label_set_text (self->seen_label, seen);
}

static void
show_step (RtPredictPage *self,
           const char    *step,
           const char    *title)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_visible (self->show_button, !g_str_equal (step, "result"));
}

/* A class has its icon; codes of one class would all have the same. */
static GtkWidget *
add_choice (RtPredictPage      *self,
            GtkWidget          *parent,
            const RtStatusLook *look,
            const char         *text,
            GCallback           callback)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (box, look->css_class);
  gtk_widget_add_css_class (label, "numeric");
  if (parent == self->classes)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (look->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, parent);

  return button;
}

static void
clear_choices (GtkWidget *parent)
{
  GtkWidget *child;

  while (parent != NULL && (child = gtk_widget_get_first_child (parent)) != NULL)
    gtk_widget_unparent (child);
}

/* The end: what it was, and what of the guess was right. */

static void
set_verdict (GtkLabel   *label,
             const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_verdicts (RtPredictPage *self,
               int            code)
{
  RtStatusClass status_class = rt_status_class_of (self->status);
  g_autofree char *guessed = dup_class_name (self->guessed);
  g_autofree char *class_words = NULL;
  g_autofree char *code_words = NULL;

  if (self->guessed == status_class)
    /* Translators: "✓ Class: 4xx Client error, right" */
    class_words = g_strdup_printf (_("✓ Class: %s, right"), guessed);
  else
    class_words = g_strdup_printf (_("✗ Class: you said %s"), guessed);
  if (code > 0)
    code_words = g_strdup_printf (code == self->status ? _("✓ Code: %d, right")
                                                       : _("✗ Code: you said %d"), code);
  set_verdict (self->final_class, class_words);
  set_verdict (self->final_code, code_words);
}

static void
show_status (RtPredictPage *self)
{
  g_autoptr (RtStatusCode) code = rt_catalogue_describe_code (self->catalogue, self->status);
  g_autofree char *number = g_strdup_printf ("%03d", self->status);
  const char *phrase = rt_status_code_get_phrase (code);

  if (self->look != NULL)
    gtk_widget_remove_css_class (self->figure, self->look->css_class);
  self->look = rt_status_look_for_code (self->status);
  gtk_widget_add_css_class (self->figure, self->look->css_class);
  gtk_image_set_from_icon_name (self->icon, self->look->icon_name);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->phrase, *phrase != '\0' ? phrase : _("Not registered"));
  gtk_label_set_text (self->word, _(self->look->word));
  gtk_label_set_text (self->meaning, rt_status_code_get_summary (code));
}

static void
finish (RtPredictPage *self,
        int            code)
{
  gboolean right = code > 0 ? code == self->status
                            : self->guessed == rt_status_class_of (self->status);

  rt_predict_tally_add (&self->tally, self->guessed, code, self->status);
  g_signal_emit (self, signals[REVEALED], 0);
  show_status (self);
  show_verdicts (self, code);
  show_counts (self);
  show_step (self, "result", right ? _("Right!") : _("Not quite"));
  gtk_widget_grab_focus (self->done_button);
}

/* The code. */

static void
code_chosen_cb (RtPredictPage *self,
                GtkWidget     *button)
{
  finish (self, atoi (gtk_widget_get_name (button)));
}

static void
code_typed_cb (RtPredictPage *self)
{
  int code = rt_predict_parse_code (gtk_editable_get_text (self->code_entry));

  if (code > 0)
    finish (self, code);
}

static void
code_changed_cb (RtPredictPage *self)
{
  gtk_widget_set_sensitive (self->code_button,
                            rt_predict_parse_code (gtk_editable_get_text (self->code_entry)) > 0);
}

static void
add_code (RtPredictPage *self,
          int            code)
{
  g_autoptr (RtStatusCode) described = rt_catalogue_describe_code (self->catalogue, code);
  g_autofree char *text = g_strdup_printf ("%d %s", code, rt_status_code_get_phrase (described));
  g_autofree char *name = g_strdup_printf ("%d", code);
  GtkWidget *button = add_choice (self, self->codes, rt_status_look_for_code (code), text,
                                  G_CALLBACK (code_chosen_cb));

  gtk_widget_set_name (button, name);
}

static void
ask_code (RtPredictPage *self)
{
  RtStatusClass status_class = rt_status_class_of (self->status);
  g_autofree char *name = dup_class_name (status_class);
  g_autofree char *verdict = NULL;

  if (self->guessed == status_class)
    /* Translators: "✓ Right, it is 4xx Client error." */
    verdict = g_strdup_printf (_("✓ Right, it is %s."), name);
  else
    verdict = g_strdup_printf (_("✗ No, it is %s."), name);
  gtk_label_set_text (self->class_verdict, verdict);
  clear_choices (self->codes);
  for (const int *code = rt_predict_likely_codes (status_class); *code != 0; code++)
    add_code (self, *code);
  gtk_editable_set_text (self->code_entry, "");
  code_changed_cb (self);
  show_step (self, "code", _("Which code is it?"));
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->codes));
}

/* The class. */

static void
go_on (RtPredictPage *self)
{
  if (self->guessed == RT_CLASS_NONE)
    return;
  if (self->status == 0)
    show_step (self, "waiting", _("Waiting for the response…"));
  else if (rt_predict_has_class (self->status))
    ask_code (self);
  else
    finish (self, 0);
}

static void
class_chosen_cb (RtPredictPage *self,
                 GtkWidget     *button)
{
  self->guessed = classes[atoi (gtk_widget_get_name (button))];
  go_on (self);
}

static void
add_classes (RtPredictPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *text = dup_class_name (classes[i]);
      g_autofree char *name = g_strdup_printf ("%u", i);
      GtkWidget *button = add_choice (self, self->classes, rt_status_look_for_class (classes[i]),
                                      text, G_CALLBACK (class_chosen_cb));

      gtk_widget_set_name (button, name);
    }
}

static void
show_me_cb (RtPredictPage *self)
{
  rt_predict_tally_give_up (&self->tally);
  g_signal_emit (self, signals[REVEALED], 0);
  g_signal_emit (self, signals[DONE], 0);
}

static void
done_cb (RtPredictPage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
rt_predict_page_dispose (GObject *object)
{
  RtPredictPage *self = RT_PREDICT_PAGE (object);

  clear_choices (self->classes);
  clear_choices (self->codes);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_PREDICT_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (rt_predict_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, class_verdict);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, classes);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, code_button);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, code_entry);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, codes);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, figure);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, final_class);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, final_code);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, icon);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, meaning);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, number);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, phrase);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, seen_label);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, steps);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, tally_label);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, RtPredictPage, word);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_me_cb);
}

static void
rt_predict_page_class_init (RtPredictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_predict_page_dispose;

  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[REVEALED] = g_signal_new ("revealed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/learn/predict-page.ui");
  bind_template (widget_class);
}

static void
rt_predict_page_init (RtPredictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_classes (self);
}

/* Nothing of the guess before stays, seen or not: assistive tools also find
 * what stands on a page that is not shown. */
static void
forget (RtPredictPage *self)
{
  GtkLabel *labels[] = {
    self->class_verdict, self->final_class, self->final_code, self->meaning, self->number,
    self->phrase, self->word,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_label_set_text (labels[i], "");
  clear_choices (self->codes);
}

GtkWidget *
rt_predict_page_new (void)
{
  return g_object_new (RT_TYPE_PREDICT_PAGE, NULL);
}

void
rt_predict_page_set_catalogue (RtPredictPage *self,
                               RtCatalogue   *catalogue,
                               RtSettings    *settings)
{
  g_return_if_fail (RT_IS_PREDICT_PAGE (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));
  g_return_if_fail (RT_IS_SETTINGS (settings));

  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->settings, settings);
  show_counts (self);
}

void
rt_predict_page_start (RtPredictPage *self)
{
  g_return_if_fail (RT_IS_PREDICT_PAGE (self));

  self->guessed = RT_CLASS_NONE;
  self->status = 0;
  forget (self);
  show_counts (self);
  show_step (self, "class", _("Which class will the status be?"));
}

void
rt_predict_page_set_status (RtPredictPage *self,
                            int            status)
{
  g_return_if_fail (RT_IS_PREDICT_PAGE (self));
  g_return_if_fail (status > 0);

  if (self->status != 0)
    return;
  self->status = status;
  go_on (self);
}

const RtPredictTally *
rt_predict_page_get_tally (RtPredictPage *self)
{
  g_return_val_if_fail (RT_IS_PREDICT_PAGE (self), NULL);

  return &self->tally;
}
