/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A program opens its display once: each case is a program of its own. */

#include "config.h"

#include "display.h"

#include <gtk/gtk.h>
#include <locale.h>

static const char * const variables[] = { "GDK_DEBUG", "GDK_DISABLE" };

/* In the program of the case. FALSE when there is no display. */
static gboolean
open_with (const char *renderer,
           const char *value)
{
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));
  RtDisplayHint hint;
  gboolean opened;

  if (renderer != NULL)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
  else
    g_unsetenv ("GSK_RENDERER");
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    if (value != NULL)
      g_setenv (variables[i], value, TRUE);
    else
      g_unsetenv (variables[i]);

  rt_display_give_hint (&hint);
  opened = rt_display_open (&hint);
  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, locale);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_cmpstr (g_getenv (variables[i]), ==, value);
  if (!opened)
    g_test_skip ("there is no display");

  return opened;
}

static void
run_case (void)
{
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Who draws with Cairo needs no GL. */
static void
test_cairo (void)
{
  if (!g_test_subprocess ())
    {
      run_case ();
      return;
    }
  if (open_with ("cairo", NULL))
    g_assert_false (gdk_display_prepare_gl (gdk_display_get_default (), NULL));
}

/* What stands in the variable already still counts, and stays. */
static void
test_value_stays (void)
{
  if (!g_test_subprocess ())
    {
      run_case ();
      return;
    }
  if (open_with ("Cairo", "nograbs"))
    g_assert_false (gdk_display_prepare_gl (gdk_display_get_default (), NULL));
}

/* Any other renderer may use GL: nothing is said to GTK. */
static void
test_any_renderer (void)
{
  if (!g_test_subprocess ())
    {
      run_case ();
      return;
    }
  open_with (NULL, "gl-disable");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/cairo", test_cairo);
  g_test_add_func ("/display/value-stays", test_value_stays);
  g_test_add_func ("/display/any-renderer", test_any_renderer);

  return g_test_run ();
}
