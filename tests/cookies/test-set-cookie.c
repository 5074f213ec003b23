/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of set-cookie.c. */

#include "set-cookie.h"

#include <string.h>

#define NOW 1000000000

static RtSetCookie *
parse (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);
  gsize control;

  return rt_set_cookie_parse (exact, length, &control);
}

/* All that was read, in one line: name, value, then the attributes. */
static char *
describe (const RtSetCookie *set)
{
  const char *states[] = { "", " overridden", " unreadable", " too long", " unknown" };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "[%s]%s[%s]", set->name, set->has_equals ? "=" : "", set->value);
  for (guint i = 0; i < set->attributes->len; i++)
    {
      const RtCookieAttribute *attribute = g_ptr_array_index (set->attributes, i);

      g_string_append_printf (out, " %s", attribute->name);
      if (attribute->value != NULL)
        g_string_append_printf (out, "=%s", attribute->value);
      g_string_append_printf (out, "%s;", states[attribute->state]);
    }

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *read;
} cases[] = {
  { "a=b", "[a]=[b]" },
  { "", "[][]" },
  { "=", "[]=[]" },
  { "a", "[][a]" },
  { "=a", "[]=[a]" },
  { "a=", "[a]=[]" },
  { "==a=b", "[]=[=a=b]" },
  { " \t a \t=\t b c \t", "[a]=[b c]" },
  { "a=\"b;c\"", "[a]=[\"b] c\" unknown;" },
  { "a=b;", "[a]=[b]" },
  { "a=b;;; ;", "[a]=[b]" },
  { "a=b; =", "[a]=[b] = unknown;" },
  { "a=b;SECURE;httponly;partitioned", "[a]=[b] SECURE; httponly; partitioned;" },
  { "a=b; Secure=no", "[a]=[b] Secure=no;" },
  { "a=b; \"Secure\"; Secure x", "[a]=[b] \"Secure\" unknown; Secure x unknown;" },
  { "a=b; Path=/a; Path=/b", "[a]=[b] Path=/a overridden; Path=/b;" },
  { "a=b; Path=/a; Path", "[a]=[b] Path=/a overridden; Path;" },
  { "a=b; Domain=x; domain=", "[a]=[b] Domain=x overridden; domain=;" },
  { "a=b; Max-Age=1; Expires=1 Jan 2024 00:00:00",
    "[a]=[b] Max-Age=1; Expires=1 Jan 2024 00:00:00 overridden;" },
  { "a=b; Max-Age=1x; Expires=1 Jan 2024 00:00:00",
    "[a]=[b] Max-Age=1x unreadable; Expires=1 Jan 2024 00:00:00;" },
  { "a=b; Max-Age=5; Max-Age=", "[a]=[b] Max-Age=5; Max-Age= unreadable;" },
  { "a=b; Max-Age=+5; Max-Age=-; Max-Age=1.5; Max-Age=--1; Max-Age=\"1\"",
    "[a]=[b] Max-Age=+5 unreadable; Max-Age=- unreadable; Max-Age=1.5 unreadable; "
    "Max-Age=--1 unreadable; Max-Age=\"1\" unreadable;" },
  { "a=b; Expires=1 Jan 2024 00:00:00; Expires=soon",
    "[a]=[b] Expires=1 Jan 2024 00:00:00; Expires=soon unreadable;" },
  { "a=b; SameSite=Lax; SameSite=foo", "[a]=[b] SameSite=Lax overridden; SameSite=foo;" },
  { "a=b; Priority=High", "[a]=[b] Priority=High unknown;" },
  { "caf\303\251=\377; Path=/\377", "[caf\303\251]=[\377] Path=/\377;" },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtSetCookie) set = parse (cases[i].text);
      g_autofree char *read = describe (set);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_controls (void)
{
  for (guint c = 0; c < 256; c++)
    {
      const char bytes[] = { 'a', '=', 'b', ';', 'x', c, 'y' };
      g_autofree char *exact = g_memdup2 (bytes, sizeof bytes);
      gsize control = 42;
      g_autoptr (RtSetCookie) set = rt_set_cookie_parse (exact, sizeof bytes, &control);
      gboolean spoils = (c < 0x20 && c != '\t') || c == 0x7f;

      g_assert_cmpint (set == NULL, ==, spoils);
      g_assert_cmpuint (control, ==, spoils ? 5 : 42);
    }
}

static void
test_long_attribute (void)
{
  for (gsize length = 1023; length < 1026; length++)
    {
      g_autofree char *path = g_strnfill (length - 1, 'p');
      g_autofree char *text = g_strdup_printf ("a=b; Path=/old; Path=/%s", path);
      g_autoptr (RtSetCookie) set = parse (text);
      const RtCookieAttribute *found = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_PATH);

      g_assert_cmpuint (strlen (found->value), ==, length <= 1024 ? length : strlen ("/old"));
    }
}

static void
test_expiry (void)
{
  const gint64 most = NOW + 400 * 24 * 3600;
  const struct
  {
    const char *text;
    gint64      expiry;
  } times[] = {
    { "a=b", -1 },
    { "a=b; Max-Age=60", NOW + 60 },
    { "a=b; Max-Age=0", 0 },
    { "a=b; Max-Age=-0", 0 },
    { "a=b; Max-Age=-60", 0 },
    { "a=b; Max-Age=34560000", most },
    { "a=b; Max-Age=34560001", most },
    { "a=b; Max-Age=99999999999999999999999999", most },
    { "a=b; Max-Age=-99999999999999999999999999", 0 },
    { "a=b; Expires=Sun, 09 Sep 2001 01:46:41 GMT", NOW + 1 },
    { "a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "a=b; Expires=1 Jan 1601 00:00:00", 0 },
    { "a=b; Expires=1 Jan 9999 00:00:00", most },
    { "a=b; Max-Age=0; Expires=1 Jan 9999 00:00:00", 0 },
    { "a=b; Expires=1 Jan 1970 00:00:00; Max-Age=7", NOW + 7 },
    { "a=b; Max-Age=x; Expires=1 Jan 1970 00:00:00", 0 },
    { "a=b; Expires=never", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (RtSetCookie) set = parse (times[i].text);

      g_test_message ("%s", times[i].text);
      g_assert_cmpint (rt_set_cookie_get_expiry (set, NOW), ==, times[i].expiry);
    }
}

static void
test_same_site (void)
{
  const struct
  {
    const char *text;
    RtSameSite  same_site;
  } sites[] = {
    { "a=b", RT_SAME_SITE_DEFAULT },
    { "a=b; SameSite", RT_SAME_SITE_DEFAULT },
    { "a=b; SameSite=none", RT_SAME_SITE_NONE },
    { "a=b; samesite=LAX", RT_SAME_SITE_LAX },
    { "a=b; SameSite=Strict", RT_SAME_SITE_STRICT },
    { "a=b; SameSite=Strict; SameSite=Sometimes", RT_SAME_SITE_DEFAULT },
    { "a=b; SameSite=Sometimes; SameSite=Lax", RT_SAME_SITE_LAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      g_autoptr (RtSetCookie) set = parse (sites[i].text);

      g_assert_cmpint (rt_set_cookie_get_same_site (set), ==, sites[i].same_site);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/set-cookie/table", test_table);
  g_test_add_func ("/cookies/set-cookie/controls", test_controls);
  g_test_add_func ("/cookies/set-cookie/long-attribute", test_long_attribute);
  g_test_add_func ("/cookies/set-cookie/expiry", test_expiry);
  g_test_add_func ("/cookies/set-cookie/same-site", test_same_site);

  return g_test_run ();
}
