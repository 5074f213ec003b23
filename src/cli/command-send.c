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
#include "explain.h"
#include "format.h"
#include "har.h"
#include "notes-text.h"
#include "send-options.h"
#include "step-prompt.h"
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
  guint            told;   /* exchanges */
  guint            answer; /* source that reads it; 0 while nobody is asked */
  gboolean         quiet;
} Telling;

/* What the lines above tell already. */
static gboolean
is_told (RtNote *note)
{
  return g_str_has_prefix (rt_note_get_id (note), "failure-")
         || g_str_has_prefix (rt_note_get_id (note), "fault-");
}

/* Of a response on the way only what it does to the way. */
static gboolean
is_of_way (RtNote *note)
{
  return g_str_has_prefix (rt_note_get_id (note), "redirect-")
         || g_str_has_prefix (rt_note_get_id (note), "login-");
}

/* What is wrong with a response, and why; the rest is for "explain". */
static void
tell_notes (Telling *self,
            guint    position)
{
  gboolean is_last = position + 1 == rt_trail_get_n_exchanges (self->trail);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) troubles = g_ptr_array_new ();
  g_autofree char *words = NULL;

  notes = rt_explain_exchange (self->trail, position, self->catalogue,
                               g_get_real_time () / G_USEC_PER_SEC);
  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      if (rt_note_get_level (note) >= RT_NOTE_WARNING && !is_told (note)
          && (is_last || is_of_way (note)))
        g_ptr_array_add (troubles, note);
    }
  words = rt_notes_text (troubles, self->style.width, self->style.colour, TRUE);
  g_printerr ("%s", words);
}

static void
tell_exchanges (Telling *self,
                guint    end)
{
  for (; self->told < end; self->told++)
    {
      g_autofree char *words = rt_trail_text_of_exchange (self->trail, self->told,
                                                          self->catalogue, &self->style);

      if (self->quiet)
        continue;
      g_printerr ("%s", words);
      if (self->told + 1 < rt_trail_get_n_exchanges (self->trail))
        tell_notes (self, self->told);
    }
}

static gboolean
is_done (RtTrail *trail,
         guint    position)
{
  return rt_exchange_get_state (rt_trail_get_exchange (trail, position)) == RT_EXCHANGE_DONE;
}

/* All but the last are done, and a tunnel before it. */
static void
items_changed_cb (GListModel *trail,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Telling    *self)
{
  guint n = g_list_model_get_n_items (trail);

  while (self->told + 1 < n && is_done (self->trail, self->told))
    tell_exchanges (self, self->told + 1);
}

/* What was typed may be half a line, or the end: nobody is there any more. */
static gboolean
answered_cb (int          fd,
             GIOCondition condition,
             gpointer     user_data)
{
  Telling *self = user_data;
  g_autoptr (RtPending) pending = rt_trail_dup_pending (self->trail);
  RtDecision decision = RT_DECISION_STOP_HERE;
  char line[256];
  ssize_t n = read (fd, line, sizeof line - 1);

  line[MAX (n, 0)] = '\0';
  if (pending != NULL && n > 0 && !rt_step_prompt_read (pending, line, &decision))
    {
      g_printerr (_("? Type one of these words, or its first letter: "));
      return G_SOURCE_CONTINUE;
    }

  rt_trail_decide (self->trail, decision);
  self->answer = 0;
  return G_SOURCE_REMOVE;
}

/* A wait is told; a redirect in step mode is asked about. */
static void
pending_cb (RtTrail    *trail,
            GParamSpec *pspec,
            Telling    *self)
{
  g_autoptr (RtPending) pending = rt_trail_dup_pending (trail);
  g_autofree char *question = NULL;

  if (pending == NULL)
    return;
  tell_exchanges (self, rt_trail_get_n_exchanges (trail));
  if (pending->kind == RT_PENDING_RETRY && !self->quiet)
    g_printerr ("* %s\n", pending->words);
  if (pending->kind != RT_PENDING_REDIRECT)
    return;
  question = rt_step_prompt_new_text (pending);
  g_printerr ("%s", question);
  if (self->answer == 0)
    self->answer = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, answered_cb, self);
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
  if (!self->quiet && rt_trail_get_n_exchanges (self->trail) > 0)
    tell_notes (self, rt_trail_get_n_exchanges (self->trail) - 1);
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
  gulong asker = g_signal_connect (trail, "notify::pending", G_CALLBACK (pending_cb), &self);

  wait_for (trail);
  g_signal_handler_disconnect (trail, handler);
  g_signal_handler_disconnect (trail, asker);
  if (self.answer != 0)
    g_source_remove (self.answer);
  tell_end (&self);
}

/* A response is one whose status nobody can read, too, unless the exchange failed
 * of it. What the engine refused before it sent anything is bad usage. */
static int
status_of (RtTrail *trail)
{
  RtExchange *last = rt_trail_get_last (trail);
  g_autoptr (RtFailure) failure = NULL;
  g_autoptr (RtHead) head = NULL;

  if (last == NULL)
    return RT_EXIT_NO_RESPONSE;

  failure = rt_exchange_dup_failure (last);
  head = rt_exchange_dup_response_head (last);
  if (rt_exchange_get_status (last) > 0 || (head != NULL && failure == NULL))
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

  if (options != NULL && rt_request_get_step (options->request) && !isatty (STDIN_FILENO))
    g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("--step asks at a terminal, and standard input is none."));
  if (error == NULL && options->har != NULL)
    har = open_har (options->har, &error);
  if (error == NULL)
    status = send_and_tell (options, har, &error);
  /* A reader that has enough, such as "head", is no trouble. */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_printerr ("roundtrip send: %s\n", error->message);
  return status;
}
