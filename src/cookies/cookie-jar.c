/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookieJar: what is kept, and the rules of keeping and sending. */

#include "cookie-jar.h"

struct _RtCookieJar
{
  GObject parent_instance;

  GMainContext *context;
};

G_DEFINE_FINAL_TYPE (RtCookieJar, rt_cookie_jar, G_TYPE_OBJECT)

static void
rt_cookie_jar_finalize (GObject *object)
{
  RtCookieJar *self = RT_COOKIE_JAR (object);

  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (rt_cookie_jar_parent_class)->finalize (object);
}

static void
rt_cookie_jar_class_init (RtCookieJarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_cookie_jar_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
rt_cookie_jar_init (RtCookieJar *self)
{
}

RtCookieJar *
rt_cookie_jar_new (GMainContext *context)
{
  RtCookieJar *self = g_object_new (RT_TYPE_COOKIE_JAR, NULL);

  self->context = context != NULL ? g_main_context_ref (context) : NULL;

  return self;
}

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
  g_atomic_rc_box_release_full (self, clear_verdict);
}
