/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HAR: a trail made by hand, written, and read back by another library. */

#include "explain.h"
#include "har.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange-private.h"
#include "trail-private.h"

#define REQUEST "POST /a?x=1&y=%20z HTTP/1.1\r\nhOST: h\r\n" \
                "Authorization: Basic c2VjcmV0\r\nCookie: sid=secret\r\n" \
                "Content-Type: text/plain\r\n\r\n"
#define REDIRECT "HTTP/1.1 302 Moved \xe9\r\nLocation: /b\r\n" \
                 "Set-Cookie: a=secret; Path=/; HttpOnly; path=/x\r\n" \
                 "set-cookie: b=2; Secure\r\n\r\n"
#define INTERIM "HTTP/1.1 103 Early Hints\r\nLink: </s>\r\n\r\n"

static RtHead *
head_of (RtHeadKind  kind,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (kind, bytes);
}

static void
fill_body (RtExchange *exchange,
           const char *bytes,
           gsize       length)
{
  RtSizes sizes = { .content_encoded = length, .content_decoded = length,
                    .content_announced = -1 };
  RtBody *body = rt_exchange_get_body (exchange);

  g_assert_true (rt_body_append (body, bytes, length, NULL));
  rt_body_finish (body);
  rt_exchange_set_sizes (exchange, &sizes);
}

static RtExchange *
make_first (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "POST",
                                          "http://u:pw@h/a?x=1&y=%20z#part");
  RtNext *next = g_new0 (RtNext, 1);
  g_autoptr (GBytes) content = g_bytes_new ("hello", 5);
  RtTiming timing;

  rt_timing_init (&timing);
  timing.started = 1000;
  timing.ended = 11000;
  timing.wall_clock = G_GINT64_CONSTANT (1000000000123456);
  timing.phases[RT_PHASE_WAIT].start = 2000;
  timing.phases[RT_PHASE_WAIT].end = 5000;
  rt_exchange_set_timing (exchange, &timing);
  rt_exchange_take_request_head (exchange, head_of (RT_HEAD_REQUEST, REQUEST));
  rt_exchange_set_request_content (exchange, content);
  rt_exchange_take_interim_head (exchange, head_of (RT_HEAD_RESPONSE, INTERIM));
  rt_exchange_take_response_head (exchange, head_of (RT_HEAD_RESPONSE, REDIRECT));
  rt_exchange_take_trailers (exchange, head_of (RT_HEAD_TRAILERS, "T: 1\r\n\r\n"));
  fill_body (exchange, "caf\xc3\xa9\n", 6);
  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("302 after POST: sent again as GET");
  next->section = g_strdup ("RFC 9110, section 15.4.3");
  next->dropped = g_strsplit ("content Authorization", " ", -1);
  next->method_before = g_strdup ("POST");
  next->method_after = g_strdup ("GET");
  next->url_after = g_strdup ("http://h/b");
  next->credentials = g_strsplit ("One.|Two.", "|", -1);
  next->waited = 1500;
  rt_exchange_take_next (exchange, next);
  rt_exchange_finish (exchange);
  return exchange;
}

static RtExchange *
make_second (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://h/b");
  g_autoptr (RtConnection) connection = rt_connection_new ();

  connection->id = 7;
  connection->remote_address = g_strdup ("[::1]:8080");
  connection->tls = TRUE;
  connection->tls_version = g_strdup ("TLS 1.3");
  connection->certificate_errors = G_TLS_CERTIFICATE_EXPIRED;
  rt_exchange_set_connection (exchange, connection);
  rt_exchange_take_response_head (exchange, head_of (RT_HEAD_RESPONSE,
                                                     "HTTP/1.1 200 OK\r\n\r\n"));
  fill_body (exchange, "\xff\x00\xfe", 3);
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT, "short"));
  rt_exchange_finish (exchange);
  return exchange;
}

static RtExchange *
make_failed (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://h/c");

  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_REFUSED,
                                                      RT_PHASE_CONNECT,
                                                      "Nobody listens.", "errno"));
  rt_exchange_finish (exchange);
  return exchange;
}

