/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/content-stream.c: files that change under it. */

#include "content-stream.h"

#include <glib/gstdio.h>
#include <string.h>

#include "failure.h"

static char *test_file;

static void
write_file (const char *text)
{
  g_assert_true (g_file_set_contents (test_file, text, -1, NULL));
}

static void
add_piece (GPtrArray  *pieces,
           const char *bytes,
           gsize       length)
{
  RtContentPiece *piece = g_new0 (RtContentPiece, 1);

  if (bytes != NULL)
    piece->bytes = g_bytes_new (bytes, length);
  else
    piece->path = g_strdup (test_file);
  piece->length = length;
  g_ptr_array_add (pieces, piece);
}

static GPtrArray *
create_pieces (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rt_content_piece_free);
}

/* Reads to the end or to an error. */
static char *
read_all (GInputStream *stream,
          gsize         piece,
          GError      **error)
{
  GString *text = g_string_new (NULL);
  char buffer[16];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, piece, NULL, error)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_cmpint (n, ==, error != NULL && *error != NULL ? -1 : 0);

  return g_string_free (text, FALSE);
}

static void
test_pieces (void)
{
  g_autoptr(GPtrArray) pieces = create_pieces ();

  write_file ("file");
  add_piece (pieces, "", 0);
  add_piece (pieces, "one ", 4);
  add_piece (pieces, NULL, 4);
  add_piece (pieces, "", 0);
  add_piece (pieces, NULL, 4);
  add_piece (pieces, " two", 4);
  add_piece (pieces, "", 0);
  for (gsize piece = 1; piece <= 16; piece++)
    {
      GInputStream *stream = rt_content_stream_new (pieces);
      g_autoptr(GError) error = NULL;
      g_autofree char *text = read_all (stream, piece, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, "one filefile two");
      g_assert_finalize_object (stream);
    }
}

static void
test_nothing (void)
{
  g_autoptr(GPtrArray) pieces = create_pieces ();
  g_autoptr(GInputStream) stream = rt_content_stream_new (pieces);
  g_autofree char *text = read_all (stream, 16, NULL);

  g_assert_cmpstr (text, ==, "");
}

/* The announced length is kept, or the read fails and says why. */
static void
test_changed_length (void)
{
  static const struct
  {
    const char *now;
    const char *words;
  } cases[] = { { "fil", "shorter" }, { "", "shorter" }, { "files", "longer" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 16; piece += 5)
      {
        g_autoptr(GPtrArray) pieces = create_pieces ();
        g_autoptr(GInputStream) stream = NULL;
        g_autoptr(GError) error = NULL;
        g_autofree char *text = NULL;

        write_file (cases[i].now);
        add_piece (pieces, NULL, 4);
        stream = rt_content_stream_new (pieces);
        text = read_all (stream, piece, &error);
        g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT);
        g_assert_nonnull (strstr (error->message, cases[i].words));
        g_assert_nonnull (strstr (error->message, test_file));
        g_assert_cmpuint (strlen (text), <=, 4);
      }
}

static void
test_gone (void)
{
  g_autoptr(GPtrArray) pieces = create_pieces ();
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_piece (pieces, "one ", 4);
  add_piece (pieces, NULL, 4);
  g_unlink (test_file);
  stream = rt_content_stream_new (pieces);
  text = read_all (stream, 16, &error);
  g_assert_cmpstr (text, ==, "one ");
  g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT);
}

/* To be stopped is no trouble of the file. */
static void
test_cancelled (void)
{
  g_autoptr(GPtrArray) pieces = create_pieces ();
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  char buffer[4];

  write_file ("file");
  add_piece (pieces, NULL, 4);
  stream = rt_content_stream_new (pieces);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 4, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  int result, fd;

  g_test_init (&argc, &argv, NULL);
  test_file = g_build_filename (g_get_tmp_dir (), "roundtrip-stream-XXXXXX", NULL);
  fd = g_mkstemp (test_file);
  g_assert_true (g_close (fd, NULL));

  g_test_add_func ("/content-stream/pieces", test_pieces);
  g_test_add_func ("/content-stream/nothing", test_nothing);
  g_test_add_func ("/content-stream/changed-length", test_changed_length);
  g_test_add_func ("/content-stream/gone", test_gone);
  g_test_add_func ("/content-stream/cancelled", test_cancelled);
  result = g_test_run ();

  g_unlink (test_file);
  g_clear_pointer (&test_file, g_free);

  return result;
}
