/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/content.c. */

#include "content.h"

#include <glib/gstdio.h>
#include <string.h>

#include "failure.h"

static char *test_file; /* "from a file" */

static void
add_item (RtRequest  *request,
          const char *name,
          const char *value,
          const char *file,
          const char *media_type)
{
  g_autoptr(RtPair) pair = rt_pair_new (name, value);

  rt_pair_set_file (pair, file);
  rt_pair_set_media_type (pair, media_type);
  g_list_store_append (rt_request_get_form_items (request), pair);
}

static void
add_disabled (RtRequest *request)
{
  g_autoptr(RtPair) pair = rt_pair_new ("off", "off");

  rt_pair_set_enabled (pair, FALSE);
  g_list_store_append (rt_request_get_form_items (request), pair);
}

static RtContent *
compose (RtRequest *request)
{
  g_autoptr(GError) error = NULL;
  RtContent *content = rt_content_compose (request, "BOUNDARY", &error);

  g_assert_no_error (error);

  return content;
}

/* The stream gives what the length announces, in whatever pieces, twice. */
static void
check_stream (RtContent  *content,
              const char *expected)
{
  g_assert_cmpuint (rt_content_get_length (content), ==, strlen (expected));

  for (gsize piece = 1; piece < 9; piece += 7)
    {
      g_autoptr(GInputStream) stream = rt_content_open (content);
      g_autoptr(GString) text = g_string_new (NULL);
      char buffer[8];
      gssize n;

      while ((n = g_input_stream_read (stream, buffer, piece, NULL, NULL)) > 0)
        g_string_append_len (text, buffer, n);
      g_assert_cmpint (n, ==, 0);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

static void
check_bytes (RtContent  *content,
             const char *expected)
{
  g_autoptr(GBytes) bytes = rt_content_dup_bytes (content);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
  check_stream (content, expected);
}

static void
test_none (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  rt_request_set_text (request, "ignored");
  rt_request_set_media_type (request, "a/b\r\n");
  add_item (request, "ignored", "", "/nonexistent", NULL);
  g_assert_null (compose (request));
}

static void
test_text (void)
{
  static const char *const texts[] = { "", "a", "l\303\251\r\n\n\t" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autoptr(RtContent) content = NULL;
      g_autoptr(RtContent) typed = NULL;

      g_object_set (request, "content-kind", RT_CONTENT_TEXT, "text", texts[i], NULL);
      content = compose (request);
      g_assert_null (rt_content_get_media_type (content));
      check_bytes (content, texts[i]);
      rt_request_set_media_type (request, "a/b");
      typed = compose (request);
      g_assert_cmpstr (rt_content_get_media_type (typed), ==, "a/b");
    }
}

static void
test_form (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtContent) content = NULL;

  rt_request_set_content_kind (request, RT_CONTENT_FORM);
  add_disabled (request);
  add_item (request, "a b", "c&d=e+f%", NULL, NULL);
  add_item (request, "\303\251~", "*-._'!\r\n", NULL, NULL);
  add_item (request, "empty", "", NULL, NULL);
  add_item (request, "", "nameless", NULL, NULL);
  add_item (request, "a b", "again", NULL, NULL);
  content = compose (request);
  g_assert_cmpstr (rt_content_get_media_type (content), ==, "application/x-www-form-urlencoded");
  check_bytes (content, "a+b=c%26d%3De%2Bf%25&%C3%A9%7E=*-._%27%21%0D%0A&empty=&=nameless&"
                        "a+b=again");
}

static void
test_form_empty (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtContent) content = NULL;

  rt_request_set_content_kind (request, RT_CONTENT_FORM);
  add_disabled (request);
  content = compose (request);
  check_bytes (content, "");
}

static void
test_multipart (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtContent) content = NULL;

  rt_request_set_content_kind (request, RT_CONTENT_MULTIPART);
  rt_request_set_media_type (request, "ignored/here");
  add_disabled (request);
  add_item (request, "plain", "v\r\n--x", NULL, NULL);
  add_item (request, "a\"b\r\nc", "\303\251", NULL, "text/x");
  content = compose (request);
  g_assert_cmpstr (rt_content_get_media_type (content), ==,
                   "multipart/form-data; boundary=BOUNDARY");
  check_bytes (content,
               "--BOUNDARY\r\nContent-Disposition: form-data; name=\"plain\"\r\n\r\nv\r\n--x\r\n"
               "--BOUNDARY\r\nContent-Disposition: form-data; name=\"a%22b%0D%0Ac\"\r\n"
               "Content-Type: text/x\r\n\r\n\303\251\r\n--BOUNDARY--\r\n");
}

