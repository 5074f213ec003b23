/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of url-parameters.c: the URL and its parameters stay in step. */

#include "config.h"

#include "url-parameters.h"

typedef struct
{
  RtRequest       *request;
  RtUrlParameters *parameters;
  GListModel      *pairs;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->request = rt_request_new ();
  f->parameters = rt_url_parameters_new ();
  f->pairs = G_LIST_MODEL (rt_url_parameters_get_pairs (f->parameters));
  rt_url_parameters_set_request (f->parameters, f->request);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->parameters);
  g_assert_finalize_object (f->request);
}

static void
assert_pairs (Fixture    *f,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (f->pairs); i++)
    {
      g_autoptr (RtPair) pair = g_list_model_get_item (f->pairs, i);

      g_string_append_printf (text, "%s%s=%s;", rt_pair_get_enabled (pair) ? "" : "!",
                              rt_pair_get_name (pair), rt_pair_get_value (pair));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_from_url (Fixture       *f,
               gconstpointer  data)
{
  static const struct { const char *url; const char *pairs; } cases[] = {
    { "http://a/?x=1&y=two+words", "x=1;y=two words;" },
    { "http://a/?x=1", "x=1;" },
    { "http://a/?x=1&x=1&%C3%A9=%zz", "x=1;x=1;é=%zz;" },
    { "http://a/", "" },
    { "", "" },
    { "?q=1#f?g=2", "q=1;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rt_request_set_url (f->request, cases[i].url);
      assert_pairs (f, cases[i].pairs);
      g_assert_cmpstr (rt_request_get_url (f->request), ==, cases[i].url);
    }
}

static void
test_to_url (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (RtPair) pair = rt_pair_new ("n", "a&b");
  g_autoptr (RtPair) first = NULL;

  rt_request_set_url (f->request, "http://a/?x=%7e#f");
  g_list_store_append (G_LIST_STORE (f->pairs), pair);
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/?x=%7e&n=a%26b#f");
  rt_pair_set_value (pair, "c");
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/?x=%7e&n=c#f");
  first = g_list_model_get_item (f->pairs, 0);
  rt_pair_set_enabled (first, FALSE);
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/?n=c#f");
  assert_pairs (f, "!x=~;n=c;");
  g_list_store_remove (G_LIST_STORE (f->pairs), 1);
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/#f");
  rt_pair_set_enabled (first, TRUE);
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/?x=~#f");
}

/* What is switched off stays while the URL is edited, and pairs keep their
 * identity, so that the rows which show them stay. */
static void
test_kept (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (RtPair) first = NULL;
  g_autoptr (RtPair) second = NULL;
  g_autoptr (RtPair) now = NULL;

  rt_request_set_url (f->request, "http://a/?x=1&y=2");
  first = g_list_model_get_item (f->pairs, 0);
  second = g_list_model_get_item (f->pairs, 1);
  rt_pair_set_enabled (first, FALSE);
  rt_request_set_url (f->request, "http://a/?y=3&z=4");
  assert_pairs (f, "!x=1;y=3;z=4;");
  now = g_list_model_get_item (f->pairs, 1);
  g_assert_true (now == second);
}

static void
test_other_request (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (RtRequest) other = rt_request_new ();

  rt_request_set_url (f->request, "http://a/?x=1");
  rt_request_set_url (other, "http://b/?q=2");
  rt_url_parameters_set_request (f->parameters, other);
  assert_pairs (f, "q=2;");
  g_assert_cmpstr (rt_request_get_url (f->request), ==, "http://a/?x=1");
  rt_request_set_url (f->request, "http://a/?x=3");
  assert_pairs (f, "q=2;");
  rt_url_parameters_set_request (f->parameters, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/url-parameters/from-url", test_from_url);
  ADD ("/url-parameters/to-url", test_to_url);
  ADD ("/url-parameters/kept", test_kept);
  ADD ("/url-parameters/other-request", test_other_request);

  return g_test_run ();
}
