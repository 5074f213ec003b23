/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The JSON writer: what it writes, another library reads back the same. */

#include "json-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  GOutputStream *stream;
  RtJsonWriter  *writer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->stream = g_memory_output_stream_new_resizable ();
  fixture->writer = rt_json_writer_new (fixture->stream, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->writer, rt_json_writer_free);
  g_assert_finalize_object (fixture->stream);
}

static char *
dup_result (Fixture *fixture)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (fixture->stream);
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_json_writer_finish (fixture->writer, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  rt_json_writer_begin_object (fixture->writer, NULL);
  rt_json_writer_int (fixture->writer, "i", G_MININT64);
  rt_json_writer_decimal (fixture->writer, "d", 1.5);
  rt_json_writer_boolean (fixture->writer, "b", TRUE);
  rt_json_writer_begin_array (fixture->writer, "empty");
  rt_json_writer_end_array (fixture->writer);
  rt_json_writer_begin_array (fixture->writer, "a");
  rt_json_writer_string (fixture->writer, NULL, "x");
  rt_json_writer_string (fixture->writer, NULL, NULL);
  rt_json_writer_end_array (fixture->writer);
  rt_json_writer_end_object (fixture->writer);
  text = dup_result (fixture);
  g_assert_cmpstr (text, ==,
                   "{\n  \"i\": -9223372036854775808,\n  \"d\": 1.500,\n"
                   "  \"b\": true,\n  \"empty\": [],\n"
                   "  \"a\": [\n    \"x\",\n    \"\"\n  ]\n}\n");
}

static void
test_escapes (Fixture       *fixture,
              gconstpointer  data)
{
  static const char all[] = "\"\\/\b\f\n\r\t\x01\x1f\x7f é € 😀";
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  rt_json_writer_begin_object (fixture->writer, NULL);
  rt_json_writer_string (fixture->writer, "a\"\n", all);
  rt_json_writer_text (fixture->writer, "nul", "a\0b", 3);
  rt_json_writer_end_object (fixture->writer);
  text = dup_result (fixture);

  g_assert_nonnull (strstr (text, "\"a\\u0000b\""));
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (
                     json_node_get_object (json_parser_get_root (parser)), "a\"\n"),
                   ==, all);
}

/* Lengths around the step of the encoder. */
static void
test_base64 (Fixture       *fixture,
             gconstpointer  data)
{
  static const gsize lengths[] = { 0, 1, 2, 3, 3071, 3072, 3073, 10000 };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *array;

  rt_json_writer_begin_array (fixture->writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *bytes = g_malloc (lengths[i] + 1);

      memset (bytes, 0xa5, lengths[i]);
      rt_json_writer_base64 (fixture->writer, NULL, bytes, lengths[i]);
    }
  rt_json_writer_end_array (fixture->writer);
  text = dup_result (fixture);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const char *coded = json_array_get_string_element (array, i);
      gsize length = 0;
      g_autofree guchar *bytes = g_base64_decode (coded, &length);

      g_assert_cmpuint (length, ==, lengths[i]);
      g_assert_true (length == 0 || bytes[length - 1] == 0xa5);
    }
}

/* A stream that is full: the error is told once, at the end. */
static void
test_error (void)
{
  char space[8];
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (RtJsonWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  stream = g_memory_output_stream_new (space, sizeof space, NULL, NULL);
  writer = rt_json_writer_new (stream, NULL);
  rt_json_writer_string (writer, NULL, "longer than eight bytes");
  g_assert_false (rt_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/json-writer/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/json-writer/escapes", Fixture, NULL, set_up, test_escapes, tear_down);
  g_test_add ("/json-writer/base64", Fixture, NULL, set_up, test_base64, tear_down);
  g_test_add_func ("/json-writer/error", test_error);
  return g_test_run ();
}
