/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/head.c and of the files that read for it. */

#include "head.h"

#include <string.h>

static RtHead *
parse (RtHeadKind  kind,
       const char *text,
       gssize      length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return rt_head_parse (kind, bytes);
}

typedef struct
{
  const char     *line;
  int             status;
  guint           version;
  const char     *version_text;
  const char     *reason;
  RtStartOddities oddities;
} StatusLine;

static const StatusLine status_lines[] = {
  { "HTTP/1.1 200 OK\r\n", 200, 11, "HTTP/1.1", "OK", 0 },
  { "HTTP/1.0 404 Not Found\r\n", 404, 10, "HTTP/1.0", "Not Found", 0 },
  { "HTTP/1.1 200 \r\n", 200, 11, "HTTP/1.1", "", 0 },
  { "HTTP/1.1 200\r\n", 200, 11, "HTTP/1.1", "", RT_START_NO_REASON_SP },
  { "HTTP/1.1 200 OK\n", 200, 11, "HTTP/1.1", "OK", RT_START_BARE_LF },
  { "\r\n\nHTTP/1.1 200 OK\r\n", 200, 11, "HTTP/1.1", "OK", RT_START_LEADING_LINES },
  { "HTTP/1.1  200 OK\r\n", 200, 11, "HTTP/1.1", "OK", RT_START_EXTRA_SPACE },
  { "HTTP/1.1\t200\tOK\r\n", 200, 11, "HTTP/1.1", "OK", RT_START_EXTRA_SPACE },
  { "HTTP/1.1 200   OK \r\n", 200, 11, "HTTP/1.1", "OK ", RT_START_EXTRA_SPACE },
  { " HTTP/1.0 101 x\r\n", 101, 10, "HTTP/1.0", "x", RT_START_EXTRA_SPACE },
  { "ICY 200 OK\r\n", 200, 0, "ICY", "OK", RT_START_BAD_VERSION },
  { "http/1.1 200 OK\r\n", 200, 11, "http/1.1", "OK", RT_START_BAD_VERSION },
  { "HTTP/2 200\r\n", 200, 20, "HTTP/2", "", RT_START_BAD_VERSION | RT_START_NO_REASON_SP },
  { "HTTP/1.2 200 OK\r\n", 200, 12, "HTTP/1.2", "OK", RT_START_BAD_VERSION },
  { "HTTP/01.1 200 OK\r\n", 200, 0, "HTTP/01.1", "OK", RT_START_BAD_VERSION },
  { "HTTP/1. 200 OK\r\n", 200, 0, "HTTP/1.", "OK", RT_START_BAD_VERSION },
  { "HTTPER/1.1 200 OK\r\n", 200, 0, "HTTPER/1.1", "OK", RT_START_BAD_VERSION },
  { "HTTP/1.1 2 OK\r\n", 2, 11, "HTTP/1.1", "OK", RT_START_BAD_STATUS },
  { "HTTP/1.1 099 OK\r\n", 99, 11, "HTTP/1.1", "OK", RT_START_BAD_STATUS },
  { "HTTP/1.1 999 OK\r\n", 999, 11, "HTTP/1.1", "OK", RT_START_BAD_STATUS },
  { "HTTP/1.1 2000 OK\r\n", 2000, 11, "HTTP/1.1", "OK", RT_START_BAD_STATUS },
  { "HTTP/1.1 65736 OK\r\n", -1, 11, "HTTP/1.1", "OK",
    RT_START_BAD_STATUS | RT_START_MALFORMED },
  { "HTTP/1.1 -200 OK\r\n", -1, 11, "HTTP/1.1", "OK",
    RT_START_BAD_STATUS | RT_START_MALFORMED },
  { "HTTP/1.1 OK\r\n", -1, 11, "HTTP/1.1", "",
    RT_START_BAD_STATUS | RT_START_MALFORMED | RT_START_NO_REASON_SP },
  { "HTTP/1.1 200OK\r\n", 200, 11, "HTTP/1.1", "OK",
    RT_START_BAD_STATUS | RT_START_NO_REASON_SP },
  { "HTTP/1.1 200 caf\351\r\n", 200, 11, "HTTP/1.1", "caf\\xE9", RT_START_NOT_ASCII },
  { "HTTP/1.1 200 caf\303\251\r\n", 200, 11, "HTTP/1.1", "caf\303\251", RT_START_NOT_ASCII },
  { "HTTP/1.1 200 a\001b\r\n", 200, 11, "HTTP/1.1", "a\\x01b", RT_START_CONTROL },
  { "HTTP/1.1 200\rOK\n", 200, 11, "HTTP/1.1", "\\rOK",
    RT_START_BARE_LF | RT_START_BAD_STATUS | RT_START_NO_REASON_SP | RT_START_CONTROL },
  { "HTTP/1.1 200 O", 200, 11, "HTTP/1.1", "O", RT_START_CUT },
  { "HTTP", -1, 0, "HTTP",  "", RT_START_BAD_VERSION | RT_START_BAD_STATUS | RT_START_MALFORMED |
    RT_START_NO_REASON_SP | RT_START_CUT },
  { "SSH-2.0-OpenSSH\r\n", -1, 0, "", "",
    RT_START_BAD_STATUS | RT_START_MALFORMED | RT_START_NO_REASON_SP },
  { "", -1, 0, "", "",
    RT_START_BAD_STATUS | RT_START_MALFORMED | RT_START_NO_REASON_SP | RT_START_CUT },
};

