/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Set-Cookie (RFC 6265bis): what browsers refuse, what they read otherwise than
 * it was meant, and what leaves a cookie unprotected.
 */

#include "config.h"

#include "set-cookie.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "span.h"
#include "topics.h"

#define NAME_AND_VALUE_MAX 4096
/* What goes along with every request, and is worth a word. */
#define LARGE 2048
#define SECTION "RFC 6265bis, section 5.7"

typedef struct
{
  RtCase      *c;
  guint        field;
  RtSetCookie *cookie;
  char        *name; /* quoted */
} Cookie;

static void
say (const Cookie *self,
     const char   *id,
     RtNoteLevel   level,
     const char   *section,
     char         *sentence,
     char         *detail)
{
  rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, id, level, section, sentence, detail);
}

static gboolean
is_secure_site (const RtCase *c)
{
  return c->url != NULL && g_str_equal (rt_url_get_scheme (c->url), "https");
}

/* "__Secure-" and "__Host-", without case (section 5.7, steps 20 and 21). */
static void
check_prefix (const Cookie *self)
{
  const char *name = self->cookie->name;
  gboolean host = g_ascii_strncasecmp (name, "__Host-", 7) == 0;
  gboolean secure = g_ascii_strncasecmp (name, "__Secure-", 9) == 0;
  const RtCookieAttribute *path = rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_PATH);

  if ((host || secure) && rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_SECURE) == NULL)
    say (self, "cookie-prefix-secure", RT_NOTE_FAULT, "RFC 6265bis, section 4.1.3",
         g_strdup (_("A cookie with this prefix needs the attribute Secure.")),
         g_strdup_printf (_("%s is refused by browsers: its name promises that it is Secure."),
                          self->name));
  else if (host && rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_DOMAIN) != NULL)
    say (self, "cookie-prefix-domain", RT_NOTE_FAULT, "RFC 6265bis, section 4.1.3.2",
         g_strdup (_("A cookie with the prefix __Host- must have no Domain.")),
         g_strdup_printf (_("%s is refused by browsers: its name promises that it is for this host "
                            "alone."), self->name));
  else if (host && (path == NULL || g_strcmp0 (path->value, "/") != 0))
    say (self, "cookie-prefix-path", RT_NOTE_FAULT, "RFC 6265bis, section 4.1.3.2",
         g_strdup (_("A cookie with the prefix __Host- needs Path=/.")),
         g_strdup_printf (_("%s is refused by browsers."), self->name));
}

static void
check_secure (const Cookie *self)
{
  gboolean secure = rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_SECURE) != NULL;

  if (!secure && rt_set_cookie_get_same_site (self->cookie) == RT_SAME_SITE_NONE)
    say (self, "cookie-none-without-secure", RT_NOTE_FAULT, SECTION,
         g_strdup (_("SameSite=None needs Secure; browsers refuse this cookie.")),
         g_strdup_printf (_("%s is meant to be sent from other sites too, which is allowed over "
                            "https only."), self->name));
  else if (!secure && rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_PARTITIONED) != NULL)
    say (self, "cookie-partitioned-without-secure", RT_NOTE_FAULT, "CHIPS draft, section 2.1",
         g_strdup (_("Partitioned needs Secure; browsers refuse this cookie.")),
         g_strdup_printf (_("%s lacks the attribute Secure."), self->name));
  else if (!secure && is_secure_site (self->c))
    say (self, "cookie-not-secure", RT_NOTE_INFO, "RFC 6265bis, section 4.1.2.5",
         g_strdup (_("The cookie may also be sent over http, in clear.")),
         g_strdup_printf (_("%s was set over https without Secure."), self->name));
}

static gboolean
is_session_like (const char *name)
{
  static const char *const parts[] = { "sess", "sid", "auth", "token", "login", "jwt", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (lower, parts[i]) != NULL)
      return strstr (lower, "csrf") == NULL && strstr (lower, "xsrf") == NULL;

  return FALSE;
}

static void
check_script_access (const Cookie *self)
{
  if (!is_session_like (self->cookie->name) ||
      rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_HTTP_ONLY) != NULL)
    return;

  say (self, "cookie-readable-by-scripts", RT_NOTE_INFO, "RFC 6265bis, section 4.1.2.6",
       g_strdup (_("Scripts of the page can read this cookie.")),
       g_strdup_printf (_("%s is named like a login and lacks HttpOnly. If no script needs it, "
                          "HttpOnly keeps it out of their reach."), self->name));
}

