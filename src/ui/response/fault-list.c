/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The faults of a response, each with its evidence. */

#include "config.h"

#include "fault-list.h"

#include "response-ui.h"
#include "response-words.h"
#include "text.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Sentences that are open to the eye; the panes need their room. */
#define MAX_SHOWN 4

struct _RtFaultList
{
  RtResponsePane parent_instance;

  guint          n_shown;
  RtExchange    *shown; /* not owned, only compared */

  GtkBox        *box;
};

G_DEFINE_FINAL_TYPE (RtFaultList, rt_fault_list, RT_TYPE_RESPONSE_PANE)

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  rt_response_ui_wrap_for (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_fault (RtFaultList   *self,
           GtkBox        *box,
           const RtFault *fault)
{
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (RT_RESPONSE_PANE (self));
  RtEntry *entry = NULL;
  g_autofree char *evidence = rt_words_bound (rt_text_from_wire (fault->evidence, -1));
  g_autofree char *sentence = NULL;
  GtkWidget *label;

  if (catalogue != NULL)
    entry = rt_catalogue_find_failure (catalogue, rt_fault_kind_to_id (fault->kind));
  sentence = entry != NULL ? g_strdup_printf ("%s — %s", rt_entry_get_summary (entry), evidence)
                           : g_strdup (evidence);
  label = create_label (sentence);
  if (entry != NULL)
    gtk_widget_set_tooltip_text (label, rt_entry_get_meaning (entry));
  gtk_box_append (box, label);
}

static GtkWidget *
create_rest (RtFaultList *self,
             GPtrArray   *faults)
{
  guint n = faults->len - MAX_SHOWN;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n),
                                            n);
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = MAX_SHOWN; i < faults->len; i++)
    add_fault (self, GTK_BOX (box), g_ptr_array_index (faults, i));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);

  return expander;
}

static void
fill (RtFaultList *self,
      GPtrArray   *faults)
{
  GtkWidget *child;
  GtkWidget *title;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  title = create_label (g_dngettext (GETTEXT_PACKAGE, "Something is wrong with this response",
                                     "Several things are wrong with this response", faults->len));
  gtk_widget_add_css_class (title, "title");
  gtk_box_append (self->box, title);
  for (guint i = 0; i < MIN (faults->len, MAX_SHOWN); i++)
    add_fault (self, self->box, g_ptr_array_index (faults, i));
  if (faults->len > MAX_SHOWN)
    gtk_box_append (self->box, create_rest (self, faults));
}

static void
rt_fault_list_refresh (RtResponsePane *pane)
{
  RtFaultList *self = RT_FAULT_LIST (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (GPtrArray) faults = NULL;
  guint n = 0;

  if (exchange != NULL)
    {
      faults = rt_exchange_dup_faults (exchange);
      n = faults->len;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0 && (exchange != self->shown || n != self->n_shown))
    fill (self, faults);
  self->shown = exchange;
  self->n_shown = n;
}

static void
rt_fault_list_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FAULT_LIST);

  G_OBJECT_CLASS (rt_fault_list_parent_class)->dispose (object);
}

static void
rt_fault_list_class_init (RtFaultListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_fault_list_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_fault_list_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "fault-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFaultList, box);
}

static void
rt_fault_list_init (RtFaultList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