static RtTrail *
make_trail (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  RtTrail *trail = rt_trail_new (NULL, request);
  g_autoptr (RtExchange) first = make_first ();
  g_autoptr (RtExchange) second = make_second ();
  g_autoptr (RtExchange) third = make_failed ();

  rt_trail_append (trail, first);
  rt_trail_append (trail, second);
  rt_trail_append (trail, third);
  rt_trail_finish (trail, RT_TRAIL_END_TOO_MANY, "Enough.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  return trail;
}

static RtCatalogue *
catalogue (void)
{
  static RtCatalogue *made;

  if (made == NULL)
    made = rt_catalogue_new (NULL);

  return made;
}

static char *
dup_har (RtTrail     *trail,
         RtCatalogue *catalogue,
         RtHarFlags   flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_assert_true (rt_har_write (trail, catalogue, flags, stream, NULL, &error));
  g_assert_no_error (error);
  length = g_memory_output_stream_get_data_size (memory);
  text = g_strndup (g_memory_output_stream_get_data (memory), length);
  g_assert_cmpuint (strlen (text), ==, length);

  return text;
}

static JsonNode *
read_back (RtHarFlags flags)
{
  g_autoptr (RtTrail) trail = make_trail ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_har (trail, catalogue (), flags);
  JsonNode *root = json_from_string (text, &error);
  g_assert_no_error (error);
  return root;
}

/* What a JSON path finds, as compact text without its brackets. */
static void
assert_path (JsonNode   *root,
             const char *path,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) found = json_path_query (path, root, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = json_to_string (found, FALSE);
  if (!g_str_equal (text, expected))
    g_error ("%s is %s, not %s", path, text, expected);
}

static const struct { const char *path; const char *expected; } facts[] = {
  { "$.log.version", "[\"1.2\"]" },
  { "$.log.comment", "[\"Enough.\"]" },
  { "$.log.entries[0].startedDateTime", "[\"2001-09-09T01:46:40.123Z\"]" },
  { "$.log.entries[0].time", "[10.0]" },
  { "$.log.entries[0].timings.dns", "[-1.0]" },
  { "$.log.entries[0].timings.wait", "[3.0]" },
  { "$.log.entries[0].timings.send", "[0.0]" },
  { "$.log.entries[0].timings.blocked", "[7.0]" },
  { "$.log.entries[0].request.method", "[\"POST\"]" },
  { "$.log.entries[0].request.url", "[\"http://u:***@h/a?x=1&y=%20z\"]" },
  { "$.log.entries[0].request.headers[0].name", "[\"hOST\"]" },
  { "$.log.entries[0].request.headers[1].value", "[\"Basic ***\"]" },
  { "$.log.entries[0].request.cookies[0].value", "[\"***\"]" },
  { "$.log.entries[0].request.queryString[1].value", "[\" z\"]" },
  { "$.log.entries[0].request.postData.text", "[\"hello\"]" },
  { "$.log.entries[0].request.postData.mimeType", "[\"text/plain\"]" },
  { "$.log.entries[0].response.status", "[302]" },
  { "$.log.entries[0].response.statusText", "[\"Moved \\\\xE9\"]" },
  { "$.log.entries[0].response.headers[2].name", "[\"set-cookie\"]" },
  { "$.log.entries[0].response.cookies[0].path", "[\"/\"]" },
  { "$.log.entries[0].response.cookies[0].httpOnly", "[true]" },
  { "$.log.entries[0].response.cookies[1].secure", "[true]" },
  { "$.log.entries[0].response.redirectURL", "[\"/b\"]" },
  { "$.log.entries[0].response.content.size", "[6]" },
  { "$.log.entries[0].response.content.encoding", "[]" },
  { "$.log.entries[0]._interim[0].status", "[103]" },
  { "$.log.entries[0]._interim[0].headers[0].value", "[\"</s>\"]" },
  { "$.log.entries[0]._trailers[0].name", "[\"T\"]" },
  { "$.log.entries[0]._next.why", "[\"redirect\"]" },
  { "$.log.entries[0]._next.dropped[1]", "[\"Authorization\"]" },
  { "$.log.entries[0]._next.methodAfter", "[\"GET\"]" },
  { "$.log.entries[0]._next.credentials[1]", "[\"Two.\"]" },
  { "$.log.entries[0]._next.waited", "[1.5]" },
  { "$.log.entries[0]._error", "[]" },
  { "$.log.entries[1].serverIPAddress", "[\"::1\"]" },
  { "$.log.entries[1].connection", "[\"7\"]" },
  { "$.log.entries[1]._connection.tlsVersion", "[\"TLS 1.3\"]" },
  { "$.log.entries[1]._connection.certificateFaults[0]", "[\"expired\"]" },
  { "$.log.entries[1].response.content.text", "[\"/wD+\"]" },
  { "$.log.entries[1].response.content.encoding", "[\"base64\"]" },
  { "$.log.entries[1]._error.kind", "[\"content-short\"]" },
  { "$.log.entries[1].request.headersSize", "[-1]" },
  { "$.log.entries[2].response.status", "[0]" },
  { "$.log.entries[2].response.headersSize", "[-1]" },
  { "$.log.entries[2]._error.kind", "[\"refused\"]" },
  { "$.log.entries[2]._error.phase", "[\"connect\"]" },
  { "$.log.entries[2]._error.message", "[\"Nobody listens.\"]" },
  { "$.log.entries[2]._responseHead", "[]" },
};

static void
test_facts (void)
{
  g_autoptr (JsonNode) root = read_back (RT_HAR_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    assert_path (root, facts[i].path, facts[i].expected);
}

static void
assert_bytes (JsonNode   *root,
              const char *path,
              const char *expected)
{
  g_autoptr (JsonNode) found = json_path_query (path, root, NULL);
  const char *coded = json_array_get_string_element (json_node_get_array (found), 0);
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (coded, &length);

  g_assert_cmpmem (bytes, length, expected, strlen (expected));
}

/* Exact bytes when asked, and not a letter of a secret when not. */
static void
test_secrets (void)
{
  g_autoptr (JsonNode) shown = read_back (RT_HAR_SHOW_SECRETS);
  g_autoptr (RtTrail) trail = make_trail ();
  g_autofree char *text = dup_har (trail, catalogue (), RT_HAR_NONE);
  g_autoptr (JsonNode) masked = json_from_string (text, NULL);

  assert_bytes (shown, "$.log.entries[0]._requestHead", REQUEST);
  assert_bytes (shown, "$.log.entries[0]._responseHead", REDIRECT);
  assert_path (shown, "$.log.entries[0].request.url", "[\"http://u:pw@h/a?x=1&y=%20z\"]");
  assert_path (shown, "$.log.entries[0].response.cookies[0].value", "[\"secret\"]");

  g_assert_null (strstr (text, "secret"));
  g_assert_null (strstr (text, "c2VjcmV0"));
  g_assert_null (strstr (text, "pw@"));
  assert_bytes (masked, "$.log.entries[0]._requestHead",
                "POST /a?x=1&y=%20z HTTP/1.1\r\nhOST: h\r\nAuthorization: Basic ***\r\n"
                "Cookie: sid=***\r\nContent-Type: text/plain\r\n\r\n");
}

/* An API key has a name of its own: wherever it stands it is masked. */
static void
test_key (void)
{
  static const char head[] = "GET /a?b=c&my%20key=s3cr3t&d HTTP/1.1\r\nHost: h\r\n"
                             "x-KEY: s3cr3t\r\nOther: kept\r\n\r\n";

  for (RtKeyPlace place = RT_KEY_IN_FIELD; place <= RT_KEY_IN_QUERY; place++)
    {
      g_autoptr (RtRequest) request = rt_request_new ();
      RtCredentials *credentials = rt_request_get_credentials (request);
      g_autoptr (RtExchange) exchange =
        rt_exchange_new (NULL, "GET", "http://h/a?b=c&my%20key=s3cr3t&d");
      RtNext *next = g_new0 (RtNext, 1);
      g_autoptr (RtTrail) trail = NULL;
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) root = NULL;

      rt_credentials_set_kind (credentials, RT_CREDENTIALS_API_KEY);
      rt_credentials_set_place (credentials, place);
      rt_credentials_set_name (credentials, place == RT_KEY_IN_FIELD ? "X-Key" : "my key");
      rt_exchange_take_request_head (exchange, head_of (RT_HEAD_REQUEST, head));
      next->reason = RT_NEXT_RETRY;
      next->url_after = g_strdup ("http://h/a?my+key=s3cr3t");
      rt_exchange_take_next (exchange, next);
      rt_exchange_finish (exchange);
      trail = rt_trail_new (NULL, request);
      rt_trail_append (trail, exchange);
      rt_trail_finish (trail, RT_TRAIL_END_NORMAL, NULL);
      while (rt_trail_is_running (trail))
        g_main_context_iteration (NULL, TRUE);

      text = dup_har (trail, NULL, RT_HAR_NONE);
      root = json_from_string (text, NULL);
      if (place == RT_KEY_IN_FIELD)
        {
          assert_path (root, "$.log.entries[0].request.headers[1].value", "[\"***\"]");
          assert_bytes (root, "$.log.entries[0]._requestHead",
                        "GET /a?b=c&my%20key=s3cr3t&d HTTP/1.1\r\nHost: h\r\n"
                        "x-KEY: ***\r\nOther: kept\r\n\r\n");
        }
      else
        {
          assert_path (root, "$.log.entries[0].request.url",
                       "[\"http://h/a?b=c&my%20key=***&d\"]");
          assert_path (root, "$.log.entries[0].request.queryString[1].value", "[\"***\"]");
          assert_path (root, "$.log.entries[0]._next.url", "[\"http://h/a?my+key=***\"]");
          assert_bytes (root, "$.log.entries[0]._requestHead",
                        "GET /a?b=c&my%20key=***&d HTTP/1.1\r\nHost: h\r\n"
                        "x-KEY: s3cr3t\r\nOther: kept\r\n\r\n");
        }
    }
}

/* Every member that HAR 1.2 requires of an entry stands in each. */
static void
test_required (void)
{
  static const char * const members[] = {
    "startedDateTime", "time", "cache", "timings.send", "timings.wait",
    "timings.receive", "request.method", "request.url", "request.httpVersion",
    "request.cookies", "request.headers", "request.queryString",
    "request.headersSize", "request.bodySize", "response.status",
    "response.statusText", "response.httpVersion", "response.cookies",
    "response.headers", "response.content.size", "response.content.mimeType",
    "response.redirectURL", "response.headersSize", "response.bodySize",
  };
  g_autoptr (JsonNode) root = read_back (RT_HAR_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *path = g_strconcat ("$.log.entries[*].", members[i], NULL);
      g_autoptr (JsonNode) found = json_path_query (path, root, NULL);

      g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 3);
    }
}

