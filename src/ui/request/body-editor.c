/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps the editors in step with the request. Content is text that a person
 * types here, pairs, or a path; files are not read.
 */

#include "config.h"

#include "body-editor.h"

#include "file-row.h"
#include "media-type.h"
#include "pair-editor.h"
#include "suggest-entry.h"
#include "suggestion.h"
#include "template.h"
#include "text-format.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

/* Longer lines or texts freeze GtkSourceView while it highlights them. */
#define HIGHLIGHT_MAX_LINE 10000
#define HIGHLIGHT_MAX_TEXT (512 * 1024)

struct _RtBodyEditor
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkSourceBuffer *buffer;
  GtkWidget       *check_bar;
  GtkLabel        *check_label;
  RtFileRow       *file_row;
  RtPairEditor    *form_editor;
  GtkDropDown     *kind_drop_down;
  RtSuggestEntry  *media_type_entry;
  RtPairEditor    *part_editor;
  GtkStack        *stack;
  GtkTextView     *view;

  RtRequest       *request;
  GBindingGroup   *bindings;
};

G_DEFINE_FINAL_TYPE (RtBodyEditor, rt_body_editor, GTK_TYPE_WIDGET)

/* In the order of RtContentKind. */
static const char * const pages[] = { "none", "text", "form", "multipart", "file" };

static const struct
{
  const char *text;
  const char *detail;
} media_types[] = {
  { "application/json", N_("JSON") },
  { "application/xml", N_("XML") },
  { "application/graphql", N_("GraphQL") },
  { "application/octet-stream", N_("Any bytes") },
  { "application/problem+json", N_("Problem details (RFC 9457)") },
  { "application/merge-patch+json", N_("JSON merge patch (RFC 7396)") },
  { "application/json-patch+json", N_("JSON patch (RFC 6902)") },
  { "text/csv", N_("Comma-separated values") },
  { "text/html", N_("HTML") },
  { "text/markdown", N_("Markdown") },
  { "text/plain", N_("Plain text") },
  { "image/png", N_("PNG picture") },
};

static GtkSourceLanguage *
find_language (const char *text)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  g_autoptr (RtMediaType) type = rt_media_type_parse (text);

  if (type == NULL)
    return NULL;
  if (rt_media_type_is_json (type))
    return gtk_source_language_manager_get_language (manager, "json");
  if (rt_media_type_is_html (type))
    return gtk_source_language_manager_get_language (manager, "html");
  if (rt_media_type_is_xml (type))
    return gtk_source_language_manager_get_language (manager, "xml");
  return gtk_source_language_manager_guess_language (manager, NULL,
                                                     rt_media_type_get_essence (type));
}

static void
say (RtBodyEditor *self,
     const char   *words)
{
  gtk_label_set_text (self->check_label, words);
}

static void
go_to (RtBodyEditor     *self,
       const RtTextFlaw *flaw)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, flaw->line, flaw->column);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* One step for undo, and nothing when nothing changes. */
static void
replace_text (RtBodyEditor *self,
              const char   *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* "editor.check" and "editor.format". */
static void
check_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  RtBodyEditor *self = RT_BODY_EDITOR (widget);
  g_autofree char *text = NULL;
  g_autofree char *formatted = NULL;
  g_auto (RtTextFlaw) flaw = { 0 };

  g_object_get (self->buffer, "text", &text, NULL);
  formatted = rt_text_format (gtk_editable_get_text (GTK_EDITABLE (self->media_type_entry)), text,
                              &flaw);
  if (formatted == NULL)
    {
      say (self, flaw.words);
      go_to (self, &flaw);
      return;
    }
  if (g_str_equal (action_name, "editor.format") && !g_str_equal (formatted, text))
    replace_text (self, formatted);
  say (self, _("Well formed."));
}

