/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens the display. GTK looks for GL then, for whatever is drawn with: a library
 * of tens of megabytes where there is no graphics card. Who chose to draw
 * without GL does not pay for it. GTK has no other way to say so than the
 * environment, which programs that are started later must not inherit.
 */

#include "config.h"

#include "display.h"

#include <gtk/gtk.h>

/* Where GTK reads that GL is not wanted. */
static const struct
{
  const char *variable;
  const char *value;
} before_4_16 = { "GDK_DEBUG", "gl-disable" },
  since_4_16 = { "GDK_DISABLE", "gl" };

static void
set_variable (const char *name,
              const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static gboolean
open_without_gl (const char *variable,
                 const char *value)
{
  g_autofree char *before = g_strdup (g_getenv (variable));
  g_autofree char *both = before != NULL ? g_strdup_printf ("%s,%s", before, value) : NULL;
  gboolean opened;

  set_variable (variable, both != NULL ? both : value);
  opened = gtk_init_check ();
  set_variable (variable, before);

  return opened;
}

gboolean
rt_display_open (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");

  if (renderer == NULL || g_ascii_strcasecmp (renderer, "cairo") != 0)
    return gtk_init_check ();

  if (gtk_get_minor_version () < 16)
    return open_without_gl (before_4_16.variable, before_4_16.value);

  return open_without_gl (since_4_16.variable, since_4_16.value);
}
