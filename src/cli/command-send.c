/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roundtrip send: the engine without a window. Words go to standard error, the
 * content to standard output, so that both can be piped apart.
 */

#include "config.h"

#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "catalogue.h"
#include "content-text.h"
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

/* Opened before anything is sent: a bad name is bad usage. Not replaced but
 * written into: it may be a device or a pipe. Only its owner may read it. */
static GOutputStream *
open_har (const char  *name,
          GError     **error)
{
  int fd;
  int code;

  if (g_str_equal (name, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  fd = g_open (name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd >= 0)
    return g_unix_output_stream_new (fd, TRUE);

  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "--har: %s: %s",
               name, g_strerror (code));
  return NULL;
}

static gboolean
write_har (RtTrail        *trail,
           RtCatalogue    *catalogue,
           gboolean        show_secrets,
           GOutputStream  *stream,
           GError        **error)
{
  return rt_har_write (trail, catalogue, show_secrets ? RT_HAR_SHOW_SECRETS : RT_HAR_NONE,
                       stream, NULL, error)
         && g_output_stream_close (stream, NULL, error);
}

static RtMediaType *
parse_media_type (RtExchange *exchange)
{
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);
  int index = head != NULL ? rt_head_find_field (head, "Content-Type", 0) : -1;
  g_autofree char *value = index >= 0 ? rt_head_dup_field_value (head, index) : NULL;

  return rt_media_type_parse (value);
}

/* A person gets characters, or is told why not. */
static gboolean
show_content (const RtMediaType  *type,
              GBytes             *bytes,
              GOutputStream      *stream,
              GError            **error)
{
  g_autofree char *size = rt_format_size (g_bytes_get_size (bytes));

  if (rt_content_text_is_text (type, bytes))
    return rt_content_text_write (type, bytes, stream, error);
  g_printerr (_("* %s of binary data: not shown on a terminal\n"), size);
  return TRUE;
}

static gboolean
write_content (RtTrail  *trail,
               GError  **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  RtExchange *last = rt_trail_get_last (trail);
  g_autoptr (RtMediaType) type = NULL;
  g_autoptr (RtBody) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  if (last == NULL)
    return TRUE;
  type = parse_media_type (last);
  content = rt_exchange_dup_content (last);
  bytes = rt_body_dup_bytes (content);
  if (isatty (STDOUT_FILENO))
    return show_content (type, bytes, stream, error);
  data = g_bytes_get_data (bytes, &length);
  return length == 0
         || g_output_stream_write_all (stream, data, length, NULL, NULL, error);
}

/* What is told of a trail while it runs and at its end. */
typedef struct
{
  RtTrail         *trail;
  RtCatalogue     *catalogue;
  RtTrailTextStyle style;
  guint            told; /* exchanges */
  gboolean         quiet;
} Telling;

static void
tell_exchanges (Telling *self,
                guint    end)
{
  for (; self->told < end; self->told++)
    {
      g_autofree char *words = rt_trail_text_of_exchange (self->trail, self->told,
                                                          self->catalogue, &self->style);

      if (!self->quiet)
        g_printerr ("%s", words);
    }
}

/* All but the last are done. */
static void
items_changed_cb (GListModel *trail,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Telling    *self)
{
  tell_exchanges (self, MAX (g_list_model_get_n_items (trail), 1) - 1);
}

static void
tell_end (Telling *self)
{
  g_autofree char *words = NULL;

  tell_exchanges (self, rt_trail_get_n_exchanges (self->trail));
  if (self->quiet)
    words = rt_trail_text_troubles (self->trail, self->catalogue, &self->style);
  else
    words = rt_trail_text_of_end (self->trail, self->catalogue, &self->style);
  g_printerr ("%s", words);
}

static void
wait_and_tell (RtTrail       *trail,
               RtCatalogue   *catalogue,
               RtSendOptions *options)
{
  Telling self = {
    .trail = trail,
    .catalogue = catalogue,
    .style = {
      .width = rt_terminal_get_width (STDERR_FILENO),
      .colour = rt_terminal_has_colour (STDERR_FILENO),
      .show_secrets = options->show_secrets,
    },
    .quiet = options->quiet,
  };
  gulong handler = g_signal_connect (trail, "items-changed",
                                     G_CALLBACK (items_changed_cb), &self);

  wait_for (trail);
  g_signal_handler_disconnect (trail, handler);
  tell_end (&self);
}

/* What the engine refused before it sent anything is bad usage, too. */
static int
status_of (RtTrail *trail)
{
  RtExchange *last = rt_trail_get_last (trail);
  g_autoptr (RtFailure) failure = last != NULL ? rt_exchange_dup_failure (last) : NULL;

  if (last != NULL && rt_exchange_get_status (last) > 0)
    return RT_EXIT_RESPONSE;
  if (failure != NULL && failure->kind == RT_FAILURE_INVALID_REQUEST
      && rt_exchange_get_position (last) == 0)
    return RT_EXIT_USAGE;
  return RT_EXIT_NO_RESPONSE;
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
  wait_and_tell (trail, catalogue, options);

  written = har == NULL || write_har (trail, catalogue, options->show_secrets, har, error);
  if (written && g_strcmp0 (options->har, "-") != 0)
    written = write_content (trail, error);
  if (!written)
    return RT_EXIT_NO_RESPONSE;
  return status_of (trail);
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
  /* A reader that has enough, such as "head", is no trouble. */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_printerr ("roundtrip send: %s\n", error->message);
  return status;
}
