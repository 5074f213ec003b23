/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/request.c. */

#include "request.h"

#include <glib/gstdio.h>
#include <string.h>

#include "failure.h"
#include "request-private.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Sets @name to a value of @which (1 or 2; 0 is the default or NULL). */
static void
set (RtRequest  *request,
     GParamSpec *pspec,
     guint       which)
{
  static const char *const texts[] = { NULL, "A", "B" };
  static RtCookieJar *jars[3];

  if (pspec->value_type == RT_TYPE_COOKIE_JAR)
    {
      if (jars[which] == NULL)
        jars[which] = rt_cookie_jar_new (NULL);
      g_object_set (request, pspec->name, jars[which], NULL);
    }
  else if (pspec->value_type == G_TYPE_STRING)
    g_object_set (request, pspec->name, texts[which], NULL);
  else
    g_object_set (request, pspec->name, which - 1, NULL);
}

/* The notify contract of every writable property, and "changed" with it. */
static void
test_notify (void)
{
  g_autofree GParamSpec **pspecs = NULL;
  g_autoptr(GTypeClass) klass = g_type_class_ref (RT_TYPE_REQUEST);
  guint n_pspecs;
  guint n_checked = 0;

  pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      RtRequest *request = rt_request_new ();
      g_autofree char *signal = g_strconcat ("notify::", pspecs[i]->name, NULL);
      guint notified = 0;
      guint changed = 0;

      if ((pspecs[i]->flags & G_PARAM_WRITABLE) != 0)
        {
          set (request, pspecs[i], 1);
          g_signal_connect_swapped (request, signal, G_CALLBACK (count_cb), &notified);
          g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
          set (request, pspecs[i], 1);
          g_assert_cmpuint (notified, ==, 0);
          set (request, pspecs[i], 2);
          g_assert_cmpuint (notified, ==, 1);
          set (request, pspecs[i], 2);
          g_assert_cmpuint (notified, ==, 1);
          set (request, pspecs[i], 1);
          g_assert_cmpuint (notified, ==, 2);
          g_assert_cmpuint (changed, ==, 2);
          n_checked++;
        }
      g_assert_finalize_object (request);
    }
  g_assert_cmpuint (n_checked, ==, 17);
}

static void
test_defaults (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  g_assert_cmpstr (rt_request_get_method (request), ==, "GET");
  g_assert_cmpstr (rt_request_get_url (request), ==, "");
  g_assert_cmpint (rt_request_get_content_kind (request), ==, RT_CONTENT_NONE);
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "");
  g_assert_cmpstr (rt_request_get_text (request), ==, "");
  g_assert_null (rt_request_get_content_file (request));
  g_assert_true (rt_request_get_follow (request));
  g_assert_cmpuint (rt_request_get_max_redirects (request), ==, 20);
  g_assert_cmpuint (rt_request_get_timeout (request), ==, 0);
  g_assert_cmpuint (rt_request_get_idle_timeout (request), ==, 60);
  g_assert_cmpint (rt_request_get_protocol (request), ==, RT_PROTOCOL_HTTP1);
  g_assert_false (rt_request_get_insecure (request));
  g_assert_null (rt_request_get_ca_file (request));
  g_assert_null (rt_request_get_proxy (request));

  /* never NULL where it says so */
  g_object_set (request, "method", NULL, "url", NULL, "media-type", NULL, "text", NULL, NULL);
  g_assert_cmpstr (rt_request_get_method (request), ==, "");
  g_assert_cmpstr (rt_request_get_url (request), ==, "");
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "");
  g_assert_cmpstr (rt_request_get_text (request), ==, "");
}

static void
test_items_change_it (void)
{
  RtRequest *request = rt_request_new ();
  GListStore *lists[] = { rt_request_get_fields (request), rt_request_get_form_items (request) };
  guint changed = 0;

  g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(RtPair) pair = rt_pair_new ("n", "v");

      changed = 0;
      g_list_store_append (lists[i], pair);
      g_assert_cmpuint (changed, ==, 1);
      rt_pair_set_value (pair, "w");
      g_assert_cmpuint (changed, ==, 2);
      rt_pair_set_value (pair, "w");
      g_assert_cmpuint (changed, ==, 2);
      rt_pair_set_enabled (pair, FALSE);
      g_assert_cmpuint (changed, ==, 3);

      /* twice in the list, and still told once */
      g_list_store_append (lists[i], pair);
      g_assert_cmpuint (changed, ==, 4);
      rt_pair_set_name (pair, "m");
      g_assert_cmpuint (changed, ==, 5);
      g_list_store_remove_all (lists[i]);
      g_assert_cmpuint (changed, ==, 6);
    }
  g_assert_finalize_object (request);
}