static void
test_multipart_file (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtContent) content = NULL;
  g_autofree char *basename = g_path_get_basename (test_file);
  g_autofree char *expected = NULL;

  rt_request_set_content_kind (request, RT_CONTENT_MULTIPART);
  add_item (request, "f", "ignored", test_file, NULL);
  add_item (request, "g", "", test_file, "image/png");
  content = compose (request);
  expected = g_strdup_printf ("--BOUNDARY\r\nContent-Disposition: form-data; name=\"f\"; "
                              "filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                              "from a file\r\n"
                              "--BOUNDARY\r\nContent-Disposition: form-data; name=\"g\"; "
                              "filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                              "from a file\r\n--BOUNDARY--\r\n", basename, basename);
  g_assert_null (rt_content_dup_bytes (content));
  check_stream (content, expected);
}

static void
test_file_content (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  RtContent *content;

  g_object_set (request, "content-kind", RT_CONTENT_FILE, "content-file", test_file,
                "media-type", "x/y", NULL);
  content = compose (request);
  g_assert_true (rt_content_ref (content) == content);
  rt_content_unref (content);
  g_assert_cmpstr (rt_content_get_media_type (content), ==, "x/y");
  g_assert_null (rt_content_dup_bytes (content));
  check_stream (content, "from a file");
  rt_content_unref (content);
}

static void
check_refused (RtRequest  *request,
               const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (rt_content_compose (request, "BOUNDARY", &error));
  g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” lacks “%s”", error->message, words);
}

static void
test_refused (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  g_object_set (request, "content-kind", RT_CONTENT_FILE, NULL);
  check_refused (request, "No file is chosen");
  rt_request_set_content_file (request, "");
  check_refused (request, "No file is chosen");
  rt_request_set_content_file (request, "/nonexistent/\377");
  check_refused (request, "/nonexistent/");
  rt_request_set_content_file (request, "/");
  check_refused (request, "not a regular file");
  rt_request_set_content_file (request, test_file);
  rt_request_set_media_type (request, "a/b\nX: y");
  check_refused (request, "position 4");
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  check_refused (request, "position 4");

  rt_request_set_content_kind (request, RT_CONTENT_MULTIPART);
  add_item (request, "a", "b", NULL, "c\r\nContent-Disposition: x");
  check_refused (request, "position 2");
  g_list_store_remove_all (rt_request_get_form_items (request));
  add_item (request, "a", "", "/nonexistent", NULL);
  check_refused (request, "/nonexistent");
}

/* A file that is another one by now cannot be sent a second time. */
static void
test_check (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-check-XXXXXX", NULL);
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtContent) content = NULL;
  int fd = g_mkstemp (path);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  rt_request_set_content_kind (request, RT_CONTENT_FILE);
  rt_request_set_content_file (request, path);
  content = rt_content_compose (request, "b", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (rt_content_check (content, &error), ==, i == 0);
      g_assert_cmpint (error == NULL, ==, i == 0);
      if (i == 0)
        g_assert_true (g_file_set_contents (path, "abcd", 4, NULL));
      else
        g_unlink (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result, fd;

  g_test_init (&argc, &argv, NULL);
  test_file = g_build_filename (g_get_tmp_dir (), "roundtrip-content-XXXXXX", NULL);
  fd = g_mkstemp (test_file);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (test_file, "from a file", -1, NULL));

  g_test_add_func ("/content/none", test_none);
  g_test_add_func ("/content/text", test_text);
  g_test_add_func ("/content/form", test_form);
  g_test_add_func ("/content/form-empty", test_form_empty);
  g_test_add_func ("/content/multipart", test_multipart);
  g_test_add_func ("/content/multipart-file", test_multipart_file);
  g_test_add_func ("/content/file", test_file_content);
  g_test_add_func ("/content/refused", test_refused);
  g_test_add_func ("/content/check", test_check);
  result = g_test_run ();

  g_unlink (test_file);
  g_clear_pointer (&test_file, g_free);

  return result;
}