static void
check_attribute (const Cookie            *self,
                 const RtCookieAttribute *attribute)
{
  g_autofree char *name = rt_case_quote (attribute->name);
  g_autofree char *value = rt_case_quote (attribute->value != NULL ? attribute->value : "");

  switch (attribute->state)
    {
    case RT_COOKIE_ATTRIBUTE_UNKNOWN:
      say (self, "cookie-unknown-attribute", RT_NOTE_INFO, "RFC 6265bis, section 5.6",
           g_strdup (_("The cookie has an attribute that browsers pass over.")),
           g_strdup_printf (_("%s of cookie %s is no attribute of the standard."), name,
                            self->name));
      break;
    case RT_COOKIE_ATTRIBUTE_UNREADABLE:
      say (self, "cookie-unreadable-attribute", RT_NOTE_WARNING, "RFC 6265bis, section 5.6",
           g_strdup (_("An attribute of the cookie means nothing to browsers.")),
           g_strdup_printf (_("%s of cookie %s is %s, and is treated as if it were not there."),
                            name,
                            self->name, value));
      break;
    case RT_COOKIE_ATTRIBUTE_TOO_LONG:
      say (self, "cookie-long-attribute", RT_NOTE_WARNING, "RFC 6265bis, section 5.6",
           g_strdup (_("An attribute of the cookie is too long; browsers drop it.")),
           g_strdup_printf (_("%s of cookie %s has more than %d bytes."), name, self->name,
                            RT_COOKIE_ATTRIBUTE_LIMIT));
      break;
    case RT_COOKIE_ATTRIBUTE_OVERRIDDEN:
      if (attribute->kind != RT_COOKIE_ATTRIBUTE_EXPIRES)
        say (self, "cookie-repeated-attribute", RT_NOTE_WARNING, "RFC 6265bis, section 5.6",
             g_strdup (_("An attribute of the cookie stands there twice; the last counts.")),
             g_strdup_printf (_("%s of cookie %s."), name, self->name));
      break;
    case RT_COOKIE_ATTRIBUTE_COUNTS:
    default:
      break;
    }
}

static void
check_size (const Cookie *self)
{
  gsize length = strlen (self->cookie->name) + strlen (self->cookie->value);

  if (length <= LARGE)
    return;

  if (length <= NAME_AND_VALUE_MAX)
    {
      say (self, "cookie-large", RT_NOTE_INFO, "RFC 6265bis, section 6.1",
           g_strdup (_("The cookie is large, and goes along with every request.")),
           g_strdup_printf (_("Name and value of %s have %zu bytes together."),
                            self->name, length));
      return;
    }

  say (self, "cookie-too-large", RT_NOTE_FAULT, SECTION,
       g_strdup (_("The cookie is too large; browsers refuse it.")),
       g_strdup_printf (_("Name and value of %s have %zu bytes together; %d are allowed."),
                        self->name, length, NAME_AND_VALUE_MAX));
}

/* Domain without a value: by the standard as if it were not there, and some
 * browsers once read it otherwise (section 5.6.3). */
static void
check_domain (const Cookie *self)
{
  const RtCookieAttribute *domain = rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_DOMAIN);

  if (domain != NULL && (domain->value == NULL || *domain->value == '\0'))
    say (self, "cookie-empty-domain", RT_NOTE_INFO, "RFC 6265bis, section 5.6.3",
         g_strdup (_("Domain is empty: the cookie is for this host alone.")),
         g_strdup_printf (_("Domain of cookie %s has no value. Leaving it out says the same, and "
                            "more clearly."), self->name));
}

/* Asked for longer than browsers keep any. */
static void
check_lifetime (const Cookie *self)
{
  const RtCookieAttribute *age = rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_MAX_AGE);
  const RtCookieAttribute *expires = rt_set_cookie_find (self->cookie, RT_COOKIE_ATTRIBUTE_EXPIRES);
  gint64 seconds = age != NULL ? age->number
                               : expires != NULL ? expires->number - self->c->now : 0;
  g_autofree char *words = NULL;

  /* A little over is what clocks that differ make of 400 days. */
  if (seconds <= RT_COOKIE_AGE_LIMIT + 24 * 3600)
    return;

  words = rt_span_rounded (seconds);
  say (self, "cookie-lifetime", RT_NOTE_INFO, SECTION,
       g_strdup (_("Browsers keep a cookie for 400 days, not longer.")),
       g_strdup_printf (_("%s asks for %s."), self->name, words));
}

static void
check_cookie (Cookie *self)
{
  if (*self->cookie->name == '\0')
    say (self, "cookie-without-name", RT_NOTE_WARNING, SECTION,
         g_strdup (_("The cookie has no name.")),
         g_strdup (_("Browsers keep it, and send it back as a bare value; few servers expect "
                     "that.")));
  check_prefix (self);
  check_secure (self);
  check_script_access (self);
  check_size (self);
  check_lifetime (self);
  check_domain (self);
  for (guint i = 0; i < self->cookie->attributes->len; i++)
    check_attribute (self, g_ptr_array_index (self->cookie->attributes, i));
}

