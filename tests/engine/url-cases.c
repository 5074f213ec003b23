/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "url-cases.h"

#include <string.h>

#include "failure.h"

void
rt_test_check_url (const RtUrlCase *expected,
                   const RtUrl     *url,
                   const GError    *error)
{
  g_autofree char *shown = g_strescape (expected->said, NULL);

  g_test_message ("%s", shown);
  if (expected->text != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (rt_url_get_text (url), ==, expected->text);
      return;
    }

  g_assert_null (url);
  g_assert_error (error, RT_ENGINE_ERROR, expected->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, expected->words) == NULL)
    g_error ("%s: “%s” lacks “%s”", expected->said, error->message, expected->words);
}
