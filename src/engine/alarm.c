/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The alarm: a source without a time of its own. */

#include "alarm.h"

static gboolean
dispatch (GSource     *source,
          GSourceFunc  callback,
          gpointer     user_data)
{
  return callback (user_data);
}

static GSourceFuncs alarm_funcs = { .dispatch = dispatch };

GSource *
rt_alarm_new (GSourceFunc callback,
              gpointer    user_data)
{
  GSource *source;

  g_return_val_if_fail (callback != NULL, NULL);

  source = g_source_new (&alarm_funcs, sizeof (GSource));
  g_source_set_callback (source, callback, user_data, NULL);

  return source;
}
