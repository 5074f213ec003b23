/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "entity-tag.h"

static void
test_parse (void)
{
  static const struct
  {
    const char        *text;
    RtEntityTagTrouble trouble;
    gboolean           is_weak;
    const char        *opaque;
  } cases[] = {
    { "\"a\"", RT_ENTITY_TAG_GOOD, FALSE, "a" },
    { "\"\"", RT_ENTITY_TAG_GOOD, FALSE, "" },
    { " W/\"a b\" ", RT_ENTITY_TAG_MALFORMED, TRUE, "a b" },
    { "W/\"a\\\"", RT_ENTITY_TAG_GOOD, TRUE, "a\\" },
    { "w/\"a\"", RT_ENTITY_TAG_SMALL_W, TRUE, "a" },
    { "a", RT_ENTITY_TAG_UNQUOTED, FALSE, "a" },
    { "W/a", RT_ENTITY_TAG_UNQUOTED, TRUE, "a" },
    { "\"a", RT_ENTITY_TAG_MALFORMED, FALSE, "\"a" },
    { "\"a\"b\"", RT_ENTITY_TAG_MALFORMED, FALSE, "a\"b" },
    { "\"", RT_ENTITY_TAG_MALFORMED, FALSE, "\"" },
    { "", RT_ENTITY_TAG_MALFORMED, FALSE, "" },
    { "W/", RT_ENTITY_TAG_MALFORMED, TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtEntityTag) tag = rt_entity_tag_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tag->trouble, ==, cases[i].trouble);
      g_assert_cmpint (tag->is_weak, ==, cases[i].is_weak);
      g_assert_cmpstr (tag->opaque, ==, cases[i].opaque);
    }
}

static void
test_lists (void)
{
  g_autoptr(GPtrArray) three = rt_entity_tags_parse ("\"a,b\", W/\"c\\\" ,,\"d\"");
  g_autoptr(GPtrArray) bad = rt_entity_tags_parse ("\"a\", b");
  g_autoptr(GPtrArray) none = rt_entity_tags_parse (" , ");

  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpstr (((RtEntityTag *) three->pdata[0])->opaque, ==, "a,b");
  g_assert_cmpstr (((RtEntityTag *) three->pdata[1])->opaque, ==, "c\\");
  g_assert_null (bad);
  g_assert_null (none);
}

/* The table of RFC 9110 section 8.8.3.2. */
static void
test_compare (void)
{
  static const struct { const char *a; const char *b; gboolean strong; gboolean weak; } cases[] = {
    { "W/\"1\"", "W/\"1\"", FALSE, TRUE }, { "W/\"1\"", "W/\"2\"", FALSE, FALSE },
    { "W/\"1\"", "\"1\"", FALSE, TRUE }, { "\"1\"", "\"1\"", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtEntityTag) a = rt_entity_tag_parse (cases[i].a);
      g_autoptr(RtEntityTag) b = rt_entity_tag_parse (cases[i].b);

      g_assert_cmpint (rt_entity_tag_matches (a, b, TRUE), ==, cases[i].strong);
      g_assert_cmpint (rt_entity_tag_matches (a, b, FALSE), ==, cases[i].weak);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity-tag/parse", test_parse);
  g_test_add_func ("/entity-tag/lists", test_lists);
  g_test_add_func ("/entity-tag/compare", test_compare);

  return g_test_run ();
}
