/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Body pane. Bytes are made ready in a thread; the text goes into the view
 * in pieces, so that the window answers meanwhile.
 */

#include "config.h"

#include "body-pane.h"

#include "body-rendering.h"
#include "body-save.h"
#include "body-words.h"
#include "media-type.h"
#include "response-ui.h"
#include "template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

/* Bytes that go into the view at once. */
#define PIECE (256 * 1024)

struct _RtBodyPane
{
  RtResponsePane   parent_instance;

  RtExchange      *shown;       /* not owned, only compared */
  gboolean         shown_whole; /* after its end */
  RtBodyRendering *rendering;
  GCancellable    *cancellable; /* of the making that goes on, or NULL */
  char            *media_type;  /* as received, or NULL */
  const char      *rest;        /* of the rendering's text, not in the view yet */
  guint            idle_id;
  GtkTextTag      *no_hyphens;  /* one drawn at the end of a line was not sent */

  GtkLabel        *note;
  GtkWidget       *note_bar;
  GtkPicture      *picture;
  GtkToggleButton *pretty;
  GtkWidget       *save;
  GtkWidget       *save_choice;
  GtkWidget       *show_all;
  GtkStack        *stack;
  GtkLabel        *summary;
  GtkSourceView   *view;
  GtkWidget       *views;
  GtkLabel        *words;
};

G_DEFINE_FINAL_TYPE (RtBodyPane, rt_body_pane, RT_TYPE_RESPONSE_PANE)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkTextBuffer *
get_buffer (RtBodyPane *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static gboolean
insert_cb (gpointer user_data)
{
  g_autofree char *piece = NULL;
  RtBodyPane *self = user_data;
  gsize length = strlen (self->rest);
  gsize n = MIN (length, PIECE);
  GtkTextIter end;

  while (n > 0 && n < length && ((guchar) self->rest[n] & 0xc0) == 0x80)
    n--;
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  /* A piece that ends in NUL: what GTK 4.8 tells screen readers needs it. */
  piece = g_strndup (self->rest, n);
  gtk_text_buffer_insert_with_tags (get_buffer (self), &end, piece, -1, self->no_hyphens, NULL);
  self->rest += n;
  if (*self->rest != '\0')
    return G_SOURCE_CONTINUE;

  self->rest = NULL;
  self->idle_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  return G_SOURCE_REMOVE;
}

static void
stop_inserting (RtBodyPane *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->rest = NULL;
}

static GtkSourceLanguage *
find_language (RtBodyPane *self)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

  switch (self->rendering->kind)
    {
    case RT_BODY_KIND_JSON:
    case RT_BODY_KIND_NDJSON:
      return gtk_source_language_manager_get_language (manager, "json");
    case RT_BODY_KIND_XML:
    case RT_BODY_KIND_SVG:
      return gtk_source_language_manager_get_language (manager, "xml");
    case RT_BODY_KIND_HTML:
      return gtk_source_language_manager_get_language (manager, "html");
    case RT_BODY_KIND_TEXT:
      {
        RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));
        g_autofree char *name = rt_body_save_dup_name (exchange, TRUE);
        g_autoptr (RtMediaType) type =
          self->media_type != NULL ? rt_media_type_parse (self->media_type) : NULL;
        const char *essence = type != NULL ? rt_media_type_get_essence (type) : NULL;

        if (g_strcmp0 (essence, "text/plain") == 0)
          return NULL;
        return gtk_source_language_manager_guess_language (manager, name, essence);
      }
    case RT_BODY_KIND_EMPTY:
    case RT_BODY_KIND_FORM:
    case RT_BODY_KIND_MULTIPART:
    case RT_BODY_KIND_EVENTS:
    case RT_BODY_KIND_IMAGE:
    case RT_BODY_KIND_AUDIO:
    case RT_BODY_KIND_VIDEO:
    case RT_BODY_KIND_PDF:
    case RT_BODY_KIND_BINARY:
    default:
      return NULL;
    }
}

