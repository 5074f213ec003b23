/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The exact bytes of an exchange, written once its end is there and each time a
 * head arrives.
 */

#include "config.h"

#include "wire-pane.h"

#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "text.h"
#include "wire-text.h"
#include "template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the library's view, and of frames. */
#define MAX_LINES 2000

struct _RtWirePane
{
  RtResponsePane parent_instance;

  RtExchange    *shown; /* not owned, only compared */
  gboolean       shown_whole;
  RtHead        *shown_request;
  RtHead        *shown_response;
  gboolean       shown_secrets;

  GtkWidget     *bar;
  GtkLabel      *summary;
  GtkTextView   *view;
};

G_DEFINE_FINAL_TYPE (RtWirePane, rt_wire_pane, RT_TYPE_RESPONSE_PANE)

static GtkTextBuffer *
get_buffer (RtWirePane *self)
{
  return gtk_text_view_get_buffer (self->view);
}

/* @length: of the exact bytes, which @bytes may show without their secrets. */
static void
write_sized (RtWirePane *self,
             const char *title,
             GBytes     *bytes,
             gsize       length)
{
  g_autofree char *size = rt_format_size (length);
  g_autofree char *heading = g_strdup_printf ("%s · %s", title, size);

  rt_wire_text_heading (get_buffer (self), heading);
  rt_wire_text_bytes (get_buffer (self), bytes);
}

static void
write_bytes (RtWirePane *self,
             const char *title,
             GBytes     *bytes)
{
  write_sized (self, title, bytes, g_bytes_get_size (bytes));
}

static void
write_head (RtWirePane   *self,
            const char   *title,
            const RtHead *head)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  g_autoptr (GBytes) bytes =
    rt_response_pane_get_show_secrets (pane)
      ? g_bytes_ref (rt_head_peek_bytes (head))
      : rt_secret_view_head (rt_response_pane_get_credentials (pane), head);

  if (!rt_head_is_rendition (head))
    {
      write_sized (self, title, bytes, g_bytes_get_size (rt_head_peek_bytes (head)));
      return;
    }

  {
    g_autofree char *size = rt_format_size (rt_head_get_wire_length (head));
    g_autofree char *heading = g_strdup_printf ("%s · %s", title, size);

    rt_wire_text_heading (get_buffer (self), heading);
    rt_wire_text_note (get_buffer (self),
                       _("HTTP/2 sends no text: these are the fields of its frames, in order."));
    rt_wire_text_bytes (get_buffer (self), bytes);
  }
}

/* A line of text for the screen, its secrets hidden unless they are asked for. */
static char *
dup_shown (RtWirePane *self,
           const char *line)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);

  if (rt_response_pane_get_show_secrets (pane))
    return rt_words_bound (g_strdup (line));

  return rt_words_bound (rt_secret_view_line (rt_response_pane_get_credentials (pane), line));
}

/* The status line as both sides can spell it. HTTP/2 sends a number only, to
 * which the library adds a phrase of its own. */
static char *
dup_status_line (const RtHead *head)
{
  RtSpan span = rt_head_get_start_line (head);
  const char *bytes = g_bytes_get_data (rt_head_peek_bytes (head), NULL);

  if (rt_head_is_rendition (head))
    return g_strdup_printf ("HTTP/2 %d", rt_head_get_status (head));

  return g_strchomp (rt_text_from_wire (bytes + span.offset, span.length));
}

static char *
dup_field_line (const RtHead *head,
                guint         index)
{
  g_autofree char *name = rt_head_dup_field_name (head, index);
  g_autofree char *value = NULL;

  if (rt_head_get_field (head, index)->oddities & RT_ODDITY_NO_COLON)
    return g_steal_pointer (&name);
  value = rt_head_dup_field_value (head, index);

  return g_strdup_printf ("%s: %s", name, value);
}

/* The lines of the head as they were received, in the library's spelling. */
static GPtrArray *
collect_received (const RtHead *head)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (head == NULL)
    return lines;
  g_ptr_array_add (lines, dup_status_line (head));
  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      char *line = dup_field_line (head, i);

      if (rt_head_is_rendition (head) && *line == ':')
        g_free (line); /* the status line is made of it */
      else
        g_ptr_array_add (lines, line);
    }

  return lines;
}