/* A pair that lives longer than its request does no harm. */
static void
test_item_outlives (void)
{
  g_autoptr(RtPair) pair = rt_pair_new ("n", "v");
  RtRequest *request = rt_request_new ();

  g_list_store_append (rt_request_get_fields (request), pair);
  g_assert_finalize_object (request);
  rt_pair_set_value (pair, "w");
}

static void
test_copy (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtPair) item = rt_pair_new ("i", "1");
  g_autoptr(RtPair) copied_field = NULL;
  g_autoptr(RtPair) copied_item = NULL;
  RtRequest *copy;
  guint changed = 0;

  g_object_set (request, "method", "PUT", "url", "u", "content-kind", RT_CONTENT_FILE,
                "media-type", "a/b", "text", "t", "content-file", "/f", "follow", FALSE,
                "max-redirects", 3, "timeout", 4, "idle-timeout", 5, "protocol", RT_PROTOCOL_HTTP2,
                "insecure", TRUE, "ca-file", "/c", "proxy", "p", NULL);
  rt_request_add_field (request, "F", "1");
  rt_pair_set_file (item, "/g");
  g_list_store_append (rt_request_get_form_items (request), item);
  rt_request_set_automatic_removed (request, "User-Agent", TRUE);

  copy = rt_request_copy (request);
  g_assert_cmpstr (rt_request_get_boundary (copy), ==, rt_request_get_boundary (request));
  g_signal_connect_swapped (copy, "changed", G_CALLBACK (count_cb), &changed);
  copied_field = g_list_model_get_item (G_LIST_MODEL (rt_request_get_fields (copy)), 0);
  copied_item = g_list_model_get_item (G_LIST_MODEL (rt_request_get_form_items (copy)), 0);

  /* nothing that is done to the original reaches it */
  g_object_set (request, "method", "GET", "url", "", "content-kind", RT_CONTENT_NONE,
                "media-type", "", "text", "", "content-file", NULL, "follow", TRUE,
                "max-redirects", 0, "timeout", 0, "idle-timeout", 0, "protocol", 0,
                "insecure", FALSE, "ca-file", NULL, "proxy", NULL, NULL);
  rt_pair_set_value (item, "2");
  g_list_store_remove_all (rt_request_get_fields (request));
  rt_request_set_automatic_removed (request, "User-Agent", FALSE);
  g_assert_cmpuint (changed, ==, 0);

  g_assert_cmpstr (rt_request_get_method (copy), ==, "PUT");
  g_assert_cmpstr (rt_request_get_url (copy), ==, "u");
  g_assert_cmpint (rt_request_get_content_kind (copy), ==, RT_CONTENT_FILE);
  g_assert_cmpstr (rt_request_get_media_type (copy), ==, "a/b");
  g_assert_cmpstr (rt_request_get_text (copy), ==, "t");
  g_assert_cmpstr (rt_request_get_content_file (copy), ==, "/f");
  g_assert_false (rt_request_get_follow (copy));
  g_assert_cmpuint (rt_request_get_max_redirects (copy), ==, 3);
  g_assert_cmpuint (rt_request_get_timeout (copy), ==, 4);
  g_assert_cmpuint (rt_request_get_idle_timeout (copy), ==, 5);
  g_assert_cmpint (rt_request_get_protocol (copy), ==, RT_PROTOCOL_HTTP2);
  g_assert_true (rt_request_get_insecure (copy));
  g_assert_cmpstr (rt_request_get_ca_file (copy), ==, "/c");
  g_assert_cmpstr (rt_request_get_proxy (copy), ==, "p");
  g_assert_cmpstr (rt_pair_get_name (copied_field), ==, "F");
  g_assert_cmpstr (rt_pair_get_value (copied_item), ==, "1");
  g_assert_cmpstr (rt_pair_get_file (copied_item), ==, "/g");
  g_assert_true (rt_request_get_automatic_removed (copy, "user-agent"));

  /* and its own items change it */
  rt_pair_set_value (copied_field, "3");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_finalize_object (copy);
}

