/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A button for each group, and the cards of the chosen one. */

#include "config.h"

#include "look-alikes-page.h"

#include <glib/gi18n-lib.h>

#include "look-alikes-card.h"
#include "look-alikes-trails.h"
#include "template.h"
#include "wrap-layout.h"

struct _RtLookAlikesPage
{
  GtkWidget           parent_instance;

  RtCatalogue        *catalogue;
  RtCodeGroup        *group;
  gboolean            can_try;
  gboolean            quiet; /* this file changes the choice */

  GtkFlowBox         *cards;
  GtkWidget          *choice;
  GtkScrolledWindow  *scroller;
  GtkLabel           *summary_label;
  GtkLabel           *title_label;
  RtLookAlikesTrails *trails;
};

G_DEFINE_FINAL_TYPE (RtLookAlikesPage, rt_look_alikes_page, GTK_TYPE_WIDGET)

enum
{
  BACK,
  FINISHED,
  SHOW_CODE,
  SHOW_TRAIL,
  TRY_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_code_cb (RtLookAlikesPage *self,
              int               code)
{
  g_signal_emit (self, signals[SHOW_CODE], 0, code);
}

static void
try_code_cb (RtLookAlikesPage *self,
             int               code)
{
  g_signal_emit (self, signals[TRY_CODE], 0, code);
}

static void
finished_cb (RtLookAlikesPage *self,
             RtTrail          *trail)
{
  g_signal_emit (self, signals[FINISHED], 0, trail);
}

static void
show_trail_cb (RtLookAlikesPage *self,
               RtTrail          *trail)
{
  g_signal_emit (self, signals[SHOW_TRAIL], 0, trail);
}

static void
back_cb (RtLookAlikesPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

/* The keyboard goes to the buttons in it, not to the place that it stands in. */
static void
add_card (RtLookAlikesPage    *self,
          const RtGroupMember *member)
{
  GtkWidget *card = rt_look_alikes_card_new ();
  GtkWidget *place = gtk_flow_box_child_new ();

  rt_look_alikes_card_show (RT_LOOK_ALIKES_CARD (card),
                            rt_catalogue_find_code (self->catalogue, member->code), member);
  rt_look_alikes_card_set_can_try (RT_LOOK_ALIKES_CARD (card), self->can_try);
  g_signal_connect_object (card, "show-code", G_CALLBACK (show_code_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "try-code", G_CALLBACK (try_code_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), card);
  gtk_flow_box_append (self->cards, place);
}

static void
show_cards (RtLookAlikesPage *self)
{
  GPtrArray *members = rt_code_group_get_members (self->group);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);
  /* Four in two pairs: three and a last one would look like a mistake. */
  gtk_flow_box_set_max_children_per_line (self->cards, members->len == 4 ? 2
                                                       : MIN (members->len, 3));
  for (guint i = 0; i < members->len; i++)
    add_card (self, g_ptr_array_index (members, i));
}

static void
mark_choice (RtLookAlikesPage *self)
{
  const char *id = rt_code_group_get_id (self->group);

  self->quiet = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (self->choice); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_widget_get_name (button), id))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->quiet = FALSE;
}

static void
show_group (RtLookAlikesPage *self,
            RtCodeGroup      *group)
{
  gboolean redirects = rt_code_group_is_redirects (group);

  g_set_object (&self->group, group);
  gtk_label_set_text (self->title_label, rt_code_group_get_title (group));
  gtk_label_set_text (self->summary_label, rt_code_group_get_summary (group));
  gtk_widget_set_visible (GTK_WIDGET (self->trails), redirects);
  if (redirects)
    rt_look_alikes_trails_set_group (self->trails, self->catalogue, group);
  show_cards (self);
  mark_choice (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
chosen_cb (RtLookAlikesPage *self,
           GtkToggleButton  *button)
{
  if (!self->quiet && gtk_toggle_button_get_active (button))
    rt_look_alikes_page_show (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
add_choice (RtLookAlikesPage *self,
            RtCodeGroup      *group)
{
  g_autofree char *numbers = rt_code_group_dup_numbers (group, 0, " ");
  GtkWidget *button = gtk_toggle_button_new_with_label (numbers);
  GtkWidget *first = gtk_widget_get_first_child (self->choice);

  gtk_widget_set_name (button, rt_code_group_get_id (group));
  gtk_widget_set_tooltip_text (button, rt_code_group_get_title (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, numbers,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rt_code_group_get_title (group), -1);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_widget_set_parent (button, self->choice);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
rt_look_alikes_page_dispose (GObject *object)
{
  RtLookAlikesPage *self = RT_LOOK_ALIKES_PAGE (object);
  GtkWidget *button;

  self->quiet = TRUE;
  while (self->choice != NULL && (button = gtk_widget_get_first_child (self->choice)) != NULL)
    gtk_widget_unparent (button);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_LOOK_ALIKES_PAGE);
  g_clear_object (&self->group);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (rt_look_alikes_page_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[BACK] = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, RT_TYPE_TRAIL);
  signals[SHOW_CODE] = g_signal_new ("show-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SHOW_TRAIL] = g_signal_new ("show-trail", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, RT_TYPE_TRAIL);
  signals[TRY_CODE] = g_signal_new ("try-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rt_look_alikes_page_class_init (RtLookAlikesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_look_alikes_page_dispose;
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (RT_TYPE_LOOK_ALIKES_TRAILS);
  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/look-alikes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, choice);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesPage, trails);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_trail_cb);
}

static void
rt_look_alikes_page_init (RtLookAlikesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_look_alikes_page_new (void)
{
  return g_object_new (RT_TYPE_LOOK_ALIKES_PAGE, NULL);
}

void
rt_look_alikes_page_set_catalogue (RtLookAlikesPage *self,
                                   RtCatalogue      *catalogue,
                                   RtEngine         *engine,
                                   const char       *origin)
{
  GListModel *groups;

  g_return_if_fail (RT_IS_LOOK_ALIKES_PAGE (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));
  g_return_if_fail (RT_IS_ENGINE (engine));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->can_try = origin != NULL;
  rt_look_alikes_trails_set_origin (self->trails, engine, origin);
  groups = rt_catalogue_get_groups (catalogue);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (groups, i);

      add_choice (self, group);
      if (i == 0)
        show_group (self, group);
    }
}

void
rt_look_alikes_page_show (RtLookAlikesPage *self,
                          const char       *id)
{
  RtCodeGroup *group;

  g_return_if_fail (RT_IS_LOOK_ALIKES_PAGE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (self->catalogue != NULL);

  group = rt_catalogue_find_group (self->catalogue, id);
  if (group != NULL && group != self->group)
    show_group (self, group);
}

const char *
rt_look_alikes_page_get_id (RtLookAlikesPage *self)
{
  g_return_val_if_fail (RT_IS_LOOK_ALIKES_PAGE (self), NULL);

  return self->group != NULL ? rt_code_group_get_id (self->group) : "";
}
