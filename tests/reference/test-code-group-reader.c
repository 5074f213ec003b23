/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the reader takes out of a <group>, and what it refuses. */

#include "code-group-reader.h"

#include "reference-samples.h"

#define FILE_NAME "look-alikes.xml"
#define TEXTS "<question>Q?</question><answer>A.</answer><next>N.</next>"
#define MEMBER(attributes) "<member " attributes ">" TEXTS "</member>"
#define TITLES "<title>T</title><summary>S.</summary>"
#define GROUP(attributes, inside) "<group " attributes ">" inside "</group>"
#define GROUPS(inside) "<look-alikes>" inside "</look-alikes>"
#define TWO MEMBER ("code='404'") MEMBER ("code='410'")

static RtCatalogue *
load (const char  *groups,
      GError     **error)
{
  g_autoptr (GBytes) classes = make_bytes (CLASSES);
  g_autoptr (GBytes) text = make_bytes (groups);
  g_autoptr (GBytes) codes = make_bytes (CODES (CODE ("404", "") CODE ("410", "")));
  g_autoptr (GBytes) redirects = make_bytes (CODES (
    "<code number='303' state='registered' content='yes' cacheable='no' method='get'>"
    CODE_TEXTS "<method-note>N.</method-note>" CODE_END
    "<code number='304' state='registered' content='yes' cacheable='no' method='none'>"
    CODE_TEXTS "<method-note>N.</method-note>" CODE_END
    "<code number='308' state='registered' content='yes' cacheable='no' method='kept'>"
    CODE_TEXTS "<method-note>N.</method-note>" CODE_END));
  const RtReferenceSource sources[] = {
    { FILE_NAME, text }, /* before what it names */
    { "classes.xml", classes },
    { "status-codes-4xx.xml", codes },
    { "status-codes-3xx.xml", redirects },
  };

  return rt_catalogue_load (sources, G_N_ELEMENTS (sources), error);
}

static void
test_codes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue =
    load (GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO)), &error);
  RtCodeGroup *group;
  const RtGroupMember *member;

  g_assert_no_error (error);
  group = rt_catalogue_find_group (catalogue, "a");
  g_assert_cmpstr (rt_code_group_get_title (group), ==, "T");
  g_assert_cmpstr (rt_code_group_get_summary (group), ==, "S.");
  g_assert_false (rt_code_group_is_redirects (group));
  member = g_ptr_array_index (rt_code_group_get_members (group), 1);
  g_assert_cmpint (member->code, ==, 410);
  g_assert_cmpstr (member->question, ==, "Q?");
  g_assert_cmpstr (member->answer, ==, "A.");
  g_assert_cmpstr (member->next, ==, "N.");
  g_assert_false (member->permanent);
}

static void
test_redirects (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue =
    load (GROUPS (GROUP ("id='r' kind='redirects'", TITLES MEMBER ("code='303' permanent='no'")
                         MEMBER ("code='308' permanent='yes'"))), &error);
  RtCodeGroup *group;

  g_assert_no_error (error);
  group = rt_catalogue_find_group_of (catalogue, 308);
  g_assert_true (rt_code_group_is_redirects (group));
  g_assert_false (rt_code_group_find_member (group, 303)->permanent);
  g_assert_true (rt_code_group_find_member (group, 308)->permanent);
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; const char *says; } cases[] = {
    { GROUPS ("<set/>"), RT_REFERENCE_ERROR_UNKNOWN, "<set>" },
    { "<look-alikes a='b'/>", RT_REFERENCE_ERROR_UNKNOWN, "'a'" },
    { "<entries/>", RT_REFERENCE_ERROR_UNKNOWN, "<entries>" },
    { GROUPS (GROUP ("kind='codes'", TITLES TWO)), RT_REFERENCE_ERROR_MISSING, "'id'" },
    { GROUPS (GROUP ("id='a'", TITLES TWO)), RT_REFERENCE_ERROR_MISSING, "'kind'" },
    { GROUPS (GROUP ("id='a' kind='all'", TITLES TWO)), RT_REFERENCE_ERROR_VALUE, "all" },
    { GROUPS (GROUP ("id='a' kind='codes'", "<title>T</title>" TWO)), RT_REFERENCE_ERROR_MISSING,
      "summary" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES MEMBER ("code='404'"))),
      RT_REFERENCE_ERROR_MISSING, "fewer than two" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO MEMBER ("code='404'"))),
      RT_REFERENCE_ERROR_DUPLICATE, "404 twice" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES MEMBER ("") MEMBER ("code='404'"))),
      RT_REFERENCE_ERROR_MISSING, "'code'" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES MEMBER ("code='40'") MEMBER ("code='404'"))),
      RT_REFERENCE_ERROR_VALUE, "'40'" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO MEMBER ("code='499'"))),
      RT_REFERENCE_ERROR_DANGLING, "499" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO
                     "<member code='303'><question>Q?</question><answer>A.</answer></member>")),
      RT_REFERENCE_ERROR_MISSING, "next" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO MEMBER ("code='303' permanent='no'"))),
      RT_REFERENCE_ERROR_UNKNOWN, "permanent" },
    { GROUPS (GROUP ("id='a' kind='redirects'", TITLES MEMBER ("code='303'")
                     MEMBER ("code='308' permanent='yes'"))),
      RT_REFERENCE_ERROR_MISSING, "permanent" },
    { GROUPS (GROUP ("id='a' kind='redirects'", TITLES MEMBER ("code='304' permanent='no'")
                     MEMBER ("code='308' permanent='yes'"))),
      RT_REFERENCE_ERROR_VALUE, "304, which is no redirect" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO)
              GROUP ("id='b' kind='codes'", TITLES MEMBER ("code='303'") MEMBER ("code='410'"))),
      RT_REFERENCE_ERROR_DUPLICATE, "another group" },
    { GROUPS (GROUP ("id='a' kind='codes'", TITLES TWO)
              GROUP ("id='a' kind='codes'", TITLES MEMBER ("code='303'") MEMBER ("code='308'"))),
      RT_REFERENCE_ERROR_DUPLICATE, "'a' a second time" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtCatalogue) catalogue = load (cases[i].text, &error);

      g_assert_null (catalogue);
      if (error->domain != RT_REFERENCE_ERROR || error->code != cases[i].code ||
          !g_str_has_prefix (error->message, FILE_NAME ":") ||
          strstr (error->message, cases[i].says) == NULL)
        g_error ("%s: says %d '%s'", cases[i].text, error->code, error->message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/code-group-reader/codes", test_codes);
  g_test_add_func ("/reference/code-group-reader/redirects", test_redirects);
  g_test_add_func ("/reference/code-group-reader/refused", test_refused);

  return g_test_run ();
}
