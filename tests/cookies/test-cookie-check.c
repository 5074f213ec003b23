/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-check.c. */

#include "cookie-check.h"

#include "cookie-samples.h"

static const struct
{
  RtCookieParts parts;
  const char   *why; /* NULL: it is fine */
  RtCookiePart  part;
} cases[] = {
  { { "a", "b", "example.org", "/", -1, 0, TRUE }, NULL, 0 },
  { { "a", "", "example.org", "/x y", NOW + 1, 0, FALSE }, NULL, 0 },
  { { "", "b=c", "127.0.0.1", "/", -1, 0, TRUE }, NULL, 0 },
  { { "", "", "example.org", "/", -1, 0, TRUE }, "a name or a value", RT_COOKIE_PART_NAME },
  { { "a=", "b", "example.org", "/", -1, 0, TRUE }, "“;”, “=”", RT_COOKIE_PART_NAME },
  { { "a;", "b", "example.org", "/", -1, 0, TRUE }, "“;”, “=”", RT_COOKIE_PART_NAME },
  { { "a\r", "b", "example.org", "/", -1, 0, TRUE }, "control", RT_COOKIE_PART_NAME },
  { { " a", "b", "example.org", "/", -1, 0, TRUE }, "blank", RT_COOKIE_PART_NAME },
  { { "a", "b;c", "example.org", "/", -1, 0, TRUE }, "“;”", RT_COOKIE_PART_VALUE },
  { { "a", "b\n", "example.org", "/", -1, 0, TRUE }, "control", RT_COOKIE_PART_VALUE },
  { { "a", "b ", "example.org", "/", -1, 0, TRUE }, "blank", RT_COOKIE_PART_VALUE },
  { { "a", "b", "", "/", -1, 0, TRUE }, "needs a host", RT_COOKIE_PART_DOMAIN },
  { { "a", "b", "127.0.0.1", "/", -1, 0, FALSE }, "no hosts below", RT_COOKIE_PART_DOMAIN },
  { { "a", "b", "org", "/", -1, 0, FALSE }, "public suffix", RT_COOKIE_PART_DOMAIN },
  { { "a", "b", "org", "/", -1, 0, TRUE }, NULL, 0 },
  { { "a", "b", "example.org", "x", -1, 0, TRUE }, "begins with", RT_COOKIE_PART_PATH },
  { { "a", "b", "example.org", "", -1, 0, TRUE }, "begins with", RT_COOKIE_PART_PATH },
  { { "a", "b", "example.org", "/;", -1, 0, TRUE }, "“;”", RT_COOKIE_PART_PATH },
  { { "a", "b", "example.org", "/", NOW, 0, TRUE }, "has passed", RT_COOKIE_PART_EXPIRES },
  { { "__Secure-a", "b", "example.org", "/", -1, 0, TRUE }, "needs Secure",
    RT_COOKIE_PART_WHOLE },
  { { "__Host-a", "b", "example.org", "/x", -1, 0, TRUE, TRUE }, "Path=/",
    RT_COOKIE_PART_WHOLE },
  { { "__Host-a", "b", "example.org", "/", -1, 0, FALSE, TRUE }, "Domain",
    RT_COOKIE_PART_WHOLE },
  { { "__Host-a", "b", "example.org", "/", -1, 0, TRUE, TRUE }, NULL, 0 },
  { { "a", "b", "example.org", "/", -1, 0, TRUE, FALSE, FALSE, FALSE, RT_SAME_SITE_NONE },
    "SameSite=None needs Secure", RT_COOKIE_PART_WHOLE },
  { { "a", "b", "example.org", "/", -1, 0, TRUE, FALSE, FALSE, TRUE }, "Partitioned needs",
    RT_COOKIE_PART_WHOLE },
};

static void
test_table (void)
{
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtCookiePart part;
      g_autofree char *why = rt_cookie_check (&cases[i].parts, suffixes, NOW, &part);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, why != NULL ? why : "fine");
      g_assert_cmpint (why != NULL, ==, cases[i].why != NULL);
      if (why != NULL)
        {
          g_assert_nonnull (strstr (why, cases[i].why));
          g_assert_cmpint (part, ==, cases[i].part);
        }
    }
}

static void
test_size (void)
{
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);
  g_autofree char *value = g_strnfill (4096, 'v');
  const RtCookieParts parts = { "a", value, "example.org", "/", -1, 0, TRUE };
  RtCookiePart part;
  g_autofree char *why = rt_cookie_check (&parts, suffixes, NOW, &part);

  g_assert_nonnull (strstr (why, "4097 bytes"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/check/table", test_table);
  g_test_add_func ("/cookies/check/size", test_size);

  return g_test_run ();
}
