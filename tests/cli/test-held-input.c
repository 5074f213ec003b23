/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stream of unknown length, kept. */

#include "held-input.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_save (void)
{
  static const char bytes[] = "a\0b\r\n\xff";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  struct stat status;
  gsize length;
  int pipe_fds[2];

  g_assert_true (g_unix_open_pipe (pipe_fds, FD_CLOEXEC, &error));
  g_assert_cmpint (write (pipe_fds[1], bytes, sizeof bytes), ==, sizeof bytes);
  close (pipe_fds[1]);
  path = rt_held_input_save (pipe_fds[0], &error);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &kept, &length, &error));
  g_assert_cmpmem (kept, length, bytes, sizeof bytes);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 077, ==, 0);
  g_assert_cmpint (close (pipe_fds[0]), ==, 0);
  g_unlink (path);
}

static void
test_unreadable (void)
{
  g_autoptr (GError) error = NULL;
  int folder = g_open ("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  g_assert_cmpint (folder, >=, 0);
  g_assert_null (rt_held_input_save (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  close (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/held-input/save", test_save);
  g_test_add_func ("/held-input/unreadable", test_unreadable);

  return g_test_run ();
}
