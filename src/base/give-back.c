/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A thread for each that is large. Its end is not waited for, not even by the end
 * of the process.
 */

#include "config.h"

#include "give-back.h"

#include <sys/mman.h>
#include <unistd.h>

/* Bytes that take no time. */
#define FEW (8 * 1024 * 1024)
/* Bytes at a time: whoever needs memory meanwhile waits for them. */
#define PIECE (16 * 1024 * 1024)

typedef struct
{
  guint8 *data;
  gsize   size;
} Memory;

static void
run_in_thread (GThreadFunc func,
               gpointer    data)
{
  GThread *thread = g_thread_try_new ("give-back", func, data, NULL);

  if (thread != NULL)
    g_thread_unref (thread);
  else
    func (data);
}

static gpointer
unmap_thread (gpointer data)
{
  g_autofree Memory *memory = data;

  for (gsize at = 0; at < memory->size; at += PIECE)
    munmap (memory->data + at, MIN (PIECE, memory->size - at));

  return NULL;
}

static gpointer
close_thread (gpointer data)
{
  close (GPOINTER_TO_INT (data));

  return NULL;
}

void
rt_give_back_memory (gpointer data,
                     gsize    size)
{
  Memory memory = { data, size };

  g_return_if_fail (data != NULL);

  if (size <= FEW)
    munmap (data, size);
  else
    run_in_thread (unmap_thread, g_memdup2 (&memory, sizeof memory));
}

void
rt_give_back_file (int fd)
{
  g_return_if_fail (fd >= 0);

  run_in_thread (close_thread, GINT_TO_POINTER (fd));
}
