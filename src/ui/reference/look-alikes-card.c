/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out an RtGroupMember. All texts are the reference's; none is markup. */

#include "config.h"

#include "look-alikes-card.h"

#include <glib/gi18n-lib.h>

#include "look-alikes-words.h"
#include "status-look.h"
#include "template.h"

struct _RtLookAlikesCard
{
  GtkWidget   parent_instance;

  int         code;

  GtkButton  *about_button;
  GtkLabel   *answer_label;
  GtkLabel   *facts_label;
  GtkImage   *icon;
  GtkLabel   *next_label;
  GtkLabel   *number_label;
  GtkLabel   *phrase_label;
  GtkLabel   *question_label;
  GtkLinkButton *specification_link;
  GtkWidget  *try_button;
};

G_DEFINE_FINAL_TYPE (RtLookAlikesCard, rt_look_alikes_card, GTK_TYPE_WIDGET)

enum
{
  SHOW_CODE,
  TRY_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
about_cb (RtLookAlikesCard *self)
{
  g_signal_emit (self, signals[SHOW_CODE], 0, self->code);
}

static void
try_cb (RtLookAlikesCard *self)
{
  g_signal_emit (self, signals[TRY_CODE], 0, self->code);
}

static void
rt_look_alikes_card_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_LOOK_ALIKES_CARD);

  G_OBJECT_CLASS (rt_look_alikes_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, about_button);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, answer_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, facts_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, icon);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, next_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, phrase_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, specification_link);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesCard, try_button);
  gtk_widget_class_bind_template_callback (widget_class, about_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

static void
rt_look_alikes_card_class_init (RtLookAlikesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_look_alikes_card_dispose;

  signals[SHOW_CODE] = g_signal_new ("show-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TRY_CODE] = g_signal_new ("try-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/look-alikes-card.ui");
  bind_template (widget_class);
}

static void
rt_look_alikes_card_init (RtLookAlikesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_look_alikes_card_new (void)
{
  return g_object_new (RT_TYPE_LOOK_ALIKES_CARD, NULL);
}

/* Buttons of many cards stand side by side: each says of which code it is. */
static void
show_names (RtLookAlikesCard *self,
            RtStatusCode     *code)
{
  g_autofree char *title = g_strdup_printf ("%d %s", self->code, rt_status_code_get_phrase (code));
  /* Translators: %d is the number of a status code */
  g_autofree char *try_name = g_strdup_printf (_("Try %d"), self->code);
  g_autofree char *about = g_strdup_printf (_("About %d"), self->code);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->try_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, try_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, about, -1);
  gtk_button_set_label (self->about_button, about);
}

static void
show_head (RtLookAlikesCard *self,
           RtStatusCode     *code)
{
  const RtStatusLook *look = rt_status_look_for_code (self->code);
  g_autofree char *number = g_strdup_printf ("%d", self->code);
  GtkWidget *coloured[] = { GTK_WIDGET (self->icon), GTK_WIDGET (self->number_label) };

  for (gsize i = 0; i < G_N_ELEMENTS (coloured); i++)
    gtk_widget_add_css_class (coloured[i], look->css_class);
  gtk_image_set_from_icon_name (self->icon, look->icon_name);
  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->phrase_label, rt_status_code_get_phrase (code));
}

/* The two questions that tell redirects apart. */
static void
show_facts (RtLookAlikesCard    *self,
            RtStatusCode        *code,
            const RtGroupMember *member)
{
  RtMethodFate fate = rt_status_code_get_method_fate (code);
  g_autofree char *facts = NULL;

  if (fate != RT_METHOD_FATE_NONE)
    /* Translators: "For good · Method: Kept" */
    facts = g_strdup_printf (_("%s · Method: %s"),
                             rt_look_alikes_words_permanent (member->permanent),
                             rt_look_alikes_words_method (fate));
  gtk_label_set_text (self->facts_label, facts != NULL ? facts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), facts != NULL);
}

void
rt_look_alikes_card_show (RtLookAlikesCard    *self,
                          RtStatusCode        *code,
                          const RtGroupMember *member)
{
  const char *specification;

  g_return_if_fail (RT_IS_LOOK_ALIKES_CARD (self));
  g_return_if_fail (RT_IS_STATUS_CODE (code));
  g_return_if_fail (member != NULL);
  g_return_if_fail (self->code == 0);

  self->code = member->code;
  show_head (self, code);
  show_names (self, code);
  show_facts (self, code, member);
  gtk_label_set_text (self->question_label, member->question);
  gtk_label_set_text (self->answer_label, member->answer);
  gtk_label_set_text (self->next_label, member->next);
  specification = rt_status_code_get_specification (code);
  gtk_widget_set_visible (GTK_WIDGET (self->specification_link), *specification != '\0');
  gtk_button_set_label (GTK_BUTTON (self->specification_link), specification);
  gtk_link_button_set_uri (self->specification_link, rt_status_code_get_specification_url (code));
}

void
rt_look_alikes_card_set_can_try (RtLookAlikesCard *self,
                                 gboolean          can_try)
{
  g_return_if_fail (RT_IS_LOOK_ALIKES_CARD (self));

  gtk_widget_set_visible (self->try_button, can_try);
}
