/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/request-copy.c: nothing of a request is lost on the way
 * to another, and its user information becomes credentials.
 */

#include "request.h"

#include "request-private.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static RtRequest *
make_full (void)
{
  RtRetryPolicy retry = rt_retry_policy_default;
  RtRequest *request = rt_request_new ();
  g_autoptr(RtPair) item = rt_pair_new ("i", "1");

  g_object_set (request, "method", "PUT", "url", "u", "content-kind", RT_CONTENT_FILE,
                "media-type", "a/b", "text", "t", "content-file", "/f", "follow", FALSE,
                "max-redirects", 3, "timeout", 4, "idle-timeout", 5, "protocol", RT_PROTOCOL_HTTP2,
                "insecure", TRUE, "ca-file", "/c", "proxy", "p", "step", TRUE,
                "use-cookies", FALSE, NULL);
  retry.tries = 7;
  rt_request_set_retry (request, &retry);
  g_object_set (rt_request_get_credentials (request), "user", "ada", "secret", "s", NULL);
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_DIGEST);
  rt_credentials_set_secret (rt_request_get_proxy_credentials (request), "token");
  rt_request_add_field (request, "F", "1");
  rt_pair_set_file (item, "/g");
  rt_pair_set_media_type (item, "c/d");
  g_list_store_append (rt_request_get_form_items (request), item);
  rt_request_set_automatic_removed (request, "User-Agent", TRUE);

  return request;
}

/* Every property of two requests but the lists, which are fixed objects. */
static void
assert_same (RtRequest *a,
             RtRequest *b)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) one = G_VALUE_INIT;
      g_auto(GValue) other = G_VALUE_INIT;

      if ((pspecs[i]->flags & G_PARAM_WRITABLE) == 0)
        continue;
      g_object_get_property (G_OBJECT (a), pspecs[i]->name, &one);
      g_object_get_property (G_OBJECT (b), pspecs[i]->name, &other);
      if (g_param_values_cmp (pspecs[i], &one, &other) != 0)
        g_error ("“%s” is not the same", pspecs[i]->name);
    }
  g_assert_true (rt_retry_policy_equal (rt_request_get_retry (a), rt_request_get_retry (b)));
  g_assert_cmpint (rt_credentials_get_kind (rt_request_get_credentials (a)), ==,
                   rt_credentials_get_kind (rt_request_get_credentials (b)));
  g_assert_cmpstr (rt_credentials_get_secret (rt_request_get_credentials (a)), ==,
                   rt_credentials_get_secret (rt_request_get_credentials (b)));
  g_assert_cmpstr (rt_credentials_get_secret (rt_request_get_proxy_credentials (a)), ==,
                   rt_credentials_get_secret (rt_request_get_proxy_credentials (b)));
  g_assert_cmpint (rt_request_get_automatic_removed (a, "User-Agent"), ==,
                   rt_request_get_automatic_removed (b, "User-Agent"));
  g_assert_cmpstr (rt_request_get_boundary (a), ==, rt_request_get_boundary (b));
}

static void
assert_item (GListStore *list,
             const char *name,
             const char *value,
             const char *file,
             const char *media_type)
{
  g_autoptr(RtPair) pair = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpstr (rt_pair_get_name (pair), ==, name);
  g_assert_cmpstr (rt_pair_get_value (pair), ==, value);
  g_assert_cmpstr (rt_pair_get_file (pair), ==, file);
  g_assert_cmpstr (rt_pair_get_media_type (pair), ==, media_type);
}

static void
test_copy (void)
{
  g_autoptr(RtRequest) request = make_full ();
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(RtRequest) copy = NULL;

  rt_request_set_cookie_jar (request, jar);
  copy = rt_request_copy (request);
  assert_same (request, copy);
  assert_item (rt_request_get_fields (copy), "F", "1", NULL, "");
  assert_item (rt_request_get_form_items (copy), "i", "1", "/g", "c/d");
  g_assert_true (rt_request_get_credentials (copy) != rt_request_get_credentials (request));
  g_assert_true (rt_request_get_cookie_jar (copy) == jar);
}

static void
test_assign (void)
{
  g_autoptr(RtRequest) full = make_full ();
  g_autoptr(RtRequest) empty = rt_request_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  guint changed = 0;

  rt_request_set_automatic_removed (request, "Host", TRUE);
  g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
  rt_request_assign (request, full);
  g_assert_cmpuint (changed, ==, 1);
  assert_same (request, full);
  assert_item (rt_request_get_fields (request), "F", "1", NULL, "");
  g_assert_false (rt_request_get_automatic_removed (request, "Host"));

  /* the same again changes nothing, and its own items are its own */
  rt_request_assign (request, full);
  rt_request_assign (request, request);
  g_assert_cmpuint (changed, ==, 1);
  rt_request_add_field (full, "G", "2");
  g_assert_cmpuint (changed, ==, 1);
  assert_item (rt_request_get_fields (request), "F", "1", NULL, "");
  rt_request_assign (request, full);
  g_assert_cmpuint (changed, ==, 2);

  rt_request_assign (request, empty);
  g_assert_cmpuint (changed, ==, 3);
  assert_same (request, empty);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rt_request_get_form_items (request))),
                    ==, 0);

  /* the jar is the window's, not the text's */
  rt_request_set_cookie_jar (request, jar);
  rt_request_assign (request, full);
  g_assert_true (rt_request_get_cookie_jar (request) == jar);
}

