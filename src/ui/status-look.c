/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The one table of how a status class looks. The colours stand in data/style.css
 * too, where CSS needs them; a test compares both and computes the contrast.
 */

#include "config.h"

#include "status-look.h"

#include <glib/gi18n-lib.h>

static const RtStatusLook looks[] = {
  { RT_CLASS_NONE, "status-none", "rt-status-none-symbolic", N_("No response"),
    "#57545e", "#bbb8c2" },
  { RT_CLASS_INFORMATIONAL, "status-1xx", "rt-status-1xx-symbolic", N_("Informational"),
    "#0b6272", "#5bc8d6" },
  { RT_CLASS_SUCCESS, "status-2xx", "rt-status-2xx-symbolic", N_("Success"),
    "#176b2c", "#6fd38c" },
  { RT_CLASS_REDIRECTION, "status-3xx", "rt-status-3xx-symbolic", N_("Redirection"),
    "#1a5fb4", "#84b9ff" },
  { RT_CLASS_CLIENT_ERROR, "status-4xx", "rt-status-4xx-symbolic", N_("Client error"),
    "#9a3b00", "#ffab63" },
  { RT_CLASS_SERVER_ERROR, "status-5xx", "rt-status-5xx-symbolic", N_("Server error"),
    "#b3121d", "#ff9a92" },
  { RT_CLASS_OTHER, "status-other", "rt-status-other-symbolic", N_("Not a class of HTTP"),
    "#7b3593", "#dd98ea" },
};

const RtStatusLook *
rt_status_look_for_class (RtStatusClass status_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].status_class == status_class)
      return &looks[i];

  g_return_val_if_reached (&looks[0]);
}

const RtStatusLook *
rt_status_look_for_code (int code)
{
  return rt_status_look_for_class (rt_status_class_of (code));
}
