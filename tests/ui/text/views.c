/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "views.h"

#include "widgets.h"

RtLineView *
rt_test_view_new (RtLines *lines)
{
  GtkWidget *view = rt_line_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *window = gtk_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  rt_line_view_set_lines (RT_LINE_VIEW (view), lines);
  g_object_unref (lines);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
  gtk_test_widget_wait_for_draw (window);

  return RT_LINE_VIEW (view);
}

void
rt_test_view_destroy (RtLineView *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}

void
rt_test_view_draw (RtLineView *view)
{
  gtk_widget_queue_draw (GTK_WIDGET (view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

/* The shortcuts of the class are in a controller that GTK adds to each widget. */
void
rt_test_view_key (RtLineView      *view,
                  guint            keyval,
                  GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                            GTK_WIDGET (view),
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_error ("no binding for %s", gdk_keyval_name (keyval));
}

static void
told_cb (GtkLabel   *label,
         GParamSpec *pspec,
         gboolean   *told)
{
  *told = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

char *
rt_test_view_dup_shown (RtLineView *view)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (view));
  gboolean told = FALSE;
  gulong id;

  while (!GTK_IS_LABEL (label))
    label = gtk_widget_get_next_sibling (label);
  gtk_label_set_text (GTK_LABEL (label), "\001");
  id = g_signal_connect (label, "notify::label", G_CALLBACK (told_cb), &told);
  /* What it is told anew after: the same again. */
  g_signal_emit_by_name (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "value-changed");
  rt_test_wait (is_true, &told);
  g_signal_handler_disconnect (label, id);

  return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
}

typedef struct
{
  char     *text;
  gboolean  done;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;

  reading->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  reading->done = TRUE;
}

char *
rt_test_dup_clipboard (GdkClipboard *clipboard)
{
  Reading reading = { NULL, FALSE };

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &reading);
  rt_test_wait (is_true, &reading.done);

  return reading.text;
}

static void
provided_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

char *
rt_test_dup_provided (GdkContentProvider *provider)
{
  g_autoptr (GdkContentProvider) owned = provider;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, "text/plain;charset=utf-8", stream,
                                              G_PRIORITY_DEFAULT, NULL, provided_cb, &done);
  rt_test_wait (is_true, &done);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

void
rt_test_shoot (GtkWidget  *widget,
               const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  gdk_texture_save_to_png (texture, path);
}
