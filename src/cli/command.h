/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that need no window. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What scripts can rely on. */
#define RT_EXIT_RESPONSE    0 /* a response arrived; a page was found */
#define RT_EXIT_NO_RESPONSE 1 /* none arrived; nothing was found */
#define RT_EXIT_USAGE       2

/**
 * rt_command_is_wanted:
 *
 * Returns: TRUE when the first argument names a command, or is --help or
 * --version, or when the arguments make no sense for a window either, so that
 * running says so; FALSE when a window is wanted
 */
gboolean rt_command_is_wanted  (int    argc,
                                char **argv);

/** Runs what rt_command_is_wanted() said. Returns: the exit status. */
int      rt_command_run        (int    argc,
                                char **argv);

/* One file each; @argv starts with the command's name. */
int      rt_command_send       (int    argc,
                                char **argv);
int      rt_command_explain    (int    argc,
                                char **argv);
int      rt_command_playground (int    argc,
                                char **argv);

G_END_DECLS