static char *
describe_automatic (RtRequest *request)
{
  g_autoptr(GPtrArray) list = rt_request_dup_automatic_fields (request);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const RtAutomaticField *field = g_ptr_array_index (list, i);

      g_assert_cmpstr (field->reason, !=, "");
      g_assert_cmpstr (field->value, !=, "");
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", field->name);
      if (g_str_equal (field->name, "Content-Length"))
        g_string_append_printf (text, "=%s", field->value);
    }

  return g_string_free (text, FALSE);
}

static void
check_automatic (RtRequest  *request,
                 const char *expected)
{
  g_autofree char *text = describe_automatic (request);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_automatic_content (void)
{
  static const struct
  {
    const char   *method;
    RtContentKind kind;
    const char   *media_type;
    const char   *expected; /* after the three that are always there */
  } cases[] = {
    { "GET", RT_CONTENT_NONE, "", "" },
    { "HEAD", RT_CONTENT_NONE, "", "" },
    { "DELETE", RT_CONTENT_NONE, "", "" },
    { "POST", RT_CONTENT_NONE, "", " Content-Length=0" },
    { "PUT", RT_CONTENT_NONE, "a/b", " Content-Length=0" },
    { "PATCH", RT_CONTENT_NONE, "", " Content-Length=0" },
    { "POST", RT_CONTENT_TEXT, "", " Content-Length=4" },
    { "GET", RT_CONTENT_TEXT, "text/plain", " Content-Type Content-Length=4" },
    { "POST", RT_CONTENT_FORM, "ignored", " Content-Type Content-Length=5" },
    { "POST", RT_CONTENT_FILE, "a/b", " Content-Type Content-Length=3" },
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-request-XXXXXX", NULL);
  int fd = g_mkstemp (path);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autoptr(RtPair) item = rt_pair_new ("a", "b c");
      g_autofree char *expected =
        g_strconcat ("Host User-Agent Accept-Encoding", cases[i].expected, NULL);

      g_object_set (request, "url", "http://a/", "method", cases[i].method, "content-kind",
                    cases[i].kind, "media-type", cases[i].media_type, "text", "t\303\251x",
                    "content-file", path, NULL);
      g_list_store_append (rt_request_get_form_items (request), item);
      check_automatic (request, expected);
    }
  g_unlink (path);
}

static void
test_automatic_multipart (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GPtrArray) list = NULL;
  const RtAutomaticField *type;

  g_object_set (request, "url", "http://a/", "content-kind", RT_CONTENT_MULTIPART, NULL);
  list = rt_request_dup_automatic_fields (request);
  g_assert_cmpuint (list->len, ==, 5);
  type = g_ptr_array_index (list, 3);
  g_assert_true (g_str_has_prefix (type->value, "multipart/form-data; boundary=roundtrip-"));
  g_assert_true (g_str_has_suffix (type->value, rt_request_get_boundary (request)));
}

/* A typed field replaces it, in any case, but only an enabled one. */
static void
test_automatic_replaced (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtPair) pair = rt_pair_new ("uSER-aGENT", "");

  g_object_set (request, "url", "a.example", "method", "POST", NULL);
  g_list_store_append (rt_request_get_fields (request), pair);
  check_automatic (request, "Host Accept-Encoding Content-Length=0");
  rt_pair_set_enabled (pair, FALSE);
  check_automatic (request, "Host User-Agent Accept-Encoding Content-Length=0");
  rt_request_add_field (request, "transfer-encoding", "chunked");
  check_automatic (request, "Host User-Agent Accept-Encoding");
  rt_request_add_field (request, "HOST", "b");
  check_automatic (request, "User-Agent Accept-Encoding");
}