static void
test_status_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_lines); i++)
    {
      const StatusLine *expected = &status_lines[i];
      g_autoptr (RtHead) head = parse (RT_HEAD_RESPONSE, expected->line, -1);
      g_autofree char *version = rt_head_dup_version (head);
      g_autofree char *reason = rt_head_dup_reason (head);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (rt_head_get_status (head), ==, expected->status);
      g_assert_cmpuint (rt_head_get_version (head), ==, expected->version);
      g_assert_cmpstr (version, ==, expected->version_text);
      g_assert_cmpstr (reason, ==, expected->reason);
      g_assert_cmphex (rt_head_get_start_oddities (head), ==, expected->oddities);
      g_assert_false (rt_head_is_complete (head));
    }
}

static void
test_request_lines (void)
{
  const struct
  {
    const char     *line;
    const char     *method;
    const char     *target;
    const char     *version;
    RtStartOddities oddities;
  } cases[] = {
    { "GET / HTTP/1.1\r\n", "GET", "/", "HTTP/1.1", 0 },
    { "gEt /a/../b?x=1#f HTTP/1.0\r\n", "gEt", "/a/../b?x=1#f", "HTTP/1.0", 0 },
    { "OPTIONS * HTTP/1.1\r\n", "OPTIONS", "*", "HTTP/1.1", 0 },
    { "GET /a b HTTP/1.1\r\n", "GET", "/a b", "HTTP/1.1", RT_START_EXTRA_SPACE },
    { "GET  /  HTTP/1.1\r\n", "GET", "/", "HTTP/1.1", RT_START_EXTRA_SPACE },
    { "GET /\r\n", "GET", "/", "", RT_START_BAD_VERSION },
    { "GET / HTTP/3\r\n", "GET", "/", "HTTP/3", RT_START_BAD_VERSION },
    { "GET\r\n", "GET", "", "", RT_START_BAD_VERSION },
    { "GET HTTP/1.1\r\n", "GET", "", "HTTP/1.1", 0 },
    { "GET /\303\251 HTTP/1.1\r\n", "GET", "/\303\251", "HTTP/1.1", RT_START_NOT_ASCII },
    { " \r\n", "", "", "", RT_START_MALFORMED | RT_START_EXTRA_SPACE | RT_START_BAD_VERSION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtHead) head = parse (RT_HEAD_REQUEST, cases[i].line, -1);
      g_autofree char *method = rt_head_dup_method (head);
      g_autofree char *target = rt_head_dup_target (head);
      g_autofree char *version = rt_head_dup_version (head);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (method, ==, cases[i].method);
      g_assert_cmpstr (target, ==, cases[i].target);
      g_assert_cmpstr (version, ==, cases[i].version);
      g_assert_cmphex (rt_head_get_start_oddities (head), ==, cases[i].oddities);
    }
}

