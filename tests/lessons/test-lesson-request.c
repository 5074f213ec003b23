/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-request.c: what is filled in, what stays, what is missing. */

#include "config.h"

#include "lesson-request.h"

#include "hops.h"

static RtLessonRequest *
create_request (void)
{
  RtLessonRequest *self = rt_lesson_request_new ();
  RtLessonField *plain = g_slice_new0 (RtLessonField);
  RtLessonField *taken = g_slice_new0 (RtLessonField);

  g_clear_pointer (&self->path, g_free);
  self->path = g_strdup ("/etag/v1?a=1");
  plain->name = g_strdup ("X-Plain");
  plain->value = g_strdup ("p");
  taken->name = g_strdup ("If-Match");
  taken->source = g_slice_new0 (RtLessonSource);
  taken->source->step = 1;
  taken->source->field = g_strdup ("ETag");
  g_ptr_array_add (self->fields, plain);
  g_ptr_array_add (self->fields, taken);

  return self;
}

static char *
dup_fields (RtRequest *request)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      g_string_append_printf (text, "%s: %s|", rt_pair_get_name (pair), rt_pair_get_value (pair));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* All that was edited before is gone, but for what no lesson is about. */
static void
test_fill (void)
{
  g_autoptr(RtLessonRequest) self = create_request ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(RtTrail) trail = hops_new_get ("/", NULL, "200\nETag: \"e\"\n");
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  g_autofree char *fields = NULL;

  g_ptr_array_add (trails, trail);
  rt_request_set_method (request, "PATCH");
  rt_request_set_cookie_jar (request, jar);
  rt_request_set_use_cookies (request, FALSE);
  rt_request_set_timeout (request, 12);
  rt_request_set_idle_timeout (request, 13);
  rt_request_set_insecure (request, TRUE);
  rt_request_set_proxy (request, "http://127.0.0.1:1");
  rt_request_set_step (request, TRUE);
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  rt_request_add_field (request, "Range", "bytes=1-");
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_BEARER);

  g_assert_null (rt_lesson_request_fill (self, request, "http://127.0.0.1:9", trails));
  fields = dup_fields (request);
  g_assert_cmpstr (rt_request_get_method (request), ==, "GET");
  g_assert_cmpstr (rt_request_get_url (request), ==, "http://127.0.0.1:9/etag/v1?a=1");
  g_assert_cmpstr (fields, ==, "X-Plain: p|If-Match: \"e\"|");
  g_assert_true (rt_request_get_follow (request));
  g_assert_false (rt_request_get_step (request));
  g_assert_false (rt_request_get_insecure (request));
  g_assert_null (rt_request_get_proxy (request));
  g_assert_cmpint (rt_request_get_content_kind (request), ==, RT_CONTENT_NONE);
  g_assert_cmpuint (rt_request_get_retry (request)->tries, ==, 0);
  g_assert_cmpint (rt_credentials_get_kind (rt_request_get_credentials (request)), ==,
                   RT_CREDENTIALS_NONE);
  g_assert_true (rt_request_get_cookie_jar (request) == jar);
  g_assert_false (rt_request_get_use_cookies (request));
  g_assert_cmpuint (rt_request_get_timeout (request), ==, 12);
  g_assert_cmpuint (rt_request_get_idle_timeout (request), ==, 13);
  g_assert_true (rt_request_validate (request, NULL));
}

static void
test_rest (void)
{
  g_autoptr(RtLessonRequest) self = rt_lesson_request_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  RtCredentials *credentials = rt_request_get_credentials (request);

  self->follow = FALSE;
  self->tries = 2;
  self->content = g_strdup ("a=1");
  g_clear_pointer (&self->media_type, g_free);
  self->media_type = g_strdup ("application/x-www-form-urlencoded");
  self->credentials = RT_CREDENTIALS_DIGEST;
  g_clear_pointer (&self->user, g_free);
  self->user = g_strdup ("u");
  g_clear_pointer (&self->secret, g_free);
  self->secret = g_strdup ("s");

  g_assert_null (rt_lesson_request_fill (self, request, "http://h", trails));
  g_assert_false (rt_request_get_follow (request));
  g_assert_cmpuint (rt_request_get_retry (request)->tries, ==, 2);
  g_assert_true (rt_request_get_retry (request)->heed_retry_after);
  g_assert_cmpint (rt_request_get_content_kind (request), ==, RT_CONTENT_TEXT);
  g_assert_cmpstr (rt_request_get_text (request), ==, "a=1");
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "application/x-www-form-urlencoded");
  g_assert_cmpint (rt_credentials_get_kind (credentials), ==, RT_CREDENTIALS_DIGEST);
  g_assert_cmpstr (rt_credentials_get_user (credentials), ==, "u");
  g_assert_cmpstr (rt_credentials_get_secret (credentials), ==, "s");
}

/* A value that did not come is named, and its field is not sent. */
static void
test_missing (void)
{
  g_autoptr(RtLessonRequest) self = create_request ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  g_autofree char *missing = NULL;
  g_autofree char *fields = NULL;

  g_ptr_array_add (trails, NULL);
  missing = rt_lesson_request_fill (self, request, "http://h", trails);
  g_assert_cmpstr (missing, ==, "the ETag of step 1");
  fields = dup_fields (request);
  g_assert_cmpstr (fields, ==, "X-Plain: p|");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/request/fill", test_fill);
  g_test_add_func ("/lessons/request/rest", test_rest);
  g_test_add_func ("/lessons/request/missing", test_missing);

  return g_test_run ();
}
