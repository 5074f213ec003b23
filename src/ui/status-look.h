/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How each status class looks: the one table of colours, icons and words.
 * Colour is never alone.
 */

#pragma once

#include "status-code.h"

G_BEGIN_DECLS

typedef struct
{
  RtStatusClass status_class;
  const char   *css_class; /* "status-4xx": colours in data/style.css */
  const char   *icon_name; /* symbolic, in the app's own resource */
  const char   *word;      /* "Client error"; not translated yet: pass to _() */
  const char   *light;     /* text colour on a light background, "#rrggbb" */
  const char   *dark;      /* text colour on a dark background */
} RtStatusLook;

/** Never NULL; 0 and below is "no response". (transfer none) */
const RtStatusLook *rt_status_look_for_code  (int           code);
const RtStatusLook *rt_status_look_for_class (RtStatusClass status_class);

G_END_DECLS
