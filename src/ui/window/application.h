/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The application: what all windows share, and what is asked of none. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RT_TYPE_APPLICATION (rt_application_get_type ())
G_DECLARE_FINAL_TYPE (RtApplication, rt_application, RT, APPLICATION, AdwApplication)

RtApplication *rt_application_new (void);

/**
 * rt_application_run:
 * @argc: as main() has it; one argument may be a URL to start with
 *
 * Opens a window and runs until the last one is closed. Without a display it
 * says so in one line on standard error.
 *
 * Returns: the exit status: 1 without a display
 */
int            rt_application_run (int    argc,
                                   char **argv);

G_END_DECLS
