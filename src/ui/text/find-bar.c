/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes a finder for what is typed, gives it to the view, and follows it. */

#include "config.h"

#include "find-bar.h"

#include "find-words.h"
#include "first-match.h"
#include "template.h"
#include "wrap-layout.h"

#include <string.h>

/* More of a selection is not meant to be looked for. */
#define MAX_SELECTION 512

struct _RtFindBar
{
  GtkWidget        parent_instance;

  RtLineView      *view;     /* not owned */
  RtFinder        *finder;
  RtPlace          origin;   /* where the first match is looked for from */
  gboolean         awaiting; /* the first match */
  GCancellable    *ahead;    /* NULL unless it is looked for from there on */
  gboolean         is_cut;   /* the search was given up, which was said */
  gboolean         has_match;
  RtMatch          match;    /* the one that was selected last */

  GtkToggleButton *case_toggle;
  GtkLabel        *count_label;
  GtkEntry        *entry;
  GtkWidget       *next_button;
  GtkWidget       *previous_button;
  GtkToggleButton *regex_toggle;
  GtkLabel        *words_label;
  GtkToggleButton *word_toggle;
};

G_DEFINE_FINAL_TYPE (RtFindBar, rt_find_bar, GTK_TYPE_WIDGET)

static void
say (RtFindBar  *self,
     const char *words)
{
  gtk_label_set_text (self->words_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), words != NULL);
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* The number of the selected match; it may be one more when the search has found
 * matches before it since. */
static gboolean
get_index (RtFindBar *self,
           guint64   *index)
{
  RtPlace start = { self->match.line, self->match.start };
  RtMatch again;

  return self->has_match && !self->awaiting &&
         rt_finder_find_next (self->finder, &start, FALSE, &again, index) &&
         again.line == self->match.line && again.start == self->match.start;
}

/* Lines are searched one by one: what has a line break in it may be there and not be
 * found, and so may bytes that stand in two rows. */
static RtFindWithin
get_within (RtFindBar *self)
{
  static const char *const breaks[] = { "\\n", "\\r", "\\R", "(?s" };
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean has_break = strchr (pattern, '\n') != NULL;
  guint syntax;

  g_object_get (self->view, "syntax", &syntax, NULL);
  if (syntax == RT_SYNTAX_HEX)
    return RT_FIND_WITHIN_ROW;
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    has_break |= gtk_toggle_button_get_active (self->regex_toggle) &&
                 strstr (pattern, breaks[i]) != NULL;

  return has_break ? RT_FIND_WITHIN_LINE : RT_FIND_WITHIN_TEXT;
}

static void
show_count (RtFindBar *self)
{
  gboolean found = self->finder != NULL && rt_finder_get_n_matches (self->finder) > 0;
  g_autofree char *count = NULL;
  guint64 index;

  if (self->finder != NULL)
    count = rt_find_words_count (self->finder, get_within (self),
                                 get_index (self, &index) ? &index : NULL);
  gtk_label_set_text (self->count_label, count != NULL ? count : "");
  gtk_widget_set_sensitive (self->next_button, found);
  gtk_widget_set_sensitive (self->previous_button, found);
}

static void
stop_ahead (RtFindBar *self)
{
  if (self->ahead != NULL)
    g_cancellable_cancel (self->ahead);
  g_clear_object (&self->ahead);
}

static void
show_match (RtFindBar     *self,
            const RtMatch *match)
{
  RtPlace start = { match->line, match->start };
  RtPlace end = { match->line, match->end };

  stop_ahead (self);
  self->awaiting = FALSE;
  self->has_match = TRUE;
  self->match = *match;
  rt_line_view_set_match (self->view, match);
  rt_line_view_select (self->view, &start, &end);
  /* The start is seen even when the end is far away. */
  rt_line_view_scroll_to (self->view, &end);
  rt_line_view_scroll_to (self->view, &start);
}

/* One before the origin is shown when none comes after it. */
static void
show_first (RtFindBar *self)
{
  RtPlace start;
  RtMatch match;

  if (!self->awaiting ||
      !rt_finder_find_next (self->finder, &self->origin, FALSE, &match, NULL))
    return;
  start = (RtPlace) { match.line, match.start };
  if (rt_place_compare (&start, &self->origin) >= 0 || self->ahead == NULL)
    show_match (self, &match);
}

static void
ahead_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RtFindBar) self = user_data;
  g_autofree RtMatch *match = rt_first_match_finish (result);

  /* Something else is looked for by now, or it was found. */
  if (self->ahead == NULL || g_task_get_cancellable (G_TASK (result)) != self->ahead)
    return;

  g_clear_object (&self->ahead);
  if (match != NULL)
    show_match (self, match);
  else
    show_first (self);
  show_count (self);
}

/* The finder begins at the first line, which may be far from what is seen. */
static void
look_ahead (RtFindBar   *self,
            const char  *pattern,
            RtFindFlags  flags)
{
  if (self->origin.line == 0 && self->origin.byte == 0)
    return;
  self->ahead = g_cancellable_new ();
  rt_first_match_async (rt_line_view_get_lines (self->view), pattern, flags, &self->origin,
                        self->ahead, ahead_cb, g_object_ref (self));
}

/* The search ended before the text did. */
static void
show_trouble (RtFindBar *self)
{
  g_autofree char *trouble = rt_finder_dup_trouble (self->finder);

  if (trouble == NULL || self->is_cut)
    return;
  self->is_cut = TRUE;
  say (self, trouble);
}

static void
found_cb (RtFindBar *self)
{
  show_first (self);
  show_trouble (self);
  show_count (self);
}

