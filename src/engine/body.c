/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtBody: one growing run of bytes. Small, it lives in memory that is replaced
 * by a larger piece when it is full; large, in an unlinked file that is written
 * and mapped for reading (storing through a mapping would turn a full disk into
 * SIGBUS). The disk is never waited for with the lock held: readers go on.
 */

#include "body.h"

#include "give-back.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* Bytes a write: a file takes much larger ones slower, and smaller ones too. */
#define PIECE (64 * 1024)

/* What memory is taken for a body, one after the other as it grows. */
static const gsize memory_sizes[] = { 4 * 1024, 64 * 1024, RT_BODY_MEMORY_MAX };

/* Memory, or a mapped file, that readers share; gone with its last reference. */
typedef struct
{
  gatomicrefcount count;
  guint8         *data;
  gsize           size;
  gboolean        is_heap;
} Mapping;

struct _RtBody
{
  GObject parent_instance;

  /* Of the thread that appends. */
  guint8  *held; /* a piece to be written, once something was held back */
  gsize    n_held;

  GMutex   mutex;  /* guards all below */
  Mapping *memory; /* its bytes beyond "length" are the appending thread's */
  Mapping *file;   /* reaches beyond the end of the file */
  int      fd;     /* -1 while in memory */
  guint64  length;
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (RtBody, rt_body, G_TYPE_OBJECT)

static Mapping *
mapping_new (guint8   *data,
             gsize     size,
             gboolean  is_heap)
{
  Mapping *self = g_new0 (Mapping, 1);

  g_atomic_ref_count_init (&self->count);
  self->data = data;
  self->size = size;
  self->is_heap = is_heap;

  return self;
}

/* Returns NULL with errno. */
static Mapping *
map (gsize size,
     int   fd)
{
  int protection = fd < 0 ? PROT_READ | PROT_WRITE : PROT_READ;
  int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE : MAP_SHARED;
  void *data = mmap (NULL, size, protection, flags, fd, 0);

  return data != MAP_FAILED ? mapping_new (data, size, FALSE) : NULL;
}

static Mapping *
allocate (gsize size)
{
  return size <= PIECE ? mapping_new (g_malloc (size), size, TRUE) : map (size, -1);
}

static void
mapping_unref (Mapping *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  if (self->is_heap)
    g_free (self->data);
  else
    rt_give_back_memory (self->data, self->size);
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
      gssize written = write (fd, data, MIN (length, PIECE));

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

static void
set_length (RtBody  *self,
            guint64  length)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->length = length;
}

static gboolean
move_to_file (RtBody  *self,
              GError **error)
{
  g_autoptr(GMutexLocker) locker = NULL;
  int fd = open_unlinked (error);

  if (fd < 0)
    return FALSE;

  if (self->memory != NULL &&
      !write_all (fd, self->memory->data, self->length, error))
    {
      close (fd);
      return FALSE;
    }

  locker = g_mutex_locker_new (&self->mutex);
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
  if (!write_all (self->fd, data, length, error))
    {
      /* Half a write must not be counted, nor stand before the next. */
      lseek (self->fd, self->length, SEEK_SET);
      return FALSE;
    }

  set_length (self, self->length + length);

  return TRUE;
}

/* What readers hold of the smaller piece stays with them. */
static gboolean
have_memory (RtBody  *self,
             gsize    needed,
             GError **error)
{
  g_autoptr(GMutexLocker) locker = NULL;
  Mapping *larger;
  guint i = 0;

  if (self->memory != NULL && self->memory->size >= needed)
    return TRUE;

  while (memory_sizes[i] < needed)
    i++;
  larger = allocate (memory_sizes[i]);
  if (larger == NULL)
    return fail_with_errno (error, "mmap");

  if (self->memory != NULL)
    memcpy (larger->data, self->memory->data, self->length);
  locker = g_mutex_locker_new (&self->mutex);
  g_clear_pointer (&self->memory, mapping_unref);
  self->memory = larger;

  return TRUE;
}

static gboolean
append_to_memory (RtBody        *self,
                  const guint8  *data,
                  gsize          length,
                  GError       **error)
{
  if (!have_memory (self, self->length + length, error))
    return FALSE;

  memcpy (self->memory->data + self->length, data, length);
  set_length (self, self->length + length);

  return TRUE;
}

/* Fills the piece, and writes it when it is full. */
static gboolean
hold (RtBody        *self,
      const guint8  *data,
      gsize          length,
      GError       **error)
{
  if (self->held == NULL)
    self->held = g_malloc (PIECE);

  while (length > 0)
    {
      gsize part = MIN (length, PIECE - self->n_held);

      memcpy (self->held + self->n_held, data, part);
      self->n_held += part;
      data += part;
      length -= part;
      if (self->n_held == PIECE && !rt_body_flush (self, error))
        return FALSE;
    }

  return TRUE;
}

static void
rt_body_finalize (GObject *object)
{
  RtBody *self = RT_BODY (object);

  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->memory, mapping_unref);
  g_clear_pointer (&self->file, mapping_unref);
  if (self->fd >= 0)
    rt_give_back_file (self->fd);
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

gboolean
rt_body_append (RtBody        *self,
                gconstpointer  data,
                gsize          length,
                GError       **error)
{
  g_return_val_if_fail (RT_IS_BODY (self), FALSE);
  g_return_val_if_fail (!self->finished, FALSE);

  if (length == 0)
    return TRUE;

  if (self->fd < 0 && self->length + length <= RT_BODY_MEMORY_MAX)
    return append_to_memory (self, data, length, error);

  return (self->fd >= 0 || move_to_file (self, error)) &&
         rt_body_flush (self, error) &&
         append_to_file (self, data, length, error);
}

gboolean
rt_body_gather (RtBody        *self,
                gconstpointer  data,
                gsize          length,
                GError       **error)
{
  g_return_val_if_fail (RT_IS_BODY (self), FALSE);
  g_return_val_if_fail (!self->finished, FALSE);

  if (self->fd < 0 || length >= PIECE)
    return rt_body_append (self, data, length, error);

  return hold (self, data, length, error);
}

gboolean
rt_body_flush (RtBody  *self,
               GError **error)
{
  gsize length;

  g_return_val_if_fail (RT_IS_BODY (self), FALSE);

  length = self->n_held;
  self->n_held = 0;

  return length == 0 || append_to_file (self, self->held, length, error);
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

/* One mapping serves all readers until the file has outgrown it. */
static gboolean
have_file_mapped (RtBody *self)
{
  if (self->file != NULL && self->file->size >= self->length)
    return TRUE;

  g_clear_pointer (&self->file, mapping_unref);
  self->file = map (4 * self->length, self->fd);
  if (self->file == NULL)
    self->file = map (self->length, self->fd);

  return self->file != NULL;
}

GBytes *
rt_body_dup_bytes (RtBody *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_BODY (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (self->length == 0)
    return g_bytes_new (NULL, 0);
  if (self->memory != NULL)
    return mapping_slice (self->memory, self->length);
  if (!have_file_mapped (self))
    return g_bytes_new (NULL, 0);

  return mapping_slice (self->file, self->length);
}
