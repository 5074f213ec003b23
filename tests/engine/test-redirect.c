/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/redirect.c: the whole table, and what is no Location. */

#include "redirect.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define CONTENT "some text"

static const char *const methods[] = { "GET",    "HEAD",    "POST",     "PUT",
                                       "PATCH",  "DELETE",  "OPTIONS",  "PROPFIND" };
static const char *const locations[] = {
  "/next",                /* the same origin */
  "http://b.example/x",   /* another host */
  "https://a.example/x",  /* another scheme */
  "http://a.example:81/", /* another port */
};
static const char *const secrets[] = { "Authorization", "Cookie", "Cookie2",
                                       "Proxy-Authorization" };

static RtHead *
make_head (int         status,
           const char *fields,
           gssize      length)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;

  g_string_append_printf (text, "HTTP/1.1 %d Moved\r\n", status);
  g_string_append_len (text, fields, length);
  g_string_append (text, "\r\n");
  bytes = g_string_free_to_bytes (text);

  return rt_head_parse (RT_HEAD_RESPONSE, bytes);
}

static RtRequest *
make_request (const char *method,
              gboolean    with_content)
{
  RtRequest *request = rt_request_new ();

  rt_request_set_method (request, method);
  rt_request_set_url (request, "http://a.example/start#part");
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    rt_request_add_field (request, secrets[i], "secret");
  rt_request_add_field (request, "aUTHORIZATION", "secret too");
  rt_request_add_field (request, "X-Custom", "kept");
  if (with_content)
    {
      rt_request_set_content_kind (request, RT_CONTENT_TEXT);
      rt_request_set_media_type (request, "text/plain");
      rt_request_set_text (request, CONTENT);
    }

  return request;
}

static RtRedirect *
decide (RtRequest  *request,
        int         status,
        const char *location)
{
  g_autofree char *field = g_strdup_printf ("Location: %s\r\n", location);
  g_autoptr(RtHead) head = make_head (status, field, strlen (field));
  g_autoptr(GError) error = NULL;
  g_autoptr(RtOutgoing) outgoing = rt_outgoing_new (request, &error);

  g_assert_no_error (error);

  return rt_redirect_decide (outgoing, head, RT_REDIRECT_STANDARD);
}

static gboolean
is_followed (int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static const char *
expected_method (int         status,
                 const char *method)
{
  if ((status == 301 || status == 302) && g_str_equal (method, "POST"))
    return "GET";
  if (status == 303 && !g_str_equal (method, "GET") && !g_str_equal (method, "HEAD"))
    return "GET";

  return method;
}

static gboolean
has (const RtOutgoing *outgoing,
     const char       *name)
{
  return rt_outgoing_find_field (outgoing, name) != NULL;
}

static gboolean
was_dropped (const RtRedirect *redirect,
             const char       *what)
{
  return g_strv_contains ((const char *const *) redirect->link->dropped, what);
}

static void
check_followed (const RtRedirect *redirect,
                int               status,
                const char       *method,
                gboolean          with_content,
                gboolean          same_origin)
{
  const char *after = expected_method (status, method);
  gboolean turned = !g_str_equal (method, after);
  gboolean keeps = with_content && !turned;
  const RtNext *link = redirect->link;

  g_assert_cmpint (redirect->end, ==, RT_TRAIL_END_NORMAL);
  g_assert_cmpstr (redirect->next->method, ==, after);
  g_assert_cmpint (redirect->next->content != NULL, ==, keeps);
  g_assert_cmpint (has (redirect->next, "Content-Type"), ==, keeps);
  g_assert_cmpint (has (redirect->next, "Content-Length"), ==,
                   keeps || (!turned && (g_str_equal (after, "POST") || g_str_equal (after, "PUT") ||
                                         g_str_equal (after, "PATCH"))));
  g_assert_true (has (redirect->next, "X-Custom"));
  g_assert_cmpint (was_dropped (redirect, "content"), ==, with_content && turned);

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_cmpint (has (redirect->next, secrets[i]), ==, same_origin);
      g_assert_cmpint (was_dropped (redirect, secrets[i]), ==, !same_origin);
    }

  g_assert_cmpint (link->reason, ==, RT_NEXT_REDIRECT);
  g_assert_cmpstr (link->method_before, ==, method);
  g_assert_cmpstr (link->method_after, ==, after);
  g_assert_cmpstr (link->url_after, ==, rt_url_get_text (redirect->next->url));
  g_assert_cmpstr (rt_url_get_fragment (redirect->next->url), ==, "part");
  g_assert_true (g_str_has_prefix (link->section, "RFC 9110, section 15.4."));
  g_assert_cmpint (atoi (link->rule), ==, status);
  g_assert_cmpstr (rt_outgoing_find_field (redirect->next, "Host")->value, ==,
                   rt_url_get_authority (redirect->next->url));
}

