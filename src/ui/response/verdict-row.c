/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows a verdict; the words are those of src/cookies. */

#include "config.h"

#include "verdict-row.h"

#include <string.h>

#include "cookie-words.h"
#include "fact-list.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret.h"
#include "set-cookie.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtVerdictRow
{
  GtkWidget   parent_instance;

  RtFactList *attributes;
  GtkLabel   *section;
  GtkLabel   *title;
  GtkLabel   *why;
};

G_DEFINE_FINAL_TYPE (RtVerdictRow, rt_verdict_row, GTK_TYPE_WIDGET)

static void
rt_verdict_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_VERDICT_ROW);

  G_OBJECT_CLASS (rt_verdict_row_parent_class)->dispose (object);
}

static void
rt_verdict_row_class_init (RtVerdictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_verdict_row_dispose;

  g_type_ensure (RT_TYPE_FACT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "verdict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtVerdictRow, attributes);
  gtk_widget_class_bind_template_child (widget_class, RtVerdictRow, section);
  gtk_widget_class_bind_template_child (widget_class, RtVerdictRow, title);
  gtk_widget_class_bind_template_child (widget_class, RtVerdictRow, why);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_verdict_row_init (RtVerdictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "name=value"; a cookie without a name goes out as its value alone. */
static char *
dup_pair (const char *name,
          const char *value)
{
  g_autofree char *pair = *name != '\0' ? g_strdup_printf ("%s=%s", name, value)
                                        : g_strdup (value);

  return rt_words_bound (rt_cookie_dup_escaped (pair));
}

static void
set_title (RtVerdictRow *self,
           const char   *title)
{
  g_autofree char *quoted = rt_cookie_dup_quoted (title);

  rt_response_ui_wrap_for (self->title, title);
  gtk_label_set_text (self->title, *title != '\0' ? title : _("(empty)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quoted,
                                  -1);
}

static void
add_attribute (RtVerdictRow            *self,
               const RtCookieAttribute *attribute,
               gint64                   now)
{
  const char *section;
  g_autofree char *words = rt_cookie_dup_attribute_words (attribute, now, &section);
  g_autofree char *name = rt_cookie_dup_quoted (attribute->name);
  g_autofree char *value = rt_cookie_dup_quoted (attribute->value != NULL ? attribute->value : "");
  g_autofree char *title = attribute->value != NULL ? g_strdup_printf ("%s=%s", name, value)
                                                    : g_strdup (name);
  g_autofree char *both = *section != '\0' ? g_strdup_printf ("%s (%s)", words, section)
                                           : g_strdup (words);

  if (attribute->state == RT_COOKIE_ATTRIBUTE_UNREADABLE ||
      attribute->state == RT_COOKIE_ATTRIBUTE_TOO_LONG)
    rt_fact_list_add_bad (self->attributes, title, both);
  else
    rt_fact_list_add (self->attributes, title, both);
}

/* @line: as it is shown. What was escaped in it stands in names and values,
 * where it does not change what an attribute says. */
static void
add_attributes (RtVerdictRow *self,
                const char   *line,
                gint64        now)
{
  gsize control;
  g_autoptr (RtSetCookie) set =
    line != NULL ? rt_set_cookie_parse (line, strlen (line), &control) : NULL;

  for (guint i = 0; set != NULL && i < set->attributes->len; i++)
    add_attribute (self, g_ptr_array_index (set->attributes, i), now);
  gtk_widget_set_visible (GTK_WIDGET (self->attributes),
                          set != NULL && set->attributes->len > 0);
}

/* A line that cannot be read as a cookie. */
static char *
dup_odd_line (const char *line,
              gboolean    masked)
{
  g_autofree char *shown = masked ? rt_secret_mask_value ("Set-Cookie", line) : g_strdup (line);

  return rt_words_bound (rt_cookie_dup_escaped (shown));
}

GtkWidget *
rt_verdict_row_new (RtCookieVerdict *verdict,
                    gint64           now,
                    gboolean         masked)
{
  RtVerdictRow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (verdict != NULL, NULL);

  self = g_object_new (RT_TYPE_VERDICT_ROW, NULL);
  title = verdict->cookie != NULL
            ? dup_pair (rt_cookie_get_name (verdict->cookie),
                        masked ? RT_SECRET_MASK : rt_cookie_get_value (verdict->cookie))
            : dup_odd_line (verdict->line != NULL ? verdict->line : "", masked);
  set_title (self, title);
  rt_response_ui_wrap_for (self->why, verdict->why);
  rt_response_ui_set_text (self->why, NULL, verdict->why);
  rt_response_ui_set_text (self->section, NULL, verdict->section);
  add_attributes (self, verdict->line, now);

  return GTK_WIDGET (self);
}

GtkWidget *
rt_verdict_row_new_line (const char *line,
                         gint64      now,
                         gboolean    masked)
{
  RtVerdictRow *self;
  gsize control;
  g_autoptr (RtSetCookie) set = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (RT_TYPE_VERDICT_ROW, NULL);
  set = rt_set_cookie_parse (line, strlen (line), &control);
  title = set != NULL ? dup_pair (set->name, masked ? RT_SECRET_MASK : set->value)
                      : dup_odd_line (line, masked);
  set_title (self, title);
  rt_response_ui_set_text (self->why, NULL, "");
  rt_response_ui_set_text (self->section, NULL, "");
  add_attributes (self, line, now);

  return GTK_WIDGET (self);
}
