/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Body pane: from the exchange to the content of the viewer, and what can
 * be done with a body as a whole.
 */

#include "config.h"

#include "body-pane.h"

#include "body-checksum.h"
#include "body-copies.h"
#include "body-save.h"
#include "body-ui.h"
#include "body-viewer.h"
#include "body-words.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtBodyPane
{
  RtResponsePane  parent_instance;

  RtBody         *body;     /* that the content is made of, or NULL */
  RtBodyContent  *content;  /* NULL before the first byte */
  GCancellable   *checking; /* a checksum is being made, or NULL */
  RtBodyCopies   *copies;   /* that were opened with other programs */

  GtkStack       *stack;
  RtBodyViewer   *viewer;
  GtkLabel       *words;
};

G_DEFINE_FINAL_TYPE (RtBodyPane, rt_body_pane, RT_TYPE_RESPONSE_PANE)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
busy_cb (RtBodyPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
stop_checking (RtBodyPane *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
drop_content (RtBodyPane *self)
{
  stop_checking (self);
  if (self->viewer != NULL)
    rt_body_viewer_set_content (self->viewer, NULL);
  g_clear_object (&self->content);
  g_clear_object (&self->body);
}

static void
update_actions (RtBodyPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean done = rt_response_pane_is_done (RT_RESPONSE_PANE (self)) && self->content != NULL;
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));

  gtk_widget_action_set_enabled (widget, "body.save", done);
  gtk_widget_action_set_enabled (widget, "body.save-decoded",
                                 done && rt_body_viewer_get_part (self->viewer) == NULL &&
                                 self->body != rt_exchange_get_body (exchange));
  gtk_widget_action_set_enabled (widget, "body.open", done);
  gtk_widget_action_set_enabled (widget, "body.checksum", done);
}

static char *
dup_media_type (RtExchange *exchange)
{
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);
  int index = head != NULL ? rt_head_find_field (head, "Content-Type", 0) : -1;

  return index >= 0 ? rt_head_dup_field_value (head, index) : NULL;
}

/* Nothing announces how much content there is without its coding. */
static guint64
get_expected (RtBodyPane *self,
              RtExchange *exchange)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);

  return self->body == rt_exchange_get_body (exchange) ? MAX (0, sizes.content_announced) : 0;
}

