/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole of src/cookies against the public suite of Set-Cookie fields, where
 * it stands beside the project: every case through a jar of its own, and every
 * date. The clock is a parameter of the jar, so no case is left out for its
 * dates; those that RFC 6265bis decides in another way than RFC 6265, which the
 * suite was written for, have their own expectation here, with the reason.
 */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cookie-date.h"
#include "cookie-jar.h"

#define SETTER "http://home.example.org:8888/cookie-parser"
#define READER "http://home.example.org:8888/cookie-parser-result"

/* 1 January 2015: the latest date that the suite wants in the past is of 2007,
 * the earliest that it wants in the future is of 2027. */
#define NOW G_GINT64_CONSTANT (1420070400)

/* What RFC 6265bis says where RFC 6265 said another thing, or nothing. */
#define NAMELESS "a part without \"=\" is a value without a name (section 5.6)"
#define EMPTY    "an empty name is allowed beside a value (section 5.7)"

static const struct
{
  const char *test;
  const char *field; /* what goes out; NULL for none */
  const char *why;
} differences[] = {
  { "0004", "foo", NAMELESS },
  { "0021", "a=b; x; c=d", EMPTY },
  { "0023", "foo", NAMELESS },
  { "0024", "foo", NAMELESS },
  { "0025", "foo", NAMELESS },
  { "0026", "foo", NAMELESS },
  { "0027", "bar", NAMELESS },
  { "0028", "foo", NAMELESS },
  { "CHROMIUM0009", "BLAHHH", NAMELESS },
  { "CHROMIUM0010", "\"BLA\\\"HHH\"", NAMELESS },
  { "CHROMIUM0012", "ABC", EMPTY },
  { "DISABLED_CHROMIUM0023", NULL, "CR spoils the whole field (section 5.6)" },
  { "DISABLED_PATH0029", NULL, "paths are compared as bytes (section 5.1.4, and PATH0028)" },
  { "MOZILLA0012", "test=\"fubar! = foo; five", NAMELESS },
  { "MOZILLA0014", "six", NAMELESS },
  { "MOZILLA0015", "seven", NAMELESS },
  { "MOZILLA0016", "eight", EMPTY },
  { "MOZILLA0017", "eight; test=six", EMPTY },
  { "NAME0017", "a=bar", EMPTY },
  { "NAME0023", "foo", NAMELESS },
  { "NAME0025", "==a=bar", EMPTY },
  { "NAME0028", "a", EMPTY },
  { "NAME0031", "\"foo", NAMELESS },
  { "NAME0032", "\"foo\\\"bar", NAMELESS },
  { "NAME0033", "aaa", NAMELESS },
  { "OPTIONAL_DOMAIN0042", "foo=bar", "an empty Domain counts, and is none (section 5.6.3)" },
};

/* Left out: json-glib ends a string at NUL. test-set-cookie.c has it. */
static const char left_out[] = "DISABLED_CHROMIUM0022";

static JsonParser *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "cookies", "json", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *reason = g_strdup_printf ("%s is not there", path);

      g_test_skip (reason);
      return NULL;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&parser);
}

/* What the suite wants, as a value of Cookie. */
static char *
dup_wanted (JsonObject *test)
{
  JsonArray *sent = json_object_get_array_member (test, "sent");
  GString *field;

  if (json_array_get_length (sent) == 0)
    return NULL;

  field = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (sent); i++)
    {
      JsonObject *cookie = json_array_get_object_element (sent, i);

      g_string_append_printf (field, "%s%s=%s", i > 0 ? "; " : "",
                              json_object_get_string_member (cookie, "name"),
                              json_object_get_string_member (cookie, "value"));
    }

  return g_string_free (field, FALSE);
}

static char *
dup_target (JsonObject *test)
{
  return g_strdup (json_object_get_string_member_with_default (test, "sent-to", READER));
}

/* As it stands: GUri would decode %6F. */
static char *
dup_path (const char *target)
{
  const char *path = g_str_has_prefix (target, "http://") ? strchr (target + 7, '/') : target;

  return g_strndup (path, strcspn (path, "?"));
}

static char *
dup_field_after (JsonObject *test)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (GUri) setter = g_uri_parse (SETTER, G_URI_FLAGS_NONE, NULL);
  g_autofree char *target = dup_target (test);
  g_autoptr (GUri) reader =
    g_uri_parse_relative (setter, target, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *path = dup_path (target);
  const RtCookieSite from = { g_uri_get_host (setter), g_uri_get_path (setter), FALSE };
  const RtCookieSite to = { g_uri_get_host (reader), path, FALSE };
  JsonArray *received = json_object_get_array_member (test, "received");
  g_autoptr (GPtrArray) verdicts = NULL;

  for (guint i = 0; i < json_array_get_length (received); i++)
    {
      JsonNode *node = json_array_get_element (received, i);
      const char *line = json_node_get_string (node);
      g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
      g_autoptr (RtCookieVerdict) verdict = rt_cookie_jar_receive (jar, &from, bytes, NOW);

      g_assert_cmpstr (verdict->why, !=, "");
    }

  return rt_cookie_jar_choose (jar, &to, NOW, &verdicts);
}

/* Returns 1 when RFC 6265bis decides it in another way, else 0. */
static guint
check_case (JsonObject *test)
{
  const char *name = json_object_get_string_member (test, "test");
  g_autofree char *wanted = dup_wanted (test);
  g_autofree char *field = dup_field_after (test);

  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (strcmp (differences[i].test, name) == 0)
      {
        g_test_message ("%s differs: %s", name, differences[i].why);
        g_assert_cmpstr (wanted, !=, differences[i].field);
        g_assert_cmpstr (field, ==, differences[i].field);
        return 1;
      }

  g_test_message ("%s", name);
  g_assert_cmpstr (field, ==, wanted);
  return 0;
}

static void
test_parser (void)
{
  g_autoptr (JsonParser) parser = load ("parser.json");
  JsonArray *tests;
  guint differing = 0;

  if (parser == NULL)
    return;

  tests = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (tests), ==, 222);
  for (guint i = 0; i < json_array_get_length (tests); i++)
    {
      JsonObject *test = json_array_get_object_element (tests, i);

      if (strcmp (json_object_get_string_member (test, "test"), left_out) != 0)
        differing += check_case (test);
    }
  g_assert_cmpuint (differing, ==, G_N_ELEMENTS (differences));
}

static void
check_dates (gconstpointer data)
{
  g_autoptr (JsonParser) parser = load (data);
  JsonArray *tests;

  if (parser == NULL)
    return;

  tests = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (tests); i++)
    {
      JsonObject *test = json_array_get_object_element (tests, i);
      const char *text = json_object_get_string_member (test, "test");
      const char *expected = json_object_get_string_member_with_default (test, "expected", NULL);
      g_autofree char *exact = g_memdup2 (text, strlen (text));
      g_autofree char *found = NULL;
      gint64 seconds;

      if (rt_cookie_date_parse (exact, strlen (text), &seconds))
        {
          g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

          found = g_date_time_format (date, "%a, %d %b %Y %H:%M:%S GMT");
        }
      g_test_message ("%s", text);
      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/suite/parser", test_parser);
  g_test_add_data_func ("/cookies/suite/dates-bsd", "dates-bsd.json", check_dates);
  g_test_add_data_func ("/cookies/suite/dates-examples", "dates-examples.json", check_dates);

  return g_test_run ();
}
