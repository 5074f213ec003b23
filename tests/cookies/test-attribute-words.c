/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of attribute-words.c. */

#include "cookie-words.h"

#include "cookie-samples.h"

static const struct
{
  const char *attribute; /* the first of the line */
  const char *words;
  const char *section;
} cases[] = {
  { "Max-Age=3600", "Keeps it for 1 hour after the response came.", "5.6.2" },
  { "Max-Age=0", "Removes the cookie: a lifetime of zero or less has passed already.", "5.6.2" },
  { "Max-Age=99999999999999999999", "no cookie is kept for more than 400 days.", "5.6.2" },
  { "Max-Age=1h", "Ignored: not a whole number of seconds.", "5.6.2" },
  { "Expires=Sun, 09 Sep 2001 01:46:41 GMT", "Keeps it until 9 Sep 2001, 01:46:41 UTC.",
    "5.6.1" },
  { "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "Removes the cookie: 1 Jan 1970, 00:00:00 UTC has passed.", "5.6.1" },
  { "Expires=1 Jan 9999 00:00:00", "Asks for 1 Jan 9999, 00:00:00 UTC; no cookie", "5.6.1" },
  { "Expires=soon", "Ignored: not a date.", "5.6.1" },
  { "Expires=1 Jan 9999 00:00:00; Max-Age=1", "Does not count: Max-Age", "5.6.1" },
  { "Domain=.Example.org", "Goes to Example.org and every host below it.", "5.6.3" },
  { "Domain", "Names no domain", "5.6.3" },
  { "Domain=a.org; Domain=b.org", "Does not count: a later one", "5.6.3" },
  { "Path=/", "Goes to every path of the host.", "5.6.4" },
  { "Path=/a", "Goes to /a and what is below it.", "5.6.4" },
  { "Path=a", "Does not begin with “/”", "5.6.4" },
  { "Secure", "https only", "5.6.5" },
  { "HttpOnly", "scripts of the page cannot read it", "5.6.6" },
  { "SameSite=strict", "only from pages of the same site", "5.6.7" },
  { "SameSite=Lax", "only when a link is followed", "5.6.7" },
  { "SameSite=None", "from pages of every site", "5.6.7" },
  { "SameSite=x", "counts as not said", "5.6.7" },
  { "Partitioned", "keeps it apart", "" },
  { "Priority=High", "Not an attribute of cookies: ignored.", "5.6" },
};

static void
check (const char *attribute,
       const char *words,
       const char *section)
{
  g_autofree char *line = g_strconcat ("a=b; ", attribute, NULL);
  gsize control;
  g_autoptr (RtSetCookie) set = rt_set_cookie_parse (line, strlen (line), &control);
  const char *found = NULL;
  g_autofree char *said =
    rt_cookie_dup_attribute_words (g_ptr_array_index (set->attributes, 0), NOW, &found);

  g_test_message ("%s: %s", attribute, said);
  g_assert_nonnull (strstr (said, words));
  g_assert_true (g_str_has_suffix (said, "."));
  g_assert_cmpstr (found, ==, section);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].attribute, cases[i].words, cases[i].section);
}

static void
test_too_long (void)
{
  g_autofree char *long_path = g_strnfill (1100, '/');
  g_autofree char *attribute = g_strconcat ("Path=", long_path, NULL);

  check (attribute, "longer than 1024 bytes", "5.6");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/attribute-words/table", test_table);
  g_test_add_func ("/cookies/attribute-words/too-long", test_too_long);

  return g_test_run ();
}
