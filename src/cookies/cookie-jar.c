/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookieJar: owns the lock, the verdicts and the signal. The rules stand in
 * cookie-intake.c (what is kept), cookie-store.c (how much) and
 * cookie-choice.c (what is sent); no file and no network is touched.
 */

#include "config.h"

#include "cookie-jar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-choice.h"
#include "cookie-intake.h"
#include "cookie-match.h"
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

static gboolean
is_expired (RtCookie *cookie,
            gint64    now)
{
  gint64 expires = rt_cookie_get_expires (cookie);

  return expires >= 0 && expires <= now;
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

      if (!is_expired (cookie, now))
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

/* A copy that is as old as the one in whose place it goes. */
static RtCookie *
copy_with_created (RtCookie *cookie,
                   gint64    created)
{
  const RtCookieParts parts = {
    .name = rt_cookie_get_name (cookie),
    .value = rt_cookie_get_value (cookie),
    .domain = rt_cookie_get_domain (cookie),
    .path = rt_cookie_get_path (cookie),
    .expires = rt_cookie_get_expires (cookie),
    .created = created,
    .host_only = rt_cookie_is_host_only (cookie),
    .secure = rt_cookie_is_secure (cookie),
    .http_only = rt_cookie_is_http_only (cookie),
    .partitioned = rt_cookie_is_partitioned (cookie),
    .same_site = rt_cookie_get_same_site (cookie),
  };

  return rt_cookie_new (&parts);
}

static RtCookieVerdict *
make_verdict (RtCookieFate  fate,
              RtCookie     *cookie,
              const char   *line,
              const char   *why,
              const char   *section)
{
  /* What RFC 6265bis has no section for is of the draft beside it. */
  g_autofree char *place = section[0] != '\0' ? rt_cookie_dup_section (section)
                                              : g_strdup (_("draft on partitioned cookies"));

  return rt_cookie_verdict_new (fate, cookie, line, why, place);
}

/* A cookie of a plain connection may not hide a Secure one (section 5.7). */
static char *
refuse_overlay (RtCookieJar        *self,
                RtCookie           *cookie,
                const RtCookieSite *site,
                gint64              now)
{
  const char *domain = rt_cookie_get_domain (cookie);

  for (guint i = 0; !site->secure && i < rt_cookie_store_get_length (self->store); i++)
    {
      RtCookie *kept = rt_cookie_store_get (self->store, i);
      const char *other = rt_cookie_get_domain (kept);
      g_autofree char *shown = NULL;

      if (!rt_cookie_is_secure (kept) || is_expired (kept, now) ||
          strcmp (rt_cookie_get_name (kept), rt_cookie_get_name (cookie)) != 0 ||
          (!rt_cookie_match_domain (other, domain) && !rt_cookie_match_domain (domain, other)) ||
          !rt_cookie_match_path (rt_cookie_get_path (cookie), rt_cookie_get_path (kept)))
        continue;

      shown = rt_cookie_dup_quoted (other);
      return g_strdup_printf (_("A Secure cookie of that name is kept for %s, and one that "
                                "comes over plain http may not take its place."),
                              shown);
    }

  return NULL;
}

static RtCookieVerdict *
remove_past (RtCookieJar *self,
             RtCookie    *cookie,
             const char  *line,
             gint64       now)
{
  RtCookie *kept = rt_cookie_store_find (self->store, cookie);
  gboolean was_kept = kept != NULL && !is_expired (kept, now);

  if (rt_cookie_store_remove (self->store, cookie))
    tell_changed (self);

  return make_verdict (RT_COOKIE_REMOVED, cookie, line,
                       was_kept ? _("It came with a time that has passed, which removed the one "
                                    "that was kept.")
                                : _("It came with a time that has passed; there was none to "
                                    "remove."),
                       "5.7");
}

/* What became of those that were too many. */
static char *
say_pushed_out (RtCookie *gone,
                RtCookie *cookie)
{
  g_autofree char *name = rt_cookie_dup_quoted (rt_cookie_get_name (gone));
  g_autofree char *domain = rt_cookie_dup_quoted (rt_cookie_get_domain (gone));

  if (gone == cookie)
    return g_strdup_printf (_("%s has %d Secure cookies, the most that are kept, and this one "
                              "is not Secure."),
                            domain, RT_COOKIE_STORE_DOMAIN_LIMIT);
  if (strcmp (rt_cookie_get_domain (gone), rt_cookie_get_domain (cookie)) == 0)
    return g_strdup_printf (_("“%s” was dropped for it: %d are kept for %s."), name,
                            RT_COOKIE_STORE_DOMAIN_LIMIT, domain);

  return g_strdup_printf (_("“%s” of %s was dropped for it: %d are kept in all."), name, domain,
                          RT_COOKIE_STORE_LIMIT);
}

static RtCookieVerdict *
keep (RtCookieJar *self,
      RtCookie    *cookie,
      const char  *line,
      gint64       now)
{
  RtCookie *old = rt_cookie_store_find (self->store, cookie);
  RtCookieFate fate =
    old != NULL && !is_expired (old, now) ? RT_COOKIE_REPLACED : RT_COOKIE_STORED;
  g_autoptr (RtCookie) kept = fate == RT_COOKIE_REPLACED
                                ? copy_with_created (cookie, rt_cookie_get_created (old))
                                : g_object_ref (cookie);
  g_autofree char *why = rt_cookie_dup_scope_words (kept, now);
  g_autofree char *pushed = NULL;
  g_autofree char *both = NULL;
  g_autoptr (RtCookie) gone = NULL;

  rt_cookie_store_put (self->store, kept);
  gone = rt_cookie_store_push_out (self->store, rt_cookie_get_domain (kept), now);
  tell_changed (self);
  if (gone == NULL)
    return make_verdict (fate, kept, line, why, "5.7");

  pushed = say_pushed_out (gone, kept);
  if (gone == kept)
    return make_verdict (RT_COOKIE_REFUSED, kept, line, pushed, "5.7");

  both = g_strdup_printf ("%s %s", why, pushed);
  return make_verdict (fate, kept, line, both, "5.7");
}

static RtCookieVerdict *
judge (RtCookieJar        *self,
       const RtSetCookie  *set,
       const char         *line,
       const RtCookieSite *site,
       gint64              now)
{
  RtSuffixList *suffixes = need_suffixes (self);
  g_autoptr (RtCookie) cookie =
    rt_cookie_intake_build (set, site, suffixes, now, next_created (self, now));
  const char *section = "5.7";
  g_autofree char *why = rt_cookie_intake_refuse (set, cookie, site, suffixes, &section);

  if (why == NULL)
    why = refuse_overlay (self, cookie, site, now);
  if (why != NULL)
    return make_verdict (RT_COOKIE_REFUSED, cookie, line, why, section);
  if (is_expired (cookie, now))
    return remove_past (self, cookie, line, now);

  return keep (self, cookie, line, now);
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
                                                "byte %" G_GSIZE_FORMAT "."),
                                              (guchar) bytes[control], control + 1);

      return make_verdict (RT_COOKIE_REFUSED, NULL, line, why, "5.6");
    }

  host = g_ascii_strdown (site->host, -1);
  locker = g_mutex_locker_new (&self->mutex);
  return judge (self, set, line, &(RtCookieSite) { host, site->path, site->secure }, now);
}