static void
test_fields (void)
{
  const struct
  {
    const char *text;
    gsize       length;
    const char *name;
    const char *value;
    RtOddities  oddities;
  } cases[] = {
#define CASE(text) text, sizeof text - 1
    { CASE ("Name: value\r\n"), "Name", "value", 0 },
    { CASE ("name:value\r\n"), "name", "value", 0 },
    { CASE ("Name:\t  a b \t\r\n"), "Name", "a b", 0 },
    { CASE ("Name:\r\n"), "Name", "", 0 },
    { CASE ("Name: value\n"), "Name", "value", RT_ODDITY_BARE_LF },
    { CASE ("Name: a\r\n  b\r\n"), "Name", "a b", RT_ODDITY_FOLDED },
    { CASE ("Name: a \t\r\n\t\r\n b\r\n"), "Name", "a b", RT_ODDITY_FOLDED },
    { CASE ("Name: \r\n a\n b \r\n"), "Name", "a b", RT_ODDITY_FOLDED | RT_ODDITY_BARE_LF },
    { CASE ("Name: a\r\n \r\n"), "Name", "a", RT_ODDITY_FOLDED },
    { CASE ("no colon here\r\n"), "no colon here", "", RT_ODDITY_NO_COLON | RT_ODDITY_BAD_NAME },
    { CASE ("word\r\n"), "word", "", RT_ODDITY_NO_COLON },
    { CASE ("word\r\n more: x\r\n"), "word", "more: x", RT_ODDITY_NO_COLON | RT_ODDITY_FOLDED },
    { CASE ("Name : v\r\n"), "Name", "v", RT_ODDITY_SPACE_BEFORE_COLON },
    { CASE ("Bad Name: v\r\n"), "Bad Name", "v", RT_ODDITY_BAD_NAME },
    { CASE (": v\r\n"), "", "v", RT_ODDITY_EMPTY_NAME },
    { CASE (" Name: v\r\n"), "Name", "v", RT_ODDITY_LEADING_SPACE },
    { CASE ("Name: a\001b\177\r\n"), "Name", "a\\x01b\\x7F", RT_ODDITY_CONTROL },
    { CASE ("Name: \351\r\n"), "Name", "\\xE9", RT_ODDITY_NOT_ASCII },
    { CASE ("N\303\251: \303\251\r\n"), "N\303\251", "\303\251",
      RT_ODDITY_NOT_ASCII | RT_ODDITY_BAD_NAME },
    { CASE ("Name: a\rb\r\n"), "Name", "a\\rb", RT_ODDITY_BARE_CR },
    { CASE ("Name: a\r\r\n"), "Name", "a\\r", RT_ODDITY_BARE_CR },
    { CASE ("Name\r: a\r\n"), "Name\\r", "a", RT_ODDITY_BARE_CR | RT_ODDITY_BAD_NAME },
    { CASE ("Name: a\0b\r\n"), "Name", "a\\x00b", RT_ODDITY_NUL },
    { CASE ("Name: valu"), "Name", "valu", RT_ODDITY_CUT },
    { CASE ("Name: value\r"), "Name", "value", RT_ODDITY_CUT },
    { CASE ("Name: a\r\n b"), "Name", "a b", RT_ODDITY_CUT | RT_ODDITY_FOLDED },
    { CASE ("a:b:c\r\n"), "a", "b:c", 0 },
#undef CASE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtHead) head = parse (RT_HEAD_TRAILERS, cases[i].text, cases[i].length);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      const RtFieldLine *field;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (rt_head_get_n_fields (head), ==, 1);
      field = rt_head_get_field (head, 0);
      name = rt_head_dup_field_name (head, 0);
      value = rt_head_dup_field_value (head, 0);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmphex (field->oddities, ==, cases[i].oddities);
      g_assert_cmpuint (field->line.offset, ==, 0);
      g_assert_cmpuint (field->line.length, <=, cases[i].length);
      g_assert_false (rt_head_is_complete (head));
    }
}

/* Nothing is merged, reordered or dropped, and each part stands where its
 * span says. */
static void
test_whole (void)
{
  const char *text = "HTTP/1.1 200 OK\r\nB: 1\r\na: 2\r\nb:  3 \r\nSet-Cookie: x\r\n\r\n";
  g_autoptr (RtHead) head = parse (RT_HEAD_RESPONSE, text, -1);
  g_autoptr (RtHead) again = rt_head_ref (head);
  const RtFieldLine *third = rt_head_get_field (head, 2);
  RtSpan start = rt_head_get_start_line (head);

  g_assert_true (rt_head_is_complete (head));
  g_assert_false (rt_head_is_rendition (head));
  g_assert_cmpint (rt_head_get_kind (again), ==, RT_HEAD_RESPONSE);
  g_assert_cmpuint (rt_head_get_n_fields (head), ==, 4);
  g_assert_cmpuint (rt_head_get_wire_length (head), ==, strlen (text));
  g_assert_cmpmem (text + start.offset, start.length, "HTTP/1.1 200 OK", 15);
  g_assert_cmpmem (text + third->line.offset, third->line.length, "b:  3 ", 6);
  g_assert_cmpmem (text + third->name.offset, third->name.length, "b", 1);
  g_assert_cmpmem (text + third->value.offset, third->value.length, "3", 1);
  g_assert_cmpmem (g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                   g_bytes_get_size (rt_head_peek_bytes (head)), text, strlen (text));
}

