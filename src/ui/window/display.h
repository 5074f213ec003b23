/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The display, opened with no more than it needs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A variable of the environment that says something to GTK. */
typedef struct
{
  const char *name;   /* NULL for none */
  char       *before; /* its value; NULL when it had none */
} RtDisplayHint;

/**
 * rt_display_give_hint:
 * @hint: (out): what rt_display_open() takes back
 *
 * Says to GTK, in the environment, that GL is not wanted when the person chose a
 * renderer that does not use it (GSK_RENDERER=cairo). To be called before any
 * thread is made: whoever translates a text reads the environment.
 */
void     rt_display_give_hint (RtDisplayHint *hint);

/**
 * rt_display_open:
 *
 * gtk_init_check(), in the locale that the program has. The environment is
 * afterwards as it was before @hint.
 *
 * Returns: FALSE when there is no display
 */
gboolean rt_display_open      (RtDisplayHint *hint);

G_END_DECLS