static void
add_verdict (GPtrArray    *verdicts,
             RtCookieFate  fate,
             RtCookie     *cookie,
             char         *why)
{
  g_ptr_array_add (verdicts, make_verdict (fate, cookie, NULL, why, "5.8.3"));
  g_free (why);
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

char *
rt_cookie_jar_choose (RtCookieJar        *self,
                      const RtCookieSite *site,
                      gint64              now,
                      GPtrArray         **verdicts)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) sent = g_ptr_array_new ();
  g_autoptr (GPtrArray) withheld = g_ptr_array_new ();
  g_autofree char *host = NULL;
  RtCookieSite where;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (self) && verdicts != NULL, NULL);
  g_return_val_if_fail (site != NULL && site->host != NULL && site->path != NULL, NULL);

  host = g_ascii_strdown (site->host, -1);
  where = (RtCookieSite) { host, site->path, site->secure };
  *verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_cookie_verdict_unref);
  locker = g_mutex_locker_new (&self->mutex);
  part (self, &where, now, sent, withheld);
  for (guint i = 0; i < sent->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (sent, i);

      rt_cookie_store_touch (self->store, cookie);
      add_verdict (*verdicts, RT_COOKIE_SENT, cookie, rt_cookie_choice_say_sent (cookie, &where));
    }
  for (guint i = 0; i < withheld->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (withheld, i);

      add_verdict (*verdicts, RT_COOKIE_WITHHELD, cookie,
                   rt_cookie_choice_withhold (cookie, &where, now));
    }

  return sent->len > 0 ? rt_cookie_choice_serialize (sent) : NULL;
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

void
rt_cookie_jar_clear (RtCookieJar *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (RT_IS_COOKIE_JAR (self));

  locker = g_mutex_locker_new (&self->mutex);
  if (rt_cookie_store_get_length (self->store) == 0)
    return;

  g_clear_pointer (&self->store, rt_cookie_store_free);
  self->store = rt_cookie_store_new ();
  tell_changed (self);
}