static GtkWrapMode
find_wrap_mode (RtBodyPane           *self,
                const RtRenderedText *text)
{
  if (!rt_body_kind_is_text (self->rendering->kind))
    return GTK_WRAP_NONE;

  return rt_response_ui_has_long_word (text->text) ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR;
}

static void
show_text (RtBodyPane           *self,
           const RtRenderedText *text)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (get_buffer (self));

  stop_inserting (self);
  /* Highlighting more than this stops the window. */
  gtk_source_buffer_set_language (buffer, self->rendering->whole ? NULL : find_language (self));
  gtk_source_view_set_show_line_numbers (self->view,
                                         rt_body_kind_is_text (self->rendering->kind));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), find_wrap_mode (self, text));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), "", 0);
  self->rest = text->text;
  if (insert_cb (self))
    self->idle_id = g_idle_add (insert_cb, self);
  else
    {
      GtkTextIter start;

      gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &start);
    }
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static const RtRenderedText *
get_text (RtBodyPane *self)
{
  if (self->rendering->pretty.text != NULL && gtk_toggle_button_get_active (self->pretty))
    return &self->rendering->pretty;

  return &self->rendering->raw;
}

static void
show_note (RtBodyPane *self)
{
  g_autofree char *note = rt_body_words_note (self->rendering,
                                              gtk_toggle_button_get_active (self->pretty));

  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (self->note_bar, *note != '\0');
  gtk_widget_set_visible (self->show_all, get_text (self)->cut && !self->rendering->whole);
}

static void
show_rendering (RtBodyPane *self)
{
  RtBodyRendering *rendering = self->rendering;
  g_autofree char *summary = rt_body_words_summary (rendering);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  gtk_widget_set_visible (self->views, rendering->pretty.text != NULL);
  show_note (self);
  if (rendering->texture != NULL)
    {
      gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (rendering->texture));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                      -1);
      gtk_stack_set_visible_child_name (self->stack, "image");
    }
  else
    show_text (self, get_text (self));
}

