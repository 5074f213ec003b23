/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a number and selects what it names. */

#include "config.h"

#include "go-to-bar.h"

#include "format.h"
#include "hex.h"
#include "number.h"
#include "template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RtGoToBar
{
  GtkWidget   parent_instance;

  RtLineView *view; /* not owned */

  GtkEntry   *entry;
  GtkLabel   *title_label;
  GtkLabel   *words_label;
};

G_DEFINE_FINAL_TYPE (RtGoToBar, rt_go_to_bar, GTK_TYPE_WIDGET)

gboolean
rt_go_to_bar_parse_number (const char *text,
                           gboolean    hexadecimal,
                           guint64    *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean prefixed;
  guint base = 10;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text) && *text != ',' && *text != '_')
      g_string_append_c (digits, g_ascii_tolower (*text));
  prefixed = hexadecimal && g_str_has_prefix (digits->str, "0x");
  if (prefixed)
    g_string_erase (digits, 0, 2);
  if (prefixed || (hexadecimal && strpbrk (digits->str, "abcdef") != NULL))
    base = 16;

  return rt_number_read (digits->str, base, 0, G_MAXUINT64, number);
}

static gboolean
is_hexadecimal (RtGoToBar *self)
{
  guint syntax = RT_SYNTAX_NONE;

  if (self->view != NULL)
    g_object_get (self->view, "syntax", &syntax, NULL);

  return syntax == RT_SYNTAX_HEX;
}

/* Where the two digits of a byte stand in its line: behind the offset and two
 * blanks, with one more blank in the middle. */
static void
find_byte (RtLines *lines,
           guint64  offset,
           RtPlace *from,
           RtPlace *to)
{
  guint index = offset % RT_HEX_BYTES_PER_LINE;
  g_autoptr (GString) text = g_string_new (NULL);

  from->line = offset / RT_HEX_BYTES_PER_LINE;
  rt_lines_read (lines, from->line, 0, 32, text);
  from->byte = strcspn (text->str, " ") + 2 + 3 * index +
               (index >= RT_HEX_BYTES_PER_LINE / 2 ? 1 : 0);
  *to = (RtPlace) { from->line, from->byte + 2 };
}

/* Why the place is not there, or not yet. */
static char *
dup_beyond (RtLines  *lines,
            guint64   n_lines,
            gboolean  hexadecimal)
{
  g_autofree char *count = rt_format_count (n_lines);
  gboolean complete = rt_lines_is_complete (lines);

  if (hexadecimal)
    return g_strdup (complete ? _("The bytes end before that") : _("Not there yet"));
  if (!complete)
    return g_strdup_printf (ngettext ("There is %s line so far", "There are %s lines so far",
                                      n_lines), count);

  return g_strdup_printf (ngettext ("There is %s line", "There are %s lines", n_lines), count);
}

static void
go (RtGoToBar *self,
    RtLines   *lines,
    guint64    number)
{
  gboolean hexadecimal = is_hexadecimal (self);
  guint64 n_lines = rt_lines_get_n_lines (lines);
  RtPlace from = { number - 1, 0 };
  RtPlace to = from;

  if (hexadecimal)
    find_byte (lines, number, &from, &to);
  if (from.line >= n_lines)
    {
      g_autofree char *words = dup_beyond (lines, n_lines, hexadecimal);

      gtk_label_set_text (self->words_label, words);
      return;
    }
  rt_line_view_select (self->view, &from, &to);
  rt_line_view_scroll_to (self->view, &from);
  rt_go_to_bar_close (self);
}

static void
activate_cb (RtGoToBar *self)
{
  gboolean hexadecimal = is_hexadecimal (self);
  RtLines *lines = self->view != NULL ? rt_line_view_get_lines (self->view) : NULL;
  guint64 number;

  if (lines == NULL)
    return;
  if (!rt_go_to_bar_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                  hexadecimal, &number) ||
      (number == 0 && !hexadecimal))
    gtk_label_set_text (self->words_label, hexadecimal ? _("Not an offset: 496, or 0x1f0")
                                                       : _("Not the number of a line"));
  else
    go (self, lines, number);
}

static void
changed_cb (RtGoToBar *self)
{
  gtk_label_set_text (self->words_label, "");
}

static void
close_cb (RtGoToBar *self)
{
  rt_go_to_bar_close (self);
}

static gboolean
close_key_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  rt_go_to_bar_close (RT_GO_TO_BAR (widget));

  return GDK_EVENT_STOP;
}

static void
rt_go_to_bar_dispose (GObject *object)
{
  rt_go_to_bar_set_view (RT_GO_TO_BAR (object), NULL);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_GO_TO_BAR);

  G_OBJECT_CLASS (rt_go_to_bar_parent_class)->dispose (object);
}

static void
rt_go_to_bar_class_init (RtGoToBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_go_to_bar_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/text/go-to-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RtGoToBar, entry);
  gtk_widget_class_bind_template_child (widget_class, RtGoToBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, RtGoToBar, words_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key_cb, NULL);
}

static void
rt_go_to_bar_init (RtGoToBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rt_go_to_bar_set_view (RtGoToBar  *self,
                       RtLineView *view)
{
  g_return_if_fail (RT_IS_GO_TO_BAR (self));
  g_return_if_fail (view == NULL || RT_IS_LINE_VIEW (view));

  g_set_weak_pointer (&self->view, view);
}

void
rt_go_to_bar_open (RtGoToBar *self)
{
  const char *title;

  g_return_if_fail (RT_IS_GO_TO_BAR (self));

  title = is_hexadecimal (self) ? _("Go to offset") : _("Go to line");
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->words_label, "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
rt_go_to_bar_close (RtGoToBar *self)
{
  g_return_if_fail (RT_IS_GO_TO_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