/* What was selected last is remembered. */
static void
drop_finder (RtFindBar *self)
{
  stop_ahead (self);
  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_func (self->finder, found_cb, self);
  if (self->finder != NULL && self->view != NULL)
    rt_line_view_set_finder (self->view, NULL);
  g_clear_object (&self->finder);
  self->awaiting = FALSE;
  self->is_cut = FALSE;
}

static RtFindFlags
get_flags (RtFindBar *self)
{
  RtFindFlags flags = 0;

  if (gtk_toggle_button_get_active (self->case_toggle))
    flags |= RT_FIND_CASE;
  if (gtk_toggle_button_get_active (self->word_toggle))
    flags |= RT_FIND_WORD;
  if (gtk_toggle_button_get_active (self->regex_toggle))
    flags |= RT_FIND_REGEX;

  return flags;
}

static void
start (RtFindBar  *self,
       const char *pattern)
{
  RtLines *lines = rt_line_view_get_lines (self->view);
  RtFindFlags flags = get_flags (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *flaw = NULL;

  self->finder = rt_finder_new (lines, pattern, flags, &error);
  if (self->finder == NULL)
    {
      flaw = rt_find_words_flaw (pattern, error->message);
      say (self, flaw);
      return;
    }
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
  rt_line_view_set_finder (self->view, self->finder);
  self->awaiting = TRUE;
  look_ahead (self, pattern, flags);
  show_first (self);
}

static void
find (RtFindBar *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  drop_finder (self);
  say (self, NULL);
  if (self->view != NULL && rt_line_view_get_lines (self->view) != NULL && *pattern != '\0')
    start (self, pattern);
  show_count (self);
}

static void
changed_cb (RtFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    find (self);
}

static void
lines_cb (RtFindBar *self)
{
  self->origin = (RtPlace) { 0, 0 };
  self->has_match = FALSE;
  changed_cb (self);
}

static void
activate_cb (RtFindBar *self)
{
  rt_find_bar_go (self, FALSE);
}

static void
next_cb (RtFindBar *self)
{
  rt_find_bar_go (self, FALSE);
}

static void
previous_cb (RtFindBar *self)
{
  rt_find_bar_go (self, TRUE);
}

static void
close_cb (RtFindBar *self)
{
  rt_find_bar_close (self);
}

static gboolean
previous_key_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  rt_find_bar_go (RT_FIND_BAR (widget), TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
close_key_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  rt_find_bar_close (RT_FIND_BAR (widget));

  return GDK_EVENT_STOP;
}

static void
rt_find_bar_dispose (GObject *object)
{
  rt_find_bar_set_view (RT_FIND_BAR (object), NULL);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FIND_BAR);

  G_OBJECT_CLASS (rt_find_bar_parent_class)->dispose (object);
}

static void
rt_find_bar_class_init (RtFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_find_bar_dispose;

  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/text/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, case_toggle);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, regex_toggle);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, words_label);
  gtk_widget_class_bind_template_child (widget_class, RtFindBar, word_toggle);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, previous_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, previous_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
rt_find_bar_init (RtFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_count (self);
}

void
rt_find_bar_set_view (RtFindBar  *self,
                      RtLineView *view)
{
  g_return_if_fail (RT_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || RT_IS_LINE_VIEW (view));

  drop_finder (self);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, lines_cb, self);
      g_object_remove_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
    }
  self->view = view;
  if (view != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &self->view);
      g_signal_connect_object (view, "notify::lines", G_CALLBACK (lines_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static gboolean
is_match (RtFindBar     *self,
          const RtPlace *from,
          const RtPlace *to)
{
  return self->has_match && from->line == self->match.line && to->line == self->match.line &&
         from->byte == self->match.start && to->byte == self->match.end;
}

/* As it is to be typed. */
static void
set_pattern (RtFindBar  *self,
             const char *text)
{
  g_autofree char *escaped = NULL;

  if (gtk_toggle_button_get_active (self->regex_toggle))
    escaped = g_regex_escape_string (text, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), escaped != NULL ? escaped : text);
}

/* What is selected, when it is text within a line; but a match was found by what
 * stands there already. */
static void
take_selection (RtFindBar *self)
{
  RtLines *lines = rt_line_view_get_lines (self->view);
  g_autoptr (GString) text = g_string_new (NULL);
  RtPlace from, to;

  if (lines == NULL || !rt_line_view_get_selection (self->view, &from, &to))
    return;
  self->origin = from;
  if (from.line != to.line || to.byte - from.byte > MAX_SELECTION || is_match (self, &from, &to))
    return;
  rt_lines_read (lines, from.line, from.byte, to.byte - from.byte, text);
  if (g_utf8_validate (text->str, text->len, NULL))
    set_pattern (self, text->str);
}

void
rt_find_bar_open (RtFindBar *self)
{
  g_return_if_fail (RT_IS_FIND_BAR (self));
  g_return_if_fail (self->view != NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    rt_line_view_get_top (self->view, &self->origin);
  take_selection (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (self->finder == NULL)
    find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
rt_find_bar_close (RtFindBar *self)
{
  g_return_if_fail (RT_IS_FIND_BAR (self));

  drop_finder (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
rt_find_bar_go (RtFindBar *self,
                gboolean   backwards)
{
  RtPlace from, to;
  RtMatch match;

  g_return_if_fail (RT_IS_FIND_BAR (self));

  if (self->finder == NULL)
    return;
  rt_line_view_get_selection (self->view, &from, &to);
  if (rt_finder_find_next (self->finder, backwards ? &from : &to, backwards, &match, NULL))
    show_match (self, &match);
  show_count (self);
}

const char *
rt_find_bar_get_count (RtFindBar *self)
{
  g_return_val_if_fail (RT_IS_FIND_BAR (self), NULL);

  return gtk_label_get_text (self->count_label);
}
