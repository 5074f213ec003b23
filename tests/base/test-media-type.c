/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/media-type.c; where the public suite of the MIME Sniffing
 * standard lies beside the project, its cases too.
 */

#include "media-type.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_serialised (void)
{
  const struct
  {
    const char *text;
    const char *serialised; /* NULL: no media type */
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "text", NULL },
    { "/html", NULL },
    { "text/", NULL },
    { "te xt/html", NULL },
    { "text/html", "text/html" },
    { " TEXT/Html\t", "text/html" },
    { "text/html;", "text/html" },
    { "text/html; charset=UTF-8", "text/html;charset=UTF-8" },
    { "text/html;CHARSET=\"utf-8\"", "text/html;charset=utf-8" },
    { "text/html;a=1;A=2;b=3", "text/html;a=1;b=3" },
    { "text/html;a=\"x;y\" junk;b=2", "text/html;a=\"x;y\";b=2" },
    { "text/html;a=\"x\\\"y", "text/html;a=\"x\\\"y\"" },
    { "text/html;a=;b=2", "text/html;b=2" },
    { "text/html;a=\"\"", "text/html;a=\"\"" },
    { "text/html;a=\"\\", "text/html;a=\"\\\\\"" },
    { "text/html;a;b=\303\251", "text/html;b=\"\303\251\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtMediaType) type = rt_media_type_parse (cases[i].text);
      g_autofree char *serialised = type != NULL ? rt_media_type_to_string (type) : NULL;

      g_assert_cmpstr (serialised, ==, cases[i].serialised);
    }
}

static void
test_parameters (void)
{
  g_autoptr (RtMediaType) type =
    rt_media_type_parse ("multipart/form-data; Boundary=\"a b\"; x=y");

  g_assert_cmpstr (rt_media_type_get_essence (type), ==, "multipart/form-data");
  g_assert_cmpstr (rt_media_type_get_parameter (type, "boundary"), ==, "a b");
  g_assert_cmpstr (rt_media_type_get_parameter (type, "x"), ==, "y");
  g_assert_null (rt_media_type_get_parameter (type, "charset"));
}

enum
{
  JSON  = 1 << 0,
  XML   = 1 << 1,
  HTML  = 1 << 2,
  IMAGE = 1 << 3,
  TEXT  = 1 << 4,
};

static void
test_kinds (void)
{
  const struct
  {
    const char *text;
    guint       kinds;
  } cases[] = {
    { "application/json; charset=utf-8", JSON | TEXT },
    { "text/json", JSON | TEXT },
    { "application/problem+json", JSON | TEXT },
    { "application/jsonx", 0 },
    { "text/xml", XML | TEXT },
    { "application/xhtml+xml", XML | TEXT },
    { "image/svg+xml", XML | IMAGE | TEXT },
    { "text/html", HTML | TEXT },
    { "text/plain", TEXT },
    { "image/png", IMAGE },
    { "application/javascript", TEXT },
    { "application/x-www-form-urlencoded", TEXT },
    { "application/octet-stream", 0 },
    { "video/mp4", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtMediaType) type = rt_media_type_parse (cases[i].text);
      guint kinds = 0;

      kinds |= rt_media_type_is_json (type) ? JSON : 0;
      kinds |= rt_media_type_is_xml (type) ? XML : 0;
      kinds |= rt_media_type_is_html (type) ? HTML : 0;
      kinds |= rt_media_type_is_image (type) ? IMAGE : 0;
      kinds |= rt_media_type_is_text (type) ? TEXT : 0;
      g_assert_cmphex (kinds, ==, cases[i].kinds);
    }
}

/* The suite writes bytes as the code points U+0000 to U+00FF; NULL when @text
 * cannot stand in a field at all. */
static char *
to_bytes (const char *text)
{
  return g_convert (text, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
}

static guint
check_suite (JsonArray *cases)
{
  guint checked = 0;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonNode *node = json_array_get_element (cases, i);
      g_autoptr (RtMediaType) type = NULL;
      g_autofree char *input = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *serialised = NULL;
      const char *output;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;

      input = to_bytes (json_object_get_string_member (json_node_get_object (node), "input"));
      if (input == NULL)
        continue;

      output = json_object_get_string_member_with_default (json_node_get_object (node),
                                                           "output", NULL);
      expected = output != NULL ? to_bytes (output) : NULL;
      /* a NUL inside, which no C string can carry */
      if (expected != NULL && strlen (input) < 8 && strlen (expected) > 8)
        continue;

      type = rt_media_type_parse (input);
      serialised = type != NULL ? rt_media_type_to_string (type) : NULL;
      g_assert_cmpstr (serialised, ==, expected);
      checked++;
    }

  return checked;
}

static void
test_suite (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "mime", "mime-types", "resources",
                                                 (const char *) data, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public suite of media types is not here");
      return;
    }

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check_suite (json_node_get_array (json_parser_get_root (parser))), >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media-type/serialised", test_serialised);
  g_test_add_func ("/media-type/parameters", test_parameters);
  g_test_add_func ("/media-type/kinds", test_kinds);
  g_test_add_data_func ("/media-type/suite", "mime-types.json", test_suite);
  g_test_add_data_func ("/media-type/suite-generated", "generated-mime-types.json", test_suite);

  return g_test_run ();
}
