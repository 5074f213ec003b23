/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Between a jar and the heads. */

#include "config.h"

#include "cookie-flow.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange-private.h"

#define SECTION N_("RFC 6265bis, section 5.8.3")

/* A place that nobody on the way can listen to counts as secure. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = NULL;

  if (!g_hostname_is_ip_address (host))
    return g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost");
  if (strchr (host, ':') == NULL)
    return g_str_has_prefix (host, "127.");

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

static char *
dup_path (const RtUrl *url)
{
  const char *target = rt_url_get_target (url);

  return g_strndup (target, strcspn (target, "?"));
}

static RtCookieSite
make_site (const RtUrl *url,
           const char  *path)
{
  const char *host = rt_url_get_host (url);

  return (RtCookieSite) {
    .host = host,
    .path = path,
    .secure = g_str_equal (rt_url_get_scheme (url), "https") || is_loopback (host),
  };
}

static char *
choose (RtCookieJar      *jar,
        const RtOutgoing *outgoing,
        gint64            now,
        GPtrArray       **verdicts)
{
  g_autofree char *path = dup_path (outgoing->url);
  RtCookieSite site = make_site (outgoing->url, path);

  return rt_cookie_jar_choose (jar, &site, now, verdicts);
}

/* Those that would have gone along are withheld as well. */
static GPtrArray *
withhold (GPtrArray  *verdicts,
          const char *why)
{
  GPtrArray *withheld = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_cookie_verdict_unref);

  for (guint i = 0; i < verdicts->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (verdict->fate == RT_COOKIE_SENT)
        g_ptr_array_add (withheld, rt_cookie_verdict_new (RT_COOKIE_WITHHELD, verdict->cookie,
                                                          NULL, why, _(SECTION)));
      else
        g_ptr_array_add (withheld, rt_cookie_verdict_ref (verdict));
    }

  return withheld;
}

/* A choice of the jar cannot break the framing; this is where it would show. */
static gboolean
is_whole (const char *value)
{
  return strpbrk (value, "\r\n") == NULL;
}

void
rt_cookie_flow_pack (RtCookieJar *jar,
                     RtOutgoing  *outgoing,
                     const char  *why_not,
                     gint64       now)
{
  g_autoptr(GPtrArray) verdicts = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (RT_IS_COOKIE_JAR (jar) && outgoing != NULL);

  if (rt_outgoing_find_field (outgoing, "Cookie") != NULL)
    why_not = _("A Cookie field was typed: it goes out as it is, and nothing is added to it.");

  value = choose (jar, outgoing, now, &verdicts);
  g_clear_pointer (&outgoing->cookies, g_ptr_array_unref);
  if (why_not != NULL)
    {
      outgoing->cookies = withhold (verdicts, why_not);
      return;
    }

  outgoing->cookies = g_steal_pointer (&verdicts);
  if (value != NULL && is_whole (value))
    rt_outgoing_add_field (outgoing, "Cookie", value,
                           _("Cookies that this site has set before."));
}

char *
rt_cookie_flow_dup_value (RtCookieJar      *jar,
                          const RtOutgoing *outgoing,
                          gint64            now)
{
  g_autoptr(GPtrArray) verdicts = NULL;

  g_return_val_if_fail (RT_IS_COOKIE_JAR (jar) && outgoing != NULL, NULL);

  return choose (jar, outgoing, now, &verdicts);
}

static RtCookieVerdict *
refuse_from_proxy (RtHead *response,
                   guint   index)
{
  g_autofree char *line = rt_head_dup_field_value (response, index);

  return rt_cookie_verdict_new (RT_COOKIE_REFUSED, NULL, line,
                                _("The proxy answered, not the site: it sets no cookies for it."),
                                _("RFC 6265bis, section 5.7"));
}

void
rt_cookie_flow_unpack (RtCookieJar *jar,
                       const RtUrl *url,
                       RtHead      *response,
                       gboolean     by_proxy,
                       gint64       now,
                       RtExchange  *exchange)
{
  g_autofree char *path = NULL;
  RtCookieSite site;

  g_return_if_fail (RT_IS_COOKIE_JAR (jar) && url != NULL && response != NULL);

  if (rt_head_find_field (response, "Set-Cookie", 0) < 0)
    return;

  path = dup_path (url);
  site = make_site (url, path);
  for (int i = rt_head_find_field (response, "Set-Cookie", 0); i >= 0;
       i = rt_head_find_field (response, "Set-Cookie", i + 1))
    {
      g_autoptr(GBytes) value = rt_head_dup_field_bytes (response, i);

      rt_exchange_take_cookie_verdict (exchange,
                                       by_proxy ? refuse_from_proxy (response, i)
                                                : rt_cookie_jar_receive (jar, &site, value, now));
    }
}
