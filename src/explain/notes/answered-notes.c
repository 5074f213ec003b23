/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who answered: boxes between this computer and the server, as far as the
 * response shows them. Says that one of them made the answer only on evidence. */

#include "config.h"

#include "topics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "freshness.h"
#include "saying.h"
#include "span.h"
#include "tell.h"

/* A field that only this product adds; @value: NULL, or what its value must
 * begin with. */
typedef struct
{
  const char *name;
  const char *value;
  const char *product;
} Mark;

static const Mark marks[] = {
  { "CF-Ray", NULL, "Cloudflare" },
  { "X-Amz-Cf-Id", NULL, "Amazon CloudFront" },
  { "X-Amz-Cf-Pop", NULL, "Amazon CloudFront" },
  { "X-Fastly-Request-ID", NULL, "Fastly" },
  { "X-Served-By", "cache-", "Fastly" },
  { "Fly-Request-Id", NULL, "Fly.io" },
  { "X-Vercel-Id", NULL, "Vercel" },
  { "X-NF-Request-ID", NULL, "Netlify" },
  { "X-Azure-Ref", NULL, "Azure Front Door" },
  { "X-Akamai-Request-ID", NULL, "Akamai" },
  { "Akamai-GRN", NULL, "Akamai" },
  { "X-Sucuri-ID", NULL, "Sucuri" },
  { "X-Iinfo", NULL, "Imperva" },
  { "X-Varnish", NULL, "Varnish" },
  { "X-Render-Origin-Server", NULL, "Render" },
  { "X-Railway-Request-Id", NULL, "Railway" },
  { "CDN-RequestId", NULL, "bunny.net" },
  { "X-GitHub-Request-Id", NULL, "GitHub" },
};

/* A field that says that the box itself made this error. */
static const Mark makers[] = {
  { "Server", "cloudflare", "Cloudflare" },
  { "Server", "CloudFront", "Amazon CloudFront" },
  { "Server", "awselb", "Amazon's load balancer" },
  { "Server", "AkamaiGHost", "Akamai" },
  { "Server", "Varnish", "Varnish" },
  { "Server", "squid", "squid" },
  { "Server", "HAProxy", "HAProxy" },
  { "Server", "Fly/", "Fly.io" },
  { "Server", "Vercel", "Vercel" },
  { "Server", "Google Frontend", "Google" },
  { "Server", "Sucuri", "Sucuri" },
  { "X-Cache", "Error from cloudfront", "Amazon CloudFront" },
  { "X-Vercel-Error", NULL, "Vercel" },
  { "X-Squid-Error", NULL, "squid" },
  { "CF-Mitigated", NULL, "Cloudflare" },
};

static const Mark *
find_mark (const RtCase *self,
           const Mark   *table,
           gsize         length,
           gsize         from)
{
  for (gsize i = from; i < length; i++)
    {
      g_autofree char *value = rt_case_dup_response (self, table[i].name);

      if (value != NULL && (table[i].value == NULL
                            || g_ascii_strncasecmp (value, table[i].value,
                                                    strlen (table[i].value)) == 0))
        return &table[i];
    }

  return NULL;
}

/* Cloudflare answers with its own name also for pages that it passes on: only
 * its own numbers are its own for sure. */
static gboolean
is_proof (const RtCase *self,
          const Mark   *mark)
{
  if (!g_str_equal (mark->name, "Server"))
    return TRUE;
  if (g_str_equal (mark->product, "Cloudflare"))
    return self->status >= 520 && self->status <= 530;
  if (g_str_equal (mark->value, "Fly/") || g_str_equal (mark->value, "Vercel")
      || g_str_equal (mark->value, "Google Frontend"))
    return self->status == 502 || self->status == 504;

  return TRUE;
}

static gboolean
explain_maker (RtCase *self)
{
  const Mark *mark = NULL;
  g_autofree char *value = NULL;
  g_autofree char *sentence = NULL;

  if (self->status < 400)
    return FALSE;
  mark = find_mark (self, makers, G_N_ELEMENTS (makers), 0);
  if (mark == NULL || !is_proof (self, mark))
    return FALSE;

  value = rt_case_quote_response (self, mark->name);
  sentence = g_strdup_printf (_("A box in the middle made this answer: %s."), mark->product);
  rt_say_response (self, mark->name, "answered-in-the-middle", RT_NOTE_INFO,
                   "RFC 9110, section 3.7", sentence,
                   _("%s is %s. The server behind it may not have seen the request, or its "
                     "answer was not passed on. Its own log does not have this "
                     "response."), mark->name, value);

  return TRUE;
}

/* RFC 9209. */
static gboolean
explain_proxy_status (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Proxy-Status");
  g_autofree char *quoted = value != NULL ? rt_case_quote (value) : NULL;

  if (value == NULL || strstr (value, "error=") == NULL)
    return FALSE;
  rt_say_response (self, "Proxy-Status", "answered-proxy-status", RT_NOTE_INFO,
                   "RFC 9209, section 2.1",
                   _("A proxy on the way met an error, and says which."),
                   _("Proxy-Status is %s: who it is, and after error= what went wrong between it "
                     "and the next server."), quoted);

  return TRUE;
}

