/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving: the bytes as they were received. */

#include "config.h"

#include "body-save.h"

#include "media-type.h"
#include "save-name.h"

#include <glib/gi18n-lib.h>

/* Bytes a write call. */
#define PIECE (1024 * 1024)

/* The first one's, and its bytes: what is made fit for the screen is not what was
 * said. Not UTF-8: as of old, ISO-8859-1 (RFC 9110, section 5.5). */
static char *
dup_disposition (RtHead *head)
{
  int index = rt_head_find_field (head, "Content-Disposition", 0);
  g_autoptr (GBytes) bytes = NULL;
  const char *value;
  gsize length;

  if (index < 0)
    return NULL;
  bytes = rt_head_dup_field_bytes (head, index);
  value = g_bytes_get_data (bytes, &length);
  if (g_utf8_validate_len (value, length, NULL))
    return g_strndup (value, length);

  return g_convert (value, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

char *
rt_body_save_dup_name (RtExchange *exchange,
                       gboolean    decoded)
{
  g_autoptr (RtHead) head = NULL;
  g_autofree char *url = NULL;
  g_autofree char *disposition = NULL;
  g_autofree char *content_type = NULL;
  g_autofree char *coding = NULL;
  g_autoptr (RtMediaType) type = NULL;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  head = rt_exchange_dup_response_head (exchange);
  url = rt_exchange_dup_url (exchange);
  if (head != NULL)
    {
      disposition = dup_disposition (head);
      content_type = rt_head_dup_combined (head, "Content-Type");
      coding = rt_head_dup_combined (head, "Content-Encoding");
    }
  if (content_type != NULL)
    type = rt_media_type_parse (content_type);
  if (coding != NULL && g_ascii_strcasecmp (coding, "identity") == 0)
    decoded = TRUE;

  return rt_save_name_suggest (disposition, url,
                               type != NULL ? rt_media_type_get_essence (type) : NULL,
                               decoded ? NULL : coding);
}

typedef struct
{
  GBytes *bytes;
  GFile  *file;
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_clear_object (&data->file);
  g_free (data);
}

static gboolean
write_all (GOutputStream *stream,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i += PIECE)
    if (!g_output_stream_write_all (stream, data + i, MIN (PIECE, length - i), NULL,
                                    cancellable, error))
      return FALSE;

  return TRUE;
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SaveData *data = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (data->file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                    &error);
  gboolean ok = stream != NULL &&
                write_all (G_OUTPUT_STREAM (stream), data->bytes, cancellable, &error);

  if (stream != NULL && !ok)
    {
      g_autoptr (GCancellable) drop = g_cancellable_new ();

      /* A cancelled close leaves the file that was there; its error is known. */
      g_cancellable_cancel (drop);
      g_output_stream_close (G_OUTPUT_STREAM (stream), drop, NULL);
    }
  else if (stream != NULL)
    ok = g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
rt_body_save_async (GBytes              *bytes,
                    GFile               *file,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  SaveData *data;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_body_save_async);
  data = g_new0 (SaveData, 1);
  data->bytes = g_bytes_ref (bytes);
  data->file = g_object_ref (file);
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  g_task_run_in_thread (task, save_thread);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GTask) task = user_data;
  SaveData *data = g_task_get_task_data (task);

  if (response == GTK_RESPONSE_ACCEPT)
    data->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (data->file != NULL)
    g_task_run_in_thread (task, save_thread);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
}

static void
ask (GtkWidget  *widget,
     const char *title,
     const char *name,
     GTask      *task)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
rt_body_save_choose_part (GtkWidget           *widget,
                          GBytes              *part,
                          const char          *name,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  SaveData *data;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (part != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, rt_body_save_choose_part);
  data = g_new0 (SaveData, 1);
  data->bytes = g_bytes_ref (part);
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  ask (widget, _("Save Part"), name, task);
}

void
rt_body_save_choose (GtkWidget           *widget,
                     RtExchange          *exchange,
                     gboolean             decoded,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autofree char *name = NULL;
  g_autoptr (RtBody) content = NULL;
  GTask *task;
  SaveData *data;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (RT_IS_EXCHANGE (exchange));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, rt_body_save_choose);
  content = rt_exchange_dup_content (exchange);
  data = g_new0 (SaveData, 1);
  data->bytes = rt_body_dup_bytes (decoded ? content : rt_exchange_get_body (exchange));
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);

  name = rt_body_save_dup_name (exchange, decoded);
  ask (widget, decoded ? _("Save Decoded Body") : _("Save Body as Received"), name, task);
}

gboolean
rt_body_save_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