static void
test_automatic_removed (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  guint changed = 0;

  g_object_set (request, "url", "a.example", NULL);
  g_signal_connect_swapped (request, "changed", G_CALLBACK (count_cb), &changed);
  rt_request_set_automatic_removed (request, "ACCEPT-encoding", TRUE);
  rt_request_set_automatic_removed (request, "Accept-Encoding", TRUE);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (rt_request_get_automatic_removed (request, "accept-encoding"));
  check_automatic (request, "Host User-Agent");
  rt_request_set_automatic_removed (request, "host", TRUE);
  check_automatic (request, "User-Agent");
  rt_request_set_automatic_removed (request, "Accept-Encoding", FALSE);
  rt_request_set_automatic_removed (request, "Accept-Encoding", FALSE);
  g_assert_cmpuint (changed, ==, 3);
  check_automatic (request, "User-Agent Accept-Encoding");
}

/* Half a request has automatic fields too. */
static void
test_automatic_half (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  check_automatic (request, "User-Agent Accept-Encoding");
  g_object_set (request, "url", "http://", "method", "", "content-kind", RT_CONTENT_FILE, NULL);
  check_automatic (request, "User-Agent Accept-Encoding");
}

static void
test_validate (void)
{
  static const struct
  {
    const char *property, *value;
    const char *name, *field;
    int         code;
    const char *words;
  } cases[] = {
    { "url", "", NULL, NULL, RT_ENGINE_ERROR_URL, "no URL" },
    { "url", "ftp://a", NULL, NULL, RT_ENGINE_ERROR_SCHEME, "ftp:" },
    { "url", "http://a b", NULL, NULL, RT_ENGINE_ERROR_HOST, "position 2" },
    { "method", "", NULL, NULL, RT_ENGINE_ERROR_METHOD, "no method" },
    { "method", "GE T", NULL, NULL, RT_ENGINE_ERROR_METHOD, "position 3" },
    { "method", "\303\251\303\251", NULL, NULL, RT_ENGINE_ERROR_METHOD, "position 1" },
    { "method", "CONNECT", NULL, NULL, RT_ENGINE_ERROR_METHOD, "CONNECT" },
    { NULL, NULL, "a b", "", RT_ENGINE_ERROR_FIELD, "Header 2: the name “a b”" },
    { NULL, NULL, "", "x", RT_ENGINE_ERROR_FIELD, "Header 2 has a value but no name" },
    { NULL, NULL, "X", "a\nb", RT_ENGINE_ERROR_FIELD, "“X” contains a line end at position 2" },
    { NULL, NULL, "X", "a\rb", RT_ENGINE_ERROR_FIELD, "position 2" },
    { NULL, NULL, "X", "ab\r\nY: c", RT_ENGINE_ERROR_FIELD, "position 3" },
    { NULL, NULL, "X", "ab\r\n c\r\n", RT_ENGINE_ERROR_FIELD, "position 7" },
    { "media-type", "a/b\r\nX: y", NULL, NULL, RT_ENGINE_ERROR_CONTENT, "position 4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autoptr(GError) error = NULL;

      g_object_set (request, "url", "http://a/", "content-kind", RT_CONTENT_TEXT, NULL);
      rt_request_add_field (request, "First", "fine");
      g_assert_true (rt_request_validate (request, &error));
      g_assert_no_error (error);

      if (cases[i].property != NULL)
        g_object_set (request, cases[i].property, cases[i].value, NULL);
      else
        rt_request_add_field (request, cases[i].name, cases[i].field);
      g_assert_false (rt_request_validate (request, &error));
      g_assert_error (error, RT_ENGINE_ERROR, cases[i].code);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("“%s” lacks “%s”", error->message, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/notify", test_notify);
  g_test_add_func ("/request/defaults", test_defaults);
  g_test_add_func ("/request/items-change-it", test_items_change_it);
  g_test_add_func ("/request/item-outlives", test_item_outlives);
  g_test_add_func ("/request/copy", test_copy);
  g_test_add_func ("/request/automatic-content", test_automatic_content);
  g_test_add_func ("/request/automatic-multipart", test_automatic_multipart);
  g_test_add_func ("/request/automatic-replaced", test_automatic_replaced);
  g_test_add_func ("/request/automatic-removed", test_automatic_removed);
  g_test_add_func ("/request/automatic-half", test_automatic_half);
  g_test_add_func ("/request/validate", test_validate);

  return g_test_run ();
}