/* What the library says it received. */
static GPtrArray *
collect_understood (const char   *text,
                    const RtHead *head)
{
  g_auto (GStrv) said = g_strsplit (text, "\n", MAX_LINES + 1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; said[i] != NULL && i < MAX_LINES; i++)
    if (*said[i] != '\0')
      g_ptr_array_add (lines, rt_text_from_wire (said[i], -1));
  if (lines->len == 0)
    return lines;

  g_strchomp (lines->pdata[0]);
  if (head != NULL && rt_head_is_rendition (head))
    {
      g_autofree char *status = dup_status_line (head);

      if (g_str_has_prefix (lines->pdata[0], status))
        ((char *) lines->pdata[0])[strlen (status)] = '\0';
    }

  return lines;
}

static GHashTable *
make_set (GPtrArray *lines)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (set, lines->pdata[i]);

  return set;
}

/* Lines of the bytes that the library does not show, or not as they are. */
static guint
write_missing (RtWirePane *self,
               GPtrArray  *received,
               GPtrArray  *understood)
{
  g_autoptr (GHashTable) set = make_set (understood);
  guint n_missing = 0;

  for (guint i = 0; i < received->len && n_missing < MAX_LINES; i++)
    {
      g_autofree char *shown = NULL;

      if (g_hash_table_contains (set, received->pdata[i]))
        continue;
      if (n_missing++ == 0)
        rt_wire_text_note (get_buffer (self), _("Lines of the bytes that it does not show so:"));
      shown = dup_shown (self, received->pdata[i]);
      rt_wire_text_line (get_buffer (self), shown, TRUE);
    }

  return n_missing;
}

static void
write_library_view (RtWirePane   *self,
                    const char   *text,
                    const RtHead *head)
{
  g_autoptr (GPtrArray) received = collect_received (head);
  g_autoptr (GPtrArray) understood = collect_understood (text, head);
  g_autoptr (GHashTable) set = make_set (received);
  guint n_different = 0;
  guint n_moved = 0;
  g_autofree char *note = NULL;

  rt_wire_text_heading (get_buffer (self), _("What the library understood"));
  for (guint i = 0; i < understood->len; i++)
    {
      const char *line = understood->pdata[i];
      g_autofree char *shown = dup_shown (self, line);
      gboolean known = g_hash_table_contains (set, line);

      if (!known)
        n_different++;
      else if (i >= received->len || strcmp (received->pdata[i], line) != 0)
        n_moved++; /* order counts too */
      rt_wire_text_line (get_buffer (self), shown, !known);
    }
  n_different += write_missing (self, received, understood);
  if (n_different > 0)
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u line differs. The bytes are right.",
                                         "%u lines differ. The bytes are right.",
                                         n_different),
                            n_different);
  else if (n_moved > 0)
    note = g_strdup (_("The same fields in another order. The bytes are right."));
  else
    note = g_strdup (_("The same as in the bytes."));
  rt_wire_text_note (get_buffer (self), note);
}

static void
write_frames (RtWirePane *self,
              const char *frames)
{
  g_auto (GStrv) lines = g_strsplit (frames, "\n", MAX_LINES + 1);

  rt_wire_text_heading (get_buffer (self), _("Frames of HTTP/2"));
  for (guint i = 0; lines[i] != NULL && i < MAX_LINES; i++)
    {
      g_autofree char *line = rt_words_bound (rt_text_from_wire (lines[i], -1));

      if (*line != '\0')
        rt_wire_text_line (get_buffer (self), line, FALSE);
    }
}