static gboolean
is_hit (const RtCase *self)
{
  static const char *const names[] = { "X-Cache", "CF-Cache-Status", "X-Vercel-Cache",
                                       "X-Cache-Status", "X-Proxy-Cache", "CDN-Cache" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = rt_case_dup_response (self, names[i]);
      /* With several caches the last one is the nearest. */
      const char *last = value != NULL ? strrchr (value, ',') : NULL;
      const char *at = last != NULL ? last + 1 : value;

      while (at != NULL && *at == ' ')
        at++;
      if (at != NULL && (g_ascii_strncasecmp (at, "HIT", 3) == 0
                         || g_ascii_strncasecmp (at, "TCP_HIT", 7) == 0
                         || g_ascii_strncasecmp (at, "TCP_MEM_HIT", 11) == 0))
        return TRUE;
    }

  return FALSE;
}

/* Age shows that a cache had it (RFC 9111 section 5.1); 0 proves little. */
static gboolean
explain_cache (RtCase *self)
{
  gint64 age;
  gboolean is_old = rt_freshness_read_age (self, &age) && age > 0;
  g_autofree char *old = is_old ? rt_span_words (age) : NULL;

  if (!is_old && !is_hit (self))
    return FALSE;
  if (is_old)
    rt_say_response (self, "Age", "answered-by-cache", RT_NOTE_INFO, "RFC 9111, section 5.1",
                     _("A cache answered, and not the server itself."),
                     _("By Age the server made or confirmed this response %s ago. What changed "
                       "there since is not in it."), old);
  else
    rt_case_tell (self, "answered-by-cache", RT_NOTE_INFO,
                  _("A cache answered, and not the server itself."),
                  _("A field of the cache says HIT. How old its copy is, is not said."));

  return TRUE;
}

static char *
list_products (const RtCase *self)
{
  g_autoptr(GPtrArray) products = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const Mark *mark = find_mark (self, marks, i + 1, i);

      if (mark != NULL && !g_ptr_array_find_with_equal_func (products, mark->product,
                                                             g_str_equal, NULL))
        g_ptr_array_add (products, (gpointer) mark->product);
    }
  g_ptr_array_add (products, NULL);

  return g_strjoinv (", ", (char **) products->pdata);
}

static void
explain_way (RtCase *self)
{
  g_autofree char *products = list_products (self);
  g_autofree char *via = rt_case_dup_response (self, "Via");
  g_autofree char *quoted = via != NULL ? rt_case_quote (via) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  if (products[0] != '\0')
    sentence = g_strdup_printf (_("The response came by way of %s."), products);
  else if (via != NULL)
    sentence = g_strdup (_("The response came by way of a proxy."));
  else
    return;
  if (g_utf8_strlen (sentence, -1) > 80)
    {
      g_clear_pointer (&sentence, g_free);
      sentence = g_strdup (_("The response came by way of several services."));
    }
  detail = via != NULL
    ? g_strdup_printf (_("Via is %s: protocol and name of each proxy, the one nearest to the "
                         "server first. Each can cache, change or refuse on its own."), quoted)
    : g_strdup_printf (_("Fields that only %s adds tell so. Such a box can cache, change or refuse "
                         "on its own."), products);
  rt_say_response (self, via != NULL ? "Via" : find_mark (self, marks, G_N_ELEMENTS (marks),
                                                          0)->name,
                   "answered-by-way-of", RT_NOTE_INFO,
                   "RFC 9110, section 7.6.3", sentence,
                   "%s", detail);
}

/* 502 and 504 are never from the server that has the resource. */
static void
explain_unknown (RtCase *self)
{
  g_autofree char *server = rt_case_quote_response (self, "Server");

  if (self->status != 502 && self->status != 504)
    return;
  if (server != NULL)
    rt_say_response (self, "Server", "answered-by-gateway", RT_NOTE_INFO, "RFC 9110, section "
                                                                          "10.2.4",
                     _("The gateway that answered names itself in Server."),
                     _("Server is %s. Look into its log: it says which server behind it was "
                       "asked, and what went wrong."), server);
  else
    rt_case_tell (self, "answered-by-unknown", RT_NOTE_INFO,
                  _("Nothing says which gateway it was that answered."),
                  _("There is no Via, no Server, and no field of a known service. It is a box "
                    "between this computer and the server: on their side mostly, on yours if you "
                    "use a proxy."));
}

void
rt_explain_answered (RtCase *self)
{
  gboolean known;

  if (self->response == NULL || self->status <= 0)
    return;

  known = explain_proxy_status (self);
  known = explain_maker (self) || known;
  if (!known)
    explain_cache (self);
  explain_way (self);
  if (!known && !rt_case_has_note (self, "answered-by-way-of"))
    explain_unknown (self);
}
