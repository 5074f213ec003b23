/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roundtrip playground: the server alone, until it is interrupted. Prints its
 * two origins, one a line, at once, so that a script can read them.
 */

#include "config.h"

#include "command.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "playground.h"

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
run_until_interrupted (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_unix_signal_add (SIGINT, quit_cb, loop);
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_main_loop_run (loop);
}

static gboolean
parse (int      *argc,
       char   ***argv,
       int      *port,
       char    **ca_file,
       GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "port", 'p', 0, G_OPTION_ARG_INT, port,
      N_("TCP port for http; without it a free one"), N_("N") },
    { "ca-file", 0, 0, G_OPTION_ARG_FILENAME, ca_file,
      N_("Write the certificate authority of the https server, for --cacert"),
      N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  g_set_prgname ("roundtrip playground");
  g_option_context_set_summary (context,
    _("A web server on 127.0.0.1 that can produce every status and every trouble.\n"
      "Prints its http and its https address, then serves until Ctrl+C."));
  g_option_context_set_translation_domain (context, RT_GETTEXT_DOMAIN);
  g_option_context_add_main_entries (context, entries, RT_GETTEXT_DOMAIN);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 _("“%s” is not understood."), (*argv)[1]);
  else if (*port < 0 || *port > G_MAXUINT16)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("%d is not a port: 0 to 65535 are."), *port);
  else
    return TRUE;
  return FALSE;
}

int
rt_command_playground (int    argc,
                       char **argv)
{
  g_autoptr (RtPlayground) playground = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ca_file = NULL;
  int port = 0;
  int status = RT_EXIT_RESPONSE;

  if (!parse (&argc, &argv, &port, &ca_file, &error))
    status = RT_EXIT_USAGE;
  else
    {
      playground = rt_playground_new ();
      if (!rt_playground_start (playground, port, &error)
          || !rt_playground_open_secure (playground, &error)
          || (ca_file != NULL
              && !g_file_set_contents (ca_file, rt_playground_get_ca_pem (playground),
                                       -1, &error)))
        status = RT_EXIT_NO_RESPONSE;
    }
  if (error != NULL)
    {
      g_printerr ("roundtrip playground: %s\n", error->message);
      return status;
    }

  g_print ("%s\n%s\n", rt_playground_get_http_origin (playground),
           rt_playground_get_https_origin (playground));
  if (ca_file != NULL)
    g_print (_("The https one is trusted with --cacert=%s\n"), ca_file);
  else
    g_print (_("To trust the https one, write its authority with --ca-file=FILE\n"));
  fflush (stdout);
  run_until_interrupted ();
  rt_playground_stop (playground);
  return status;
}
