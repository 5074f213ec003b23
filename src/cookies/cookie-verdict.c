/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookieVerdict: a counted value, declared with the jar that gives it. */

#include "cookie-jar.h"

RtCookieVerdict *
rt_cookie_verdict_new (RtCookieFate  fate,
                       RtCookie     *cookie,
                       const char   *line,
                       const char   *why,
                       const char   *section)
{
  RtCookieVerdict *self;

  g_return_val_if_fail (why != NULL && section != NULL, NULL);

  self = g_atomic_rc_box_new0 (RtCookieVerdict);
  self->fate = fate;
  self->cookie = cookie != NULL ? g_object_ref (cookie) : NULL;
  self->line = g_strdup (line);
  self->why = g_strdup (why);
  self->section = g_strdup (section);

  return self;
}

RtCookieVerdict *
rt_cookie_verdict_ref (RtCookieVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_verdict (gpointer data)
{
  RtCookieVerdict *self = data;

  g_clear_object (&self->cookie);
  g_clear_pointer (&self->line, g_free);
  g_clear_pointer (&self->why, g_free);
  g_clear_pointer (&self->section, g_free);
}

void
rt_cookie_verdict_unref (RtCookieVerdict *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_verdict);
}