static void
test_notes (void)
{
  g_autoptr (RtTrail) trail = make_trail ();
  g_autofree char *without = dup_har (trail, NULL, RT_HAR_NONE);
  g_autoptr (JsonNode) root = read_back (RT_HAR_NONE);
  g_autoptr (GPtrArray) notes = rt_explain_exchange (trail, 0, catalogue (), 0);
  g_autofree char *expected = NULL;

  g_assert_null (strstr (without, "_notes"));
  g_assert_cmpuint (notes->len, >, 0);
  expected = g_strdup_printf ("[\"%s\"]", rt_note_get_id (notes->pdata[0]));
  assert_path (root, "$.log.entries[0]._notes[0].id", expected);
}

static void
test_write_error (void)
{
  char space[100];
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (RtTrail) trail = make_trail ();
  g_autoptr (GError) error = NULL;

  stream = g_memory_output_stream_new (space, sizeof space, NULL, NULL);
  g_assert_false (rt_har_write (trail, catalogue (), RT_HAR_NONE, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* For a validator of the schema: the file that it is to judge. */
  if (argc > 1)
    {
      g_autoptr (RtTrail) trail = make_trail ();
      g_autofree char *text = dup_har (trail, catalogue (), RT_HAR_NONE);

      return g_file_set_contents (argv[1], text, -1, NULL) ? 0 : 1;
    }

  g_test_add_func ("/har/facts", test_facts);
  g_test_add_func ("/har/secrets", test_secrets);
  g_test_add_func ("/har/key", test_key);
  g_test_add_func ("/har/notes", test_notes);
  g_test_add_func ("/har/required", test_required);
  g_test_add_func ("/har/write-error", test_write_error);
  return g_test_run ();
}