static void
write_response (RtWirePane *self,
                RtExchange *exchange)
{
  g_autoptr (GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
  g_autoptr (RtHead) response = rt_exchange_dup_response_head (exchange);
  g_autoptr (RtHead) trailers = rt_exchange_dup_trailers (exchange);
  g_autoptr (GBytes) partial = rt_exchange_dup_partial_head (exchange);
  g_autoptr (GBytes) extra = rt_exchange_dup_extra_bytes (exchange);

  for (guint i = 0; i < interim->len && i < 100; i++)
    write_head (self, _("Interim response"), g_ptr_array_index (interim, i));
  if (response != NULL)
    write_head (self, _("Response head"), response);
  if (partial != NULL && g_bytes_get_size (partial) > 0)
    write_bytes (self, _("What came in place of a head"), partial);
  if (trailers != NULL)
    write_head (self, _("Trailers"), trailers);
  if (extra != NULL && g_bytes_get_size (extra) > 0)
    write_bytes (self, _("Bytes after the end of the response"), extra);
}

static void
write_all (RtWirePane *self,
           RtExchange *exchange)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr (RtHead) response = rt_exchange_dup_response_head (exchange);
  g_autofree char *library_view = rt_exchange_dup_library_view (exchange);
  g_autofree char *frames = rt_exchange_dup_frames (exchange);

  if (request != NULL)
    write_head (self, _("Request head"), request);
  else
    rt_wire_text_note (buffer, _("No byte of the request was sent."));
  write_response (self, exchange);
  if (frames != NULL)
    write_frames (self, frames);
  if (library_view != NULL)
    write_library_view (self, library_view, response);
  if (request != NULL || response != NULL)
    rt_wire_text_note (buffer, _("Content is not repeated here: see Body."));
}

/* What is hidden here, in words: bytes that are shown otherwise are said so. */
static void
update_bar (RtWirePane *self,
            RtHead     *request,
            RtHead     *response)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  RtCredentials *credentials = rt_response_pane_get_credentials (pane);
  gboolean any = (request != NULL && rt_secret_view_has_any (credentials, request)) ||
                 (response != NULL && rt_secret_view_has_any (credentials, response));

  gtk_widget_set_visible (self->bar, any);
  gtk_label_set_text (self->summary, rt_response_pane_get_show_secrets (pane)
                                       ? _("All bytes as they were, secrets too")
                                       : _("*** stands in place of secrets"));
}

static void
rt_wire_pane_refresh (RtResponsePane *pane)
{
  RtWirePane *self = RT_WIRE_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtHead) request = NULL;
  g_autoptr (RtHead) response = NULL;
  gboolean done = rt_response_pane_is_done (pane);
  gboolean secrets = rt_response_pane_get_show_secrets (pane);

  if (exchange != NULL)
    {
      request = rt_exchange_dup_request_head (exchange);
      response = rt_exchange_dup_response_head (exchange);
      if (exchange == self->shown && done == self->shown_whole &&
          secrets == self->shown_secrets &&
          request == self->shown_request && response == self->shown_response)
        return;
    }

  self->shown = exchange;
  self->shown_whole = done;
  self->shown_secrets = secrets;
  g_clear_pointer (&self->shown_request, rt_head_unref);
  g_clear_pointer (&self->shown_response, rt_head_unref);
  self->shown_request = g_steal_pointer (&request);
  self->shown_response = g_steal_pointer (&response);
  update_bar (self, self->shown_request, self->shown_response);
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  if (exchange != NULL)
    write_all (self, exchange);
}

static void
dark_cb (RtWirePane      *self,
         GParamSpec      *pspec,
         AdwStyleManager *manager)
{
  rt_wire_text_set_dark (get_buffer (self), adw_style_manager_get_dark (manager));
}

static void
rt_wire_pane_dispose (GObject *object)
{
  RtWirePane *self = RT_WIRE_PANE (object);

  g_clear_pointer (&self->shown_request, rt_head_unref);
  g_clear_pointer (&self->shown_response, rt_head_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_WIRE_PANE);

  G_OBJECT_CLASS (rt_wire_pane_parent_class)->dispose (object);
}

static void
rt_wire_pane_class_init (RtWirePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_wire_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_wire_pane_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "wire-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWirePane, bar);
  gtk_widget_class_bind_template_child (widget_class, RtWirePane, summary);
  gtk_widget_class_bind_template_child (widget_class, RtWirePane, view);
}

static void
rt_wire_pane_init (RtWirePane *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  rt_wire_text_prepare (get_buffer (self));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self, NULL, manager);
}