static void
check_cell (int         status,
            const char *method,
            guint       location,
            gboolean    with_content)
{
  g_autoptr(RtRequest) request = make_request (method, with_content);
  g_autoptr(RtRedirect) redirect = decide (request, status, locations[location]);

  if (is_followed (status))
    {
      check_followed (redirect, status, method, with_content, location == 0);
      return;
    }

  g_assert_cmpint (redirect->end, ==, RT_TRAIL_END_NORMAL);
  g_assert_null (redirect->next);
  g_assert_null (redirect->link);
  g_assert_null (redirect->words);
}

static void
test_table (void)
{
  for (int status = 300; status <= 308; status++)
    for (gsize method = 0; method < G_N_ELEMENTS (methods); method++)
      for (guint location = 0; location < G_N_ELEMENTS (locations); location++)
        {
          check_cell (status, methods[method], location, TRUE);
          check_cell (status, methods[method], location, FALSE);
        }

  for (int status = 100; status < 600; status++)
    g_assert_cmpint (rt_redirect_is_redirect (status), ==, is_followed (status));
}

/* The fields that describe content go with it, typed ones too. */
static void
test_content_fields (void)
{
  static const char *const names[] = { "Content-Encoding", "Content-Language", "Content-Location",
                                       "content-type", "Transfer-Encoding", "Expect" };
  g_autoptr(RtRequest) request = make_request ("POST", TRUE);
  g_autoptr(RtRedirect) turned = NULL;
  g_autoptr(RtRedirect) kept = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    rt_request_add_field (request, names[i], "x");
  turned = decide (request, 303, "/");
  kept = decide (request, 307, "/");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (has (turned->next, names[i]));
      g_assert_true (has (kept->next, names[i]));
    }
  g_assert_true (was_dropped (turned, "Content-Type"));
  g_assert_cmpuint (g_strv_length (kept->link->dropped), ==, 0);
  g_assert_true (kept->next->content != NULL);
}

static void
test_typed_host (void)
{
  for (guint location = 0; location < G_N_ELEMENTS (locations); location++)
    {
      g_autoptr(RtRequest) request = make_request ("GET", FALSE);
      g_autoptr(RtRedirect) redirect = NULL;
      g_autoptr(RtRedirect) again = NULL;
      g_autoptr(RtHead) head = NULL;
      RtOutgoingField *host;

      rt_request_add_field (request, "host", "typed.example");
      rt_request_add_field (request, "HOST", "second.example");
      redirect = decide (request, 302, locations[location]);
      host = rt_outgoing_find_field (redirect->next, "Host");
      g_assert_cmpint (was_dropped (redirect, "Host"), ==, location != 0);
      if (location == 0)
        {
          g_assert_cmpstr (host->value, ==, "typed.example");
          continue;
        }

      g_assert_cmpstr (host->value, ==, rt_url_get_authority (redirect->next->url));
      g_assert_true (rt_outgoing_remove_field (redirect->next, "x-custom"));
      for (guint i = 0; i < redirect->next->fields->len; i++)
        g_assert_cmpstr (((RtOutgoingField *) g_ptr_array_index (redirect->next->fields, i))->value,
                         !=, "second.example");

      /* nothing typed is left to be dropped at the next change of origin */
      head = make_head (302, "Location: http://c.example/\r\n", -1);
      again = rt_redirect_decide (redirect->next, head, RT_REDIRECT_STANDARD);
      g_assert_false (was_dropped (again, "Host"));
      g_assert_cmpstr (rt_outgoing_find_field (again->next, "Host")->value, ==, "c.example");
    }
}