static void
test_completeness (void)
{
  const struct
  {
    RtHeadKind  kind;
    const char *text;
    guint       n_fields;
    gboolean    is_complete;
  } cases[] = {
    { RT_HEAD_RESPONSE, "HTTP/1.1 200 OK\r\n\r\n", 0, TRUE },
    { RT_HEAD_RESPONSE, "HTTP/1.1 200 OK\n\n", 0, TRUE },
    { RT_HEAD_RESPONSE, "HTTP/1.1 200 OK\nA: b\r\n\n", 1, TRUE },
    { RT_HEAD_RESPONSE, "HTTP/1.1 200 OK\r\nA: b\r\n", 1, FALSE },
    { RT_HEAD_RESPONSE, "HTTP/1.1 200 OK\r\nA: b\r\n\r", 1, FALSE },
    { RT_HEAD_RESPONSE, "\r\n\r\n", 0, FALSE },
    { RT_HEAD_TRAILERS, "\r\n", 0, TRUE },
    { RT_HEAD_TRAILERS, "A: b\r\n\r\n", 1, TRUE },
    { RT_HEAD_TRAILERS, "", 0, FALSE },
    { RT_HEAD_TRAILERS, "A: b\r\n\r\nC: d\r\n", 1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtHead) head = parse (cases[i].kind, cases[i].text, -1);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (rt_head_get_n_fields (head), ==, cases[i].n_fields);
      g_assert_cmpint (rt_head_is_complete (head), ==, cases[i].is_complete);
    }
}

static void
test_lookup (void)
{
  g_autoptr (RtHead) head = parse (RT_HEAD_RESPONSE,
                                   "HTTP/1.1 200 OK\r\n"
                                   "Via: a, Close\r\n"
                                   "X-Space : s\r\n"
                                   "No Good: x\r\n"
                                   "via:b,\tc d , \"e, f\"\r\n"
                                   "VIA\r\n\r\n", -1);
  g_autofree char *combined = rt_head_dup_combined (head, "VIA");

  g_assert_cmpint (rt_head_find_field (head, "via", 0), ==, 0);
  g_assert_cmpint (rt_head_find_field (head, "via", 1), ==, 3);
  g_assert_cmpint (rt_head_find_field (head, "via", 4), ==, -1);
  g_assert_cmpint (rt_head_find_field (head, "via", 99), ==, -1);
  g_assert_cmpint (rt_head_find_field (head, "x-space", 0), ==, 1);
  g_assert_cmpint (rt_head_find_field (head, "No Good", 0), ==, -1);
  g_assert_cmpint (rt_head_find_field (head, "vi", 0), ==, -1);
  g_assert_cmpstr (combined, ==, "a, Close, b,\tc d , \"e, f\"");
  g_assert_null (rt_head_dup_combined (head, "Host"));
  g_assert_true (rt_head_has_token (head, "Via", "close"));
  g_assert_true (rt_head_has_token (head, "Via", "c d"));
  g_assert_false (rt_head_has_token (head, "Via", "c"));
  g_assert_false (rt_head_has_token (head, "Via", "f\""));
  g_assert_false (rt_head_has_token (head, "Host", "a"));
}

static GPtrArray *
pairs (const char *const *strings)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (; *strings != NULL; strings++)
    g_ptr_array_add (array, g_bytes_new (*strings, strlen (*strings)));

  return array;
}

