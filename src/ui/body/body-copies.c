/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One folder for each copy, so that its name can be the right one. */

#include "config.h"

#include "body-copies.h"

#include "body-save.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _RtBodyCopies
{
  GObject    parent_instance;

  GPtrArray *files; /* of GFile */
};

G_DEFINE_FINAL_TYPE (RtBodyCopies, rt_body_copies, G_TYPE_OBJECT)

/* Unlinking is quick, and a program that has the file open keeps it. */
static void
remove_copy (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_unlink (g_file_peek_path (file));
  g_rmdir (g_file_peek_path (folder));
  g_object_unref (file);
}

static void
rt_body_copies_dispose (GObject *object)
{
  RtBodyCopies *self = RT_BODY_COPIES (object);

  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_body_copies_parent_class)->dispose (object);
}

static void
rt_body_copies_class_init (RtBodyCopiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_body_copies_dispose;
}

static void
rt_body_copies_init (RtBodyCopies *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) remove_copy);
}

RtBodyCopies *
rt_body_copies_new (void)
{
  return g_object_new (RT_TYPE_BODY_COPIES, NULL);
}

/* A new folder, 0700. */
static char *
make_folder (GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "roundtrip", NULL);
  g_autofree char *folder = g_build_filename (cache, "open-XXXXXX", NULL);
  int saved;

  if (g_mkdir_with_parents (cache, 0700) == 0 && g_mkdtemp_full (folder, 0700) != NULL)
    return g_steal_pointer (&folder);

  saved = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", folder,
               g_strerror (saved));

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (rt_body_save_finish (result, &error))
    g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
rt_body_copies_write_async (RtBodyCopies        *self,
                            RtExchange          *exchange,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (RtBody) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (RT_IS_BODY_COPIES (self));
  g_return_if_fail (RT_IS_EXCHANGE (exchange));

  name = rt_body_save_dup_name (exchange, TRUE);
  content = rt_exchange_dup_content (exchange);
  bytes = rt_body_dup_bytes (content);
  rt_body_copies_write_bytes_async (self, bytes, name, cancellable, callback, user_data);
}

void
rt_body_copies_write_bytes_async (RtBodyCopies        *self,
                                  GBytes              *bytes,
                                  const char          *name,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *folder = NULL;
  GError *error = NULL;
  GFile *file;

  g_return_if_fail (RT_IS_BODY_COPIES (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_body_copies_write_bytes_async);
  folder = make_folder (&error);
  if (folder == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  file = g_file_new_build_filename (folder, name, NULL);
  g_ptr_array_add (self->files, file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  rt_body_save_async (bytes, file, cancellable, written_cb, g_steal_pointer (&task));
}

GFile *
rt_body_copies_write_finish (RtBodyCopies  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
