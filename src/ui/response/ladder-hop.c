/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Between two rungs. */

#include "config.h"

#include "ladder-hop.h"

#include "response-ui.h"
#include "response-words.h"
#include "template.h"
#include "text.h"
#include "trail-note.h"

#include <glib/gi18n-lib.h>

struct _RtLadderHop
{
  GtkWidget parent_instance;

  GString  *words;

  GtkLabel *arrow;
  GtkBox   *lines;
  GtkBox   *notes;
  GtkLabel *others;
  GtkLabel *rule;
};

G_DEFINE_FINAL_TYPE (RtLadderHop, rt_ladder_hop, GTK_TYPE_WIDGET)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_words (RtLadderHop *self,
           const char  *words)
{
  if (*words != '\0')
    g_string_append_printf (self->words, "%s%s", self->words->len > 0 ? "\n" : "", words);
}

static char *
fit (const char *text)
{
  return rt_words_bound (rt_text_from_wire (text != NULL ? text : "", -1));
}

static void
add_line (RtLadderHop *self,
          const char  *text)
{
  g_autofree char *line = fit (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bullet = gtk_label_new ("•");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_yalign (GTK_LABEL (bullet), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  rt_response_ui_set_text (GTK_LABEL (label), NULL, line);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->lines, box);
  add_words (self, line);
}

/* What the emphasis in the next rung says, in words. */
static void
add_parts (RtLadderHop *self,
           RtUrlParts   parts)
{
  g_autofree char *words = rt_url_parts_to_words (parts);
  g_autofree char *line = NULL;

  if (*words == '\0')
    return;
  /* Translators: %s is "scheme and port changed" */
  line = g_strdup_printf (_("URL: %s."), words);
  add_line (self, line);
}

static void
show_hop (RtLadderHop *self,
          const RtHop *hop)
{
  g_autofree char *rule = fit (hop->rule);
  g_autofree char *others = fit (hop->others);

  rt_response_ui_set_text (self->rule, NULL, rule);
  add_words (self, rule);
  add_parts (self, hop->changed);
  for (guint i = 0; hop->lines != NULL && hop->lines[i] != NULL; i++)
    add_line (self, hop->lines[i]);
  rt_response_ui_set_text (self->others, NULL, others);
  add_words (self, others);
}

static void
show_notes (RtLadderHop *self,
            GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *words = rt_trail_note_words (g_ptr_array_index (notes, i));

      gtk_box_append (self->notes, rt_trail_note_new (g_ptr_array_index (notes, i)));
      add_words (self, words);
    }
}

static void
rt_ladder_hop_dispose (GObject *object)
{
  RtLadderHop *self = RT_LADDER_HOP (object);

  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_LADDER_HOP);
  if (self->words != NULL)
    g_string_free (g_steal_pointer (&self->words), TRUE);

  G_OBJECT_CLASS (rt_ladder_hop_parent_class)->dispose (object);
}

static void
rt_ladder_hop_class_init (RtLadderHopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_ladder_hop_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "ladder-hop.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLadderHop, arrow);
  gtk_widget_class_bind_template_child (widget_class, RtLadderHop, lines);
  gtk_widget_class_bind_template_child (widget_class, RtLadderHop, notes);
  gtk_widget_class_bind_template_child (widget_class, RtLadderHop, others);
  gtk_widget_class_bind_template_child (widget_class, RtLadderHop, rule);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_ladder_hop_init (RtLadderHop *self)
{
  self->words = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_ladder_hop_new (void)
{
  return g_object_new (RT_TYPE_LADDER_HOP, NULL);
}

void
rt_ladder_hop_show (RtLadderHop *self,
                    const RtHop *hop,
                    GPtrArray   *notes,
                    const char  *end)
{
  g_autofree char *end_words = fit (end);

  g_return_if_fail (RT_IS_LADDER_HOP (self));
  g_return_if_fail (notes != NULL && end != NULL);

  g_string_truncate (self->words, 0);
  clear_box (self->lines);
  clear_box (self->notes);
  rt_response_ui_set_text (self->others, NULL, "");
  if (hop != NULL)
    show_hop (self, hop);
  else
    {
      rt_response_ui_set_text (self->rule, NULL, end_words);
      add_words (self, end_words);
    }
  show_notes (self, notes);
  gtk_label_set_text (self->arrow, hop != NULL ? "↓" : *end_words != '\0' ? "■" : "");
  gtk_widget_set_visible (GTK_WIDGET (self), self->words->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words->str, -1);
}

const char *
rt_ladder_hop_get_words (RtLadderHop *self)
{
  g_return_val_if_fail (RT_IS_LADDER_HOP (self), NULL);

  return self->words->str;
}