static void
media_type_cb (RtBodyEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->media_type_entry));
  g_autoptr (RtMediaType) type = rt_media_type_parse (text);

  gtk_source_buffer_set_language (self->buffer, find_language (text));
  rt_suggest_entry_set_error (self->media_type_entry,
                              *text != '\0' && type == NULL
                              ? _("A media type is written as type/subtype") : NULL);
  gtk_widget_set_visible (self->check_bar, rt_text_format_knows (text));
  say (self, "");
}

static gboolean
is_light_work (const char *text)
{
  gsize length = strlen (text);

  if (length > HIGHLIGHT_MAX_TEXT)
    return FALSE;
  while (*text != '\0')
    {
      gsize line = strcspn (text, "\n");

      if (line > HIGHLIGHT_MAX_LINE)
        return FALSE;
      text += line + (text[line] != '\0');
    }
  return TRUE;
}

static void
text_cb (RtBodyEditor *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  gtk_source_buffer_set_highlight_syntax (self->buffer, is_light_work (text));
  say (self, "");
}

static void
kind_cb (RtBodyEditor *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_drop_down);

  if (kind >= G_N_ELEMENTS (pages) || self->request == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, pages[kind]);
  gtk_widget_set_visible (GTK_WIDGET (self->media_type_entry),
                          kind == RT_CONTENT_TEXT || kind == RT_CONTENT_FILE);
  if (kind == RT_CONTENT_TEXT && *rt_request_get_media_type (self->request) == '\0')
    rt_request_set_media_type (self->request, "application/json");
}

static void
style_cb (RtBodyEditor *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (self->buffer,
    gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
rt_body_editor_dispose (GObject *object)
{
  RtBodyEditor *self = RT_BODY_EDITOR (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->request);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_BODY_EDITOR);

  G_OBJECT_CLASS (rt_body_editor_parent_class)->dispose (object);
}

static void
rt_body_editor_class_init (RtBodyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_body_editor_dispose;

  /* Not at the start: all icons are looked for anew after it. */
  gtk_source_init ();
  g_type_ensure (GTK_SOURCE_TYPE_BUFFER);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (RT_TYPE_FILE_ROW);
  g_type_ensure (RT_TYPE_PAIR_EDITOR);
  g_type_ensure (RT_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/body-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, check_bar);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, check_label);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, file_row);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, form_editor);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, media_type_entry);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, part_editor);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, RtBodyEditor, view);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, media_type_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_install_action (widget_class, "editor.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "editor.format", NULL, check_action);
}

static void
bind_request (RtBodyEditor *self)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "content-kind", self->kind_drop_down, "selected", flags);
  g_binding_group_bind (self->bindings, "media-type", self->media_type_entry, "text", flags);
  g_binding_group_bind (self->bindings, "text", self->buffer, "text", flags);
  g_binding_group_bind (self->bindings, "content-file", self->file_row, "path", flags);
}

static void
rt_body_editor_init (RtBodyEditor *self)
{
  g_autoptr (GListStore) list = g_list_store_new (RT_TYPE_SUGGESTION);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    {
      g_autoptr (RtSuggestion) item = rt_suggestion_new (media_types[i].text,
                                                         _(media_types[i].detail));
      g_list_store_append (list, item);
    }
  rt_suggest_entry_set_suggestions (self->media_type_entry, G_LIST_MODEL (list));
  bind_request (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  style_cb (self);
}

GtkWidget *
rt_body_editor_new (void)
{
  return g_object_new (RT_TYPE_BODY_EDITOR, NULL);
}

void
rt_body_editor_set_request (RtBodyEditor *self,
                            RtRequest    *request)
{
  g_return_if_fail (RT_IS_BODY_EDITOR (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (!g_set_object (&self->request, request))
    return;
  g_binding_group_set_source (self->bindings, request);
  rt_pair_editor_set_pairs (self->form_editor, rt_request_get_form_items (request));
  rt_pair_editor_set_pairs (self->part_editor, rt_request_get_form_items (request));
  kind_cb (self);
}
