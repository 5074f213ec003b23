/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program: a command that needs no window, or the window. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "application.h"
#include "command.h"

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (RT_GETTEXT_DOMAIN, RT_LOCALE_DIR);
  bind_textdomain_codeset (RT_GETTEXT_DOMAIN, "UTF-8");
  textdomain (RT_GETTEXT_DOMAIN);
  g_set_prgname ("roundtrip");

  if (rt_command_is_wanted (argc, argv))
    return rt_command_run (argc, argv);

  return rt_application_run (argc, argv);
}
