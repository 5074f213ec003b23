/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookieJar: owns the lock, the verdicts and the signal. The rules stand in
 * cookie-judge.c (what is kept), cookie-store.c (how much) and
 * cookie-choice.c (what is sent); no file and no network is touched.
 */

#include "config.h"

#include "cookie-jar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-choice.h"
#include "cookie-judge.h"
#include "cookie-store.h"
#include "cookie-words.h"
#include "set-cookie.h"
#include "suffix-list.h"
#include "text.h"

struct _RtCookieJar
{
  GObject        parent_instance;

  GMainContext  *context;

  GMutex         mutex;    /* guards what is below */
  RtCookieStore *store;
  RtSuffixList  *suffixes; /* NULL until needed: it comes from a file */
  gint64         last_created;
  gboolean       told;     /* a "changed" is on its way */
};

G_DEFINE_FINAL_TYPE (RtCookieJar, rt_cookie_jar, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
emit_changed_cb (gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (RtCookieJar) self = g_weak_ref_get (ref);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->mutex);
  self->told = FALSE;
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  GWeakRef *ref = data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

/* With the lock held. Many changes at once are told of once; the jar may go
 * before it is told. */
static void
tell_changed (RtCookieJar *self)
{
  g_autoptr (GSource) source = NULL;
  GWeakRef *ref;

  if (self->told)
    return;

  self->told = TRUE;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, ref, free_weak_ref);
  g_source_set_static_name (source, "RtCookieJar changed");
  g_source_attach (source, self->context);
}

static void
rt_cookie_jar_finalize (GObject *object)
{
  RtCookieJar *self = RT_COOKIE_JAR (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->store, rt_cookie_store_free);
  g_clear_pointer (&self->suffixes, rt_suffix_list_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rt_cookie_jar_parent_class)->finalize (object);
}

static void
rt_cookie_jar_class_init (RtCookieJarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_cookie_jar_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_cookie_jar_init (RtCookieJar *self)
{
  g_mutex_init (&self->mutex);
  self->store = rt_cookie_store_new ();
}

RtCookieJar *
rt_cookie_jar_new (GMainContext *context)
{
  RtCookieJar *self = g_object_new (RT_TYPE_COOKIE_JAR, NULL);

  self->context = context != NULL ? g_main_context_ref (context) : NULL;

  return self;
}

static RtSuffixList *
need_suffixes (RtCookieJar *self)
{
  if (self->suffixes == NULL)
    self->suffixes = rt_suffix_list_new (NULL);

  return self->suffixes;
}

static gint
compare_by_place (gconstpointer a,
                  gconstpointer b)
{
  RtCookie *left = *(RtCookie *const *) a;
  RtCookie *right = *(RtCookie *const *) b;
  int order = strcmp (rt_cookie_get_domain (left), rt_cookie_get_domain (right));

  if (order == 0)
    order = strcmp (rt_cookie_get_path (left), rt_cookie_get_path (right));
  if (order == 0)
    order = strcmp (rt_cookie_get_name (left), rt_cookie_get_name (right));

  return order;
}

GPtrArray *
rt_cookie_jar_dup_cookies (RtCookieJar *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GPtrArray *cookies;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (self), NULL);

  cookies = g_ptr_array_new_with_free_func (g_object_unref);
  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < rt_cookie_store_get_length (self->store); i++)
    {
      RtCookie *cookie = rt_cookie_store_get (self->store, i);

      if (!rt_cookie_is_expired (cookie, now))
        g_ptr_array_add (cookies, g_object_ref (cookie));
    }
  g_ptr_array_sort (cookies, compare_by_place);

  return cookies;
}

/* Unix microseconds; those of one second keep the order in which they came. */
static gint64
next_created (RtCookieJar *self,
              gint64       now)
{
  gint64 created = now * G_USEC_PER_SEC;

  if (self->last_created >= created && self->last_created - created < G_USEC_PER_SEC)
    created = self->last_created + 1;
  self->last_created = created;

  return created;
}

static RtCookieVerdict *
judge (RtCookieJar        *self,
       const RtSetCookie  *set,
       const char         *line,
       const RtCookieSite *site,
       gint64              now)
{
  gint64 created = next_created (self, now);
  gboolean changed;
  RtCookieVerdict *verdict = rt_cookie_judge (self->store, need_suffixes (self), set, line, site,
                                              now, created, &changed);

  if (changed)
    tell_changed (self);

  return verdict;
}

