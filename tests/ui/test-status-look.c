/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of status-look.c: every code has a look, every look can be read, and
 * the style sheets hold the same colours.
 */

#include "config.h"

#include "status-look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const RtStatusClass classes[] = {
  RT_CLASS_NONE, RT_CLASS_INFORMATIONAL, RT_CLASS_SUCCESS, RT_CLASS_REDIRECTION,
  RT_CLASS_CLIENT_ERROR, RT_CLASS_SERVER_ERROR, RT_CLASS_OTHER,
};

static void
test_codes (void)
{
  static const struct
  {
    int         code;
    const char *css_class;
  } cases[] = {
    { -1, "status-none" }, { 0, "status-none" }, { 1, "status-other" }, { 99, "status-other" },
    { 100, "status-1xx" }, { 199, "status-1xx" }, { 200, "status-2xx" }, { 299, "status-2xx" },
    { 300, "status-3xx" }, { 399, "status-3xx" }, { 400, "status-4xx" }, { 499, "status-4xx" },
    { 500, "status-5xx" }, { 599, "status-5xx" }, { 600, "status-other" },
    { 999, "status-other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (rt_status_look_for_code (cases[i].code)->css_class, ==, cases[i].css_class);
}

static double
linear (int component)
{
  double c = component / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* WCAG 2, "relative luminance". */
static double
luminance (const char *color)
{
  long rgb = strtol (color + 1, NULL, 16);

  g_assert_cmpuint (strlen (color), ==, 7);

  return 0.2126 * linear (rgb >> 16 & 255) + 0.7152 * linear (rgb >> 8 & 255) +
         0.0722 * linear (rgb & 255);
}

static double
contrast (const char *one,
          const char *other)
{
  double a = luminance (one);
  double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const RtStatusLook *look = rt_status_look_for_class (classes[i]);

      g_test_message ("%s", look->css_class);
      g_assert_cmpfloat (contrast (look->light, "#ffffff"), >=, 4.5);
      g_assert_cmpfloat (contrast (look->light, "#fafafa"), >=, 4.5);
      g_assert_cmpfloat (contrast (look->light, "#ebebeb"), >=, 4.5);
      g_assert_cmpfloat (contrast (look->dark, "#242424"), >=, 4.5);
      g_assert_cmpfloat (contrast (look->dark, "#1e1e1e"), >=, 4.5);
      g_assert_cmpfloat (contrast (look->dark, "#303030"), >=, 4.5);
    }
}

static void
test_distinct (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const RtStatusLook *look = rt_status_look_for_class (classes[i]);
      g_autofree char *icon = g_strdup_printf ("/io/github/roundtrip_app/Roundtrip/icons/scalable/"
                                               "status/%s.svg", look->icon_name);

      g_assert_true (g_hash_table_add (seen, (char *) look->icon_name));
      g_assert_true (g_hash_table_add (seen, (char *) look->css_class));
      g_assert_true (g_hash_table_add (seen, (char *) look->word));
      g_assert_true (g_hash_table_add (seen, (char *) look->light));
      g_assert_true (g_resources_get_info (icon, 0, NULL, NULL, NULL));
    }
}

/* The value of "@define-color NAME VALUE;" in a sheet. */
static char *
dup_color (const char *sheet,
           const char *css_class)
{
  g_autofree char *path = g_strdup_printf ("/io/github/roundtrip_app/Roundtrip/%s", sheet);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autofree char *name = g_strdelimit (g_strdup (css_class), "-", '_');
  g_autofree char *define = g_strdup_printf ("@define-color %s ", name);
  const char *found;

  g_assert_nonnull (bytes);
  found = g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), define);
  g_assert_nonnull (found);

  return g_strndup (found + strlen (define), 7);
}

static void
test_sheets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const RtStatusLook *look = rt_status_look_for_class (classes[i]);
      g_autofree char *light = dup_color ("style.css", look->css_class);
      g_autofree char *dark = dup_color ("style-dark.css", look->css_class);
      g_autofree char *high = dup_color ("style-hc.css", look->css_class);
      g_autofree char *high_dark = dup_color ("style-hc-dark.css", look->css_class);

      g_assert_cmpstr (light, ==, look->light);
      g_assert_cmpstr (dark, ==, look->dark);
      g_assert_cmpfloat (contrast (high, "#fafafa"), >=, 7);
      g_assert_cmpfloat (contrast (high_dark, "#242424"), >=, 7);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-look/codes", test_codes);
  g_test_add_func ("/status-look/contrast", test_contrast);
  g_test_add_func ("/status-look/distinct", test_distinct);
  g_test_add_func ("/status-look/sheets", test_sheets);

  return g_test_run ();
}