static void
refuse_control (RtCase *c,
                guint   field,
                gsize   offset)
{
  rt_case_take (c, RT_NOTE_ON_FIELD, field, "cookie-control", RT_NOTE_FAULT, SECTION,
                g_strdup (_("A control character in Set-Cookie: browsers refuse the cookie.")),
                g_strdup_printf (_("It stands at byte %zu of the value."), offset));
}

/* The name a second time with the same domain and path would be one cookie;
 * whatever they are, somebody looked twice. */
static void
check_repeated (const Cookie *self,
                GHashTable   *names)
{
  if (g_hash_table_add (names, g_strdup (self->cookie->name)))
    return;

  say (self, "cookie-repeated", RT_NOTE_INFO, "RFC 6265bis, section 4.1.1",
       g_strdup (_("This response sets two cookies of one name.")),
       g_strdup_printf (_("%s: unless Domain or Path differ, only the last one stays."),
                        self->name));
}

static void
check_field (RtCase     *c,
             guint       field,
             GHashTable *names)
{
  g_autoptr(GBytes) bytes = rt_head_dup_field_bytes (c->response, field);
  gsize length;
  gsize control = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(RtSetCookie) cookie = rt_set_cookie_parse (data, length, &control);
  g_autofree char *name = NULL;
  Cookie self = { c, field, cookie };

  if (cookie == NULL)
    {
      refuse_control (c, field, control);
      return;
    }

  name = rt_case_quote (cookie->name);
  self.name = name;
  check_cookie (&self);
  check_repeated (&self, names);
}

/* What the jar refused for a reason that stands not in the field alone. */
static void
check_verdicts (RtCase *c)
{
  g_autoptr(GPtrArray) verdicts = rt_exchange_dup_cookie_verdicts (c->exchange);
  int field = rt_case_find_response (c, "Set-Cookie");
  guint n_before = c->notes->len;

  for (guint i = 0; i < verdicts->len && field >= 0; i++)
    {
      const RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (verdict->fate == RT_COOKIE_SENT || verdict->fate == RT_COOKIE_WITHHELD)
        continue;
      if (verdict->fate == RT_COOKIE_REFUSED)
        {
          gboolean said = FALSE;

          for (guint k = 0; k < n_before; k++)
            said |= rt_note_get_field (c->notes->pdata[k]) == field &&
                    rt_note_get_level (c->notes->pdata[k]) == RT_NOTE_FAULT;
          if (!said)
            rt_case_add_on_field (c, field, "cookie-refused", RT_NOTE_WARNING, verdict->section,
                                  _("The cookie was refused, as browsers would do."), verdict->why);
        }
      field = rt_head_find_field (c->response, "Set-Cookie", field + 1);
    }
}

static gboolean
is_guarded (const RtSetCookie *cookie)
{
  RtSameSite same_site = rt_set_cookie_get_same_site (cookie);

  return rt_set_cookie_find (cookie, RT_COOKIE_ATTRIBUTE_SECURE) != NULL &&
         rt_set_cookie_find (cookie, RT_COOKIE_ATTRIBUTE_HTTP_ONLY) != NULL &&
         (same_site == RT_SAME_SITE_LAX || same_site == RT_SAME_SITE_STRICT);
}

/* One note for all cookies that have every guard. */
static void
praise (RtCase *c)
{
  g_autoptr(GString) names = g_string_new (NULL);
  int first = -1;

  for (int field = rt_case_find_response (c, "Set-Cookie"); field >= 0;
       field = rt_head_find_field (c->response, "Set-Cookie", field + 1))
    {
      g_autoptr(GBytes) bytes = rt_head_dup_field_bytes (c->response, field);
      gsize length, control = 0;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autoptr(RtSetCookie) cookie = rt_set_cookie_parse (data, length, &control);
      g_autofree char *name = NULL;

      if (cookie == NULL || !is_guarded (cookie) || !is_secure_site (c))
        continue;
      name = rt_case_quote (cookie->name);
      if (names->len < 400)
        g_string_append_printf (names, "%s%s", first >= 0 ? ", " : "", name);
      first = first >= 0 ? first : field;
    }
  if (first >= 0)
    rt_case_take (c, RT_NOTE_ON_FIELD, first, "cookie-guarded", RT_NOTE_GOOD,
                  "RFC 6265bis, section 8",
                  g_strdup (_("A cookie is kept from scripts, other sites and plain http.")),
                  g_strdup_printf (_("Secure, HttpOnly and SameSite stand on %s."), names->str));
}

void
rt_explain_cookies (RtCase *self)
{
  int field = rt_case_find_response (self, "Set-Cookie");
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; field >= 0; field = rt_head_find_field (self->response, "Set-Cookie", field + 1))
    check_field (self, field, names);
  praise (self);
  check_verdicts (self);
}