/* Where a person decides otherwise. */
static void
test_flags (void)
{
  static const struct
  {
    RtRedirectFlags flags;
    const char     *location;
    gboolean        secrets, proxy, is_get;
  } cases[] = {
    { RT_REDIRECT_STANDARD, "/next", TRUE, TRUE, TRUE },
    { RT_REDIRECT_STANDARD, "http://b.example/", FALSE, FALSE, TRUE },
    { RT_REDIRECT_BY_PROXY, "http://b.example/", FALSE, TRUE, TRUE },
    { RT_REDIRECT_KEEP_METHOD, "/next", TRUE, TRUE, FALSE },
    { RT_REDIRECT_KEEP_METHOD, "http://b.example/", FALSE, FALSE, FALSE },
    { RT_REDIRECT_KEEP_CREDENTIALS, "http://b.example/", TRUE, TRUE, TRUE },
    { RT_REDIRECT_DROP_CREDENTIALS, "/next", FALSE, FALSE, TRUE },
    { RT_REDIRECT_DROP_CREDENTIALS | RT_REDIRECT_BY_PROXY, "/next", FALSE, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = make_request ("POST", TRUE);
      g_autoptr(RtOutgoing) outgoing = rt_outgoing_new (request, NULL);
      g_autofree char *field = g_strdup_printf ("Location: %s\r\n", cases[i].location);
      g_autoptr(RtHead) head = make_head (302, field, strlen (field));
      g_autoptr(RtRedirect) redirect = rt_redirect_decide (outgoing, head, cases[i].flags);

      g_assert_cmpint (has (redirect->next, "Authorization"), ==, cases[i].secrets);
      g_assert_cmpint (has (redirect->next, "Cookie"), ==, cases[i].secrets);
      g_assert_cmpint (has (redirect->next, "Proxy-Authorization"), ==, cases[i].proxy);
      g_assert_cmpstr (redirect->next->method, ==, cases[i].is_get ? "GET" : "POST");
      g_assert_cmpint (redirect->next->content != NULL, ==, !cases[i].is_get);
      g_assert_cmpint (strstr (redirect->link->rule, "as you chose") != NULL, ==,
                       !cases[i].is_get);
      /* each field that is withheld, or goes where it would not, is told */
      if (!cases[i].secrets || cases[i].flags == RT_REDIRECT_KEEP_CREDENTIALS)
        g_assert_cmpuint (g_strv_length (redirect->link->credentials), >=, 3);
      else
        g_assert_cmpuint (g_strv_length (redirect->link->credentials), ==, 0);
    }
}

static void
test_no_host (void)
{
  g_autoptr(RtRequest) request = make_request ("GET", FALSE);
  g_autoptr(RtRedirect) redirect = NULL;

  rt_request_set_automatic_removed (request, "Host", TRUE);
  redirect = decide (request, 302, "http://b.example/");
  g_assert_false (has (redirect->next, "Host"));
}

static void
test_locations (void)
{
#define FIELD(text) text, sizeof text - 1
  static const struct
  {
    const char *fields;
    gsize       length;
    RtTrailEnd  end;
    const char *url;
  } cases[] = {
    { FIELD (""), RT_TRAIL_END_NO_LOCATION },
    { FIELD ("X-Location: /a\r\n"), RT_TRAIL_END_NO_LOCATION },
    { FIELD ("Location:\r\n"), RT_TRAIL_END_NO_LOCATION },
    { FIELD ("Location:   \r\n"), RT_TRAIL_END_NO_LOCATION },
    { FIELD ("Location: mailto:x@y\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: javascript:alert(1)\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://a:99999/\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://a:\377/\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://\377/\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://a%0d%0ab/\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: http://b/\0.evil/\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: /a\001b\r\n"), RT_TRAIL_END_BAD_LOCATION },
    { FIELD ("Location: /caf\351\r\n"), RT_TRAIL_END_NORMAL, "http://a.example/caf%E9#part" },
    { FIELD ("location:next?a b\r\n"), RT_TRAIL_END_NORMAL, "http://a.example/next?a%20b#part" },
    { FIELD ("Location: //c/x#y\r\n"), RT_TRAIL_END_NORMAL, "http://c/x#y" },
    { FIELD ("Location: ?q\r\n"), RT_TRAIL_END_NORMAL, "http://a.example/start?q#part" },
    { FIELD ("Location: /1\r\nLocation: /2\r\n"), RT_TRAIL_END_NORMAL, "http://a.example/1#part" },
    { FIELD ("Location: /1\r\n /2\r\n"), RT_TRAIL_END_NORMAL, "http://a.example/1%20/2#part" },
  };
#undef FIELD
  g_autoptr(RtRequest) request = make_request ("GET", FALSE);
  g_autoptr(RtOutgoing) outgoing = rt_outgoing_new (request, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtHead) head = make_head (302, cases[i].fields, cases[i].length);
      g_autoptr(RtRedirect) redirect = rt_redirect_decide (outgoing, head, RT_REDIRECT_STANDARD);

      g_assert_cmpint (redirect->end, ==, cases[i].end);
      if (cases[i].url != NULL)
        {
          g_assert_cmpstr (rt_url_get_text (redirect->next->url), ==, cases[i].url);
          continue;
        }
      g_assert_null (redirect->next);
      g_assert_true (g_utf8_validate (redirect->words, -1, NULL));
      g_assert_nonnull (strstr (redirect->words, "Location"));
    }
}

