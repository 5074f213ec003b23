/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/give-back.c: it is given back, all of it. */

#include "give-back.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static gboolean
is_mapped (guint8 *data)
{
  return msync (data, 1, MS_ASYNC) == 0;
}

static guint8 *
map (gsize size)
{
  guint8 *data = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  g_assert_true (data != MAP_FAILED);
  g_assert_true (is_mapped (data));

  return data;
}

static void
test_memory (void)
{
  static const gsize sizes[] = { 16 * 1024 * 1024, 16 * 1024 * 1024 + 4096, 100 * 1024 * 1024 };
  guint8 *few = map (64 * 1024);

  rt_give_back_memory (few, 64 * 1024);
  g_assert_false (is_mapped (few));

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint8 *data = map (sizes[i]);

      rt_give_back_memory (data, sizes[i]);
      for (gsize at = 0; at < sizes[i]; at += 4096)
        while (is_mapped (data + at))
          g_thread_yield ();
    }
}

/* Who reads from the other end of a pipe sees that it was closed. */
static void
test_file (void)
{
  int fds[2];
  char byte;

  g_assert_cmpint (pipe2 (fds, O_CLOEXEC), ==, 0);
  rt_give_back_file (fds[1]);
  g_assert_cmpint (read (fds[0], &byte, 1), ==, 0);
  close (fds[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/give-back/memory", test_memory);
  g_test_add_func ("/give-back/file", test_file);

  return g_test_run ();
}
