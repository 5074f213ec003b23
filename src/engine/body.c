/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtBody: one growing run of bytes. Small, it lives in a reserved piece of
 * memory that never moves; large, in an unlinked file that is written and
 * then mapped for reading (storing through a mapping would turn a full disk
 * into SIGBUS).
 */

#include "body.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A mapping that readers share; unmapped with its last reference. */
typedef struct
{
  gatomicrefcount count;
  guint8         *data;
  gsize           size;
} Mapping;

struct _RtBody
{
  GObject parent_instance;

  GMutex   mutex; /* guards all below */
  Mapping *memory;
  int      fd; /* -1 while in memory */
  guint64  length;
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (RtBody, rt_body, G_TYPE_OBJECT)

static Mapping *
mapping_new (gsize size,
             int   fd)
{
  Mapping *self;
  int protection = fd < 0 ? PROT_READ | PROT_WRITE : PROT_READ;
  int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE : MAP_SHARED;
  void *data = mmap (NULL, size, protection, flags, fd, 0);

  if (data == MAP_FAILED)
    return NULL;

  self = g_new0 (Mapping, 1);
  g_atomic_ref_count_init (&self->count);
  self->data = data;
  self->size = size;

  return self;
}

static void
mapping_unref (Mapping *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  munmap (self->data, self->size);
  g_free (self);
}

static GBytes *
mapping_slice (Mapping *self,
               gsize    length)
{
  g_atomic_ref_count_inc (&self->count);

  return g_bytes_new_with_free_func (self->data, length,
                                     (GDestroyNotify) mapping_unref, self);
}

static gboolean
fail_with_errno (GError    **error,
                 const char *what)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s",
               what, g_strerror (saved));

  return FALSE;
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
        return fail_with_errno (error, "write");

      data += written;
      length -= written;
    }

  return TRUE;
}

/* An unlinked file of the cache directory: nobody else can open it, and it is
 * gone with the process. */
static int
open_unlinked (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "roundtrip", NULL);
  g_autofree char *template = NULL;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail_with_errno (error, folder);
      return -1;
    }

  fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    return fd;

  /* A file system without O_TMPFILE. */
  template = g_build_filename (folder, "body-XXXXXX", NULL);
  fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    fail_with_errno (error, folder);
  else
    g_unlink (template);

  return fd;
}

static gboolean
move_to_file (RtBody  *self,
              GError **error)
{
  int fd = open_unlinked (error);

  if (fd < 0)
    return FALSE;

  if (self->memory != NULL &&
      !write_all (fd, self->memory->data, self->length, error))
    {
      close (fd);
      return FALSE;
    }

  self->fd = fd;
  g_clear_pointer (&self->memory, mapping_unref);

  return TRUE;
}

static gboolean
append_to_file (RtBody        *self,
                const guint8  *data,
                gsize          length,
                GError       **error)
{
  if (write_all (self->fd, data, length, error))
    return TRUE;

  /* Half a write must not be counted, nor stand before the next. */
  lseek (self->fd, self->length, SEEK_SET);

  return FALSE;
}

static void
rt_body_finalize (GObject *object)
{
  RtBody *self = RT_BODY (object);

  g_clear_pointer (&self->memory, mapping_unref);
  if (self->fd >= 0)
    close (self->fd);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rt_body_parent_class)->finalize (object);
}

static void
rt_body_class_init (RtBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_body_finalize;
}

static void
rt_body_init (RtBody *self)
{
  g_mutex_init (&self->mutex);
  self->fd = -1;
}

RtBody *
rt_body_new (void)
{
  return g_object_new (RT_TYPE_BODY, NULL);
}

static gboolean
append_locked (RtBody        *self,
               const guint8  *data,
               gsize          length,
               GError       **error)
{
  if (self->fd < 0 && self->length + length <= RT_BODY_MEMORY_MAX)
    {
      if (self->memory == NULL)
        self->memory = mapping_new (RT_BODY_MEMORY_MAX, -1);
      if (self->memory == NULL)
        return fail_with_errno (error, "mmap");
      memcpy (self->memory->data + self->length, data, length);
    }
  else
    {
      if (self->fd < 0 && !move_to_file (self, error))
        return FALSE;
      if (!append_to_file (self, data, length, error))
        return FALSE;
    }

  self->length += length;

  return TRUE;
}

gboolean
rt_body_append (RtBody        *self,
                gconstpointer  data,
                gsize          length,
                GError       **error)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_BODY (self), FALSE);
  g_return_val_if_fail (!self->finished, FALSE);

  if (length == 0)
    return TRUE;

  locker = g_mutex_locker_new (&self->mutex);

  return append_locked (self, data, length, error);
}

void
rt_body_finish (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_if_fail (RT_IS_BODY (self));

  locker = g_mutex_locker_new (&self->mutex);
  self->finished = TRUE;
}

gboolean
rt_body_is_finished (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_BODY (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);

  return self->finished;
}

guint64
rt_body_get_length (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_BODY (self), 0);

  locker = g_mutex_locker_new (&self->mutex);

  return self->length;
}

gboolean
rt_body_is_in_file (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_BODY (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);

  return self->fd >= 0;
}

GBytes *
rt_body_dup_bytes (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;
  Mapping *file;
  GBytes *bytes;

  g_return_val_if_fail (RT_IS_BODY (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (self->length == 0)
    return g_bytes_new (NULL, 0);
  if (self->memory != NULL)
    return mapping_slice (self->memory, self->length);

  file = mapping_new (self->length, self->fd);
  if (file == NULL)
    return g_bytes_new (NULL, 0);
  bytes = mapping_slice (file, self->length);
  mapping_unref (file);

  return bytes;
}