static void
check_row (JsonObject *row)
{
  const char *method = json_object_get_string_member (row, "method");
  gboolean cross = g_str_equal (json_object_get_string_member (row, "where"), "cross");
  gboolean sends = g_str_equal (method, "POST") || g_str_equal (method, "PUT") ||
                   g_str_equal (method, "PATCH");
  g_autoptr(RtRequest) request = make_request (method, sends);
  g_autoptr(RtRedirect) redirect =
    decide (request, json_object_get_int_member (row, "status"), locations[cross ? 3 : 0]);

  g_assert_cmpint (redirect->next != NULL, ==, json_object_get_boolean_member (row, "followed"));
  if (redirect->next == NULL)
    return;

  g_assert_cmpstr (redirect->next->method, ==, json_object_get_string_member (row, "new_method"));
  g_assert_cmpint (redirect->next->content != NULL, ==,
                   json_object_get_boolean_member (row, "body_kept"));
  g_assert_cmpint (has (redirect->next, "Authorization"), ==,
                   json_object_get_boolean_member (row, "authorization"));
  g_assert_cmpint (has (redirect->next, "Cookie"), ==,
                   json_object_get_boolean_member (row, "cookie"));
  g_assert_cmpint (has (redirect->next, "X-Custom"), ==,
                   json_object_get_boolean_member (row, "custom"));
  g_assert_cmpint (has (redirect->next, "Content-Type"), ==,
                   !json_object_get_null_member (row, "content_type"));
  g_assert_cmpint (has (redirect->next, "Content-Length"), ==,
                   !json_object_get_null_member (row, "content_length"));
}

/* What fetch was measured to do. */
static void
test_fetch (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "redirects", "measured-clients.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *rows;
  guint n_checked = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the measurements of other clients are not there");
      return;
    }

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (strstr (json_object_get_string_member (row, "client"), "fetch") == NULL)
        continue;
      check_row (row);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redirect/table", test_table);
  g_test_add_func ("/redirect/content-fields", test_content_fields);
  g_test_add_func ("/redirect/typed-host", test_typed_host);
  g_test_add_func ("/redirect/flags", test_flags);
  g_test_add_func ("/redirect/no-host", test_no_host);
  g_test_add_func ("/redirect/locations", test_locations);
  g_test_add_func ("/redirect/fetch", test_fetch);

  return g_test_run ();
}
