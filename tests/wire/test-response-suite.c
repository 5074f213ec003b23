/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The response reader against a public collection of raw responses, where it
 * lies beside the project: nothing that arrives is lost, the pieces do not
 * matter, and what a parser calls an error is called a fault here, too.
 */

#include "response-log.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Where some parser says "error" and this reader does not, and why. */
static const struct
{
  const char *id;
  const char *reason;
} differences[] = {
  { "r009", "bytes after a 101 belong to the new protocol (RFC 9110 section 15.2.2)" },
  { "r037", "a bare LF may be taken as line end (RFC 9112 section 2.2)" },
  { "r051", "a bare LF may be taken as line end (RFC 9112 section 2.2)" },
  { "r131", "a fold is read as white space (RFC 9112 section 5.2); it is flagged" },
  { "r133", "a fold is read as white space (RFC 9112 section 5.2); it is flagged" },
  { "r159", "a bare LF ends a chunk size line as it ends a field line" },
  { "r161", "a bare LF ends a chunk as it ends a field line" },
  { "r185", "a bare LF is a blank line (RFC 9112 section 2.2)" },
  { "r239", "content codings are undone, and judged, elsewhere" },
};

static const char *
find_difference (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (g_str_equal (differences[i].id, id))
      return differences[i].reason;

  return NULL;
}

static gboolean
claims_error (JsonObject *object)
{
  JsonArray *claims = json_object_get_array_member (object, "claims");

  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonObject *claim = json_array_get_object_element (claims, i);

      if (g_str_equal (json_object_get_string_member (claim, "verdict"), "error"))
        return TRUE;
    }

  return FALSE;
}

/* No byte is lost: each is of a head, of framed content, after the end, or of
 * a head that did not end. Cut heads and trailers count twice. */
static void
check_bytes_kept (const ResponseLog *log,
                  gsize              length)
{
  gsize kept = log->head_bytes->len + log->wire;

  if (log->partial != NULL)
    kept += g_bytes_get_size (log->partial);
  if (log->extra != NULL)
    kept += g_bytes_get_size (log->extra);

  if (log->partial == NULL && strstr (log->heads->str, "trailers") == NULL)
    g_assert_cmpuint (kept, ==, length);
  else
    g_assert_cmpuint (kept, >=, length);
}

static void
check_response (JsonObject *object)
{
  const char *id = json_object_get_string_member (object, "id");
  const char *encoded = json_object_get_string_member (object, "raw_b64");
  gsize length;
  g_autofree guchar *decoded = g_base64_decode (encoded, &length);
  g_autoptr (ResponseLog) log = response_log_run ("GET", decoded, length, FEED_WHOLE, NULL);
  g_autoptr (ResponseLog) bytes = response_log_run ("GET", decoded, length, FEED_BYTES, NULL);
  g_autoptr (ResponseLog) random = response_log_run ("GET", decoded, length, FEED_RANDOM, NULL);
  gboolean is_broken = log->faults->len > 0 || g_str_equal (log->end->str, "cut");

  g_test_message ("%s", id);
  response_log_assert_same (log, bytes);
  response_log_assert_same (log, random);
  g_assert_cmpuint (log->n_ends, ==, 1);
  check_bytes_kept (log, length);
  if (!claims_error (object))
    return;

  if (find_difference (id) == NULL)
    g_assert_true (is_broken);
  else
    g_assert_false (is_broken);
}

static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "http1-responses", "raw-responses.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *responses;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public collection of raw responses is not here");
      return;
    }

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  responses = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (responses), >, 100);
  for (guint i = 0; i < json_array_get_length (responses); i++)
    check_response (json_array_get_object_element (responses, i));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response-suite/raw-responses", test_suite);

  return g_test_run ();
}
