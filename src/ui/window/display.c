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
typedef struct
{
  const char *variable;
  const char *value;
} Way;

static const Way before_4_16 = { "GDK_DEBUG", "gl-disable" };
static const Way since_4_16 = { "GDK_DISABLE", "gl" };

void
rt_display_give_hint (RtDisplayHint *hint)
{
  const char *renderer = g_getenv ("GSK_RENDERER");
  const Way *way = gtk_get_minor_version () < 16 ? &before_4_16 : &since_4_16;
  g_autofree char *both = NULL;

  g_return_if_fail (hint != NULL);

  *hint = (RtDisplayHint) { NULL };
  if (renderer == NULL || g_ascii_strcasecmp (renderer, "cairo") != 0)
    return;

  hint->name = way->variable;
  hint->before = g_strdup (g_getenv (hint->name));
  if (hint->before != NULL)
    both = g_strdup_printf ("%s,%s", hint->before, way->value);
  g_setenv (hint->name, both != NULL ? both : way->value, TRUE);
}

/* There are other threads now. The C library frees nothing of the environment for
 * this, and moves no other variable: the one that was added is the last. */
static void
take_back (RtDisplayHint *hint)
{
  if (hint->before != NULL)
    g_setenv (hint->name, hint->before, TRUE);
  else if (hint->name != NULL)
    g_unsetenv (hint->name);
  hint->name = NULL;
  g_clear_pointer (&hint->before, g_free);
}

gboolean
rt_display_open (RtDisplayHint *hint)
{
  gboolean opened;

  g_return_val_if_fail (hint != NULL, FALSE);

  /* The program has set it, and other threads may use it already. */
  gtk_disable_setlocale ();
  opened = gtk_init_check ();
  take_back (hint);

  return opened;
}