static void
test_move_userinfo (void)
{
  static const struct
  {
    const char       *url;
    RtCredentialsKind kind;
    gboolean          moved;
    const char       *url_after, *user, *secret;
    RtCredentialsKind kind_after;
  } cases[] = {
    { "http://u:p@h/x", RT_CREDENTIALS_NONE, TRUE, "http://h/x", "u", "p", RT_CREDENTIALS_USER },
    { "u:p@h", RT_CREDENTIALS_NONE, FALSE, "u:p@h", "", "", RT_CREDENTIALS_NONE },
    { "http://u:p@h/", RT_CREDENTIALS_DIGEST, TRUE, "http://h/", "u", "p", RT_CREDENTIALS_DIGEST },
    { "http://u:p@h/", RT_CREDENTIALS_BASIC, TRUE, "http://h/", "u", "p", RT_CREDENTIALS_BASIC },
    { "http://u@h/", RT_CREDENTIALS_BEARER, TRUE, "http://h/", "u", "", RT_CREDENTIALS_USER },
    { "http://a%3Ab:c%20d@h/", RT_CREDENTIALS_NONE, TRUE, "http://h/", "a:b", "c d",
      RT_CREDENTIALS_USER },
    { "http://@h/", RT_CREDENTIALS_NONE, FALSE, "http://h/", "", "", RT_CREDENTIALS_NONE },
    { "http://h/?u:p@x", RT_CREDENTIALS_NONE, FALSE, "http://h/?u:p@x", "", "",
      RT_CREDENTIALS_NONE },
    { "http://u:p@", RT_CREDENTIALS_NONE, FALSE, "http://u:p@", "", "", RT_CREDENTIALS_NONE },
    { "", RT_CREDENTIALS_NONE, FALSE, "", "", "", RT_CREDENTIALS_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      RtCredentials *credentials = rt_request_get_credentials (request);
      guint changed = 0;

      rt_request_set_url (request, cases[i].url);
      rt_credentials_set_kind (credentials, cases[i].kind);
      g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
      g_assert_cmpint (rt_request_move_userinfo (request), ==, cases[i].moved);
      g_assert_cmpstr (rt_request_get_url (request), ==, cases[i].url_after);
      g_assert_cmpstr (rt_credentials_get_user (credentials), ==, cases[i].user);
      g_assert_cmpstr (rt_credentials_get_secret (credentials), ==, cases[i].secret);
      g_assert_cmpint (rt_credentials_get_kind (credentials), ==, cases[i].kind_after);
      g_assert_cmpuint (changed, ==, !g_str_equal (cases[i].url, cases[i].url_after));
    }
}

static void
test_values_are_told (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  RtRetryPolicy retry = rt_retry_policy_default;
  guint changed = 0;

  g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
  rt_request_set_retry (request, &retry);
  g_assert_cmpuint (changed, ==, 0);
  retry.tries = 2;
  rt_request_set_retry (request, &retry);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (rt_request_get_retry (request)->tries, ==, 2);
  rt_credentials_set_user (rt_request_get_credentials (request), "u");
  rt_credentials_set_user (rt_request_get_proxy_credentials (request), "u");
  g_assert_cmpuint (changed, ==, 3);
}

/* One serves until something changes, whatever it is. */
static void
test_snapshot (void)
{
  g_autoptr(RtRequest) request = make_full ();
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(RtRequest) other = rt_request_copy (request);
  g_autoptr(RtPair) field = g_list_model_get_item (G_LIST_MODEL (rt_request_get_fields (request)), 0);
  g_autoptr(RtRequest) first = rt_request_dup_snapshot (request);

  rt_request_set_url (other, "other");
  for (guint change = 0; change < 8; change++)
    {
      g_autoptr(RtRequest) before = rt_request_dup_snapshot (request);
      g_autoptr(RtRequest) again = rt_request_dup_snapshot (request);
      g_autoptr(RtRequest) after = NULL;

      g_assert_true (before == again && before != request);
      switch (change)
        {
        case 0: rt_request_set_method (request, "DELETE"); break;
        case 1: rt_pair_set_value (field, "2"); break;
        case 2: rt_request_add_field (request, "G", "1"); break;
        case 3: rt_credentials_set_user (rt_request_get_credentials (request), "bob"); break;
        case 4: rt_request_set_retry (request, &rt_retry_policy_default); break;
        case 5: rt_request_set_automatic_removed (request, "Host", TRUE); break;
        case 6: rt_request_set_cookie_jar (request, jar); break;
        default: rt_request_assign (request, other); break;
        }
      after = rt_request_dup_snapshot (request);
      g_assert_true (after != before);
      assert_same (after, request);
    }
  assert_item (rt_request_get_fields (first), "F", "1", NULL, "");
  g_assert_cmpstr (rt_request_get_method (first), ==, "PUT");
}

/* What somebody else still holds of a request that is gone may change. */
static void
test_parts_outlive (void)
{
  RtRequest *request = make_full ();
  g_autoptr(GListStore) fields = g_object_ref (rt_request_get_fields (request));
  g_autoptr(GListStore) items = g_object_ref (rt_request_get_form_items (request));
  g_autoptr(RtCredentials) credentials = g_object_ref (rt_request_get_credentials (request));

  g_assert_finalize_object (request);
  g_list_store_remove_all (fields);
  g_list_store_remove_all (items);
  rt_credentials_set_user (credentials, "bob");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request-copy/copy", test_copy);
  g_test_add_func ("/request-copy/assign", test_assign);
  g_test_add_func ("/request-copy/move-userinfo", test_move_userinfo);
  g_test_add_func ("/request-copy/values-are-told", test_values_are_told);
  g_test_add_func ("/request-copy/snapshot", test_snapshot);
  g_test_add_func ("/request-copy/parts-outlive", test_parts_outlive);

  return g_test_run ();
}
