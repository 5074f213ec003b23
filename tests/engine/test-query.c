/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/query.c. */

#include "query.h"

#include "pair.h"

/* The parameters as "name=value|name=value", decoded. */
static char *
describe (GPtrArray *parameters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parameters->len; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "",
                            rt_pair_get_name (g_ptr_array_index (parameters, i)),
                            rt_pair_get_value (g_ptr_array_index (parameters, i)));

  return g_string_free (text, FALSE);
}

static GListStore *
to_list (GPtrArray *parameters)
{
  GListStore *list = g_list_store_new (RT_TYPE_PAIR);

  for (guint i = 0; i < parameters->len; i++)
    g_list_store_append (list, g_ptr_array_index (parameters, i));

  return list;
}

static const char *const cases[][2] = {
  { "", "" },
  { "http://a/", "" },
  { "http://a/?", "" },
  { "http://a/?b=c", "b=c" },
  { "a?b", "b=" },
  { "a?b=", "b=" },
  { "a?=c", "=c" },
  { "a?b=c=d", "b=c=d" },
  { "a?b=1&b=2&c", "b=1|b=2|c=" },
  { "a?b+c=%41%2b+%20d", "b c=A+  d" },
  { "a?b=%zz&c=%4&d=%", "b=%zz|c=%4|d=%" },
  { "a?b=%c3%a9", "b=\303\251" },
  { "a?b=%ff+c&d=e+f", "b=%ff+c|d=e f" }, /* no UTF-8: as it is spelt */
  { "a?b=%00", "b=%00" },
  { "a?b=c?d", "b=c?d" },
  { "a?b=c#d?e=f", "b=c" },
  { "a#d?e=f", "" },
  { "a?b;c=d", "b;c=d" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) parameters = rt_query_parse (cases[i][0]);
      g_autofree char *text = describe (parameters);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* Reading and writing back changes no spelling. */
static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) parameters = rt_query_parse (cases[i][0]);
      g_autoptr(GListStore) list = to_list (parameters);
      g_autofree char *url = rt_query_replace (cases[i][0], G_LIST_MODEL (list));

      g_assert_cmpstr (url, ==, parameters->len > 0 || i != 2 ? cases[i][0] : "http://a/");
    }
}

static void
test_edit_one (void)
{
  const char *before = "http://a/?a=%41+b&c=%64&e=%2Fx#f";
  g_autoptr(GPtrArray) parameters = rt_query_parse (before);
  g_autoptr(GListStore) list = to_list (parameters);
  g_autofree char *edited = NULL;
  g_autofree char *disabled = NULL;
  g_autofree char *none = NULL;

  rt_pair_set_value (g_ptr_array_index (parameters, 1), "g h&i=j#k+\303\251%");
  edited = rt_query_replace (before, G_LIST_MODEL (list));
  g_assert_cmpstr (edited, ==,
                   "http://a/?a=%41+b&c=g%20h%26i%3Dj%23k%2B%C3%A9%25&e=%2Fx#f");

  rt_pair_set_enabled (g_ptr_array_index (parameters, 1), FALSE);
  disabled = rt_query_replace (before, G_LIST_MODEL (list));
  g_assert_cmpstr (disabled, ==, "http://a/?a=%41+b&e=%2Fx#f");

  g_list_store_remove_all (list);
  none = rt_query_replace (before, G_LIST_MODEL (list));
  g_assert_cmpstr (none, ==, "http://a/#f");
}

static void
test_add (void)
{
  static const char *const urls[][2] = {
    { "http://a", "http://a?n%3D=v" },
    { "http://a#b", "http://a?n%3D=v#b" },
    { "http://a?#b?c", "http://a?n%3D=v#b?c" },
    { "", "?n%3D=v" },
  };
  g_autoptr(GListStore) list = g_list_store_new (RT_TYPE_PAIR);
  g_autoptr(RtPair) pair = rt_pair_new ("n=", "v");
  g_autoptr(RtPair) blank = rt_pair_new ("", "");

  g_list_store_append (list, pair);
  g_list_store_append (list, blank);
  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *url = rt_query_replace (urls[i][0], G_LIST_MODEL (list));

      g_assert_cmpstr (url, ==, urls[i][1]);
    }
}

/* What is written decodes to what was meant. */
static void
test_any_text (void)
{
  for (guint c = 1; c < 0x250; c++)
    {
      char text[16];
      g_autofree char *url = NULL;
      g_autoptr(GListStore) list = g_list_store_new (RT_TYPE_PAIR);
      g_autoptr(RtPair) pair = NULL;
      g_autoptr(GPtrArray) back = NULL;

      text[g_unichar_to_utf8 (c, text)] = '\0';
      pair = rt_pair_new (text, text);
      g_list_store_append (list, pair);
      url = rt_query_replace ("http://a/?x#y", G_LIST_MODEL (list));
      back = rt_query_parse (url);
      g_assert_cmpuint (back->len, ==, 1);
      g_assert_cmpstr (rt_pair_get_name (g_ptr_array_index (back, 0)), ==, text);
      g_assert_cmpstr (rt_pair_get_value (g_ptr_array_index (back, 0)), ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/parse", test_parse);
  g_test_add_func ("/query/round-trip", test_round_trip);
  g_test_add_func ("/query/edit-one", test_edit_one);
  g_test_add_func ("/query/add", test_add);
  g_test_add_func ("/query/any-text", test_any_text);

  return g_test_run ();
}
