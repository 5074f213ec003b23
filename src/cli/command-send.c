/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roundtrip send: the engine without a window. Words go to standard error, the
 * content to standard output, so that both can be piped apart.
 */

#include "config.h"

#include "command.h"

#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "catalogue.h"
#include "engine.h"
#include "format.h"
#include "har.h"
#include "send-options.h"
#include "terminal.h"
#include "trail-text.h"

static gboolean
stop_cb (gpointer trail)
{
  rt_trail_stop (trail);

  return G_SOURCE_CONTINUE;
}

/* Ctrl+C ends the sending, not the telling. */
static void
wait_for (RtTrail *trail)
{
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, trail);
  guint terminate = g_unix_signal_add (SIGTERM, stop_cb, trail);

  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

/* Opened before anything is sent: a bad name is bad usage. */
static GOutputStream *
open_har (const char  *name,
          GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  file = g_file_new_for_commandline_arg (name);
  return G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                          NULL, error));
}

static gboolean
write_har (RtTrail        *trail,
           gboolean        show_secrets,
           GOutputStream  *stream,
           GError        **error)
{
  return rt_har_write (trail, show_secrets ? RT_HAR_SHOW_SECRETS : RT_HAR_NONE,
                       stream, NULL, error)
         && g_output_stream_close (stream, NULL, error);
}

static gboolean
write_content (RtTrail  *trail,
               GError  **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (RtBody) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *size = NULL;
  gsize length;
  const char *data;

  if (rt_trail_get_n_exchanges (trail) == 0)
    return TRUE;
  content = rt_exchange_dup_content (rt_trail_get_last (trail));
  bytes = rt_body_dup_bytes (content);
  data = g_bytes_get_data (bytes, &length);
  if (isatty (STDOUT_FILENO) && !rt_terminal_can_show (bytes))
    {
      size = rt_format_size (length);
      g_printerr (_("* %s of binary data: not shown on a terminal\n"), size);
      return TRUE;
    }
  return length == 0
         || g_output_stream_write_all (stream, data, length, NULL, NULL, error);
}

static void
print_words (RtTrail       *trail,
             RtCatalogue   *catalogue,
             RtSendOptions *options)
{
  const RtTrailTextStyle style = {
    .width = rt_terminal_get_width (STDERR_FILENO),
    .colour = rt_terminal_has_colour (STDERR_FILENO),
    .show_secrets = options->show_secrets,
  };
  g_autofree char *words = NULL;

  if (options->quiet)
    words = rt_trail_text_troubles (trail, catalogue, &style);
  else
    words = rt_trail_text_new (trail, catalogue, &style);
  g_printerr ("%s", words);
}

static int
send_and_tell (RtSendOptions  *options,
               GOutputStream  *har,
               GError        **error)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (error);
  g_autoptr (RtEngine) engine = catalogue != NULL ? rt_engine_new (error) : NULL;
  g_autoptr (RtTrail) trail = NULL;
  gboolean written;

  if (engine == NULL)
    return RT_EXIT_NO_RESPONSE;

  trail = rt_engine_send (engine, options->request);
  wait_for (trail);
  print_words (trail, catalogue, options);

  written = har == NULL || write_har (trail, options->show_secrets, har, error);
  if (written && (har == NULL || !G_IS_UNIX_OUTPUT_STREAM (har)))
    written = write_content (trail, error);
  if (!written)
    return RT_EXIT_USAGE;
  if (rt_trail_get_n_exchanges (trail) == 0
      || rt_exchange_get_status (rt_trail_get_last (trail)) <= 0)
    return RT_EXIT_NO_RESPONSE;
  return RT_EXIT_RESPONSE;
}

int
rt_command_send (int    argc,
                 char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtSendOptions) options = rt_send_options_parse (argc, argv, &error);
  g_autoptr (GOutputStream) har = NULL;
  int status = RT_EXIT_USAGE;

  if (options != NULL && options->har != NULL)
    har = open_har (options->har, &error);
  if (error == NULL)
    status = send_and_tell (options, har, &error);
  if (error != NULL)
    g_printerr ("roundtrip send: %s\n", error->message);
  return status;
}
