/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the command that is meant. Owns the overview of --help; must not know
 * what a command does.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

#include "text.h"

static const struct
{
  const char *name;
  int       (*run) (int argc, char **argv);
} commands[] = {
  { "explain", rt_command_explain },
  { "playground", rt_command_playground },
  { "send", rt_command_send },
};

static int
print_help (void)
{
  g_print (_("Usage:\n"
             "  roundtrip [URL]                  open the window\n"
             "  roundtrip send [OPTIONS] URL     send, print what was said, explained\n"
             "  roundtrip explain CODE|WORDS…    say what a status code means\n"
             "  roundtrip explain -              explain the response on standard input\n"
             "  roundtrip playground [OPTIONS]   serve every status on this machine\n"
             "  roundtrip --version\n"
             "\n"
             "Each command has a --help of its own.\n"));
  return 0;
}

/* The window takes one URL at most, and what D-Bus starts it with. */
static gboolean
is_wrong (int    argc,
          char **argv)
{
  if (argc > 1 && argv[1][0] == '-')
    return !g_str_equal (argv[1], "--gapplication-service");
  return argc > 2;
}

static int
refuse (char **argv)
{
  g_autofree char *shown = rt_text_from_wire (argv[1][0] == '-' ? argv[1] : argv[2], -1);

  if (argv[1][0] == '-')
    g_printerr (_("roundtrip: there is no option “%s”; see roundtrip --help.\n"), shown);
  else
    g_printerr (_("roundtrip: the window takes one URL; “%s” is one too many.\n"), shown);
  return RT_EXIT_USAGE;
}

gboolean
rt_command_is_wanted (int    argc,
                      char **argv)
{
  static const char * const others[] = { "--help", "-h", "--version", NULL };

  if (argc < 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return TRUE;
  return g_strv_contains (others, argv[1]) || is_wrong (argc, argv);
}

int
rt_command_run (int    argc,
                char **argv)
{
  g_return_val_if_fail (rt_command_is_wanted (argc, argv), RT_EXIT_USAGE);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (!g_str_equal (argv[1], "--version"))
    return refuse (argv);
  g_print ("Roundtrip " RT_VERSION "\n");
  return RT_EXIT_RESPONSE;
}
