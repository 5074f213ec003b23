/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the comparison. The sign and the words say it; colour only helps. */

#include "config.h"

#include "compare-row.h"

#include "emphasis.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Lines of a value that are open to the eye; the rest is in its tooltip. */
#define MAX_LINES 3

struct _RtCompareRow
{
  GtkWidget   parent_instance;

  const char *style;

  GtkWidget  *columns;
  GtkLabel   *head;
  GtkLabel   *label;
  GtkLabel   *left;
  GtkLabel   *right;
  GtkLabel   *sign;
};

G_DEFINE_FINAL_TYPE (RtCompareRow, rt_compare_row, GTK_TYPE_WIDGET)

static const struct
{
  const char *sign;
  const char *word;
  const char *style;
} looks[] = {
  [RT_COMPARED_SAME] = { "=", N_("the same"), "compare-same" },
  [RT_COMPARED_CHANGED] = { "≠", N_("different"), "status-4xx" },
  [RT_COMPARED_ONLY_LEFT] = { "−", N_("only left"), "status-5xx" },
  [RT_COMPARED_ONLY_RIGHT] = { "+", N_("only right"), "status-2xx" },
};

static void
rt_compare_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_COMPARE_ROW);

  G_OBJECT_CLASS (rt_compare_row_parent_class)->dispose (object);
}

static void
rt_compare_row_class_init (RtCompareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_compare_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "compare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, columns);
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, head);
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, label);
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, left);
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, right);
  gtk_widget_class_bind_template_child (widget_class, RtCompareRow, sign);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_compare_row_init (RtCompareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_compare_row_new (void)
{
  return g_object_new (RT_TYPE_COMPARE_ROW, NULL);
}

static void
show_head (RtCompareRow *self,
           gboolean      head)
{
  gtk_widget_set_visible (GTK_WIDGET (self->head), head);
  gtk_widget_set_visible (self->columns, !head);
}

/* A request part is a method or a URL; a field goes by its name. */
static char *
dup_value (RtComparedRow *row,
           const char    *value,
           RtCredentials *credentials,
           gboolean       show_secrets)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return g_strdup ("");
  text = rt_text_from_wire (value, -1);
  if (show_secrets)
    return g_steal_pointer (&text);
  switch (rt_compared_row_get_part (row))
    {
    case RT_COMPARED_REQUEST:
      return rt_secret_view_text (credentials, text);
    case RT_COMPARED_REQUEST_FIELD:
    case RT_COMPARED_FIELD:
      return rt_secret_view_value (credentials, rt_compared_row_get_label (row), text);
    case RT_COMPARED_STATUS:
    case RT_COMPARED_TIME:
    case RT_COMPARED_SIZE:
    case RT_COMPARED_CONTENT:
    default:
      return g_steal_pointer (&text);
    }
}

static void
set_value (GtkLabel      *label,
           const char    *text,
           PangoAttrList *attributes,
           gboolean       one_line)
{
  gtk_label_set_wrap (label, !one_line);
  gtk_label_set_lines (label, one_line ? 1 : MAX_LINES);
  gtk_label_set_wrap_mode (label, rt_response_ui_has_long_word (text) ? PANGO_WRAP_CHAR
                                                                      : PANGO_WRAP_WORD_CHAR);
  gtk_label_set_text (label, text);
  if (attributes != NULL)
    pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *text != '\0' ? text : NULL);
}

static void
set_values (RtCompareRow  *self,
            RtComparedRow *row,
            const char    *left,
            const char    *right)
{
  gboolean one_line = rt_compared_row_get_part (row) == RT_COMPARED_CONTENT;
  g_autoptr (PangoAttrList) left_attributes = NULL;
  g_autoptr (PangoAttrList) right_attributes = NULL;

  if (rt_compared_row_get_result (row) == RT_COMPARED_CHANGED)
    rt_emphasis_for_changes (left, right, &left_attributes, &right_attributes);
  set_value (self->left, left, left_attributes, one_line);
  set_value (self->right, right, right_attributes, one_line);
}

static void
set_look (RtCompareRow *self,
          RtCompared    result)
{
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sign), self->style);
  self->style = looks[result].style;
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), self->style);
  gtk_label_set_text (self->sign, looks[result].sign);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign), _(looks[result].word));
  if (result == RT_COMPARED_SAME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compare-same");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compare-same");
}

void
rt_compare_row_set_row (RtCompareRow  *self,
                        RtComparedRow *row,
                        RtCredentials *credentials,
                        gboolean       show_secrets)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *words = NULL;
  RtCompared result;

  g_return_if_fail (RT_IS_COMPARE_ROW (self));
  g_return_if_fail (RT_IS_COMPARED_ROW (row));

  result = rt_compared_row_get_result (row);
  g_return_if_fail (result < G_N_ELEMENTS (looks));
  left = rt_words_bound (dup_value (row, rt_compared_row_get_left (row), credentials,
                                    show_secrets));
  right = rt_words_bound (dup_value (row, rt_compared_row_get_right (row), credentials,
                                     show_secrets));
  show_head (self, FALSE);
  set_look (self, result);
  gtk_label_set_text (self->label, rt_compared_row_get_label (row));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), rt_compared_row_get_label (row));
  set_values (self, row, left, right);
  words = result == RT_COMPARED_SAME
            ? g_strdup_printf ("%s, %s: %s", rt_compared_row_get_label (row),
                               _(looks[result].word), *left != '\0' ? left : right)
            : g_strdup_printf (_("%s, %s: left “%s”, right “%s”"),
                               rt_compared_row_get_label (row), _(looks[result].word), left,
                               right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
rt_compare_row_set_head (RtCompareRow *self,
                         const char   *title)
{
  g_return_if_fail (RT_IS_COMPARE_ROW (self));

  show_head (self, TRUE);
  gtk_label_set_text (self->head, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
