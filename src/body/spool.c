/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The file is written and then mapped for reading: storing through a mapping
 * would turn a full disk into SIGBUS.
 */

#include "config.h"

#include "spool.h"

#include "give-back.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gstdio.h>

struct _RtSpool
{
  GBytes *memory; /* of RT_SPOOL_MEMORY_MAX, or NULL: not yet, or no more */
  int     fd;     /* -1: not yet */
  gsize   length;
};

typedef struct
{
  void *data;
  gsize size;
} Mapping;

static void
mapping_free (Mapping *self)
{
  rt_give_back_memory (self->data, self->size);
  g_free (self);
}

static gboolean
fail (GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));

  return FALSE;
}

/* Writable memory when @fd is -1. */
static GBytes *
map (gsize    size,
     int      fd,
     GError **error)
{
  int protection = fd < 0 ? PROT_READ | PROT_WRITE : PROT_READ;
  int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE : MAP_SHARED;
  void *data = mmap (NULL, size, protection, flags, fd, 0);
  Mapping *mapping;

  if (data == MAP_FAILED)
    {
      fail (error);
      return NULL;
    }

  mapping = g_new (Mapping, 1);
  *mapping = (Mapping) { data, size };

  return g_bytes_new_with_free_func (data, size, (GDestroyNotify) mapping_free, mapping);
}

static gboolean
write_all (int            fd,
           const guint8  *data,
           gsize          length,
           GError       **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error);
      data += written;
      length -= written;
    }

  return TRUE;
}

static int
open_unlinked (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "roundtrip", NULL);
  g_autofree char *name = g_build_filename (folder, "text-XXXXXX", NULL);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
      /* A file system without O_TMPFILE. */
      if (fd < 0)
        {
          fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
          if (fd >= 0)
            g_unlink (name);
        }
    }
  if (fd < 0)
    fail (error);

  return fd;
}

static gboolean
append_to_memory (RtSpool       *self,
                  gconstpointer  data,
                  gsize          length,
                  GError       **error)
{
  if (self->memory == NULL)
    self->memory = map (RT_SPOOL_MEMORY_MAX, -1, error);
  if (self->memory == NULL)
    return FALSE;

  memcpy ((guint8 *) g_bytes_get_data (self->memory, NULL) + self->length, data, length);

  return TRUE;
}

static gboolean
move_to_file (RtSpool  *self,
              GError  **error)
{
  int fd = open_unlinked (error);

  if (fd < 0)
    return FALSE;

  if (self->memory != NULL &&
      !write_all (fd, g_bytes_get_data (self->memory, NULL), self->length, error))
    {
      close (fd);
      return FALSE;
    }
  self->fd = fd;
  g_clear_pointer (&self->memory, g_bytes_unref);

  return TRUE;
}

static gboolean
append_to_file (RtSpool       *self,
                gconstpointer  data,
                gsize          length,
                GError       **error)
{
  if (self->fd < 0 && !move_to_file (self, error))
    return FALSE;
  if (write_all (self->fd, data, length, error))
    return TRUE;

  /* Half a write must not stand before the next. */
  lseek (self->fd, self->length, SEEK_SET);

  return FALSE;
}

RtSpool *
rt_spool_new (void)
{
  RtSpool *self = g_new0 (RtSpool, 1);

  self->fd = -1;

  return self;
}

void
rt_spool_free (RtSpool *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->memory, g_bytes_unref);
  if (self->fd >= 0)
    rt_give_back_file (self->fd);
  g_free (self);
}

gboolean
rt_spool_append (RtSpool       *self,
                 gconstpointer  data,
                 gsize          length,
                 GError       **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  if (length == 0)
    return TRUE;

  if (self->fd < 0 && self->length + length <= RT_SPOOL_MEMORY_MAX)
    done = append_to_memory (self, data, length, error);
  else
    done = append_to_file (self, data, length, error);
  if (done)
    self->length += length;

  return done;
}

GBytes *
rt_spool_map (RtSpool  *self,
              GError  **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->length == 0)
    return g_bytes_new (NULL, 0);
  if (self->memory != NULL)
    return g_bytes_new_from_bytes (self->memory, 0, self->length);

  return map (self->length, self->fd, error);
}