static void
show_words (RtBodyPane *self,
            const char *words)
{
  stop_inserting (self);
  g_clear_pointer (&self->rendering, rt_body_rendering_free);
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->summary, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), NULL);
  gtk_widget_set_visible (self->views, FALSE);
  gtk_widget_set_visible (self->note_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (RtBodyPane) self = user_data;
  g_autoptr (RtBodyRendering) rendering = rt_body_rendering_make_finish (result, NULL);

  /* NULL: cancelled, another one is on its way. */
  if (rendering == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  stop_inserting (self);
  g_clear_pointer (&self->rendering, rt_body_rendering_free);
  self->rendering = g_steal_pointer (&rendering);
  show_rendering (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
cancel (RtBodyPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
make (RtBodyPane *self,
      gboolean    whole)
{
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));
  g_autoptr (RtBody) content = rt_exchange_dup_content (exchange);
  g_autoptr (GBytes) bytes = rt_body_dup_bytes (content);
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);

  cancel (self);
  g_clear_pointer (&self->media_type, g_free);
  if (head != NULL)
    {
      int index = rt_head_find_field (head, "Content-Type", 0);

      if (index >= 0)
        self->media_type = rt_head_dup_field_value (head, index);
    }
  self->cancellable = g_cancellable_new ();
  rt_body_rendering_make_async (bytes, self->media_type, whole, self->cancellable, made_cb,
                                g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
update_actions (RtBodyPane *self,
                RtExchange *exchange,
                gboolean    done)
{
  g_autoptr (RtBody) content = exchange != NULL ? rt_exchange_dup_content (exchange) : NULL;
  RtBody *body = exchange != NULL ? rt_exchange_get_body (exchange) : NULL;
  gboolean coded = done && content != body;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.save",
                                 done && rt_body_get_length (body) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.save-decoded", coded);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.copy",
                                 done && rt_body_get_length (body) > 0);
  gtk_widget_set_visible (self->save, !coded);
  gtk_widget_set_visible (self->save_choice, coded);
}

static void
rt_body_pane_refresh (RtResponsePane *pane)
{
  RtBodyPane *self = RT_BODY_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  gboolean done = rt_response_pane_is_done (pane);
  g_autoptr (RtBody) content = NULL;

  if (exchange == self->shown && done == self->shown_whole)
    return;
  self->shown = exchange;
  self->shown_whole = done;

  cancel (self);
  update_actions (self, exchange, done);
  if (exchange == NULL)
    {
      show_words (self, "");
      return;
    }
  content = rt_exchange_dup_content (exchange);
  if (done && rt_body_get_length (content) > 0)
    make (self, FALSE);
  else
    {
      g_autofree char *words = rt_body_words_empty (exchange);

      show_words (self, words);
    }
}

static void
view_toggled_cb (RtBodyPane *self)
{
  if (self->rendering == NULL || self->rendering->pretty.text == NULL)
    return;
  show_note (self);
  show_text (self, get_text (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtBodyPane *self = RT_BODY_PANE (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (self->rendering == NULL)
    return;
  if (self->rendering->texture != NULL)
    gdk_clipboard_set_texture (clipboard, self->rendering->texture);
  else
    gdk_clipboard_set_text (clipboard, get_text (self)->text);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  if (rt_response_pane_is_done (RT_RESPONSE_PANE (widget)))
    make (RT_BODY_PANE (widget), TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RtBodyPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (rt_body_save_finish (result, &error) || self->note == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = g_strdup_printf (_("Not saved: %s"), error->message);
  gtk_label_set_text (self->note, words);
  gtk_widget_set_visible (self->note_bar, TRUE);
  gtk_widget_set_visible (self->show_all, FALSE);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (widget);

  if (rt_response_pane_is_done (pane))
    rt_body_save_choose (widget, rt_response_pane_get_exchange (pane),
                         strcmp (action_name, "body.save-decoded") == 0, saved_cb,
                         g_object_ref (widget));
}

static void
dark_cb (RtBodyPane      *self,
         GParamSpec      *pspec,
         AdwStyleManager *manager)
{
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  GtkSourceStyleScheme *scheme =
    gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita");

  if (scheme != NULL)
    gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), scheme);
}

static void
rt_body_pane_dispose (GObject *object)
{
  RtBodyPane *self = RT_BODY_PANE (object);

  cancel (self);
  stop_inserting (self);
  g_clear_pointer (&self->rendering, rt_body_rendering_free);
  g_clear_pointer (&self->media_type, g_free);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_BODY_PANE);

  G_OBJECT_CLASS (rt_body_pane_parent_class)->dispose (object);
}

static void
rt_body_pane_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, rt_body_pane_is_busy (RT_BODY_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, note);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, note_bar);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, picture);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, pretty);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, save);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, save_choice);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, show_all);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, summary);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, view);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, views);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, words);
}

static void
rt_body_pane_class_init (RtBodyPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_body_pane_dispose;
  object_class->get_property = rt_body_pane_get_property;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_body_pane_refresh;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "body-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "body.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "body.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "body.save-decoded", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "body.show-all", NULL, show_all_action);
}

static void
rt_body_pane_init (RtBodyPane *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->no_hyphens = gtk_text_buffer_create_tag (get_buffer (self), NULL,
                                                 "insert-hyphens", FALSE, NULL);
  g_signal_connect_object (self->pretty, "toggled", G_CALLBACK (view_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self, NULL, manager);
  update_actions (self, NULL, FALSE);
}

gboolean
rt_body_pane_is_busy (RtBodyPane *self)
{
  g_return_val_if_fail (RT_IS_BODY_PANE (self), FALSE);

  return self->cancellable != NULL || self->idle_id != 0;
}