static void
test_http2 (void)
{
  const char *const fields[] = { ":status", "204", "x-a", "", "x-b", "c: d\ne", NULL };
  g_autoptr (GPtrArray) array = pairs (fields);
  g_autoptr (RtHead) head = rt_head_new_http2 (RT_HEAD_RESPONSE, array, 17);
  g_autofree char *version = rt_head_dup_version (head);
  g_autofree char *value = rt_head_dup_field_value (head, 2);
  const char *text = ":status: 204\r\nx-a: \r\nx-b: c: d\ne\r\n";

  g_assert_true (rt_head_is_rendition (head));
  g_assert_true (rt_head_is_complete (head));
  g_assert_cmpint (rt_head_get_status (head), ==, 204);
  g_assert_cmpuint (rt_head_get_version (head), ==, 20);
  g_assert_cmpstr (version, ==, "HTTP/2");
  g_assert_null (rt_head_dup_reason (head));
  g_assert_cmpuint (rt_head_get_wire_length (head), ==, 17);
  g_assert_cmpuint (rt_head_get_n_fields (head), ==, 3);
  g_assert_cmpint (rt_head_find_field (head, "x-a", 0), ==, 1);
  g_assert_cmpstr (value, ==, "c: d\\ne");
  g_assert_cmphex (rt_head_get_field (head, 2)->oddities, ==, RT_ODDITY_CONTROL);
  g_assert_cmpmem (g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                   g_bytes_get_size (rt_head_peek_bytes (head)), text, strlen (text));
}

static void
test_http2_request (void)
{
  const char *const get[] = { ":method", "GET", ":path", "/x", ":authority", "a", NULL };
  const char *const connect[] = { ":method", "CONNECT", ":authority", "a:443", NULL };
  const char *const broken[] = { "x", "y", NULL };
  g_autoptr (GPtrArray) get_pairs = pairs (get);
  g_autoptr (GPtrArray) connect_pairs = pairs (connect);
  g_autoptr (GPtrArray) broken_pairs = pairs (broken);
  g_autoptr (RtHead) one = rt_head_new_http2 (RT_HEAD_REQUEST, get_pairs, 1);
  g_autoptr (RtHead) two = rt_head_new_http2 (RT_HEAD_REQUEST, connect_pairs, 1);
  g_autoptr (RtHead) three = rt_head_new_http2 (RT_HEAD_RESPONSE, broken_pairs, 1);
  g_autofree char *method = rt_head_dup_method (one);
  g_autofree char *target = rt_head_dup_target (one);
  g_autofree char *authority = rt_head_dup_target (two);

  g_assert_cmpstr (method, ==, "GET");
  g_assert_cmpstr (target, ==, "/x");
  g_assert_cmpstr (authority, ==, "a:443");
  g_assert_cmphex (rt_head_get_start_oddities (three), ==, RT_START_MALFORMED);
  g_assert_cmpint (rt_head_get_status (three), ==, -1);
}

static GBytes *
repeat (const char *piece,
        gsize       times)
{
  GString *text = g_string_new ("HTTP/1.1 200 OK\r\n");

  for (gsize i = 0; i < times; i++)
    g_string_append (text, piece);

  return g_string_free_to_bytes (text);
}

/* Sizes at which anything but one pass would not come back. */
static void
test_large (void)
{
  const struct
  {
    const char *piece;
    gsize       times;
    guint       n_fields;
  } cases[] = {
    { ":", 1 << 20, 1 },
    { "\n", 1 << 20, 0 },
    { " ", 1 << 20, 1 },
    { "a:b\r\n", 200000, 200000 },
    { "a:b\r\n c\r\n", 100000, 100000 },
    { " \r\n", 300000, 1 },
    { "\r", 1 << 20, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = repeat (cases[i].piece, cases[i].times);
      g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);

      g_assert_cmpuint (rt_head_get_n_fields (head), ==, cases[i].n_fields);
      g_assert_cmpint (rt_head_find_field (head, "nothing", 0), ==, -1);
      for (guint j = 0; j < cases[i].n_fields; j += 50000)
        {
          g_autofree char *value = rt_head_dup_field_value (head, j);

          g_assert_nonnull (value);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/head/status-lines", test_status_lines);
  g_test_add_func ("/head/request-lines", test_request_lines);
  g_test_add_func ("/head/fields", test_fields);
  g_test_add_func ("/head/whole", test_whole);
  g_test_add_func ("/head/completeness", test_completeness);
  g_test_add_func ("/head/lookup", test_lookup);
  g_test_add_func ("/head/http2", test_http2);
  g_test_add_func ("/head/http2-request", test_http2_request);
  g_test_add_func ("/head/large", test_large);

  return g_test_run ();
}