static void
show_words (RtBodyPane *self,
            RtExchange *exchange)
{
  g_autofree char *words = exchange != NULL ? rt_body_words_empty (exchange) : NULL;

  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
show_body (RtBodyPane *self,
           RtExchange *exchange,
           gboolean    done)
{
  g_autoptr (GBytes) bytes = rt_body_dup_bytes (self->body);
  g_autofree char *origin = rt_body_words_origin (exchange);
  gboolean first = self->content == NULL;

  if (first)
    {
      g_autofree char *media_type = dup_media_type (exchange);

      self->content = rt_body_content_new (media_type);
      rt_body_content_set_expected (self->content, get_expected (self, exchange));
    }
  rt_body_content_extend (self->content, bytes, done);
  rt_body_viewer_set_origin (self->viewer, origin);
  if (first)
    rt_body_viewer_set_content (self->viewer, self->content);
  gtk_stack_set_visible_child_name (self->stack, "viewer");
}

/* When content turns out to have no coding after all, its body is another one. */
static void
rt_body_pane_refresh (RtResponsePane *pane)
{
  RtBodyPane *self = RT_BODY_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtBody) body = exchange != NULL ? rt_exchange_dup_content (exchange) : NULL;

  if (body != self->body)
    {
      drop_content (self);
      g_set_object (&self->body, body);
    }
  if (body == NULL || rt_body_get_length (body) == 0)
    show_words (self, exchange);
  else if (self->content == NULL || !rt_body_content_is_complete (self->content))
    show_body (self, exchange, rt_response_pane_is_done (pane));
  update_actions (self);
  busy_cb (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RtBodyPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (rt_body_save_finish (result, &error) || self->viewer == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = g_strdup_printf (_("Not saved: %s"), error->message);
  rt_body_viewer_set_message (self->viewer, words);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (widget);
  RtBodyViewer *viewer = RT_BODY_PANE (widget)->viewer;
  RtBodyContent *part = rt_body_viewer_get_part (viewer);

  if (part != NULL)
    {
      g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (part);
      g_autofree char *name = rt_body_viewer_dup_part_name (viewer);

      rt_body_save_choose_part (widget, bytes, name, saved_cb, g_object_ref (widget));
    }
  else if (rt_response_pane_is_done (pane))
    rt_body_save_choose (widget, rt_response_pane_get_exchange (pane),
                         g_str_equal (action_name, "body.save-decoded"), saved_cb,
                         g_object_ref (widget));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (RtBodyPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rt_body_copies_write_finish (RT_BODY_COPIES (source), result, &error);
  g_autofree char *uri = NULL;
  g_autofree char *words = NULL;
  GtkRoot *root;

  if (self->viewer == NULL)
    return;
  if (file == NULL)
    {
      words = g_strdup_printf (_("Not opened: %s"), error->message);
      rt_body_viewer_set_message (self->viewer, words);
      return;
    }
  uri = g_file_get_uri (file);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtBodyPane *self = RT_BODY_PANE (widget);
  RtResponsePane *pane = RT_RESPONSE_PANE (widget);
  RtBodyContent *part = rt_body_viewer_get_part (self->viewer);

  if (part != NULL)
    {
      g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (part);
      g_autofree char *name = rt_body_viewer_dup_part_name (self->viewer);

      rt_body_copies_write_bytes_async (self->copies, bytes, name, NULL, written_cb,
                                        g_object_ref (self));
    }
  else if (rt_response_pane_is_done (pane))
    rt_body_copies_write_async (self->copies, rt_response_pane_get_exchange (pane), NULL,
                                written_cb, g_object_ref (self));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (RtBodyPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = rt_body_checksum_finish (result, &error);

  /* Cancelled: another body is shown. */
  if (words == NULL || g_task_get_cancellable (G_TASK (result)) != self->checking)
    return;
  g_clear_object (&self->checking);
  rt_body_viewer_set_message (self->viewer, words);
  busy_cb (self);
}

static void
checksum_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  RtBodyPane *self = RT_BODY_PANE (widget);
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (widget));
  RtBodyContent *part = rt_body_viewer_get_part (self->viewer);

  if (exchange == NULL || self->checking != NULL)
    return;
  self->checking = g_cancellable_new ();
  rt_body_viewer_set_message (self->viewer, _("Making the checksum…"));
  if (part != NULL)
    {
      g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (part);

      rt_body_checksum_part_async (bytes, self->checking, checked_cb, g_object_ref (self));
    }
  else
    rt_body_checksum_async (exchange, self->checking, checked_cb, g_object_ref (self));
  busy_cb (self);
}

/* What was said of the whole is not said of a part, nor the other way round. */
static void
part_cb (RtBodyPane *self)
{
  stop_checking (self);
  rt_body_viewer_set_message (self->viewer, NULL);
  update_actions (self);
  busy_cb (self);
}

static void
rt_body_pane_dispose (GObject *object)
{
  RtBodyPane *self = RT_BODY_PANE (object);

  drop_content (self);
  g_clear_object (&self->copies);
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

  g_type_ensure (RT_TYPE_BODY_VIEWER);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "body-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, viewer);
  gtk_widget_class_bind_template_child (widget_class, RtBodyPane, words);
  gtk_widget_class_bind_template_callback (widget_class, busy_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_install_action (widget_class, "body.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "body.save-decoded", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "body.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "body.checksum", NULL, checksum_action);
}

static void
rt_body_pane_init (RtBodyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->copies = rt_body_copies_new ();
  update_actions (self);
}

gboolean
rt_body_pane_is_busy (RtBodyPane *self)
{
  g_return_val_if_fail (RT_IS_BODY_PANE (self), FALSE);

  return self->checking != NULL || rt_body_viewer_is_busy (self->viewer);
}

void
rt_body_pane_set_settings (RtBodyPane *self,
                           RtSettings *settings)
{
  g_return_if_fail (RT_IS_BODY_PANE (self));

  rt_body_viewer_set_settings (self->viewer, settings);
}

void
rt_body_pane_find (RtBodyPane *self)
{
  g_return_if_fail (RT_IS_BODY_PANE (self));

  rt_body_viewer_find (self->viewer);
}