RtCookieVerdict *
rt_cookie_jar_receive (RtCookieJar        *self,
                       const RtCookieSite *site,
                       GBytes             *set_cookie,
                       gint64              now)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (RtSetCookie) set = NULL;
  g_autofree char *line = NULL;
  g_autofree char *host = NULL;
  const char *bytes;
  gsize length;
  gsize control;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (self) && set_cookie != NULL, NULL);
  g_return_val_if_fail (site != NULL && site->host != NULL && site->path != NULL, NULL);

  bytes = g_bytes_get_data (set_cookie, &length);
  line = rt_text_from_wire (bytes, length);
  set = rt_set_cookie_parse (bytes, length, &control);
  if (set == NULL)
    {
      g_autofree char *why = g_strdup_printf (_("It holds the control character \\x%02X, at "
                                                "byte %zu."),
                                              (guchar) bytes[control], control + 1);

      g_autofree char *section = rt_cookie_dup_section ("5.6");

      return rt_cookie_verdict_new (RT_COOKIE_REFUSED, NULL, line, why, section);
    }

  host = g_ascii_strdown (site->host, -1);
  locker = g_mutex_locker_new (&self->mutex);
  return judge (self, set, line, &(RtCookieSite) { host, site->path, site->secure }, now);
}

/* Takes @why. */
static void
add_verdict (GPtrArray    *verdicts,
             RtCookieFate  fate,
             RtCookie     *cookie,
             char         *why)
{
  g_autofree char *owned = why;
  g_autofree char *section = rt_cookie_dup_section ("5.8.3");

  g_ptr_array_add (verdicts, rt_cookie_verdict_new (fate, cookie, NULL, owned, section));
}

/* Parts the store into those that go and those that are near but stay. */
static void
part (RtCookieJar        *self,
      const RtCookieSite *site,
      gint64              now,
      GPtrArray          *sent,
      GPtrArray          *withheld)
{
  for (guint i = 0; i < rt_cookie_store_get_length (self->store); i++)
    {
      RtCookie *cookie = rt_cookie_store_get (self->store, i);
      g_autofree char *why = rt_cookie_choice_withhold (cookie, site, now);

      if (why == NULL)
        g_ptr_array_add (sent, cookie);
      else if (rt_cookie_choice_is_near (cookie, site, need_suffixes (self)))
        g_ptr_array_add (withheld, cookie);
    }
  g_ptr_array_sort (sent, rt_cookie_choice_compare);
  g_ptr_array_sort (withheld, compare_by_place);
}

/* With the lock held. @use: whether it is for sending. */
static GPtrArray *
choose (RtCookieJar        *self,
        const RtCookieSite *site,
        gint64              now,
        gboolean            use,
        char              **field)
{
  g_autoptr (GPtrArray) sent = g_ptr_array_new ();
  g_autoptr (GPtrArray) withheld = g_ptr_array_new ();
  g_autofree char *host = g_ascii_strdown (site->host, -1);
  const RtCookieSite where = { host, site->path, site->secure };
  GPtrArray *verdicts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_cookie_verdict_unref);

  part (self, &where, now, sent, withheld);
  for (guint i = 0; i < sent->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (sent, i);

      if (use)
        rt_cookie_store_touch (self->store, cookie);
      add_verdict (verdicts, RT_COOKIE_SENT, cookie, rt_cookie_choice_say_sent (cookie, &where));
    }
  for (guint i = 0; i < withheld->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (withheld, i);

      add_verdict (verdicts, RT_COOKIE_WITHHELD, cookie,
                   rt_cookie_choice_withhold (cookie, &where, now));
    }
  *field = sent->len > 0 ? rt_cookie_choice_serialize (sent) : NULL;

  return verdicts;
}

char *
rt_cookie_jar_choose (RtCookieJar        *self,
                      const RtCookieSite *site,
                      gint64              now,
                      GPtrArray         **verdicts)
{
  g_autoptr (GMutexLocker) locker = NULL;
  char *field;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (self) && verdicts != NULL, NULL);
  g_return_val_if_fail (site != NULL && site->host != NULL && site->path != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  *verdicts = choose (self, site, now, TRUE, &field);

  return field;
}

GPtrArray *
rt_cookie_jar_preview (RtCookieJar        *self,
                       const RtCookieSite *site,
                       gint64              now)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (self), NULL);
  g_return_val_if_fail (site != NULL && site->host != NULL && site->path != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);

  return choose (self, site, now, FALSE, &field);
}

void
rt_cookie_jar_put (RtCookieJar *self,
                   RtCookie    *cookie)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (RT_IS_COOKIE_JAR (self) && RT_IS_COOKIE (cookie));

  locker = g_mutex_locker_new (&self->mutex);
  rt_cookie_store_put (self->store, cookie);
  tell_changed (self);
}

void
rt_cookie_jar_remove (RtCookieJar *self,
                      RtCookie    *cookie)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (RT_IS_COOKIE_JAR (self) && RT_IS_COOKIE (cookie));

  locker = g_mutex_locker_new (&self->mutex);
  if (rt_cookie_store_remove (self->store, cookie))
    tell_changed (self);
}
